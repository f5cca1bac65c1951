import Foundation
import KnowledgeBase

/// Resolves the links of one article: files, ids and addresses become permalinks.
struct LinkResolver {
  enum Resolution: Equatable {
    /// A page of the site and what follows it in the address, `#days`; nil for the article itself.
    case page(Permalink?, rest: String)
    case asset(ContentFolder.Asset, rest: String)
    case external(String)
    case broken(rule: String, summary: String, cures: [String])
  }

  let targets: LinkTargets
  /// The article's file below the content folder.
  let file: String
  let language: Language
  let id: ArticleID
  /// What addresses of the language begin with: `en/`.
  private let home: String

  init(targets: LinkTargets, file: String, language: Language, id: ArticleID) {
    self.targets = targets
    self.file = file
    self.language = language
    self.id = id
    home = "\(language.code)/"
  }

  /// `refund.md#days` leads to the page `en/payments/refund/` and its `#days`.
  func resolve(_ link: String) -> Resolution {
    if let scheme = Self.scheme(of: link) {
      guard ["http", "https", "mailto", "tel", "sms"].contains(scheme) else {
        return .broken(
          rule: "dangerous-link", summary: "link to '\(scheme):' isn't allowed",
          cures: ["link to https:, mailto: or tel: addresses, or to an article's file"])
      }
      return .external(link)
    }
    if link.hasPrefix("//") { return .external(link) }
    let (target, rest) = Self.split(link)
    guard !target.isEmpty else {
      return rest.hasPrefix("#") && rest.count > 1
        ? .page(nil, rest: rest)
        : .broken(
          rule: "broken-link", summary: "link has no address",
          cures: ["write where it leads in the parentheses, or remove the brackets"])
    }
    let path = Self.decoded(target)
    if let permalink = permalink(for: path) { return .page(permalink, rest: rest) }
    if let asset = asset(for: path) { return .asset(asset, rest: rest) }
    return notFound(path)
  }

  private func notFound(_ path: String) -> Resolution {
    let name = path.pathParts.last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last.map(String.init) : nil
    if let ending, !["md", "markdown", "html", "htm"].contains(ending) {
      let meant = targets.assetMeant(by: path).map { "did you mean '\($0)'?" }
      return .broken(
        rule: "broken-link", summary: "file '\(path)' doesn't exist",
        cures: [meant ?? "put the file there, or correct its name"])
    }
    if !targets.hasContact,
      LinkTargets.withoutExtension(String(name)) == ServicePage.contact.rawValue
    {
      return .broken(
        rule: "broken-link", summary: "page '\(path)' doesn't exist",
        cures: ["write contact.yml, which makes that page, or remove the link"])
    }
    let meant = targets.articleMeant(by: path).map { "did you mean '\($0)'?" }
    let what = path.hasPrefix("/") ? "page" : "article"
    return .broken(
      rule: "broken-link", summary: "\(what) '\(path)' doesn't exist",
      cures: [meant ?? "write the article or remove the link"])
  }

  func resolveImage(_ link: String) -> Resolution {
    if let scheme = Self.scheme(of: link) {
      return scheme == "https" || scheme == "http"
        ? .external(link)
        : .broken(
          rule: "dangerous-link", summary: "image from '\(scheme):' isn't allowed",
          cures: ["keep the image beside the article"])
    }
    if link.hasPrefix("//") { return .external(link) }
    let path = Self.split(link).target
    let decoded = Self.decoded(path)
    if let asset = asset(for: decoded) {
      guard Self.isShown(decoded) else {
        return .broken(
          rule: "image-format", summary: "browsers don't show image '\(decoded)'",
          cures: ["save it as JPEG, PNG or WebP"])
      }
      return .asset(asset, rest: "")
    }
    let meant = targets.assetMeant(by: decoded).map { "did you mean '\($0)'?" }
    return .broken(
      rule: "missing-image", summary: "image '\(decoded)' doesn't exist",
      cures: [meant ?? "put the file there, or correct its name"])
  }

