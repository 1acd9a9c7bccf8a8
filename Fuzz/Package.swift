// swift-tools-version: 6.2
import PackageDescription

/// What a fuzz target is compiled with; `FUZZ=1` instruments the libraries (see the end of ../Package.swift).
let instrumented = ["-sanitize=fuzzer,address"]

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "xianzhi", path: "..")],
  targets: [
    // What the targets share: the way into libFuzzer.
    .target(name: "FuzzDriver"),
    .executableTarget(
      name: "fuzz-extract",
      dependencies: [
        "FuzzDriver",
        .product(name: "Extract", package: "xianzhi"),
        .product(name: "Records", package: "xianzhi"),
        .product(name: "Vocabulary", package: "xianzhi"),
      ],
      swiftSettings: [.unsafeFlags(instrumented + ["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(instrumented)]),
    .executableTarget(
      name: "fuzz-fetch",
      dependencies: ["FuzzDriver", .product(name: "Fetch", package: "xianzhi")],
      swiftSettings: [.unsafeFlags(instrumented + ["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(instrumented)]),
    .executableTarget(
      name: "fuzz-quantities",
      dependencies: [
        "FuzzDriver",
        .product(name: "Quantities", package: "xianzhi"),
        .product(name: "Records", package: "xianzhi"),
        .product(name: "Vocabulary", package: "xianzhi"),
      ],
      swiftSettings: [.unsafeFlags(instrumented + ["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(instrumented)]),
  ],
  swiftLanguageModes: [.v6]
)
