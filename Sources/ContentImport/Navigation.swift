/// An entry of a navigation that a project keeps outside of its articles.
indirect enum NavigationEntry {
  /// - Parameter page: what the generator calls the page by.
  case page(String, title: String?)
  case section(title: String, description: String?, [NavigationEntry])
}

/// The order and the sections that a project's navigation gives its pages.
///
///     Navigation([.section(title: "Pay", description: nil, [.page("pay/refund", title: nil)])])
///       .sections["pay"]?.title  // "Pay"
struct Navigation {
  struct Section {
    let title: String
    let description: String?
    /// From 1.
    let order: Int
  }

  /// By page, from 1.
  private(set) var orders: [String: Int] = [:]
  private(set) var titles: [String: String] = [:]
  /// Sections whose pages lie in one folder, by that folder.
  private(set) var sections: [String: Section] = [:]
  /// Titles of sections whose pages lie in several folders.
  private(set) var scattered: [String] = []
  private var sectionCount = 0

  /// - Complexity: O(*n*) in the pages, times the depth of the navigation.
  init(_ entries: [NavigationEntry] = []) {
    for entry in entries { _ = add(entry) }
  }

  /// Returns the pages of the entry.
  private mutating func add(_ entry: NavigationEntry) -> [String] {
    switch entry {
    case .page(let page, let title):
      if orders[page] == nil { orders[page] = orders.count + 1 }
      if let title { titles[page] = title }
      return [page]
    case .section(let title, let description, let entries):
      sectionCount += 1
      let order = sectionCount
      let pages = entries.flatMap { add($0) }
      let folders = pages.map { $0.split(separator: "/").dropLast().map(String.init) }
      guard var shared = folders.first else { return pages }
      for folder in folders { shared = Array(zip(shared, folder).prefix { $0 == $1 }.map(\.0)) }
      let path = shared.joined(separator: "/")
      if path.isEmpty || sections[path] != nil {
        scattered.append(title)
      } else {
        sections[path] = Section(title: title, description: description, order: order)
      }
      return pages
    }
  }
}
