import KnowledgeBase

/// What templates know of the site's logo.
///
/// - `source`, `darkSource`: its addresses; the second where dark pages have another
/// - `width`, `height`: in pixels
/// - `alt`: the site's title where the picture holds it, else empty
/// - `nameBeside`: the title, where the picture doesn't hold it
enum LogoContext {
  static func of(_ logo: Site.Logo, title: String, root: String) -> [String: Any] {
    .present([
      "source": root + Hosting.encoded(logo.path),
      "darkSource": logo.darkPath.map { root + Hosting.encoded($0) },
      "width": logo.width, "height": logo.height, "alt": logo.holdsName ? title : "",
      "nameBeside": logo.holdsName ? nil : title,
    ])
  }
}
