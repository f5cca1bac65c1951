/// The site's scripts as they are published: made short, and joined with the modules that they can't
/// do without, which saves requests.
///
/// What depends on the site is put where marks stand: the channels' rules, the widget's languages and
/// style, and the addresses of the modules that are loaded when they are wanted (`"./results.js"`).
package enum SiteScript {
  package static let rules = "\"{rules}\""
  package static let (languages, style) = ("\"{languages}\"", "\"{style}\"")

  /// By script: the modules that it is joined with, and what calls it.
  private static let joined = [
    "assets/site.js": (
      modules: ["assets/availability.js", "assets/search-box.js"],
      call: "const rules = \(rules)\nstart()\n"
    ),
    "assets/widget.js": (
      modules: ["assets/search-box.js"], call: "define(\(languages), \(style))\n"
    ),
  ]

  /// The files that a script is made of.
  package static func files(of path: String) -> [String] {
    [path] + (joined[path]?.modules ?? [])
  }

  /// - Parameters:
  ///   - renames: whether names that only the script knows become short, for one whose way to write
  ///     is known.
  ///   - source: the text of each of its files.
  /// - Complexity: O(*n*) in the length.
  package static func text(
    of path: String, renames: Bool, source: (String) throws -> String
  ) rethrows -> String {
    guard let (modules, call) = joined[path] else {
      return CompactScript.of(try source(path), renames: renames)
    }
    let others = try modules.flatMap { lines(of: try source($0)) }.map { line in
      line.hasPrefix("export ") ? line.dropFirst("export ".count) : line
    }
    let own = lines(of: try source(path)).filter {
      !($0.hasPrefix("import{") && $0.contains("from "))
    }
    let script = (others + own + [Substring(call)]).joined(separator: "\n")
    return CompactScript.of(script, renames: renames)
  }

  private static func lines(of script: String) -> [Substring] {
    CompactScript.of(script).split(separator: "\n")
  }
}
