/// What an article has in advance of others that answer as well: the site pins it, or customers ask
/// about it most, or it begins as the answer will. So little that it never beats a clear match.
struct Prior: Sendable, Hashable {
  let document: Int
  /// By how many 1/256 of itself a score grows; by less than none it gets smaller.
  let share: Int

  /// For a pinned article.
  private static let pinnedShare = 8
  /// For the article that most customers ask about; for others in proportion.
  private static let mostAskedShare = 6

  /// Those that are above 0, in the order of documents.
  ///
  /// - Complexity: O(*d*) in the documents.
  static func priors(of documents: DocumentList) -> [Prior] {
    let most = documents.lazy.map(\.contacts).max() ?? 0
    return documents.enumerated().compactMap { number, document in
      let asked = most > 0 ? (2 * mostAskedShare * document.contacts + most) / (2 * most) : 0
      let share = (document.isPinned ? pinnedShare : 0) + max(0, asked)
      return share > 0 ? Prior(document: number, share: share) : nil
    }
  }

  /// The score with what the article has in advance.
  func raised(_ score: Int) -> Int { score + score * share / 256 }
}
