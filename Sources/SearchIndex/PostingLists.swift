import TextAnalysis

/// The postings of forms, one form after another.
struct PostingLists: Sendable {
  /// By form: where its postings start; one entry more than there are forms.
  private(set) var starts: [UInt32]
  /// By posting: the document, rising within a form.
  private(set) var documents: [UInt32]
  private(set) var impacts: [UInt8]

  init(starts: [UInt32] = [0], documents: [UInt32] = [], impacts: [UInt8] = []) {
    (self.starts, self.documents, self.impacts) = (starts, documents, impacts)
  }

  init?(_ reader: inout RawArrayReader) {
    guard let starts = reader.numbers(UInt32.self), let documents = reader.numbers(UInt32.self),
      let impacts = reader.numbers(UInt8.self), !starts.isEmpty, documents.count == impacts.count
    else { return nil }
    self.init(starts: starts, documents: documents, impacts: impacts)
  }

  func write(to writer: inout RawArrayWriter) {
    writer.append(starts)
    writer.append(documents)
    writer.append(impacts)
  }

  /// How many postings there are.
  var count: Int { documents.count }

  subscript(form: Int) -> Range<Int> { Int(starts[form])..<Int(starts[form + 1]) }

  mutating func reserveCapacity(forms: Int, postings: Int) {
    starts.reserveCapacity(forms + 1)
    documents.reserveCapacity(postings)
    impacts.reserveCapacity(postings)
  }

  /// Adds a posting to the form that ends next.
  mutating func append(_ document: UInt32, _ impact: UInt8) {
    documents.append(document)
    impacts.append(impact)
  }

  mutating func endForm() { starts.append(UInt32(documents.count)) }

  /// Adds forms that follow one another in other lists.
  mutating func append(_ forms: Range<Int>, of other: PostingLists) {
    let start = Int(other.starts[forms.lowerBound])
    let end = Int(other.starts[forms.upperBound])
    let shift = documents.count
    starts.append(contentsOf: forms.lazy.map { UInt32(Int(other.starts[$0 + 1]) - start + shift) })
    documents.append(contentsOf: other.documents[start..<end])
    impacts.append(contentsOf: other.impacts[start..<end])
  }
}

/// The documents of an index that others take the place of.
struct ExchangedDocuments {
  /// By document.
  private let isGone: [Bool]
  /// Of those that come, by their number among these.
  private let numbers: [UInt32]
  /// A form of the old lists that a document is gone from, and the document.
  private(set) var gone: [(form: Int, document: UInt32)] = []

  /// - Parameter numbers: rising.
  init(_ numbers: [Int], of documents: Int) {
    var isGone = [Bool](repeating: false, count: documents)
    for number in numbers { isGone[number] = true }
    self.isGone = isGone
    self.numbers = numbers.map(UInt32.init)
  }

  /// The postings of forms in a new order, those that no document has left out.
  ///
  /// - Parameters:
  ///   - order: numbers in the old lists, in the new ones, or both.
  ///   - left: gets the places in `order` of the forms that are left.
  /// - Complexity: O(*p*) in the postings.
  mutating func lists(
    of old: PostingLists, with new: PostingLists, in order: [(old: Int?, new: Int?)],
    left: inout [Int]
  ) -> PostingLists {
    var lists = PostingLists()
    lists.reserveCapacity(
      forms: order.count, postings: old.documents.count + new.documents.count)
    left.reserveCapacity(order.count)
    // Of forms that stay as they are many follow one another.
    var same = 0..<0
    for (place, form) in order.enumerated() {
      let postings = form.old.map { old[$0] } ?? 0..<0
      if form.new == nil, let number = form.old,
        !postings.contains(where: { isGone[Int(old.documents[$0])] })
      {
        if same.upperBound != number || same.isEmpty {
          if !same.isEmpty { lists.append(same, of: old) }
          same = number..<number
        }
        same = same.lowerBound..<number + 1
        left.append(place)
        continue
      }
      if !same.isEmpty { lists.append(same, of: old) }
      same = 0..<0
      let before = lists.documents.count
      var added = form.new.map { new[$0] } ?? 0..<0
      for posting in postings {
        let document = old.documents[posting]
        if isGone[Int(document)] {
          gone.append((form.old ?? 0, document))
          continue
        }
        append(&added, of: new, before: document, to: &lists)
        lists.append(document, old.impacts[posting])
      }
      append(&added, of: new, before: .max, to: &lists)
      guard lists.documents.count > before else { continue }
      lists.endForm()
      left.append(place)
    }
    if !same.isEmpty { lists.append(same, of: old) }
    return lists
  }

  private func append(
    _ postings: inout Range<Int>, of new: PostingLists, before document: UInt32,
    to lists: inout PostingLists
  ) {
    while let posting = postings.first {
      let number = numbers[Int(new.documents[posting])]
      guard number < document else { return }
      lists.append(number, new.impacts[posting])
      postings = posting + 1..<postings.upperBound
    }
  }
}
