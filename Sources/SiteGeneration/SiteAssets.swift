import CompactSource
import Contrast
import Foundation
import KnowledgeBase

/// The site's style, scripts and indexes under names that change with their content.
struct SiteAssets: Sendable {
  /// Path and text of every file.
  private(set) var files: [(path: String, text: String)] = []
  /// The files whose names change with their content, sorted.
  private(set) var hashed: [String] = []
  private(set) var css = ""
  private(set) var script = ""
  /// What the page of results loads at once.
  private(set) var resultsScripts: [String] = []
  /// The script of the embedded search without what it is called with.
  private(set) var widget = ""
  private(set) var shortLinkScript = ""
  private(set) var icon = ""
  /// The picture for links to the site, and its bytes where it isn't a file of the site's own.
  private(set) var socialImage: (path: String, bytes: [UInt8]?) = ("", nil)
  /// The search index of each language.
  private(set) var searchIndex: [Language: String] = [:]

  /// - Parameters:
  ///   - languages: those that have a search index.
  ///   - picture: the site's own picture for links to it.
  ///   - rules: what the script must know of the channels, as JSON; it travels with the script.
  init(
    brand: BrandColour, picture: String?, languages: [Language], rules: String?,
    store: TemplateStore
  ) {
    let drawing = Deferred { SocialImage(brand: brand).png }
    // While the rest is put together, which takes as long.
    if picture == nil { DispatchQueue.global().async { _ = drawing.value } }
    var page = store.published("assets/site.js")
    widget = store.published("assets/widget.js")
    let parts = ["search-guesses", "search-facets"].map { name in
      (name, add("assets/\(name).js", store.published("assets/\(name).js")))
    }
    for name in ["search", "results", "call-back", "feedback"] {
      var script = store.published("assets/\(name).js")
      for (name, path) in parts {
        let hashed = "./" + path.dropFirst("assets/".count)
        script = script.replacing(mark: "./\(name).js", with: hashed)
      }
      let path = add("assets/\(name).js", script)
      if name == "search" || name == "results" { resultsScripts.append(path) }
      let hashed = "./" + path.dropFirst("assets/".count)
      page = page.replacing(mark: "./\(name).js", with: hashed)
      // The widget stands one folder above the others.
      widget = widget.replacing(mark: "./\(name).js", with: "./" + path)
    }
    script = add("assets/site.js", page.replacing(mark: SiteScript.rules, with: rules ?? "null"))
    shortLinkScript = add("assets/short-link.js", store.published("assets/short-link.js"))
    let own = store.override(TemplateStore.ownStyle).map(CompactStyle.of) ?? ""
    css = add(
      "assets/site.css", CompactStyle.of(brand.css) + store.published("assets/site.css") + own)
    icon = add(
      "assets/favicon.svg",
      store.text(of: "assets/favicon.svg")
        .replacing(mark: "currentBrand", with: brand.light.brand))
    hashed = files.map(\.path)
    if let picture {
      socialImage = (picture, nil)
    } else {
      let path = Fingerprint.name("assets/social.png", for: drawing.value)
      socialImage = (path, drawing.value)
      hashed.append(path)
    }
    hashed.sort()
    for language in languages { searchIndex[language] = Self.searchPath(in: language) }
  }

  /// Every page names its index: a name that changed with it would change every page.
  static func searchPath(in language: Language) -> String { "search/\(language.code).json" }

  private mutating func add(_ path: String, _ text: String) -> String {
    let name = Fingerprint.name(path, for: text.utf8)
    files.append((name, text))
    return name
  }
}
