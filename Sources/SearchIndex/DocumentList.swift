/// The documents of an index by number, each made when it is asked for.
package struct DocumentList: RandomAccessCollection, Sendable {
  private let read: @Sendable (Int) -> SearchDocument
  package let endIndex: Int

  package var startIndex: Int { 0 }

  init(_ documents: [SearchDocument]) {
    self.init(count: documents.count) { documents[$0] }
  }

  init(count: Int, read: @escaping @Sendable (Int) -> SearchDocument) {
    endIndex = count
    self.read = read
  }

  package subscript(number: Int) -> SearchDocument { read(number) }
}
