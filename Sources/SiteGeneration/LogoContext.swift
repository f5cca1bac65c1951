import KnowledgeBase

/// What templates know of the site's logo.
///
/// - `source`, `darkSource`: its addresses; the second where dark pages have another
/// - `width`, `height`: how large it is shown, in pixels of the page
/// - `alt`: the site's title where the picture holds it, else empty
/// - `nameBeside`: the title, where the picture doesn't hold it
enum LogoContext {
  /// In pixels of the page: what the line at its top has room for.
  private static let tallest = 32

  static func of(_ logo: Site.Logo, title: String, root: String) -> [String: Any] {
    // Not left to the style: a drawing without a width of its own would be none wide there.
    let height = min(logo.height, tallest)
    let width = (logo.width * height + logo.height / 2) / logo.height
    return .present([
      "source": root + Hosting.encoded(logo.path),
      "darkSource": logo.darkPath.map { root + Hosting.encoded($0) },
      "width": width, "height": height, "alt": logo.holdsName ? title : "",
      "nameBeside": logo.holdsName ? nil : title,
    ])
  }
}
