import Contrast
import Foundation
import KnowledgeBase
import SiteTemplates

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
  ///   - source: a file's text by its path below `site-templates`, overrides included.
  init(
    brand: BrandColour, picture: String?, languages: [Language], rules: String?,
    source: (String) throws -> String
  ) rethrows {
    let drawing = Deferred { SocialImage(brand: brand).png }
    // While the scripts are made short, which takes as long.
    if picture == nil { DispatchQueue.global().async { _ = drawing.value } }
    let box = try CompactScript.of(source("assets/search-box.js"))
    var page = Self.joined(
      try source("assets/site.js"),
      with: [try CompactScript.of(source("assets/availability.js")), box])
    widget = Self.joined(try source("assets/widget.js"), with: [box])
    let parts = try ["search-guesses", "search-facets"].map { name in
      (name, add("assets/\(name).js", try Self.compact("assets/\(name).js", source)))
    }
    for name in ["search", "results", "tabs", "call-back", "feedback"] {
      var script = try Self.compact("assets/\(name).js", source)
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
    page += "const rules = \(rules ?? "null")\nstart()\n"
    let isOwn = try ["site", "availability", "search-box"].allSatisfy { name in
      try Self.isOwn("assets/\(name).js", source)
    }
    script = add("assets/site.js", CompactScript.of(page, renames: isOwn))
    shortLinkScript = add(
      "assets/short-link.js", try Self.compact("assets/short-link.js", source))
    css = add("assets/site.css", try CompactStyle.of(brand.css + source("assets/site.css")))
    icon = add(
      "assets/favicon.svg",
      try source("assets/favicon.svg").replacing(mark: "currentBrand", with: brand.light.brand))
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

  private static func compact(
    _ path: String, _ source: (String) throws -> String
  ) rethrows -> String {
    CompactScript.of(try source(path), renames: try isOwn(path, source))
  }

  /// Whether a script is the one that every site has, whose names may become short.
  private static func isOwn(
    _ path: String, _ source: (String) throws -> String
  ) rethrows -> Bool {
    try source(path) == SiteTemplates.text(of: path)
  }

  /// A script together with the modules that it can't do without, which saves requests.
  private static func joined(_ script: String, with modules: [String]) -> String {
    let own = lines(of: CompactScript.of(script)).filter {
      !($0.hasPrefix("import{") && $0.contains("from "))
    }
    let others = lines(of: modules.joined()).map { line in
      line.hasPrefix("export ") ? line.dropFirst("export ".count) : line
    }
    return (others + own).joined(separator: "\n") + "\n"
  }

  private static func lines(of script: String) -> [Substring] {
    Substring(script).utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
  }

  private mutating func add(_ path: String, _ text: String) -> String {
    let name = Fingerprint.name(path, for: text.utf8)
    files.append((name, text))
    return name
  }
}
