import KnowledgeBase
import TextAnalysis

/// An index as bytes, to be read back without reading and building anew. The bytes are for the
/// program that wrote them: they change with its version, and nothing else should read them.
package struct IndexSnapshot: Sendable {
  private static let format: UInt64 = 7

  /// The index without the documents' texts.
  package let index: [UInt8]
  /// The documents' texts one after another, which only snippets need.
  package let texts: [UInt8]

  /// - Complexity: O(*n*) in the size of the index.
  package init(_ source: SearchIndex) {
    var writer = RawArrayWriter()
    writer.append([Self.format])
    writer.append([source.language.code])
    writer.append(source.synonyms.twoWay.map(\.count))
    writer.append(source.synonyms.twoWay.flatMap(\.self))
    writer.append(source.synonyms.oneWay.map(\.asked))
    writer.append(source.synonyms.oneWay.map(\.written.count))
    writer.append(source.synonyms.oneWay.flatMap(\.written))
    source.vocabulary.write(to: &writer)
    writer.append(source.articleNumbers)
    writer.append(source.starts)
    writer.append(source.postingDocuments)
    writer.append(source.postingImpacts)
    let leftOut = source.leftOut.sorted { $0.key < $1.key }
    writer.append(leftOut.map(\.key))
    writer.append(leftOut.map(\.value))
    writer.append(source.priors.map(\.document))
    writer.append(source.priors.map(\.share))
    for field in DocumentField.allCases { writer.append(source.documents.map(field.text)) }
    var texts: [UInt8] = []
    var ends: [Int] = []
    for number in source.documents.indices {
      texts += source.text(of: number)
      ends.append(texts.count)
    }
    writer.append(ends)
    self.texts = texts
    writer.seal()
    index = writer.bytes
  }

  /// The index of a snapshot.
  ///
  /// - Parameters:
  ///   - reader: of `index` of the snapshot.
  ///   - texts: reads a part of its `texts`.
  /// - Returns: Nil when the bytes are not whole, or another version's.
  static func index(
    _ reader: RawArrayReader, texts: @escaping @Sendable (Range<Int>) -> [UInt8]
  ) -> SearchIndex? {
    var reader = reader
    guard reader.numbers(UInt64.self) == [format], let code = reader.strings()?.first,
      let language = Language(code), let groups = reader.numbers(Int.self),
      let words = reader.strings(), let asked = reader.strings(),
      let counts = reader.numbers(Int.self), let written = reader.strings(),
      let vocabulary = Vocabulary(&reader), let articles = reader.numbers(UInt32.self),
      let starts = reader.numbers(UInt32.self), let documents = reader.numbers(UInt32.self),
      let impacts = reader.numbers(UInt8.self), let cutForms = reader.numbers(Int.self),
      let leftOut = reader.numbers(Int.self), let preferred = reader.numbers(Int.self),
      let shares = reader.numbers(Int.self)
    else { return nil }
    let fields = DocumentField.allCases.compactMap { _ in reader.texts() }
    // Nothing of it is relied on before.
    guard let ends = reader.numbers(Int.self), reader.isWhole() else { return nil }
    let synonyms = Synonyms(
      twoWay: cut(words, by: groups),
      oneWay: zip(asked, cut(written, by: counts)).map { Synonyms.OneWay(asked: $0, written: $1) })
    return SearchIndex(
      frozen: IndexBuilder.Frozen(
        vocabulary: vocabulary, starts: starts, documents: documents, impacts: impacts,
        leftOut: Dictionary(zip(cutForms, leftOut)) { first, _ in first }),
      documents: DocumentList(count: articles.count) { number in
        DocumentField.document(fields.map { $0[number] })
      },
      priors: zip(preferred, shares).map { Prior(document: $0, share: $1) },
      articleNumbers: articles, language: language, synonyms: synonyms,
      texts: { number in texts((number == 0 ? 0 : ends[number - 1])..<ends[number]) })
  }

  private static func cut(_ texts: [String], by counts: [Int]) -> [[String]] {
    var start = 0
    return counts.map { count in
      defer { start += count }
      return Array(texts[start..<start + count])
    }
  }
}

extension SearchIndex {
  /// The index that `IndexSnapshot` wrote: see `IndexSnapshot.index`.
  package init?(
    snapshot: RawArrayReader, texts: @escaping @Sendable (Range<Int>) -> [UInt8]
  ) {
    guard let index = IndexSnapshot.index(snapshot, texts: texts) else { return nil }
    self = index
  }
}

/// What a snapshot keeps of a document, each as a text.
private enum DocumentField: Int, CaseIterable {
  case article, title, url, section, summary, category, categoryPath, kind, tags, isPinned, contacts

  func text(of document: SearchDocument) -> String {
    switch self {
    case .article: document.article.rawValue
    case .title: document.title
    case .url: document.url
    case .section: document.section
    case .summary: document.summary
    case .category: document.category
    case .categoryPath: document.categoryPath.joined(separator: "/")
    case .kind: document.kind.rawValue
    case .tags: document.tags.joined(separator: "\n")
    case .isPinned: document.isPinned ? "1" : ""
    case .contacts: document.contacts == 0 ? "" : "\(document.contacts)"
    }
  }

  static func document(_ texts: [String]) -> SearchDocument {
    func text(_ field: Self) -> String { texts[field.rawValue] }
    return SearchDocument(
      article: ArticleID(text(.article)), title: text(.title), url: text(.url),
      section: text(.section), summary: text(.summary), category: text(.category),
      categoryPath: text(.categoryPath).split(separator: "/").map(String.init),
      kind: ArticleKind(rawValue: text(.kind)) ?? .page,
      tags: text(.tags).split(separator: "\n").map(String.init),
      isPinned: !text(.isPinned).isEmpty, contacts: Int(text(.contacts)) ?? 0, text: "", fields: [])
  }
}
