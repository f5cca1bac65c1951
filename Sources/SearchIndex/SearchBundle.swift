import TextAnalysis

/// The index as the browser reads it: one JSON object, format 2.
///
/// | Key | Content |
/// |---|---|
/// | `format` | 2; a reader refuses any other number |
/// | `language` | BCP 47 |
/// | `fold`, `pairs`, `kept` | letters, after lower-casing and canonical decomposition: groups that count as their first; letters that stand for two or three; the one that is not decomposed |
/// | `units` | words that a number before them is joined with |
/// | `suffixes` | rules of `SuffixTable`, or empty |
/// | `layouts` | pairs of keyboard layouts, key by key |
/// | `spellings` | Latin spellings of Cyrillic letters, or empty |
/// | `synonyms` | pairs of a phrase and the phrases that it also finds |
/// | `frequencies` | what each impact stands for, in 1/1024 |
/// | `words`, `wordPairs` | the forms, sorted by code point: each line one character that counts (from `0`, code 48) how many letters are shared with the line before, then the rest; pairs are two stems and a space |
/// | `postings` | base64 of variable-length numbers, low 7 bits first, the high bit set on all but the last byte: for each word, then each pair, the number of documents, then for each document `gap << 5 \| impact`, the first gap from -1 |
/// | `documents` | `[title, url, summary, category]`, or `[title, anchor, summary]` for a question of the article before |
package struct SearchBundle: Encodable, Sendable {
  package static let format = 2

  let format = SearchBundle.format
  let language: String
  let fold = Folding.groups
  let pairs = Folding.pairs
  let kept = String(Folding.kept)
  let units = Compounds.units
  let suffixes: String
  let layouts = Spelling.layouts
  let spellings: String
  let synonyms: [[[String]]]
  let frequencies = Impact.frequencies
  let words: String
  let wordPairs: String
  let postings: String
  let documents: [[String]]

  package init(_ index: SearchIndex) {
    language = index.language.code
    suffixes = index.suffixes?.text ?? ""
    spellings = index.language.isCyrillic ? Spelling.transliterations : ""
    synonyms = index.synonyms.expansions.map { [[$0.phrase], $0.finds] }
    words = Self.frontCoded(index.vocabulary.words)
    wordPairs = Self.frontCoded(index.vocabulary.pairs)
    postings = Base64.encode(index.encodedPostings)
    documents = Self.rows(of: index.documents)
  }

  /// Each form by what it shares with the one before: `0account`, `7ing` for "accounting".
  static func frontCoded(_ forms: FormTable) -> String {
    var last: [Unicode.Scalar] = []
    return (0..<forms.count).map { number in
      let scalars = Array(forms[number].unicodeScalars)
      let shared = min(60, zip(last, scalars).prefix { $0 == $1 }.count)
      last = scalars
      var line = String.UnicodeScalarView()
      line.append(Unicode.Scalar(UInt8(48 + shared)))
      line.append(contentsOf: scalars.dropFirst(shared))
      return String(line)
    }.joined(separator: "\n")
  }

  private static func rows(of documents: [SearchDocument]) -> [[String]] {
    documents.map { document in
      document.section.isEmpty
        ? [document.title, document.url, document.summary, document.category]
        : [document.title, document.section, document.summary]
    }
  }
}

extension SearchIndex {
  var encodedPostings: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ number: Int) {
      var rest = number
      while rest >= 128 {
        bytes.append(UInt8(rest & 127 | 128))
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    for form in 0..<vocabulary.count {
      append(postings(of: form).count)
      var last = -1
      for posting in postings(of: form) {
        let document = Int(postingDocuments[posting])
        append((document - last) << 5 | Int(postingImpacts[posting]))
        last = document
      }
    }
    return bytes
  }
}

/// Base64 as in RFC 4648, section 4.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32((3 - group.count) * 8)
      for position in 0..<4 {
        let isPadding = position > group.count
        output.append(
          isPadding ? UInt8(ascii: "=") : digits[Int(value >> UInt32(18 - 6 * position) & 63)])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
