import Foundation
import KnowledgeBase

/// Articles, pictures and former addresses on their way into the content folder.
extension GeneratorReader {
  mutating func write() {
    leaveOutGeneralFolder()
    var versions: [String: [String: String]] = [:]
    for article in articles {
      versions[article.place.key, default: [:]][article.place.language.code] = article.place.file
    }
    var places = Dictionary(
      media.map { ($0.path, ["": $0.new]) }, uniquingKeysWith: { first, _ in first })
    for article in articles { places[article.path] = versions[article.place.key] }
    addRedirects()
    let addresses = articles.flatMap { article in
      article.addresses.map {
        ($0.split(separator: "/").joined(separator: "/"), article.place.file)
      }
    }
    let links = MovedLinks(
      places, root: project.root.joined(separator: "/"),
      addresses: Dictionary(addresses, uniquingKeysWith: { first, _ in first }))
    for article in articles { write(article, links) }
    for file in media {
      guard let data = try? Data(contentsOf: project.folder.appending(path: file.path)) else {
        content.note(file.path, "can't be read; left out")
        continue
      }
      content.add(ImportedContent.File(path: file.new, data: data))
    }
    addSections()
    func note(_ paths: [String], _ why: String) {
      guard let first = paths.first else { return }
      content.note(first + (paths.count > 1 ? " and \(paths.count - 1) more" : ""), why)
    }
    for (ending, paths) in leftOut.sorted(by: { $0.key < $1.key }) {
      note(paths, "\(ending): neither article nor picture; left out")
    }
    note(outside, "not published by \(project.generator.rawValue); left out")
    content.describe(
      title: project.title, address: project.address, languages: [project.language])
  }

  /// Names that say no more than that articles lie in the folder.
  private static let generalNames: Set<String> = [
    "articles", "doc", "docs", "documentation", "help", "kb", "knowledge-base",
  ]

  /// Lifts the articles out of a folder that most of them share, so that the home page names the
  /// topics in it and not the folder.
  private mutating func leaveOutGeneralFolder() {
    guard project.generator == .hugo || project.generator == .jekyll else { return }
    let folders = articles.map { $0.place.parts.count > 1 ? $0.place.parts[0] : "" }
    guard
      let name = folders.first(where: Self.generalNames.contains),
      folders.count(where: { $0 == name }) * 2 > folders.count,
      articles.contains(where: { $0.place.parts.first == name && $0.place.parts.count > 2 })
    else { return }
    let lifted = articles.map { article in
      guard article.place.parts.first == name, article.place.parts.count > 1 else {
        return article.place
      }
      // The folder's own page keeps its address.
      return article.place.parts.count == 2 && article.place.isIndex && !article.place.isSection
        ? article.place.moved(to: [name])
        : article.place.moved(to: Array(article.place.parts.dropFirst()))
    }
    let isHome = lifted.map { $0.parts == ["_index"] }
    let files = zip(lifted, isHome).filter { !$0.1 }.map(\.0.file)
    guard Set(files).count == files.count else { return }
    for index in articles.indices { articles[index].place = lifted[index] }
    articles = zip(articles, isHome).filter { !$0.1 || $0.0.former.parts == ["_index"] }.map(\.0)
    for index in media.indices {
      var parts = media[index].new.split(separator: "/").map(String.init)
      guard parts.count > 2, parts[0] != "assets", parts[1] == name else { continue }
      parts.remove(at: 1)
      media[index].new = parts.joined(separator: "/")
    }
  }

  /// Gives each article the addresses it had.
  private mutating func addRedirects() {
    var byAddress: [String: Int] = [:]
    func key(_ address: String) -> String { address.split(separator: "/").joined(separator: "/") }
    for index in articles.indices {
      let (place, text) = (articles[index].former, articles[index].text)
      byAddress["\(place.language.code)/\(place.below.joined(separator: "/"))"] = index
      guard let address = project.formerAddress(of: place, text) else { continue }
      byAddress[key(address)] = index
      if ExportAlias.isUsable(address) { articles[index].addresses.append(address) }
    }
    let root = project.root.joined(separator: "/")
    let byPath = Dictionary(
      zip(articles.map(\.path), articles.indices), uniquingKeysWith: { first, _ in first })
    for (old, new) in formerFiles {
      guard let index = byPath[root.isEmpty ? new : "\(root)/\(new)"] else {
        content.note(old, "led to '\(new)', which isn't an article; left out")
        continue
      }
      let parts = old.split(separator: ".").dropLast().joined(separator: ".")
      articles[index].addresses.append("/\(parts)/")
    }
    for (file, from, to) in redirects {
      let target = String(to.prefix { $0 != "#" && $0 != "?" })
      if let index = byAddress[key(target)], ExportAlias.isUsable(from) {
        articles[index].addresses.append(from)
      } else {
        content.note(file, "'\(from)' led to '\(to)', which isn't an article; left out")
      }
    }
  }

  private mutating func write(_ article: Article, _ links: MovedLinks) {
    let place = article.place
    var text = article.text
    let page = project.generator == .docusaurus ? place.key : place.key + ".md"
    if let order = navigation.orders[page] { text.insert("order", String(order)) }
    if let title = navigation.titles[page], place.code == nil, text.title == nil {
      text.insert("title", YAMLText.quoted(title))
    }
    if text.title == nil, !place.isSection, let name = place.below.last {
      let words = name.replacing(/[-_]+/, with: " ")
      let label = text.value("sidebar_label")
      text.remove("title")
      text.insert(
        "title", YAMLText.quoted(label ?? words.prefix(1).uppercased() + words.dropFirst()))
      if label == nil { content.note(article.path, "has no title; named after its file") }
    }
    for address in article.addresses { text.addAlias(address) }
    text.body = links.rewritten(text.body, from: article.path, to: place.file)
    content.add(ImportedContent.File(path: place.file, data: Data(text.text.utf8)))
    if !place.isSection { content.count(place.language, redirects: text.addresses) }
  }
}
