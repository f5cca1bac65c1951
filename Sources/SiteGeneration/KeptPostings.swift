import KnowledgeBase
import SearchIndex
import TextAnalysis

/// The postings of an index as they lie on disk between two publications, with the articles that it
/// was made of.
struct KeptPostings: Sendable {
  /// By article: the digest that it is known by.
  let keys: [UInt64]
  /// By article: of the documents after the first.
  let questions: [[SearchDocument.Question]]
  let postings: IndexPostings
  /// By key: the article.
  let places: [UInt64: Int]

  init(keys: [UInt64], questions: [[SearchDocument.Question]], postings: IndexPostings) {
    self.keys = keys
    self.questions = questions
    self.postings = postings
    places = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Nil for what isn't there, is damaged, or was written by another program.
  init?(at path: String) {
    let read = KeptTerms.read(path) { reader -> KeptPostings? in
      guard let keys = reader.numbers(UInt64.self), let counts = reader.numbers(UInt32.self),
        let texts = reader.strings(), let postings = IndexPostings(&reader),
        keys.count == counts.count, texts.count == 3 * counts.reduce(0, { $0 + Int($1) }),
        postings.count == keys.count + texts.count / 3
      else { return nil }
      var next = 0
      let questions = counts.map { count in
        (0..<count).map { _ in
          defer { next += 3 }
          return SearchDocument.Question(
            title: texts[next], anchor: texts[next + 1], summary: texts[next + 2])
        }
      }
      return KeptPostings(keys: keys, questions: questions, postings: postings)
    }
    guard let read else { return nil }
    self = read
  }

  func write(to writer: inout RawArrayWriter) {
    writer.append(keys)
    writer.append(questions.map { UInt32($0.count) })
    writer.append(questions.joined().flatMap { [$0.title, $0.anchor, $0.summary] })
    postings.write(to: &writer)
  }
}
