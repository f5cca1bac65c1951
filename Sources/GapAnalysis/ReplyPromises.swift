import ContactLog

/// What channels promise, and whether a contact's first reply kept it.
package struct ReplyPromises: Sendable {
  /// By channel: `1 working day`.
  let words: [String: String]
  /// Nil where the log or the contact page doesn't tell.
  let isKept: @Sendable (Contact) -> Bool?

  package init(
    words: [String: String] = [:], isKept: @escaping @Sendable (Contact) -> Bool? = { _ in nil }
  ) {
    self.words = words
    self.isKept = isKept
  }
}
