import Foundation
import Testing

/// Runs the built command as its user would: arguments in, exit code and both outputs back.
struct SignpostProcess {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder that the command is run in.
  let folder: URL

  @discardableResult
  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try Self.launch(Self.executable, arguments, in: folder, input: input)
  }

  static func launch(
    _ executable: URL, _ arguments: [String], in folder: URL, input: String = ""
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files instead of pipes: a full pipe would block the command for ever.
    let temporary = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: temporary) }
    let paths = ["input", "output", "errors"].map { temporary.appending(path: $0) }
    try Data(input.utf8).write(to: paths[0])
    for path in paths.dropFirst() { try Data().write(to: path) }
    process.standardInput = try FileHandle(forReadingFrom: paths[0])
    process.standardOutput = try FileHandle(forWritingTo: paths[1])
    process.standardError = try FileHandle(forWritingTo: paths[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: paths[1], encoding: .utf8),
      errors: try String(contentsOf: paths[2], encoding: .utf8))
  }

  /// The one that was built beside this test.
  static let executable = productsFolder.appending(path: "signpost")

  private static let productsFolder: URL = {
    let own = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    return sequence(first: own, next: { $0.path == "/" ? nil : $0.deletingLastPathComponent() })
      .first {
        FileManager.default.isExecutableFile(atPath: $0.appending(path: "signpost").path)
          && !$0.lastPathComponent.isEmpty && $0.path != own.path
      } ?? own.deletingLastPathComponent()
  }()

  /// The package's folder.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "signpost-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

/// A help centre of a few files, written for one test and removed after it.
final class SmallHelpCentre {
  let folder: URL
  var signpost: SignpostProcess { SignpostProcess(folder: folder) }

  /// - Parameter files: texts by path below the content folder.
  init(_ files: [String: String]) throws {
    folder = try SignpostProcess.temporaryFolder()
    for (path, text) in files { try write(Data(text.utf8), to: "content/\(path)") }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ data: Data, to path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  /// Two articles in English, one of them in Polish too.
  static func sample() throws -> SmallHelpCentre {
    try SmallHelpCentre([
      "signpost.yml": """
      title: Example Help
      base-url: https://help.acme.example
      languages: [en, pl]

      """,
      "en/billing/refund.md": """
      ---
      title: How long does a refund take?
      kind: faq
      questions: [When do I get my money back?]
      ---
      At most five working days.

      """,
      "en/password.md": """
      ---
      title: Reset your password
      kind: how-to
      ---
      1. Tap *Forgotten*.
      2. Open the mail.

      """,
      "pl/billing/refund.md": """
      ---
      title: Ile trwa zwrot pieniędzy?
      kind: faq
      ---
      Najwyżej pięć dni roboczych.

      """,
    ])
  }
}
