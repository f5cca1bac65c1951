import ArgumentParser
import ContentParsing
import Foundation
import KnowledgeBase
import SearchIndex

/// `signpost export`: writes the articles for a search server.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes articles, settings and synonyms for a search server.",
    discussion: """
      For a help centre that has outgrown the index which `signpost publish` writes. Each language \
      gets its own files; load them as the server's manual says for its settings and documents.
      """)

  @Argument(help: "opensearch (also for Elasticsearch), meilisearch or typesense.")
  var server: SearchServer

  @Option(name: .long, help: "The folder to write to; else search-export.")
  var output = "search-export"

  @OptionGroup var content: ContentOptions

  func run() throws {
    let sources = AnswerSources(try content.loadUsable(), strings: content.strings)
    let folder = URL(filePath: output)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for language in sources.languages {
        let index = sources.index(for: language)
        for file in SearchExport(index, for: server, baseURL: sources.site.baseURL).files {
          try Data(file.text.utf8).write(to: folder.appending(path: file.name), options: .atomic)
        }
        Terminal.answer(
          "\(output)/\(language.code).*: \(index.documents.count) documents for \(server.rawValue)")
      }
    } catch let error as CocoaError {
      Terminal.say(
        "\(output): error: \(error.localizedDescription) [export]\n"
          + "  cure: choose a folder that can be written to with --output")
      throw ExitCode(1)
    }
  }
}

extension SearchServer: ExpressibleByArgument {}
