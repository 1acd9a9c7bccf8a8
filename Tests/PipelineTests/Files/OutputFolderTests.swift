import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct OutputFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func publish(_ text: String) async throws {
    try await OutputFolder.take(folder("out")).publish { staging in
      try Data(text.utf8).write(to: URL(filePath: staging + "/data.csv"))
    }
  }

  private var sets: [String] { folder.names.filter { $0.hasPrefix(".out-") } }

  @Test func aSetReplacesTheOneBeforeItAndKeepsItForItsReaders() async throws {
    try await publish("一")
    #expect(try folder.read("out/data.csv") == "一")
    let first = sets
    try await publish("二")
    #expect(try folder.read("out/data.csv") == "二")
    #expect(sets.count == 2 && first.allSatisfy(sets.contains), "who reads the old set can go on")
    try await publish("三")
    #expect(sets.count == 2 && !first.contains(where: sets.contains), "and then it goes")
  }

  @Test func aSetThatFailsLeavesTheOneBeforeIt() async throws {
    try await publish("一")
    let before = sets
    await #expect(throws: Stop(.inputOutput, "no room")) {
      try await OutputFolder.take(folder("out")).publish { staging in
        try Data("half".utf8).write(to: URL(filePath: staging + "/data.csv"))
        throw Stop(.inputOutput, "no room")
      }
    }
    #expect(try folder.read("out/data.csv") == "一")
    #expect(sets == before)
  }

  @Test func whatAKilledRunLeftIsRemoved() async throws {
    try await publish("一")
    try folder.write(".out-1-1/observations.0.spill", "left by kill -9")
    try folder.write(".out-1-1.link", "left too")
    try folder.write(".output-1/mine.txt", "another name")
    _ = try OutputFolder.take(folder("out"))
    #expect(sets.count == 1)
    #expect(try folder.read("out/data.csv") == "一")
    #expect(try folder.read(".output-1/mine.txt") == "another name")
  }

  @Test func whatOthersMadeIsLeftAlone() throws {
    try folder.write("out/thesis.docx", "mine")
    #expect(
      throws: Stop(
        .cannotCreate,
        "\(folder("out")): is no output of xianzhi (it would be a link); move it away or name another folder")
    ) { _ = try OutputFolder.take(folder("out")) }
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "out")
    #expect(throws: Stop(.cannotCreate, "\(folder("link")): is a link to out, which xianzhi did not make")) {
      _ = try OutputFolder.take(folder("link"))
    }
    #expect(try folder.read("out/thesis.docx") == "mine")
  }

  @Test func aFileInTheWayIsNamed() throws {
    try folder.write("file", "x")
    #expect(
      throws: Stop(.cannotCreate, "\(folder("file/out")).lock: the lock cannot be made: Not a directory")
    ) {
      _ = try OutputFolder.take(folder("file/out"))
    }
  }

  @Test(arguments: ["", ".", "..", "/", "a/.."])
  func namesThatAreNoneAreRefused(_ name: String) {
    #expect(throws: Stop(.cannotCreate, "\"\(name)\": is no name of a folder that could be made")) {
      _ = try OutputFolder.take(name)
    }
  }

  @Test func aSlashAtTheEndDoesNotMatter() async throws {
    try await OutputFolder.take(folder("out") + "/").publish { _ in }
    #expect(folder.names.contains("out.lock"))
  }

  @Test func oneProcessAtATime() throws {
    do {
      let held = try OutputFolder.take(folder("out"))
      #expect(throws: Stop(.tryAgain, "\(folder("out.lock")): another run holds the lock")) {
        _ = try OutputFolder.take(folder("out"))
      }
      _ = consume held
    }
    _ = try OutputFolder.take(folder("out"))
  }
}
