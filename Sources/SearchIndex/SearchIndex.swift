import KnowledgeBase
import TextAnalysis

/// A frozen inverted index over one language's documents: which words stand where, how heavily.
///
///     SearchIndex(documents, language: english).search("reset password").first?.document.title
package struct SearchIndex: Sendable {
  package let language: Language
  package let documents: [SearchDocument]
  package let synonyms: Synonyms
  package let suffixes: SuffixTable?
  /// Folded words and pairs of neighbouring title words, sorted.
  package let forms: [String]
  /// Where each form's postings start; one entry more than there are forms.
  let starts: [Int]
  /// Document numbers, rising within a form.
  let postingDocuments: [UInt32]
  let postingImpacts: [UInt8]
  private let formNumbers: [String: Int]
  private let formsByStem: [String: [Int]]

  /// - Complexity: O(*t* log *v*) for *t* words of text and *v* different ones.
  package init(
    _ documents: [SearchDocument], language: Language, synonyms: Synonyms = Synonyms()
  ) {
    self.language = language
    self.documents = documents
    self.synonyms = synonyms
    let suffixes = SuffixTable.table(for: language.code)
    self.suffixes = suffixes
    var builder = IndexBuilder(suffixes: suffixes)
    for document in documents { builder.add(document) }
    let built = builder.build()
    forms = built.forms
    starts = built.starts
    postingDocuments = built.documents
    postingImpacts = built.impacts
    formNumbers = Dictionary(uniqueKeysWithValues: forms.enumerated().map { ($1, $0) })
    var byStem: [String: [Int]] = [:]
    for (number, form) in forms.enumerated() where !form.contains(" ") {
      byStem[suffixes?.stem(form) ?? form, default: []].append(number)
    }
    formsByStem = byStem
  }

  package func stem(_ form: String) -> String { suffixes?.stem(form) ?? form }

  func number(of form: String) -> Int? { formNumbers[form] }

  func numbers(ofStem stem: String) -> [Int] { formsByStem[stem] ?? [] }

  func postings(of form: Int) -> Range<Int> { starts[form]..<starts[form + 1] }

  /// The words, not the pairs, that begin with `prefix`.
  ///
  /// - Complexity: O(log *v* + *r*), *v* forms in the index, *r* in the result.
  func words(beginningWith prefix: String) -> [Int] {
    let first = partition { $0 < prefix }
    let rest = forms[first...].prefix { $0.hasPrefix(prefix) }
    return rest.indices.filter { !forms[$0].contains(" ") }
  }

  private func partition(_ isBefore: (String) -> Bool) -> Int {
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(forms[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Collects words by document, then freezes them into postings.
struct IndexBuilder {
  struct Frozen {
    let forms: [String]
    let starts: [Int]
    let documents: [UInt32]
    let impacts: [UInt8]
  }

  private struct Occurrence {
    let document: UInt32
    let field: UInt8
    let count: UInt32
  }

  private let suffixes: SuffixTable?
  private var occurrences: [[Occurrence]] = []
  private var numbers: [String: Int] = [:]
  private var fieldLengths: [[UInt32]] = []

  init(suffixes: SuffixTable?) {
    self.suffixes = suffixes
  }

  mutating func add(_ document: SearchDocument) {
    let number = UInt32(fieldLengths.count)
    var lengths = [UInt32](repeating: 0, count: SearchField.allCases.count)
    var counts: [Int: UInt32] = [:]
    for (field, text) in document.fields where !text.isEmpty {
      let forms = Tokenizer.tokens(in: text).map(\.form)
      lengths[field.rawValue] += UInt32(forms.count)
      let isHeading = field == .title || field == .headings || field == .questions
      let pairs = isHeading ? Self.pairs(of: forms, suffixes: suffixes) : []
      for form in forms + pairs {
        counts[self.number(of: form) << 3 | field.rawValue, default: 0] += 1
      }
    }
    fieldLengths.append(lengths)
    for (key, count) in counts {
      occurrences[key >> 3].append(
        Occurrence(document: number, field: UInt8(key & 7), count: count))
    }
  }

  /// Neighbouring words by their stems: `end rent` of "Ending a rental" without the short word.
  static func pairs(of forms: [String], suffixes: SuffixTable?) -> [String] {
    let stems = forms.filter { $0.utf8.count > 2 }.map { suffixes?.stem($0) ?? $0 }
    return zip(stems, stems.dropFirst()).map { "\($0) \($1)" }
  }

  private mutating func number(of form: String) -> Int {
    if let known = numbers[form] { return known }
    numbers[form] = occurrences.count
    occurrences.append([])
    return occurrences.count - 1
  }

  func build() -> Frozen {
    let averages = SearchField.allCases.map { field in
      let lengths = fieldLengths.map { $0[field.rawValue] }.filter { $0 > 0 }
      return lengths.isEmpty ? 1 : Double(lengths.reduce(0, +)) / Double(lengths.count)
    }
    let sorted = numbers.sorted { $0.key < $1.key }
    var starts = [0]
    var documents: [UInt32] = []
    var impacts: [UInt8] = []
    for (_, number) in sorted {
      let ordered = occurrences[number].sorted {
        ($0.document, $0.field) < ($1.document, $1.field)
      }
      var index = 0
      while index < ordered.count {
        let document = ordered[index].document
        var frequency = 0.0
        while index < ordered.count, ordered[index].document == document {
          frequency += weighted(ordered[index], averages: averages)
          index += 1
        }
        documents.append(document)
        impacts.append(Impact.level(of: frequency))
      }
      starts.append(documents.count)
    }
    return Frozen(
      forms: sorted.map(\.key), starts: starts, documents: documents, impacts: impacts)
  }

  /// BM25F's frequency of a word in a field: weight · *tf* / (1 - *b* + *b* · length / average).
  private func weighted(_ occurrence: Occurrence, averages: [Double]) -> Double {
    guard let field = SearchField(rawValue: Int(occurrence.field)) else { return 0 }
    let length = Double(fieldLengths[Int(occurrence.document)][field.rawValue])
    let b = field.lengthNormalisation
    return field.weight * Double(occurrence.count)
      / (1 - b + b * length / averages[field.rawValue])
  }
}
