// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "command-center",
  products: [
    .executable(name: "command-center", targets: ["CommandCenter"]),
    .executable(name: "fixture-feeds", targets: ["FixtureFeeds"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CTerminalGuard"),
    .target(name: "CResidentMemory"),
    .target(
      name: "CSimdJSON", cxxSettings: [.define("SIMDJSON_EXCEPTIONS", to: "0")],
      linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "SafeText", swiftSettings: strict),
    .target(name: "Model", dependencies: ["SafeText"], swiftSettings: strict),
    .target(name: "CommaSeparated", dependencies: ["SafeText"], swiftSettings: strict),
    .target(
      name: "City",
      dependencies: [
        "Model", "CommaSeparated", "SafeText", "Yams", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Journal",
      dependencies: ["Model", "SafeText", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(
      name: "Feeds", dependencies: ["Model", "SafeText", "CommaSeparated", "CSimdJSON", "Yams"], swiftSettings: strict),
    .target(name: "MemoryJournal", dependencies: ["Journal", "Model", "SafeText"], swiftSettings: strict),
    .target(name: "Replay", dependencies: ["Journal", "Model"], swiftSettings: strict),
    .target(name: "SeededRandom", swiftSettings: strict),
    .target(name: "JournalConformance", dependencies: ["Journal", "Model", "SeededRandom"], swiftSettings: strict),
    .target(name: "Operations", dependencies: ["Journal", "Feeds", "Model", "SafeText"], swiftSettings: strict),
    .target(
      name: "Drill",
      dependencies: ["Operations", "Journal", "City", "Feeds", "CommaSeparated", "Model", "SafeText", "Yams"],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["SafeText", "CNcurses", "CTerminalGuard"], swiftSettings: strict),
    .target(
      name: "Desk", dependencies: ["Operations", "Journal", "City", "Model", "SafeText", "Terminal"],
      swiftSettings: strict),
    .target(name: "CSQLiteShim", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "SQLiteJournal",
      dependencies: ["Journal", "Model", "SafeText", "CSQLiteShim", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .executableTarget(
      name: "JournalStress",
      dependencies: [
        "SQLiteJournal", "Replay", "Journal", "Model", "CSQLiteShim", "SeededRandom",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "CommandCenter",
      dependencies: [
        "CResidentMemory", "Desk", "Drill", "Replay", "Operations", "SQLiteJournal", "Journal", "Feeds", "City",
        "CommaSeparated", "Model", "SafeText", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "FixtureFeedsCore", dependencies: ["CommaSeparated", "SeededRandom"], swiftSettings: strict),
    .executableTarget(
      name: "FixtureFeeds",
      dependencies: ["FixtureFeedsCore", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "SafeText"], path: "Tests/Fixtures/TerminalProbe",
      swiftSettings: strict),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Drill", "SQLiteJournal", "MemoryJournal", "Operations", "Journal", "Feeds", "City", "Model", "SafeText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Bench", swiftSettings: strict),
    .target(name: "TerminalRig", dependencies: ["SafeText"], path: "Tests/Support/TerminalRig", swiftSettings: strict),
    .testTarget(name: "SafeTextTests", dependencies: ["SafeText", "SeededRandom"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "SafeText", "SeededRandom", "TerminalProbe", "TerminalRig"],
      swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model", "SeededRandom"], swiftSettings: strict),
    .testTarget(name: "CommaSeparatedTests", dependencies: ["CommaSeparated"], swiftSettings: strict),
    .testTarget(name: "CityTests", dependencies: ["City", "Model"], swiftSettings: strict),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds", "CommaSeparated", "Model"], swiftSettings: strict),
    .testTarget(name: "FixtureFeedsTests", dependencies: ["FixtureFeedsCore"], swiftSettings: strict),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "JournalConformance", "Model", "SeededRandom"],
      swiftSettings: strict),
    .testTarget(
      name: "MemoryJournalTests", dependencies: ["MemoryJournal", "JournalConformance", "Journal", "Model"],
      swiftSettings: strict),
    .testTarget(
      name: "ReplayTests",
      dependencies: [
        "Replay", "MemoryJournal", "SQLiteJournal", "JournalConformance", "Journal", "Model",
      ], swiftSettings: strict),
    .testTarget(
      name: "SQLiteJournalTests",
      dependencies: [
        "SQLiteJournal", "JournalConformance", "Journal", "Model", "JournalStress", "SeededRandom",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "OperationsTests",
      dependencies: [
        "Operations", "MemoryJournal", "Journal", "Feeds", "City", "CommaSeparated", "Model", "SeededRandom",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "Operations", "MemoryJournal", "Replay", "Journal", "City", "Model", "Terminal", "Feeds", "SafeText",
        "SeededRandom",
      ],
      exclude: ["Frames"],
      swiftSettings: strict),
    .testTarget(
      name: "DrillTests",
      dependencies: ["Drill", "Operations", "MemoryJournal", "Journal", "City", "Model"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandCenterTests",
      dependencies: [
        "CommandCenter", "Desk", "Drill", "Operations", "SQLiteJournal", "MemoryJournal", "Journal", "Feeds", "City",
        "Model", "SafeText", "SeededRandom", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TerminalRig", "CommandCenter", "SeededRandom"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
