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

  /// How many postings there are; of `only` in all.
  var count: Int { documents.count }

  /// How many forms there are.
  var forms: Int { starts.count - 1 }

  subscript(form: Int) -> Range<Int> { Int(starts[form])..<Int(starts[form + 1]) }

  /// Some of the forms, numbered from 0; their postings stay where they are.
  func only(_ forms: Range<Int>) -> PostingLists {
    PostingLists(
      starts: Array(starts[forms.lowerBound...forms.upperBound]), documents: documents,
      impacts: impacts)
  }

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
    append(postings: start..<end, of: other)
  }

  /// Adds postings of other lists to the form that ends next.
  mutating func append(postings: Range<Int>, of other: PostingLists) {
    documents.append(contentsOf: other.documents[postings])
    impacts.append(contentsOf: other.impacts[postings])
  }

  /// Leaves each form the postings of its highest impacts, of equal ones the first, in place.
  ///
  /// - Returns: By form, how many were left out, of those that had more than `most`.
  /// - Complexity: O(*p*) in the postings after the first that is left out.
  mutating func keep(most: Int) -> [Int: Int] {
    guard let first = (0..<forms).first(where: { self[$0].count > most }) else { return [:] }
    var leftOut: [Int: Int] = [:]
    var start = Int(starts[first])
    var end = start
    for form in first..<forms {
      let postings = start..<Int(starts[form + 1])
      start = postings.upperBound
      var (lowest, room) = (UInt8(0), 0)
      if postings.count > most {
        leftOut[form] = postings.count - most
        (lowest, room) = lowestKept(of: postings, most: most)
      }
      for posting in postings
      where impacts[posting] > lowest || room > 0 && impacts[posting] == lowest {
        if impacts[posting] == lowest { room -= 1 }
        documents[end] = documents[posting]
        impacts[end] = impacts[posting]
        end += 1
      }
      starts[form + 1] = UInt32(end)
    }
    documents.removeLast(documents.count - end)
    impacts.removeLast(impacts.count - end)
    return leftOut
  }

  /// Of more than `most` postings, the lowest impact of the highest `most`, and how many have it.
  private func lowestKept(of postings: Range<Int>, most: Int) -> (impact: UInt8, count: Int) {
    var counts = [Int](repeating: 0, count: Impact.Table.count)
    for posting in postings { counts[Int(impacts[posting])] += 1 }
    var (impact, room) = (counts.count - 1, most)
    while counts[impact] < room {
      room -= counts[impact]
      impact -= 1
    }
    return (UInt8(impact), room)
  }

  /// Takes forms out, in place.
  ///
  /// - Parameter forms: rising.
  /// - Complexity: O(*p*) in the postings after the first.
  mutating func remove(_ forms: [Int]) {
    guard let first = forms.first else { return }
    var gone = forms[...]
    var (form, end) = (first, starts[first])
    for old in first..<self.forms {
      let postings = self[old]
      if old == gone.first {
        gone.removeFirst()
        continue
      }
      for posting in postings {
        documents[Int(end)] = documents[posting]
        impacts[Int(end)] = impacts[posting]
        end += 1
      }
      form += 1
      starts[form] = end
    }
    starts.removeLast(forms.count)
    documents.removeLast(documents.count - Int(end))
    impacts.removeLast(impacts.count - Int(end))
  }
}
