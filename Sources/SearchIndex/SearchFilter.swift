import KnowledgeBase
import TextAnalysis

/// Which articles a search looks at: by category, kind and tag.
///
///     SearchFilter(categories: [["payments"]], kinds: [.howTo])  // how-tos in Payments
///
/// Of several values of a sort one suffices; each sort that has any must be met.
package struct SearchFilter: Sendable, Hashable {
  /// Paths of categories; those below them count too.
  package var categories: [[String]]
  package var kinds: [ArticleKind]
  /// In any case, with or without diacritics.
  package var tags: [String]

  package init(
    categories: [[String]] = [], kinds: [ArticleKind] = [], tags: [String] = []
  ) {
    self.categories = categories
    self.kinds = kinds
    self.tags = tags
  }

  package var isEmpty: Bool { categories.isEmpty && kinds.isEmpty && tags.isEmpty }

  /// - Complexity: O(*t*) in the values of the filter and the document.
  package func allows(_ document: SearchDocument) -> Bool {
    let isInCategory =
      categories.isEmpty || categories.contains { document.categoryPath.starts(with: $0) }
    guard isInCategory, kinds.isEmpty || kinds.contains(document.kind) else { return false }
    guard !tags.isEmpty else { return true }
    let wanted = Set(tags.map(Folding.fold))
    return document.tags.contains { wanted.contains(Folding.fold($0)) }
  }
}

/// The values that an index can be filtered by, each with the documents that have it, rising.
package struct SearchFacets: Sendable {
  package struct Value: Sendable {
    /// A category's path, `account/security`; a kind; a tag.
    package let name: String
    /// What readers see.
    package let title: String
    package let documents: [Int]
  }

  /// In the order of the index, outer before inner.
  package let categories: [Value]
  package let kinds: [Value]
  /// In the order of their letters; those that fold alike are one.
  package let tags: [Value]

  /// - Parameter titles: of the categories, by their paths; a category without one shows its folder.
  /// - Complexity: O(*d* log *d*) in the documents.
  package init(_ index: SearchIndex, titles: [[String]: String]) {
    var categories = Collector()
    var kinds = Collector()
    var tags = Collector()
    for (number, document) in index.documents.enumerated() {
      for depth in document.categoryPath.indices {
        let path = Array(document.categoryPath[...depth])
        let name = path.joined(separator: "/")
        categories.add(number, key: name, name: name, title: titles[path] ?? path[depth])
      }
      let kind = document.kind.rawValue
      kinds.add(number, key: kind, name: kind, title: kind)
      for tag in document.tags { tags.add(number, key: Folding.fold(tag), name: tag, title: tag) }
    }
    self.categories = categories.values
    self.kinds = kinds.values.sorted { $0.name < $1.name }
    self.tags = tags.values.sorted {
      ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name)
    }
  }

  /// Values in the order in which they first come.
  private struct Collector {
    private var numbers: [String: Int] = [:]
    private var found: [(name: String, title: String, documents: [Int])] = []

    var values: [Value] {
      found.map { Value(name: $0.name, title: $0.title, documents: $0.documents) }
    }

    mutating func add(_ document: Int, key: String, name: String, title: String) {
      let number = numbers[key] ?? found.count
      if number == found.count {
        numbers[key] = number
        found.append((name, title, []))
      }
      // A document may write a tag twice.
      if found[number].documents.last != document { found[number].documents.append(document) }
    }
  }
}
