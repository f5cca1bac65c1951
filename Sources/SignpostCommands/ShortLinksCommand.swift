import ArgumentParser
import ContentParsing
import Diagnostics
import Foundation
import KnowledgeBase

/// `signpost shortlinks`: gives every article a short address that never changes.
struct ShortLinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlinks",
    abstract: "Gives every article a short address for stickers and short messages.",
    discussion: """
      New codes are added to shortlinks.yml in the content folder; those that stand there stay. \
      'publish' writes the pages that lead on to the article in the reader's language.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(name: .long, help: "text or json.")
  var format = Format.text

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try content.loadUsable().library
    let file = content.shortLinkFile
    let findings = file.findings(in: library)
    Terminal.say(DiagnosticFormatter().report(findings))
    guard file.diagnostics.isEmpty else { throw ExitCode(1) }
    var links = file.links
    let articles = Set(library.articles.map(\.id)).sorted()
    let added = links.assign(to: articles)
    if !added.isEmpty {
      try OutputFile.write(
        file.text(adding: added), to: "\(content.content)/\(ShortLinkFile.name)")
    }
    Terminal.say("\(added.count) new, \(links.all.count) in all")
    let entries = links.all.map { link in
      Entry(
        code: link.code, url: library.site.shortURL(ofCode: link.code),
        article: link.article.rawValue, title: library.source(of: link.article)?.title)
    }
    switch format {
    case .text:
      Terminal.answer(
        entries.map { "\($0.url)  \($0.article)  \($0.title ?? "(no article)")" }
          .joined(separator: "\n"))
    case .json:
      Terminal.answer(try PrintedJSON.indented(entries))
    }
    if !findings.isEmpty { throw ExitCode(1) }
  }

  private struct Entry: Encodable {
    let code: String
    let url: String
    let article: String
    let title: String?
  }
}

extension ContentOptions {
  var shortLinkFile: ShortLinkFile { ShortLinkFile(in: URL(filePath: content), shownAs: content) }
}

extension Site {
  /// The address in full: `https://help.example.com/s/c6xh/`.
  func shortURL(ofCode code: String) -> String { "\(baseURL)/\(ShortLinks.path(ofCode: code))" }
}
