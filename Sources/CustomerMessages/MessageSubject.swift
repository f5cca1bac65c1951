/// A mail's subject without what programs put before it: `Re: Fwd: Card` is `Card`.
package struct MessageSubject: Sendable {
  package let text: String

  private static let prefixes: Set<String> = [
    "re", "fw", "fwd", "odp", "pd", "aw", "wg", "sv", "vs", "ats", "отв", "на", "пересл",
  ]

  package init(_ subject: String) {
    var rest = subject.trimmed
    while let colon = rest.firstIndex(of: ":") {
      // `Re[2]:` of some programs counts too.
      let prefix = rest[..<colon].prefix { $0.isLetter }.lowercased()
      let isBare = rest[..<colon].dropFirst(prefix.count).allSatisfy {
        "[]()0123456789 ".contains($0)
      }
      guard Self.prefixes.contains(prefix), isBare else { break }
      rest = rest[rest.index(after: colon)...].trimmed
    }
    text = rest
  }
}
