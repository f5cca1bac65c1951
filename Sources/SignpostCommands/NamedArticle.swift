import ArgumentParser
import Diagnostics
import KnowledgeBase

extension Library {
  /// The article that somebody names by its id.
  ///
  /// - Throws: what was probably meant: a slip, or an article named without its category.
  func source(named id: String) throws -> Article {
    if let article = source(of: ArticleID(id)) { return article }
    let ids = Set(articles.map(\.id.rawValue)).sorted()
    let sameFile = ids.filter { $0.hasSuffix("/\(id)") }
    let meant = sameFile.count == 1 ? sameFile[0] : didYouMean(id, among: ids)
    throw ValidationError(
      "There is no article '\(id)'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; 'signpost search' finds its id."))
  }
}
