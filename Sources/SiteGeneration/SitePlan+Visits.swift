extension SitePlan {
  /// The name, below a search page, of what the page asks for when it finds nothing, so that the
  /// web server's log knows the query.
  package static let noResultMarker = "none.txt"

  /// The marker's path, for a search page of a site that wants one.
  func noResultMarker(of page: SitePage) -> String? {
    guard library.site.countsNoResults, case .search = page.content else { return nil }
    return page.permalink.path + Self.noResultMarker
  }
}
