import KnowledgeBase

/// Former addresses as rules for hosts that answer with a redirect themselves; the pages that lead on
/// are for all others.
struct RedirectRules {
  /// Lines of a `_redirects` file, as static hosts read it.
  let hostRules: String
  /// Lines to include in a server block of nginx.
  let nginxRules: String

  init(_ library: Library) {
    let root = library.site.root
    let redirects = library.redirects
    hostRules = redirects.map {
      "\(Self.encoded(root + $0.from)) \(Self.encoded(root + $0.to.path)) 301\n"
    }.joined()
    nginxRules = redirects.map {
      "location = \"\(root)\($0.from)\" { return 301 \(Self.encoded(root + $0.to.path)); }\n"
    }.joined()
  }

  /// A path as it travels: spaces and letters that aren't ASCII by their bytes.
  static func encoded(_ path: String) -> String {
    path.utf8.map { byte in
      let isKept = byte > 0x20 && byte < 0x7F && !"\"%<>\\^`{|}".utf8.contains(byte)
      return isKept
        ? String(decoding: [byte], as: UTF8.self)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
