// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A storey of the house: what it may import is written here and held by `Tests/ProjectTests`.
func storey(
  _ name: String, _ below: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: below, exclude: exclude, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "xianzhi",
  products: [
    .executable(name: "xianzhi", targets: ["xianzhi"]),
    .library(name: "Records", targets: ["Records"]),
    .library(name: "Vocabulary", targets: ["Vocabulary"]),
    .library(name: "Quantities", targets: ["Quantities"]),
    .library(name: "Extract", targets: ["Extract"]),
    .library(name: "Normalize", targets: ["Normalize"]),
    .library(name: "Load", targets: ["Load"]),
    .library(name: "Report", targets: ["Report"]),
    .library(name: "Fetch", targets: ["Fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "CVocabulary",
      exclude: [
        "boilerplate.tsv", "breakdowns.tsv", "containers.tsv", "endings.tsv", "indicators.tsv", "labels.tsv",
        "phrases.tsv", "places.tsv", "surveys.tsv", "units.tsv", "words.tsv",
      ]),
    .target(
      name: "CTemplates",
      exclude: [
        "chart.mustache", "coverage.js", "evidence.js", "evidence.mustache", "foot.mustache", "head.mustache",
        "overview.mustache", "piece.mustache", "region.mustache", "regions.mustache", "report.css",
        "report.js",
        "row.mustache", "search.js", "search.mustache", "terms.tsv",
      ]),
    storey("Records"),
    storey("Vocabulary", ["Records", "CVocabulary"]),
    storey("Quantities", ["Records", "Vocabulary"]),
    storey("Extract", ["Records", "Vocabulary", "CLibXML2"]),
    storey("Normalize", ["Records", "Vocabulary", "Quantities"]),
    storey("Load", ["Records", "Vocabulary"]),
    storey(
      "Report",
      [
        "Records", "Vocabulary", "Load", "CTemplates", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    storey(
      "Fetch",
      ["Records", "CBrotli", "CCurl", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    storey(
      "Pipeline",
      [
        "Records", "Vocabulary", "Quantities", "Extract", "Normalize", "Load", "Report", "Fetch",
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "xianzhi",
      dependencies: [
        "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .target(
      name: "TestServers", dependencies: ["Fetch"], path: "Tests/TestServers", swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Records"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("CommandTests", ["xianzhi", "TestSupport"]),
    tests(
      "ExtractTests", ["Extract", "Records", "Vocabulary"],
      resources: [.copy("Golden"), .copy("Pages")]),
    tests("FetchTests", ["Fetch", "TestServers"], resources: [.copy("Corpus")]),
    tests("LoadTests", ["Load", "Records", "Vocabulary"]),
    tests(
      "PipelineTests",
      [
        "Extract", "Fetch", "Pipeline", "Load", "Records", "TestServers", "TestSupport", "Vocabulary",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      "NormalizeTests", ["Normalize", "Records", "TestSupport", "Vocabulary"],
      resources: [.copy("Corpus"), .copy("Documents")]),
    tests("ProjectTests", []),
    tests(
      "QuantitiesTests", ["Quantities", "Records", "Vocabulary"],
      resources: [.copy("Corpus")]),
    tests("RecordsTests", ["Records"]),
    tests("ReportTests", ["Report", "Records", "Vocabulary"], resources: [.copy("Golden")]),
    tests("SamplesTests", ["Extract", "Normalize", "Records", "TestSupport", "Vocabulary"]),
    tests("VocabularyTests", ["Records", "Vocabulary"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// The fuzz targets in `Fuzz/` need the libraries instrumented.
if Context.environment["FUZZ"] == "1" {
  for target in package.targets where target.type == .regular {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [.unsafeFlags(["-sanitize=fuzzer,address"])]
  }
}
