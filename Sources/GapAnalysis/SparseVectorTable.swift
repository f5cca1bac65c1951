/// Sparse vectors one after another in one array: all cores read them without counting references
/// to each.
struct SparseVectorTable: Sendable {
  let entries: SparseVector
  private let starts: [Int]

  init(_ vectors: [SparseVector]) {
    entries = Array(vectors.joined())
    starts = vectors.reduce(into: [0]) { starts, vector in
      starts.append(starts[starts.count - 1] + vector.count)
    }
  }

  /// The product of a vector with one of the table.
  func product(of vector: SparseVector, with number: Int) -> Float {
    SparseVectors.product(vector.span, entries.span.extracting(range(of: number)))
  }

  /// Where in `entries` a vector lies.
  func range(of vector: Int) -> Range<Int> { starts[vector]..<starts[vector + 1] }
}
