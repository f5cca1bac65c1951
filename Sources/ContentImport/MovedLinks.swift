import Foundation

/// Leads the links of articles to the files' new places.
///
///     let moved = MovedLinks(["docs/01-a.md": ["en": "en/a.md"], "docs/b/02-c.md": ["en": "en/b/c.md"]], root: "docs")
///     moved.rewritten("[c](b/02-c.md#x)", from: "docs/01-a.md", to: "en/a.md")  // "[c](b/c.md#x)"
struct MovedLinks {
  /// New paths by language, `""` for files of no language, by path in the project.
  private let places: [String: [String: String]]
  private let root: String
  /// The new paths of what had an address on the site, by that address without strokes at its ends.
  private let addresses: [String: String]

  init(_ places: [String: [String: String]], root: String, addresses: [String: String] = [:]) {
    self.places = places
    self.root = root
    self.addresses = addresses
  }

  /// - Complexity: O(*n*) in the text, outside of fenced code.
  func rewritten(_ text: String, from old: String, to new: String) -> String {
    text.changingLinesOutsideCode { line in
      guard line.contains("](") || line.contains("]:") || line.contains("{") else {
        return String(line)
      }
      return rewritten(line: String(line), from: old, to: new)
    }
  }

  private func rewritten(line: String, from old: String, to new: String) -> String {
    func address(_ target: Substring) -> String? {
      let rest = target.drop { $0 != "#" && $0 != "?" }
      return place(of: String(target.dropLast(rest.count)), from: old, to: new).map { $0 + rest }
    }
    return
      line
      .replacing(/\{[{%][<%-]?\s*(?:link|ref|relref)\s+"?([^\s"]+)"?\s*[>%-]?[%}]\}/) { match in
        address(match.1) ?? String(match.0)
      }
      .replacing(/(\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?)([^)\s>]+)/) { match in
        address(match.2).map { match.1 + $0 } ?? String(match.0)
      }
  }

  /// The new path of what a link leads to, from the new place of the article it stands in.
  private func place(of target: String, from old: String, to new: String) -> String? {
    guard !target.isEmpty, !target.contains(":"), !target.hasPrefix("//") else { return nil }
    let path = target.removingPercentEncoding ?? target
    let language = new.prefix { $0 != "/" }
    let rooted =
      path.hasPrefix("@/") ? path.dropFirst(2) : path.dropFirst(path.hasPrefix("/") ? 1 : 0)
    var folder = old.split(separator: "/").dropLast().map(String.init)
    let own = folder
    // Addresses in HTML were those of the page, which was a folder of its own.
    let stem = old.split(separator: "/").last.map(String.init) ?? ""
    // A translation of Docusaurus links to what isn't translated as if it lay beside it.
    if folder.starts(with: ["i18n"]), folder.count > 3 { folder = [root] + folder.dropFirst(4) }
    let bases =
      rooted.count < path.count
      ? [[root], ["static"], []] : [own, folder, [root], [], own + [stem]]
    for base in bases {
      guard let found = Self.joined(base.filter { !$0.isEmpty }, String(rooted)) else { continue }
      for candidate in [found, "\(found).md", "\(found).mdx", "\(found)/index.md"] {
        guard let versions = places[candidate] else { continue }
        guard
          let version = versions[String(language)] ?? versions[""]
            ?? versions.min(by: { $0.key < $1.key })?.value
        else { continue }
        return version.hasPrefix("assets/") ? "/\(version)" : Self.relative(version, to: new)
      }
    }
    guard rooted.count < path.count else { return nil }
    let address = rooted.split(separator: "/").joined(separator: "/")
    return addresses[address].map { Self.relative($0, to: new) }
  }

  /// Follows `.` and `..`; nil when the path leaves the project.
  private static func joined(_ folder: [String], _ path: String) -> String? {
    var parts = folder
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// `../pay/refund.md` for `en/pay/refund.md` from `en/car/start.md`.
  private static func relative(_ path: String, to file: String) -> String {
    let target = path.split(separator: "/")
    let folder = file.split(separator: "/").dropLast()
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - shared)
    let address = (up + target[shared...].map(String.init)).joined(separator: "/")
    return address.addingPercentEncoding(withAllowedCharacters: allowed) ?? address
  }

  private static let allowed = CharacterSet.urlPathAllowed.subtracting(
    CharacterSet(charactersIn: "()"))
}
