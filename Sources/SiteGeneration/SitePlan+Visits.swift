extension SitePlan {
  /// Below a search page, what the page asks for when it finds nothing, so that the web server's
  /// log knows the query.
  package static let noResultMarker = "none.txt"
}
