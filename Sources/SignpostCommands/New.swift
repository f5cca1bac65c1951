import ArgumentParser
import Foundation
import GapAnalysis
import KnowledgeBase
import TextAnalysis

/// `signpost new`: writes the skeleton of an article.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes the skeleton of an article, as a draft.",
    discussion: "signpost new faq \"How do I get a refund?\" --lang en --in payments")

  @Argument(help: "faq, how-to, process or page.")
  var kind: ArticleKind

  @Argument(help: "The title, as customers would ask.")
  var title: String

  @Option(name: .long, help: "The article's language; else the site's first.")
  var lang: String?

  @Option(name: .customLong("in"), help: "The category's folder.")
  var category: String?

  @Option(name: .long, help: "The file's name; else made from the title.")
  var name: String?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let first = content.load(includesDrafts: true).library.site.languages.first
    guard let language = lang.map(Language.init) ?? first ?? Language("en") else {
      throw ValidationError("'\(lang ?? "")' isn't a language; use BCP 47 tags: pl, lv, pt-BR.")
    }
    let words = Tokenizer.tokens(in: title).map(\.form).prefix(8).joined(separator: "-")
    // Cyrillic in Latin letters, as drafts of the review have it: addresses are sent and printed.
    let latin = ArticleDraft.slug(of: title)
    let stem = name ?? [latin, words].first { !$0.isEmpty } ?? "article"
    let parts = ((category ?? "") + "/" + stem).split(separator: "/")
    guard !parts.contains(".."), !parts.contains(".") else {
      throw ValidationError("The file must lie in the content folder.")
    }
    let path = "\(content.content)/\(language.code)/\(parts.joined(separator: "/")).md"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("\(path) exists already; give another --name.")
    }
    let text = ArticleSkeleton(kind: kind, title: title, language: language, today: Today.iso).text
    try OutputFile.write(text, to: path)
    Terminal.answer(path)
  }
}

extension ArticleKind: ExpressibleByArgument {}
