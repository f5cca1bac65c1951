import Foundation

/// Writes the files of a folder as Swift string literals: `EmbedTemplates FOLDER OUTPUT`.
///
/// Literals compile in a tenth of a second and need no resource bundle at run time, so that the
/// command works wherever it is copied to.
@main
struct EmbedTemplates {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: EmbedTemplates FOLDER OUTPUT\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: arguments[1]).standardizedFileURL
    var entries: [String] = []
    for subfolder in ["assets", "strings", "templates"] {
      let files = FileManager.default.enumerator(atPath: folder.appending(path: subfolder).path)
      for case let name as String in files ?? FileManager.DirectoryEnumerator() {
        let url = folder.appending(path: "\(subfolder)/\(name)")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
        entries.append("  \"\(subfolder)/\(name)\": ###\"\"\"\n\(text)\n\"\"\"###,\n")
      }
    }
    let source =
      "enum EmbeddedFiles {\n  static let texts: [String: String] = [\n"
      + (entries.isEmpty ? ":" : entries.sorted().joined()) + "  ]\n}\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }
}
