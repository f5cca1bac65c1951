import KnowledgeBase

/// The place of a page among those of a list that is too long for one page.
///
///     let second = ListPart(number: 1, addresses: [first, second, third])
///     second.range(of: 400)  // 133..<266
package struct ListPart: Sendable {
  /// Pages with more titles of two lines in Cyrillic would weigh more than 8 kB when they travel.
  static let limit = 120

  /// Which page it is, from 0.
  let number: Int
  /// All pages of the list, the first at the list's own address.
  let addresses: [Permalink]

  /// The pages for so many titles; none where they have room on one.
  ///
  /// - Parameter taken: addresses that other pages have.
  static func parts(of list: Permalink, titles: Int, taken: Set<String>) -> [ListPart] {
    guard titles > limit else { return [] }
    let others = (2...(titles + limit - 1) / limit).map { number in
      let path = "\(list.path)\(number)/"
      return Permalink(taken.contains(path) ? "\(list.path)page-\(number)/" : path)
    }
    let addresses = [list] + others
    return addresses.indices.map { ListPart(number: $0, addresses: addresses) }
  }

  /// The titles on this page, by their places in the list: about as many as on the others.
  func range(of titles: Int) -> Range<Int> {
    titles * number / addresses.count..<titles * (number + 1) / addresses.count
  }

  /// The address of the page that shows a title, by its place in the list.
  func address(ofTitle place: Int, of titles: Int) -> Permalink {
    addresses[((place + 1) * addresses.count - 1) / titles]
  }
}
