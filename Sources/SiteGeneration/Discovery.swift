import KnowledgeBase

/// What machines read first: the site map, rules for robots.
struct Discovery {
  let plan: SitePlan

  private var baseURL: String { plan.library.site.baseURL }

  /// Every page that should be found, with its translations, if there may be any, and the day it was
  /// last changed.
  var sitemap: String {
    let languages = plan.library.languages.count > 1 ? plan.library.languages : []
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        + "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">",
    ]
    for page in plan.pages {
      var changed: String?
      switch page.content {
      case .search, .archive, .notFound: continue
      case .article(let article): changed = article.frontMatter.updated
      default: break
      }
      lines.append("<url><loc>\(XMLText.escaped(baseURL + "/" + page.permalink.path))</loc>")
      if let changed { lines.append("<lastmod>\(changed)</lastmod>") }
      for language in languages where !page.isContinuation {
        guard let permalink = plan.permalink(of: page, in: language) else { continue }
        lines.append(
          "<xhtml:link rel=\"alternate\" hreflang=\"\(language.code)\" "
            + "href=\"\(XMLText.escaped(baseURL + "/" + permalink.path))\"/>")
      }
      lines.append("</url>")
    }
    lines.append("</urlset>")
    return lines.joined(separator: "\n") + "\n"
  }

  var robots: String {
    "User-agent: *\nAllow: /\n\nSitemap: \(baseURL)/sitemap.xml\n"
  }
}
