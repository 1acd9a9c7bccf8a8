// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "xianzhi", path: "..")],
  targets: [
    // The yardstick for reading pages: libxml2's own tree, built and freed.
    .target(
      name: "CTreeYardstick", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
      linkerSettings: [.linkedLibrary("xml2")]),
    .executableTarget(
      name: "bench-extract",
      dependencies: [
        "CTreeYardstick",
        .product(name: "Extract", package: "xianzhi"),
        .product(name: "Load", package: "xianzhi"),
        .product(name: "Vocabulary", package: "xianzhi"),
        .product(name: "Records", package: "xianzhi"),
      ]),
    .executableTarget(
      name: "bench-fetch", dependencies: [.product(name: "Fetch", package: "xianzhi")]),
    .executableTarget(
      name: "bench-normalize",
      dependencies: [
        .product(name: "Extract", package: "xianzhi"),
        .product(name: "Normalize", package: "xianzhi"),
        .product(name: "Vocabulary", package: "xianzhi"),
        .product(name: "Records", package: "xianzhi"),
      ]),
    .executableTarget(
      name: "bench-quantities",
      dependencies: [
        .product(name: "Quantities", package: "xianzhi"),
        .product(name: "Vocabulary", package: "xianzhi"),
        .product(name: "Records", package: "xianzhi"),
      ]),
    // Makes a million observations of a few; scripts/bench-load measures with them.
    .executableTarget(
      name: "make-observations", dependencies: [.product(name: "Vocabulary", package: "xianzhi")]),
  ],
  swiftLanguageModes: [.v6]
)
