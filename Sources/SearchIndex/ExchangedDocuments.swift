/// The documents of an index that others take the place of.
struct ExchangedDocuments {
  /// A form that documents are gone from.
  struct Gone {
    var form: Int
    let documents: [UInt32]
    /// Whether no other document has it.
    let isAll: Bool
  }

  /// How lists are put together, form by form: old ones that stay as they are, or one that changes.
  struct Step {
    let old: Range<Int>
    /// By its number in the new lists, if it is there.
    let new: Int?
    /// The documents that are left out of the old one.
    let gone: [UInt32]

    var isChanged: Bool { new != nil || !gone.isEmpty }
  }

  /// By document.
  private let isGone: [Bool]
  /// Of those that come, by their number among these.
  private let numbers: [UInt32]

  /// - Parameter numbers: rising.
  init(_ numbers: [Int], of documents: Int) {
    var isGone = [Bool](repeating: false, count: documents)
    for number in numbers { isGone[number] = true }
    self.isGone = isGone
    self.numbers = numbers.map(UInt32.init)
  }

  /// The forms that a document is gone from, in their order.
  ///
  /// - Complexity: O(*f* log *p*) for *f* forms, where the documents lie close together.
  func gone(from lists: PostingLists) -> [Gone] {
    guard let first = numbers.first, let last = numbers.last else { return [] }
    var all: [Gone] = []
    for form in 0..<lists.forms {
      let postings = lists[form]
      var next = postings.partitioningIndex { lists.documents[$0] >= first }
      var gone: [UInt32] = []
      while next < postings.upperBound, lists.documents[next] <= last {
        let document = lists.documents[next]
        if isGone[Int(document)] { gone.append(document) }
        next += 1
      }
      if !gone.isEmpty {
        all.append(Gone(form: form, documents: gone, isAll: gone.count == postings.count))
      }
    }
    return all
  }

  /// - Parameters:
  ///   - places: of the new forms, in the order that they are to have: which old form each is, or
  ///     comes before.
  ///   - gone: forms of which some are left out.
  ///   - count: of the old forms.
  static func steps(
    _ places: [(new: Int, old: Int, isSame: Bool)], without gone: [Gone], of count: Int
  ) -> [Step] {
    var steps: [Step] = []
    var gone = gone[...]
    var next = 0
    func keep(upTo end: Int) {
      while let form = gone.first, form.form < end {
        keep(next..<form.form)
        if !form.isAll {
          steps.append(Step(old: form.form..<form.form + 1, new: nil, gone: form.documents))
        }
        next = form.form + 1
        gone.removeFirst()
      }
      keep(next..<end)
      next = end
    }
    func keep(_ forms: Range<Int>) {
      if !forms.isEmpty { steps.append(Step(old: forms, new: nil, gone: [])) }
    }
    for place in places {
      keep(upTo: place.old)
      next = place.isSame ? place.old + 1 : place.old
      let isLessened = place.isSame && gone.first?.form == place.old
      let documents = isLessened ? gone.removeFirst().documents : []
      steps.append(Step(old: place.old..<next, new: place.new, gone: documents))
    }
    keep(upTo: count)
    return steps
  }

  /// Adds the postings of forms in a new order.
  ///
  /// - Complexity: O(*p*) in the postings, with the factor of copying.
  func append(
    _ steps: [Step], of old: PostingLists, with new: PostingLists, to lists: inout PostingLists
  ) {
    for step in steps {
      guard step.isChanged else {
        lists.append(step.old, of: old)
        continue
      }
      var rest = step.old.first.map { old[$0] } ?? 0..<0
      var gone = step.gone[...]
      // Most documents stay, so that what lies between those that change is copied at once.
      func keep(before document: UInt32) {
        let end = rest.partitioningIndex { old.documents[$0] >= document }
        lists.append(postings: rest.lowerBound..<end, of: old)
        rest = end..<rest.upperBound
      }
      func keepWithoutGone(before document: UInt32) {
        while let left = gone.first, left <= document {
          keep(before: left)
          rest = rest.dropFirst()
          gone.removeFirst()
        }
        keep(before: document)
      }
      for posting in step.new.map({ new[$0] }) ?? 0..<0 {
        let document = numbers[Int(new.documents[posting])]
        keepWithoutGone(before: document)
        lists.append(document, new.impacts[posting])
      }
      keepWithoutGone(before: .max)
      lists.endForm()
    }
  }
}
