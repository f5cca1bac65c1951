/// A former address and where it leads now.
package struct Redirect: Hashable, Sendable {
  /// Below the site's root, without a slash at its start: `old/refunds/` or `help/refunds.html`.
  package let from: String
  package let to: Permalink

  package init(from: String, to: Permalink) {
    self.from = from
    self.to = to
  }

  /// The file a static host needs to answer that address.
  package var outputFile: String {
    from.hasSuffix(".html") || from.hasSuffix(".htm") ? from : from + "index.html"
  }
}
