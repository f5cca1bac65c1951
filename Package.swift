// swift-tools-version: 6.2
import PackageDescription

// The check builds with warnings as errors; a newer compiler's new warnings stop nobody else.
let isChecked = Context.environment["SIGNPOST_CHECK"] != nil
// The tests import what isn't public, also of what is optimised: they run what customers get.
let settings: [SwiftSetting] =
  [.swiftLanguageMode(.v6), .unsafeFlags(["-enable-testing"], .when(configuration: .release))]
  + (isChecked ? [.treatAllWarnings(as: .error)] : [])
// Commands carry Swift's libraries with them, and begin in a quarter of the time for it. They are told so
// when they are linked only: with '--static-swift-stdlib' the tests, which can't be, would compile
// all of it once more. mimalloc takes the place of the C library's allocator.
let foundation = [
  "CoreFoundation", "Foundation", "FoundationEssentials", "FoundationInternationalization",
  "_FoundationCShims", "_FoundationCollections", "_FoundationICU",
]
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-Xlinker", "-s", "-Xlinker", "-lmimalloc", "-Xlinker", "--start-group"]
      + foundation.map { "-l" + $0 } + ["-Xlinker", "--end-group"],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "signpost",
  products: [.executable(name: "signpost", targets: ["signpost"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "signpost", dependencies: ["SignpostCommands"], swiftSettings: settings,
      linkerSettings: standalone),
    .target(
      name: "SignpostCommands",
      dependencies: [
        "Availability", "CivilCalendar", "ContactLog", "ContentChecks", "ContentImport",
        "ContentParsing", "CustomerMessages", "CustomerReplies",
        "Diagnostics", "FileStamps", "GapAnalysis", "KnowledgeBase", "PreviewServer", "SearchIndex",
        "SiteGeneration", "TextAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "PreviewServer",
      dependencies: [
        "FileStamps", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: settings),
    .target(
      name: "CustomerReplies",
      dependencies: [
        "Availability", "CQREncode", "CustomerMessages", "KnowledgeBase", "SearchIndex",
        "SiteGeneration", "TextAnalysis",
      ],
      swiftSettings: settings),
    .target(
      name: "GapAnalysis",
      dependencies: [
        "Availability", "CivilCalendar", "ContactLog", "KnowledgeBase", "SearchIndex",
        "TextAnalysis",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings),
    .target(
      name: "ContactLog",
      dependencies: [
        "CivilCalendar", "CustomerMessages", "Diagnostics", "PersonalData",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "SiteGeneration",
      dependencies: [
        "Availability", "CFileExchange", "CZLib", "CivilCalendar", "CompactSource", "Contrast",
        "Diagnostics", "FileStamps", "KnowledgeBase", "SearchIndex", "SiteTemplates",
        "TextAnalysis",
      ],
      swiftSettings: settings),
    .target(
      name: "ContentChecks",
      dependencies: [
        "Availability", "CivilCalendar", "ContentParsing", "Contrast", "Diagnostics",
        "KnowledgeBase", "PersonalData", "TextAnalysis",
      ],
      swiftSettings: settings),
    .target(
      name: "ContentImport",
      dependencies: ["CivilCalendar", "HTMLReading", "KnowledgeBase", "TextAnalysis"],
      swiftSettings: settings),
    .target(
      name: "SearchIndex", dependencies: ["KnowledgeBase", "TextAnalysis"],
      swiftSettings: settings),
    .target(
      name: "ContentParsing",
      dependencies: [
        "Availability", "CCMark", "CivilCalendar", "Diagnostics", "FileStamps", "HTMLReading",
        "KnowledgeBase", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "KnowledgeBase", dependencies: ["CivilCalendar", "TextAnalysis"],
      swiftSettings: settings),
    .target(name: "Availability", dependencies: ["CivilCalendar"], swiftSettings: settings),
    .target(name: "PersonalData", dependencies: ["CivilCalendar"], swiftSettings: settings),
    .target(name: "CivilCalendar", swiftSettings: settings),
    .target(name: "CustomerMessages", dependencies: ["KnowledgeBase"], swiftSettings: settings),
    .target(name: "CompactSource", swiftSettings: settings),
    .target(name: "Contrast", swiftSettings: settings),
    .target(name: "TextAnalysis", swiftSettings: settings),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "FileStamps", swiftSettings: settings),
    .target(name: "HTMLReading", dependencies: ["KnowledgeBase"], swiftSettings: settings),
    .target(
      name: "SiteTemplates", path: "site-templates", exclude: ["package.json"],
      swiftSettings: settings,
      plugins: ["EmbedTemplatesPlugin"]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CFileExchange"),
    .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .executableTarget(
      name: "EmbedTemplates", dependencies: ["CompactSource"], swiftSettings: settings),
    .executableTarget(
      name: "gaps-benchmark", dependencies: ["GapAnalysis", "KnowledgeBase", "SearchIndex"],
      path: "Tests/Benchmarks/GapsBenchmark", swiftSettings: settings,
      linkerSettings: standalone),
    .executableTarget(
      name: "search-benchmark", dependencies: ["KnowledgeBase", "SearchIndex"],
      path: "Tests/Benchmarks/SearchBenchmark", swiftSettings: settings,
      linkerSettings: standalone),
    .plugin(
      name: "EmbedTemplatesPlugin", capability: .buildTool(), dependencies: ["EmbedTemplates"],
      path: "Sources/EmbedTemplatesPlugin"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "AvailabilityTests",
      dependencies: [
        "Availability", "CivilCalendar", "ContentParsing", "Diagnostics", "KnowledgeBase",
        "SiteGeneration",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["KnowledgeBase", "SignpostCommands", "SearchIndex"],
      swiftSettings: settings),
    .testTarget(
      name: "ContactLogTests",
      dependencies: ["CivilCalendar", "ContactLog", "Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ContentChecksTests",
      dependencies: [
        "ContentChecks", "ContentParsing", "Diagnostics", "KnowledgeBase",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ContentImportTests",
      dependencies: ["ContentChecks", "ContentImport", "ContentParsing", "KnowledgeBase"],
      swiftSettings: settings),
    .testTarget(
      name: "ContentParsingTests",
      dependencies: ["ContentParsing", "Diagnostics", "KnowledgeBase", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CustomerMessagesTests", dependencies: ["CustomerMessages"], swiftSettings: settings),
    .testTarget(
      name: "CustomerRepliesTests",
      dependencies: [
        "Availability", "CivilCalendar", "CustomerMessages", "CustomerReplies", "KnowledgeBase",
        "SiteGeneration",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CivilCalendarTests", dependencies: ["CivilCalendar"], swiftSettings: settings),
    .testTarget(
      name: "CompactSourceTests", dependencies: ["CompactSource", "SiteTemplates"],
      swiftSettings: settings),
    .testTarget(
      name: "HTMLReadingTests", dependencies: ["HTMLReading"], swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GapAnalysisTests",
      dependencies: [
        "Availability", "ContactLog", "ContentParsing", "GapAnalysis", "KnowledgeBase",
        "SearchIndex", "TestSupport", "TextAnalysis",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "KnowledgeBaseTests", dependencies: ["KnowledgeBase"], swiftSettings: settings),
    .testTarget(
      name: "PersonalDataTests", dependencies: ["PersonalData", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PreviewServerTests", dependencies: ["PreviewServer"], swiftSettings: settings),
    .testTarget(
      name: "SearchIndexTests",
      dependencies: ["KnowledgeBase", "SearchIndex", "TestSupport", "TextAnalysis"],
      swiftSettings: settings),
    .testTarget(
      name: "SiteGenerationTests",
      dependencies: [
        "ContentParsing", "Contrast", "Diagnostics", "FileStamps", "KnowledgeBase",
        "SiteGeneration", "TestSupport", "TextAnalysis",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TextAnalysisTests", dependencies: ["TestSupport", "TextAnalysis"],
      swiftSettings: settings),
  ]
)
