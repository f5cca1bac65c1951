import Foundation
import KnowledgeBase

/// Reads the folder of another site generator. Front matter that Signpost understands stays as it
/// is; files move to where they belong, links follow them, and former addresses become aliases.
package enum GeneratorImport {
  package enum Generator: String, CaseIterable, Sendable { case hugo, jekyll, docusaurus, mkdocs }

  /// - Throws: `ImportError` when the folder holds no Markdown.
  package static func read(_ url: URL, from generator: Generator) throws -> ImportedContent {
    guard FileManager.default.fileExists(atPath: url.path), let english = Language("en") else {
      throw ImportError.missing(url.path)
    }
    var reader = GeneratorReader(GeneratorProject(at: url, of: generator, english: english))
    reader.sort(ExportFiles.all(below: url))
    reader.write()
    guard reader.content.articles > 0 else { throw ImportError.noArticles(url.path) }
    return reader.content
  }
}