  /// False for what cameras and drawing programs save, and no or few browsers can read.
  private static func isShown(_ path: String) -> Bool {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ![
      "ai", "dng", "eps", "heic", "heif", "jp2", "jxl", "psd", "raw", "tif", "tiff",
    ].contains(ending)
  }

  // MARK: Pages

  private func permalink(for path: String) -> Permalink? {
    if path.hasPrefix("/") { return permalink(atAddress: path) }
    // Zola writes links from the content folder as '@/faq/refund.md'.
    let relative = path.hasPrefix("@/") ? String(path.dropFirst(2)) : resolvedAgainstFile(path)
    guard let relative else { return nil }
    if let exact = targets.permalink(ofFile: relative) { return inOwnLanguage(exact, of: relative) }
    let stem = LinkTargets.withoutExtension(relative)
    for suffix in ["\(language.code).md", "_\(language.code).md"] {
      if let translated = targets.permalink(ofFile: "\(stem).\(suffix)") { return translated }
    }
    var parts = stem.pathParts.map(String.init)
    if let first = parts.first, Language(first) == language { parts.removeFirst() }
    let candidate = parts.joined(separator: "/")
    if let byID = targets.permalink(ofID: candidate, in: language) { return byID }
    let beside = LinkTargets.withoutExtension(path).path(from: id.rawValue.folderPath)
    if let byID = beside.flatMap({ targets.permalink(ofID: $0, in: language) }) { return byID }
    // An id, written as in front matter's 'related'.
    if let byID = targets.permalink(ofID: path, in: language) { return byID }
    return permalink(atAddress: candidate)
  }

  /// `refund.md` leads to its translation `refund.pl.md` from a Polish article.
  private func inOwnLanguage(_ exact: Permalink, of file: String) -> Permalink {
    if exact.path.utf8.starts(with: home.utf8) { return exact }
    let stem = LinkTargets.withoutExtension(file)
    return targets.permalink(ofFile: "\(stem).\(language.code).md")
      ?? targets.permalink(ofFile: "\(stem)._\(language.code).md") ?? exact
  }

  private func permalink(atAddress path: String) -> Permalink? {
    let trimmed = LinkTargets.withoutExtension(
      path.pathParts.joined(separator: "/"))
    let own = trimmed.isEmpty ? language.code : "\(language.code)/\(trimmed)"
    let others = targets.languages.map { "\($0.code)/\(trimmed)" }
    for address in (trimmed.isEmpty ? [own] : [trimmed, own]) + others {
      if let permalink = targets.permalink(atAddress: address) { return permalink }
    }
    return targets.permalink(ofID: trimmed, in: language)
  }

  // MARK: Files

  private func asset(for path: String) -> ContentFolder.Asset? {
    if path.hasPrefix("/") { return targets.assets[String(path.dropFirst())] }
    return resolvedAgainstFile(path).flatMap { targets.assets[$0] }
  }

  private func resolvedAgainstFile(_ path: String) -> String? {
    path.path(from: file.folderPath)
  }

  private static func scheme(of link: String) -> String? {
    guard let colon = link.firstOffset(of: ":") else { return nil }
    let scheme = link.utf8.prefix(colon)
    guard let first = scheme.first, isLetter(first), scheme.allSatisfy(isOfScheme) else {
      return nil
    }
    return String(Substring(scheme)).lowercased()
  }

  /// RFC 3986, section 3.1.
  private static func isOfScheme(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func split(_ link: String) -> (target: String, rest: String) {
    let mark = link.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
    guard let mark else { return (link, "") }
    return (String(link[..<mark]), String(link[mark...]))
  }

  /// The path that an address is written for: `%20` is a space.
  private static func decoded(_ path: String) -> String {
    guard path.contains(byte: UInt8(ascii: "%")) else { return path }
    return path.removingPercentEncoding ?? path
  }
}
