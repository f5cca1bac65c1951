import CompactSource
import Foundation

/// Writes the files of a folder as Swift string literals, scripts and styles also as they are published:
/// `EmbedTemplates FOLDER OUTPUT`.
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
    var texts: [String: String] = [:]
    for subfolder in ["assets", "strings", "templates"] {
      let files = FileManager.default.enumerator(atPath: folder.appending(path: subfolder).path)
      for case let name as String in files ?? FileManager.DirectoryEnumerator() {
        let path = "\(subfolder)/\(name)"
        texts[path] = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
      }
    }
    let published = texts.reduce(into: [String: String]()) { short, file in
      let (path, text) = file
      if path.hasSuffix(".css") { short[path] = CompactStyle.of(text) }
      if path.hasSuffix(".js") {
        short[path] = SiteScript.text(of: path, renames: true) { texts[$0] ?? "" }
      }
    }
    let source = """
      enum EmbeddedFiles {
        static let texts: [String: String] = \(literal(of: texts))
        static let published: [String: String] = \(literal(of: published))
      }

      """
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }

  private static func literal(of files: [String: String]) -> String {
    guard !files.isEmpty else { return "[:]" }
    let entries = files.sorted { $0.key < $1.key }.map { path, text in
      "  \"\(path)\": ###\"\"\"\n\(text)\n\"\"\"###,\n"
    }
    return "[\n" + entries.joined() + "  ]"
  }
}
