import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PublicationTests {
  private func publish(_ text: String, as name: String, in folder: TemporaryFolder) throws {
    let publication = try Publication(output: folder("out"), name: name)
    try folder.write(".out-\(name)/data.csv", text)
    try publication.publish()
  }

  @Test func aSetReplacesTheOneBeforeIt() throws {
    let folder = try TemporaryFolder()
    try publish("一", as: "1", in: folder)
    #expect(try folder.read("out/data.csv") == "一")
    try publish("二", as: "2", in: folder)
    #expect(try folder.read("out/data.csv") == "二")
    #expect(folder.names == [".out-2", "out"], "the old set is gone")
  }

  @Test func anAbandonedSetLeavesNothing() throws {
    let folder = try TemporaryFolder()
    try publish("一", as: "1", in: folder)
    let publication = try Publication(output: folder("out"), name: "2")
    try folder.write(".out-2/data.csv", "half")
    publication.abandon()
    #expect(try folder.read("out/data.csv") == "一")
    #expect(folder.names == [".out-1", "out"])
  }

  @Test func whatOthersMadeIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("out/thesis.docx", "mine")
    #expect {
      try Publication(output: folder("out"), name: "1")
    } throws: { error in
      error as? Stop
        == Stop(
          .cannotCreate,
          "\(folder("out")): is no output of xianzhi (it would be a link); move it away or name another folder"
        )
    }
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "out")
    #expect {
      try Publication(output: folder("link"), name: "1")
    } throws: { error in
      error as? Stop == Stop(.cannotCreate, "\(folder("link")): is a link to out, which xianzhi did not make")
    }
    #expect(try folder.read("out/thesis.docx") == "mine")
  }

  @Test func aFileInTheWayIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "x")
    #expect {
      try Publication(output: folder("file/out"), name: "1")
    } throws: { error in
      (error as? Stop)?.status == .cannotCreate && (error as? Stop)?.message.contains("file/.out-1") == true
    }
  }
}

@Suite struct RunLockTests {
  @Test func oneAtATime() throws {
    let folder = try TemporaryFolder()
    do {
      let lock = try RunLock.take(at: folder("out.lock"))
      #expect(throws: Stop(.tryAgain, "\(folder("out.lock")): another run holds the lock")) {
        _ = try RunLock.take(at: folder("out.lock"))
      }
      _ = consume lock
    }
    _ = try RunLock.take(at: folder("out.lock"))
  }
}
