import KnowledgeBase

/// How a web server should serve the site: the content security policy, how long to keep what, who
/// may read it, former addresses, the page for missing ones.
///
/// - `_headers`, `_redirects`: read by static hosts
/// - `nginx.conf`: to be included in a server block of nginx
/// - `Caddyfile`: to be imported into a site block of Caddy
struct Hosting {
  private static let year = "public, max-age=31536000, immutable"
  /// Asked for again each time, and mostly answered with "not modified".
  private static let fresh = "no-cache"
  private static let hour = "public, max-age=3600"
  /// Types that servers don't know by themselves.
  private static let types = [
    ("md", "text/markdown"), ("ics", "text/calendar"), ("atom", "application/atom+xml"),
  ]

  let library: Library
  /// Addresses that forms are sent to.
  let formTargets: [String]
  /// Files whose names change with their content, below the site's root, sorted.
  let hashed: [String]

  private var site: Site { library.site }
  private var root: String { site.root }

  /// Path below the site's root and text of each file.
  var files: [(path: String, text: String)] {
    let redirects =
      library.redirects.isEmpty ? [] : [(path: "_redirects", text: hostRedirects)]
    return [("_headers", headers), ("nginx.conf", nginx), ("Caddyfile", caddy)] + redirects
  }

  /// Sent with everything.
  private var common: [(name: String, value: String)] {
    [
      ("Content-Security-Policy", contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ]
  }

  /// What pages of other hosts may read: the search widget with its files, and the JSON.
  private static let shared: (name: String, value: String) = ("Access-Control-Allow-Origin", "*")
  private static let sharedFolders = ["api", "assets", "calendars", "search"]

  var contentSecurityPolicy: String {
    let forms = Set(formTargets.compactMap(Self.origin)).sorted().map { " " + $0 }.joined()
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; "
      + "media-src 'self'; connect-src 'self'; form-action 'self'\(forms); base-uri 'none'; "
      + "frame-ancestors 'none'"
  }

  /// `https://example.com` of `https://example.com/feedback`; nil for what isn't a plain host, since
  /// any other sign could end the directive, or the header.
  private static func origin(of address: String) -> String? {
    guard let scheme = address.firstOffset(of: "://") else { return nil }
    let host = address.utf8.dropFirst(scheme + 3).prefix { !"/?#".utf8.contains($0) }
    let isPlain = host.allSatisfy {
      0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || ".-:[]".utf8.contains($0)
    }
    guard isPlain, !host.isEmpty else { return nil }
    return String(Substring(address.utf8.prefix(scheme + 3 + host.count)))
  }

  // MARK: Static hosts

  /// Each name stands in one rule alone for any address: hosts join the values of rules that match.
  private var headers: String {
    func rule(_ pattern: String, _ headers: [(name: String, value: String)]) -> String {
      "\(root)\(pattern)\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
    }
    let search: [(name: String, value: String)] = [("Cache-Control", Self.fresh)]
    return rule("*", common)
      + Self.sharedFolders.map { rule($0 + "/*", [Self.shared] + ($0 == "search" ? search : [])) }
      .joined() + rule(SearchWidget.path, [Self.shared, ("Cache-Control", Self.fresh)])
      + hashed.map { rule($0, [("Cache-Control", Self.year)]) }.joined()
  }

  private var hostRedirects: String {
    library.redirects.map {
      "\(Self.encoded(root + $0.from)) \(Self.encoded(root + $0.to.path)) 301\n"
    }.joined()
  }

  private static func withCharset(_ type: String) -> String { type + "; charset=utf-8" }

  // MARK: nginx

  private var nginx: String {
    // A location's own headers take the place of all others, so that each has to have all.
    func location(
      _ match: String, _ headers: [(name: String, value: String)] = [], type: String? = nil
    ) -> String {
      let type = type.map { "  types { }\n  default_type \($0);\n" } ?? ""
      return "location \(match) {\n\(type)  try_files $uri $uri/ =404;\n"
        + (common + headers).map { "  add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
        + "}\n"
    }
    let top = Self.pattern(root)
    let names = hashed.map(Self.pattern).joined(separator: "|")
    let shared = Self.sharedFolders.joined(separator: "|")
    return """
      # Served by nginx: include this file in a server block, and set root to the folder above
      # \(root)

      charset utf-8;
      charset_types text/css text/plain text/xml text/markdown text/calendar application/javascript
        application/json application/atom+xml;
      index index.html;
      absolute_redirect off;
      gzip_static on;
      gzip on;
      gzip_vary on;
      gzip_types text/css text/plain text/xml text/markdown application/javascript application/json
        application/atom+xml image/svg+xml;
      error_page 404 \(root)404.html;

      """
        + location(root, [("Cache-Control", Self.fresh)])
        // Quoted, since braces of a pattern would end the line.
        + location("~ \"^\(top)(\(names))$\"", [Self.shared, ("Cache-Control", Self.year)])
        + location("~ \"^\(top)assets/\"", [Self.shared, ("Cache-Control", Self.hour)])
        + Self.types.map { ending, type in
          let isShared = ending == "ics"
          return location(
            "~ \"^\(top).*\\.\(ending)$\"",
            (isShared ? [Self.shared] : []) + [("Cache-Control", Self.fresh)], type: type)
        }.joined()
        + location(
          "~ \"^\(top)((\(shared))/|\(Self.pattern(SearchWidget.path))$)\"",
          [Self.shared, ("Cache-Control", Self.fresh)])
        + library.redirects.map {
          "location = \"\(root)\(Self.quoted($0.from))\" "
            + "{ return 301 \(Self.encoded(root + $0.to.path)); }\n"
        }.joined()
        + "location ~ \"^\(top)(_headers|_redirects|nginx\\.conf|Caddyfile)$\" { return 404; }\n"
  }

  private static func pattern(_ text: String) -> String {
    text.unicodeScalars.map {
      ".+*?()[]{}^$|\\\"".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)"
    }.joined()
  }

  /// Inside quotes of nginx and Caddy; `$` begins a variable of nginx and can't be escaped there.
  private static func quoted(_ text: String) -> String {
    text.replacing(mark: "\\", with: "\\\\").replacing(mark: "\"", with: "\\\"")
  }

  // MARK: Caddy

  private var caddy: String {
    func matched(
      _ name: String, _ paths: [String], _ headers: [(name: String, value: String)]
    ) -> String {
      "@\(name) path \(paths.map { "\"\(root)\($0)\"" }.joined(separator: " "))\n"
        + headers.map { "header @\(name) \($0.name) \"\($0.value)\"\n" }.joined()
    }
    // A route keeps its order, so that what is said of fewer files comes last and counts.
    return """
      # Served by Caddy: import this file into a site block, and set root to the folder above
      # \(root)

      encode gzip
      route {
      header {
      \(common.map { "  \($0.name) \"\($0.value)\"\n" }.joined())\
        Cache-Control "\(Self.fresh)"
      }

      """
        + matched(
          "shared", Self.sharedFolders.map { $0 + "/*" } + [SearchWidget.path], [Self.shared])
        + matched("assets", ["assets/*"], [("Cache-Control", Self.hour)])
        + matched("hashed", hashed, [("Cache-Control", Self.year)])
        + Self.types.map { ending, type in
          matched(ending, ["*.\(ending)"], [("Content-Type", Self.withCharset(type))])
        }.joined()
        + "}\n"
        + library.redirects.map {
          "redir \"\(root)\(Self.quoted($0.from))\" \(Self.encoded(root + $0.to.path)) 301\n"
        }.joined()
          + """
          file_server {
            precompressed br gzip
            hide _headers _redirects nginx.conf Caddyfile
          }
          handle_errors {
            @missing expression `{http.error.status_code} == 404`
            rewrite @missing \(root)404.html
            file_server
          }

          """
  }

  /// A path as it travels: spaces and letters that aren't ASCII by their bytes.
  static func encoded(_ path: String) -> String {
    path.utf8.map { byte in
      let isKept = byte > 0x20 && byte < 0x7F && !"\"%<>\\^`{|}$;".utf8.contains(byte)
      return isKept
        ? String(decoding: [byte], as: UTF8.self)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
