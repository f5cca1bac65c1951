import Foundation
import Testing

/// Imports point down only, and each library from outside has one target that knows it.
///
/// The package manager lets a target import what it doesn't declare as soon as something else was
/// built with it, so the list is held here.
@Suite struct ImportTests {
  /// What each target may import, top to bottom.
  private static let allowed: [(target: String, imports: Set<String>)] = [
    ("signpost", ["SignpostCommands"]),
    (
      "SignpostCommands",
      [
        "ArgumentParser", "Availability", "CivilCalendar", "ContactLog", "ContentChecks",
        "ContentImport", "ContentParsing",
        "CustomerMessages", "CustomerReplies", "Diagnostics", "FileStamps", "Foundation",
        "GapAnalysis",
        "KnowledgeBase",
        "PreviewServer", "SearchIndex", "SiteGeneration", "SiteTemplates", "Synchronization",
        "TextAnalysis",
      ]
    ),
    ("PreviewServer", ["FileStamps", "FlyingSocks", "Foundation"]),
    (
      "CustomerReplies",
      [
        "Availability", "CQREncode", "CivilCalendar", "CustomerMessages", "Foundation",
        "KnowledgeBase", "SearchIndex", "SiteGeneration", "TextAnalysis",
      ]
    ),
    (
      "GapAnalysis",
      [
        "Availability", "CivilCalendar", "ContactLog", "Diagnostics", "Foundation", "HeapModule",
        "KnowledgeBase", "SearchIndex", "Synchronization",
        "TextAnalysis",
      ]
    ),
    (
      "ContactLog",
      [
        "CivilCalendar", "CustomerMessages", "Diagnostics", "Foundation", "GRDB", "GRDBSQLite",
        "PersonalData",
        "Synchronization",
      ]
    ),
    (
      "SiteGeneration",
      [
        "Availability", "CFileExchange", "CZLib", "CivilCalendar", "CompactSource", "Contrast",
        "Diagnostics", "FileStamps", "Foundation", "KnowledgeBase", "SearchIndex", "SiteTemplates",
        "Synchronization", "TextAnalysis",
      ]
    ),
    (
      "ContentChecks",
      [
        "Availability", "CivilCalendar", "ContentParsing", "Contrast", "Diagnostics", "Foundation",
        "KnowledgeBase", "PersonalData", "TextAnalysis",
      ]
    ),
    (
      "ContentImport",
      ["CivilCalendar", "Foundation", "HTMLReading", "KnowledgeBase", "TextAnalysis"]
    ),
    ("SearchIndex", ["Foundation", "KnowledgeBase", "Synchronization", "TextAnalysis"]),
    (
      "ContentParsing",
      [
        "Availability", "CCMark", "CivilCalendar", "Diagnostics", "FileStamps", "Foundation",
        "HTMLReading", "KnowledgeBase", "Synchronization", "Yams",
      ]
    ),
    ("HTMLReading", ["KnowledgeBase"]),
    ("CustomerMessages", ["Foundation", "KnowledgeBase"]),
    ("KnowledgeBase", ["CivilCalendar", "Dispatch", "Synchronization", "TextAnalysis"]),
    ("Availability", ["CivilCalendar"]),
    ("PersonalData", ["CivilCalendar"]),
    ("CivilCalendar", []),
    ("Contrast", ["Foundation"]),
    ("TextAnalysis", []),
    ("Diagnostics", []),
    ("FileStamps", ["Foundation"]),
    ("EmbedTemplates", ["CompactSource", "Foundation"]),
    ("EmbedTemplatesPlugin", ["Foundation", "PackagePlugin"]),
    ("CompactSource", []),
    ("CCMark", []),
    ("CQREncode", []),
    ("CFileExchange", []),
    ("CZLib", []),
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyTargetIsOnTheList() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.root.appending(path: "Sources"), includingPropertiesForKeys: [.isDirectoryKey])
    let targets = try folders.filter {
      try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        && $0.pathExtension != "docc"
    }
    let listed = Set(Self.allowed.map(\.target))
    #expect(targets.map(\.lastPathComponent).filter { !listed.contains($0) } == [])
  }

  @Test(arguments: allowed.map(\.target))
  func importsOnlyWhatIsAllowed(_ target: String) throws {
    let allowed = Self.allowed.first { $0.target == target }?.imports ?? []
    let strays = try Self.imports(of: target).filter { !allowed.contains($0.module) }
    #expect(strays.map { "\($0.file) imports \($0.module)" } == [])
  }

  @Test func onlyOneTargetKnowsEachLibrary() throws {
    let libraries = [
      "ArgumentParser", "CCMark", "CFileExchange", "CQREncode", "CZLib", "FlyingSocks", "GRDB",
      "HeapModule",
      "Yams",
    ]
    for library in libraries {
      let knowing = try Self.allowed.map(\.target).filter { target in
        try Self.imports(of: target).contains { $0.module == library }
      }
      #expect(knowing.count <= 1, "\(library) is imported by \(knowing)")
    }
  }

  /// Reading the list from top to bottom, no target imports one that stands above it.
  @Test func importsPointDown() {
    let order = Self.allowed.map(\.target)
    for (position, entry) in Self.allowed.enumerated() {
      #expect(entry.imports.filter { order[...position].contains($0) } == [], "\(entry.target)")
    }
  }

  /// To a `Character` a sign is another one as soon as a mark is combined with it, so that escapes by
  /// characters let it through; `replacing(mark:)` looks at bytes.
  @Test(arguments: allowed.map(\.target).filter { $0 != "TextAnalysis" })
  func noSignIsReplacedByCharacters(_ target: String) throws {
    let folder = Self.root.appending(path: "Sources/\(target)")
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    let strays = try names.filter { $0.hasSuffix(".swift") }.sorted().filter { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .contains(".replacing(\"")
    }
    #expect(strays == [])
  }

  private static func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = root.appending(path: "Sources/\(target)")
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    let pattern =
      #/^(?:(?:@\w+|package|public|private)\s+)*import\s+(?:(?:struct|class|enum|func)\s+)?(?<module>\w+)/#
    return try names.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .split(separator: "\n").compactMap { line in
          line.firstMatch(of: pattern).map { (name, String($0.module)) }
        }
    }
  }
}
