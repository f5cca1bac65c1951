import KnowledgeBase

extension PageContext {
  /// The notices of a page that aren't over, those whose time hasn't come hidden until the page's
  /// script shows them.
  func notices(on page: SitePage) -> [TemplateObject] {
    let folder: [String]
    switch page.content {
    case .article(let article): folder = article.categoryPath
    case .category(let category): folder = category.path
    default: folder = []
    }
    return library.notices.filter { $0.concerns(folder) && !$0.isOver(at: minute) }
      .compactMap { notice in
        guard let text = site.text(notice.text, in: language) else { return nil }
        return .present([
          "severity": .text(notice.severity.rawValue), "text": set(text),
          "from": notice.from.map { .text(String($0)) },
          "until": notice.until.map { .text(String($0)) },
          "isHidden": .flag(!notice.hasBegun(at: minute)),
        ])
      }
  }
}
