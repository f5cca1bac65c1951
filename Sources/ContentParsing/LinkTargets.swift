import Diagnostics
import Foundation
import KnowledgeBase

/// Every address that a link may lead to, known before any article is rendered.
struct LinkTargets: Sendable {
  /// By file below the content folder: `en/payments/refund.md`.
  private var permalinksByFile: [String: Permalink] = [:]
  /// By article id and language: `payments/refund`, `en`.
  private var permalinksByID: [String: [Language: Permalink]] = [:]
  /// By address as declared or emitted, without slashes at the ends: `en/payments/refund`.
  private var permalinksByAddress: [String: Permalink] = [:]
  /// Files that are copied, below the content folder, and where to.
  let assets: [String: ContentFolder.Asset]
  private var assetsByAddress: [String: ContentFolder.Asset] = [:]
  let imageSizes = ImageSizes()
  let languages: [Language]
  /// The site's folder on its host, `/` or `/base/`.
  let root: String
  /// The last parts of all ids, to suggest what was meant, with the first id that ends so.
  private var names = NameIndex([String]())
  private var idsByName: [String: String] = [:]
  private var assetNames = NameIndex([String]())

  init(_ headers: [ArticleHeader], assets: [ContentFolder.Asset], site: Site) {
    self.assets = Dictionary(
      assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    languages = site.languages
    root = site.root
    for asset in assets { assetsByAddress[site.root + asset.destination] = asset }
    for header in headers {
      permalinksByFile[header.path] = header.permalink
      permalinksByID[header.id.rawValue, default: [:]][header.language] = header.permalink
      register(header.permalink, at: header.permalink.path)
    }
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
      for page in ServicePage.allCases {
        let address = "\(language.code)/\(page.rawValue)/"
        register(Permalink(address), at: address)
      }
    }
    for id in permalinksByID.keys.sorted() {
      let name = Self.lastPart(of: id)
      if idsByName[name] == nil { idsByName[name] = id }
    }
    names = NameIndex(idsByName.keys)
    assetNames = NameIndex(self.assets.keys.map(Self.lastPart))
  }

  private mutating func register(_ permalink: Permalink, at address: String) {
    let key = address.split(separator: "/").joined(separator: "/")
    if permalinksByAddress[key] == nil { permalinksByAddress[key] = permalink }
  }

  func permalink(ofFile path: String) -> Permalink? { permalinksByFile[path] }

  func permalink(atAddress address: String) -> Permalink? { permalinksByAddress[address] }

  /// In the language asked for, else in the first language that has it.
  func permalink(ofID id: String, in language: Language) -> Permalink? {
    guard let byLanguage = permalinksByID[id] else { return nil }
    return byLanguage[language] ?? languages.lazy.compactMap { byLanguage[$0] }.first
  }

  /// The file that is published at an address of the site.
  func asset(atAddress address: String) -> ContentFolder.Asset? { assetsByAddress[address] }

  /// The article that was probably meant by a path that leads nowhere.
  func articleMeant(by path: String) -> String? {
    let name = Self.lastPart(of: Self.withoutExtension(path))
    return idsByName[name] ?? names.closest(to: name).flatMap { idsByName[$0] }
  }

  func assetMeant(by path: String) -> String? { assetNames.closest(to: Self.lastPart(of: path)) }

  static func withoutExtension(_ path: String) -> String {
    for ending in [".md", ".markdown", ".html", "/index"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
