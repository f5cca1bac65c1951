/// What tells a contact from others, without giving anything away: keyed hashes.
package struct ContactIdentity: Hashable, Sendable {
  /// Of the id as the log has it; of the whole row where it has none.
  package let key: UInt64
  /// Of the text.
  package let content: UInt64
  /// Rows without ids may be alike and yet be different contacts.
  package let hasID: Bool
}

/// Whether a contact was there before.
package enum Admission: Hashable, Sendable {
  case new
  /// An earlier contact has its id, but another text: both are kept.
  case newTextForID
  case known
}

/// Remembers the contacts of one log, in memory.
///
/// Rows without ids are all counted: two calls with the same reason on the same day are two.
package struct SeenContacts {
  private var ids: Set<UInt64> = []
  private var contents: Set<UInt64> = []

  package init() {}

  package mutating func admit(_ identity: ContactIdentity) -> Admission {
    guard identity.hasID else { return .new }
    let isNewID = ids.insert(identity.key).inserted
    guard contents.insert(identity.key ^ identity.content &* 0x9E37_79B9_7F4A_7C15).inserted else {
      return .known
    }
    return isNewID ? .new : .newTextForID
  }
}
