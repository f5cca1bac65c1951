import Diagnostics
import Foundation
import KnowledgeBase

/// Every address that a link may lead to, known before any article is rendered.
struct LinkTargets: Sendable {
  /// By file below the content folder: `en/payments/refund.md`.
  var permalinksByFile: [String: Permalink] = [:]
  /// By article id and language: `payments/refund`, `en`.
  var permalinksByID: [String: [Language: Permalink]] = [:]
  /// By address as declared or emitted, without slashes at the ends: `en/payments/refund`.
  var permalinksByAddress: [String: Permalink] = [:]
  /// Files that are copied, below the content folder, and where to.
  var assets: [String: String] = [:]
  var languages: [Language] = []
  /// The site's folder on its host, `/` or `/base/`.
  var root = "/"
}

/// Resolves the links of one article: files, ids and addresses become permalinks.
struct LinkResolver {
  enum Resolution {
    case address(String)
    case broken(rule: String, summary: String, cures: [String])
  }

  let targets: LinkTargets
  /// The article's file below the content folder.
  let file: String
  let language: Language
  let id: ArticleID

  /// `refund.md#days` becomes `/en/payments/refund/#days`.
  func resolve(_ link: String) -> Resolution {
    if let scheme = Self.scheme(of: link) {
      guard ["http", "https", "mailto", "tel", "sms"].contains(scheme) else {
        return .broken(
          rule: "dangerous-link", summary: "link to '\(scheme):' isn't allowed",
          cures: ["link to https:, mailto: or tel: addresses, or to an article's file"])
      }
      return .address(link)
    }
    if link.hasPrefix("#") || link.hasPrefix("//") { return .address(link) }
    let (target, fragment) = Self.split(link)
    guard !target.isEmpty else { return .address(fragment) }
    let path = target.removingPercentEncoding ?? target
    if let permalink = permalink(for: path) {
      return .address(targets.root + permalink.path + fragment)
    }
    if let asset = asset(for: path) { return .address(targets.root + asset + fragment) }
    let name = Self.withoutExtension(path.split(separator: "/").last.map(String.init) ?? path)
    let known = targets.permalinksByID.keys.sorted()
    let exact = known.first { $0.split(separator: "/").last.map(String.init) == name }
    let meant =
      exact
      ?? didYouMean(name, among: known.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    return .broken(
      rule: "broken-link", summary: "article '\(path)' doesn't exist",
      cures: [meant.map { "did you mean '\($0)'?" } ?? "write the article or remove the link"])
  }

  func resolveImage(_ link: String) -> Resolution {
    if let scheme = Self.scheme(of: link) {
      return scheme == "https" || scheme == "http"
        ? .address(link)
        : .broken(
          rule: "dangerous-link", summary: "image from '\(scheme):' isn't allowed",
          cures: ["keep the image beside the article"])
    }
    let path = Self.split(link).target
    if let asset = asset(for: path.removingPercentEncoding ?? path) {
      return .address(targets.root + asset)
    }
    return .broken(
      rule: "missing-image", summary: "image '\(path)' doesn't exist",
      cures: ["put the file there, or correct its name"])
  }

  private func permalink(for path: String) -> Permalink? {
    if path.hasPrefix("/") { return permalink(forAddress: path) }
    let relative = path.hasPrefix("@/") ? String(path.dropFirst(2)) : resolvedAgainstFile(path)
    guard let relative else { return nil }
    if let exact = targets.permalinksByFile[relative] { return exact }
    let stem = Self.withoutExtension(relative)
    for suffix in ["\(language.code).md", "_\(language.code).md"] {
      if let translated = targets.permalinksByFile["\(stem).\(suffix)"] { return translated }
    }
    var candidate = stem
    if let first = stem.split(separator: "/").first, Language(String(first)) == language {
      candidate = stem.split(separator: "/").dropFirst().joined(separator: "/")
    }
    if let byID = permalink(forID: candidate) { return byID }
    let folder = id.rawValue.split(separator: "/").dropLast()
    return permalink(forID: Self.normalise(folder.map(String.init), path) ?? candidate)
  }

  private func permalink(forAddress path: String) -> Permalink? {
    let trimmed = path.split(separator: "/").joined(separator: "/")
    for address in [trimmed, "\(language.code)/\(trimmed)"] + targets.languages.map({ "\($0.code)/\(trimmed)" }) {
      if let permalink = targets.permalinksByAddress[address] { return permalink }
    }
    return permalink(forID: Self.withoutExtension(trimmed))
  }

  /// In the article's own language, else in the first language that has it.
  private func permalink(forID id: String) -> Permalink? {
    guard let byLanguage = targets.permalinksByID[id] else { return nil }
    return byLanguage[language]
      ?? targets.languages.lazy.compactMap { byLanguage[$0] }.first
  }

  private func asset(for path: String) -> String? {
    if path.hasPrefix("/") { return targets.assets[String(path.dropFirst())] }
    return resolvedAgainstFile(path).flatMap { targets.assets[$0] }
  }

  private func resolvedAgainstFile(_ path: String) -> String? {
    Self.normalise(file.split(separator: "/").dropLast().map(String.init), path)
  }

  /// Follows `.` and `..`; nil when the path leaves the content folder.
  static func normalise(_ folder: [String], _ path: String) -> String? {
    var parts = folder
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func withoutExtension(_ path: String) -> String {
    for ending in [".md", ".markdown", ".html", "/index"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  private static func scheme(of link: String) -> String? {
    guard let colon = link.firstIndex(of: ":") else { return nil }
    let scheme = link[..<colon]
    guard let first = scheme.first, first.isASCII, first.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return scheme.lowercased()
  }

  private static func split(_ link: String) -> (target: String, fragment: String) {
    guard let mark = link.firstIndex(where: { $0 == "#" || $0 == "?" }) else { return (link, "") }
    return (String(link[..<mark]), String(link[mark...]))
  }
}
