import Diagnostics
import KnowledgeBase

extension ContentLoader {
  /// The folders that hold articles, with what their `_category.yml` says of them.
  func categories(
    _ folder: ContentFolder, of articles: [Article], _ diagnostics: inout [Diagnostic]
  ) -> [KnowledgeBase.Category] {
    struct Key: Hashable {
      let language: Language
      let path: [String]
    }
    var facts: [Key: CategoryFile.Facts] = [:]
    for file in folder.categories {
      guard let source = source(file.path, &diagnostics) else { continue }
      facts[Key(language: file.language, path: file.folder)] = CategoryFile.read(
        source, isMarkdown: file.isMarkdown, diagnostics: &diagnostics)
    }
    var keys: Set<Key> = []
    var last: Article?
    for article in articles {
      // Files come by folder, so that most have the categories of the one before.
      if article.categoryPath == last?.categoryPath, article.language == last?.language { continue }
      last = article
      for length in article.categoryPath.indices {
        keys.insert(Key(language: article.language, path: Array(article.categoryPath[...length])))
      }
    }
    let addresses = keys.map { ArticleHeader.address(of: $0.path, in: $0.language) }
    let wanted = Set(addresses)
    let taken = Set(articles.map(\.permalink.path).filter(wanted.contains))
    return zip(keys, addresses).map { key, address in
      let stated = facts[key]
      let free = taken.contains(address) ? String(address.dropLast()) + "-all/" : address
      return KnowledgeBase.Category(
        language: key.language, path: key.path,
        title: stated?.title ?? Self.readable(key.path.last ?? ""),
        description: stated?.description, order: stated?.order ?? Int.max,
        permalink: Permalink(free))
    }
  }

  /// `first_steps` and `first-steps` become `First steps`.
  private static func readable(_ name: String) -> String {
    let words = name.replacing(mark: "-", with: " ").replacing(mark: "_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
