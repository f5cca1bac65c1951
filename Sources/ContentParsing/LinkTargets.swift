import Diagnostics
import Foundation
import KnowledgeBase

/// Every address that a link may lead to, known before any article is rendered.
struct LinkTargets: Sendable {
  /// By file below the content folder: `en/payments/refund.md`.
  private let permalinksByFile: Deferred<[String: Permalink]>
  /// By article id and language: `payments/refund`, `en`.
  private let permalinksByID: Deferred<[String: [Language: Permalink]]>
  /// By address as declared or emitted, without slashes at the ends: `en/payments/refund`.
  private let permalinksByAddress: Deferred<[String: Permalink]>
  /// Files that are copied, below the content folder, and where to.
  let assets: [String: ContentFolder.Asset]
  private var assetsByAddress: [String: ContentFolder.Asset] = [:]
  let imageSizes = ImageSizes()
  let languages: [Language]
  /// Whether there are channels, and so a page of them.
  let hasContact: Bool
  /// The site's folder on its host, `/` or `/base/`.
  let root: String
  private let guesses: Deferred<Guesses>

  /// What is needed only when a link leads nowhere.
  private struct Guesses {
    /// The last parts of all ids, to suggest what was meant, with the first id that ends so.
    let names: NameIndex
    let idsByName: [String: String]
    let assetNames: NameIndex
  }

  init(
    _ headers: [ArticleHeader], assets: [ContentFolder.Asset], site: Site, hasContact: Bool = true
  ) {
    self.assets = Dictionary(
      assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    languages = site.languages
    self.hasContact = hasContact
    root = site.root
    guesses = Deferred { Self.guesses(headers, assets) }
    for asset in assets { assetsByAddress[site.root + asset.destination] = asset }
    // Most links are written in one of these ways: the others needn't be known.
    permalinksByFile = Deferred {
      headers.reduce(into: [:]) { $0[$1.path] = $1.permalink }
    }
    permalinksByID = Deferred {
      headers.reduce(into: [:]) { $0[$1.id.rawValue, default: [:]][$1.language] = $1.permalink }
    }
    permalinksByAddress = Deferred { [languages] in
      Self.permalinksByAddress(headers, languages: languages, hasContact: hasContact)
    }
  }

  private static func permalinksByAddress(
    _ headers: [ArticleHeader], languages: [Language], hasContact: Bool
  ) -> [String: Permalink] {
    var permalinks = [String: Permalink](minimumCapacity: headers.count)
    func register(_ permalink: Permalink, at address: String) {
      let key = withoutSlashes(address)
      if permalinks[key] == nil { permalinks[key] = permalink }
    }
    for header in headers { register(header.permalink, at: header.permalink.path) }
    for header in headers {
      for alias in header.frontMatter.aliases { register(header.permalink, at: alias) }
      for length in header.categoryPath.indices {
        let address = ArticleHeader.address(
          of: Array(header.categoryPath[...length]), in: header.language)
        register(Permalink(address), at: address)
      }
    }
    for language in languages {
      register(Permalink("\(language.code)/"), at: "\(language.code)/")
      for page in ServicePage.allCases where hasContact || page != .contact {
        let address = "\(language.code)/\(page.rawValue)/"
        register(Permalink(address), at: address)
      }
    }
    return permalinks
  }

  private static func guesses(
    _ headers: [ArticleHeader], _ assets: [ContentFolder.Asset]
  ) -> Guesses {
    var idsByName: [String: String] = [:]
    for id in headers.map(\.id.rawValue).sorted() {
      let name = lastPart(of: id)
      if idsByName[name] == nil { idsByName[name] = id }
    }
    return Guesses(
      names: NameIndex(idsByName.keys), idsByName: idsByName,
      assetNames: NameIndex(assets.map { lastPart(of: $0.path) }))
  }

  /// Those at the ends, and all but one of several together. Most addresses have just one at the end.
  private static func withoutSlashes(_ address: String) -> String {
    let slash = UInt8(ascii: "/")
    var last = slash
    let isPlain = address.utf8.allSatisfy { byte in
      defer { last = byte }
      return byte != slash || last != slash
    }
    guard isPlain else { return address.split(separator: "/").joined(separator: "/") }
    return last == slash ? String(Substring(address.utf8.dropLast())) : address
  }

  func permalink(ofFile path: String) -> Permalink? { permalinksByFile.value[path] }

  func permalink(atAddress address: String) -> Permalink? {
    permalinksByAddress.value[address]
  }

  /// In the language asked for, else in the first language that has it.
  func permalink(ofID id: String, in language: Language) -> Permalink? {
    guard let byLanguage = permalinksByID.value[id] else { return nil }
    return byLanguage[language] ?? languages.lazy.compactMap { byLanguage[$0] }.first
  }

  /// The file that is published at an address of the site.
  func asset(atAddress address: String) -> ContentFolder.Asset? { assetsByAddress[address] }

  /// The article that was probably meant by a path that leads nowhere.
  func articleMeant(by path: String) -> String? {
    let name = Self.lastPart(of: Self.withoutExtension(path))
    let guesses = guesses.value
    return guesses.idsByName[name]
      ?? guesses.names.closest(to: name).flatMap { guesses.idsByName[$0] }
  }

  func assetMeant(by path: String) -> String? {
    guesses.value.assetNames.closest(to: Self.lastPart(of: path))
  }

  static func withoutExtension(_ path: String) -> String {
    for ending in [".md", ".markdown", ".html", "/index"] where path.hasSuffix(ending) {
      return String(Substring(path.utf8.dropLast(ending.utf8.count)))
    }
    return path
  }

  private static func lastPart(of path: String) -> String {
    path.pathParts.last.map(String.init) ?? path
  }
}
