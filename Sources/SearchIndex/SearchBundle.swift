import TextAnalysis

/// The index as the browser reads it, format 4: a manifest, and files of the rest, in it while they
/// are few, else beside it.
///
/// The manifest is one JSON object:
///
/// | Key | Content |
/// |---|---|
/// | `format` | 4; a reader refuses any other number |
/// | `language` | BCP 47 |
/// | `fold`, `pairs`, `kept` | letters, after lower-casing and canonical decomposition: groups that count as their first; letters that stand for two or three; the one that is not decomposed |
/// | `units` | words that a number before them is joined with |
/// | `suffixes` | rules of `SuffixTable`, or empty |
/// | `common` | words of the index that are common in any text, with a space between |
/// | `related` | lines of the thesaurus: stems that the index holds, then after `/` those that also ask for them |
/// | `layouts` | pairs of keyboard layouts, key by key |
/// | `spellings` | Latin spellings of Cyrillic letters, or empty |
/// | `synonyms` | pairs of a phrase and the phrases that it also finds |
/// | `frequencies` | what each impact stands for, in 1/1024 |
/// | `count` | how many documents there are |
/// | `sections` | the numbers of documents that are a question of the article before them |
/// | `priors` | pairs of a document's number and by how many 1/256 of itself its score grows |
/// | `words`, `wordPairs` | for each file `s/N.json`, `p/N.json`: its first form and how many it holds |
/// | `vocabulary` | for each file `v/N.json`: its first word; empty when `files` is not |
/// | `chunk` | how many documents a file `d/N.json` holds |
/// | `folder` | where the files are, relative to the manifest |
/// | `files` | the files by name, if there are few documents, else empty |
///
/// The files, *N* counting from 0:
///
/// | Name | Content |
/// |---|---|
/// | `s/N.json`, `p/N.json` | `[forms, postings]` of words; of pairs of neighbouring stems, with a space between |
/// | `v/N.json` | words alone, for finding typing mistakes: one string, as `forms` |
/// | `d/N.json` | a list of `[title, url, section, summary, category]` |
/// | `f/0.json` | `{categories, kinds, tags}`, each a list of `[name, title, documents]`: a category by its path, each document by how much its number is above the one before, the first above -1 |
///
/// `forms` are sorted by code point: each line is one character that counts (from `0`, code 48) how
/// many letters are shared with the line before, then the rest. `postings` are base64 of numbers of
/// variable length, low 7 bits first, the high bit set on all but the last byte: for each form the
/// number of documents, then for each document `gap << 5 | impact`, the first gap from -1.
package struct SearchBundle: Sendable {
  package static let format = 4
  /// How the index is cut into files.
  struct Sizes {
    /// Up to so many documents all is in the manifest.
    var largestWhole = 300
    /// Bytes of a file of words, before compression: about 12 kB after it.
    var forms = 18_000
    /// Bytes of a list of words.
    var vocabulary = 40_000
    /// Documents in a file.
    var chunk = 16
  }

  /// JSON.
  package let manifest: String
  /// Path below the manifest's folder and JSON of what is beside it.
  package let files: [(path: String, text: String)]

  package init(_ index: SearchIndex) {
    self.init(index, sizes: Sizes())
  }

  init(_ index: SearchIndex, sizes: Sizes) {
    let isWhole = index.documents.count <= sizes.largestWhole
    let size = isWhole ? Int.max : sizes.forms
    let chunk = isWhole ? max(1, index.documents.count) : sizes.chunk
    let wordCount = index.vocabulary.words.count
    let words = Self.shards(of: index, in: 0..<wordCount, size: size)
    let pairs = Self.shards(of: index, in: wordCount..<index.vocabulary.count, size: size)
    let vocabulary = isWhole ? [] : Self.vocabulary(of: index, size: sizes.vocabulary)
    let chunks = stride(from: 0, to: index.documents.count, by: chunk).map { start in
      let end = min(start + chunk, index.documents.count)
      return JSONText.list(index.documents[start..<end].map(Self.row))
    }
    let numbered = [
      ("s", words.map(\.json)), ("p", pairs.map(\.json)), ("v", vocabulary.map(\.json)),
      ("d", chunks), ("f", [Self.facets(of: index)]),
    ]
    let all = numbered.flatMap { kind, texts in
      texts.enumerated().map { (path: "\(kind)/\($0).json", text: $1) }
    }
    let folder = "\(index.language.code)-\(Self.fingerprint(of: all.map(\.text)))"
    files = isWhole ? [] : all.map { ("\(folder)/\($0.path)", $0.text) }
    manifest = JSONText.object([
      ("format", "\(Self.format)"), ("language", JSONText.string(index.language.code)),
      ("fold", JSONText.string(Folding.groups)), ("pairs", JSONText.string(Folding.pairs)),
      ("kept", JSONText.string(String(Folding.kept))), ("units", JSONText.string(Compounds.units)),
      ("suffixes", JSONText.string(index.suffixes?.rules ?? "")),
      ("common", JSONText.string(Self.commonWords(of: index))),
      ("related", JSONText.string(Self.related(of: index))),
      ("layouts", JSONText.list(Spelling.layouts.map(JSONText.strings))),
      (
        "spellings",
        JSONText.string(index.language.isCyrillic ? Spelling.transliterations : "")
      ),
      (
        "synonyms",
        JSONText.list(
          index.synonyms.expansions.map { phrase, finds in
            JSONText.list([JSONText.strings([phrase]), JSONText.strings(finds)])
          })
      ),
      ("frequencies", JSONText.numbers(Impact.frequencies)),
      ("count", "\(index.documents.count)"),
      (
        "sections",
        JSONText.numbers(index.documents.indices.filter { !index.documents[$0].section.isEmpty })
      ),
      ("priors", JSONText.list(index.priors.map { JSONText.numbers([$0.document, $0.share]) })),
      ("words", JSONText.list(words.map(\.entry))),
      ("wordPairs", JSONText.list(pairs.map(\.entry))),
      ("vocabulary", JSONText.strings(vocabulary.map(\.first))),
      ("chunk", "\(chunk)"),
      ("folder", JSONText.string(folder + "/")),
      ("files", JSONText.object(isWhole ? all.map { ($0.path, $0.text) } : [])),
    ])
  }

  // MARK: - Files

  private struct Shard {
    let first: String
    let count: Int
    let json: String

    var entry: String { JSONText.list([JSONText.string(first), "\(count)"]) }
  }

  private static func shards(of index: SearchIndex, in forms: Range<Int>, size: Int) -> [Shard] {
    var shards: [Shard] = []
    var start = forms.lowerBound
    while start < forms.upperBound {
      var lines = FrontCoder()
      var postings: [UInt8] = []
      var end = start
      while end < forms.upperBound, end == start || lines.count + postings.count * 4 / 3 < size {
        lines.append(index.form(end))
        index.appendPostings(of: end, to: &postings)
        end += 1
      }
      let json = JSONText.list([
        JSONText.string(lines.text), JSONText.string(Base64.encode(postings)),
      ])
      shards.append(Shard(first: index.form(start), count: end - start, json: json))
      start = end
    }
    return shards
  }

  private static func vocabulary(of index: SearchIndex, size: Int) -> [Shard] {
    let words = index.vocabulary.words
    var shards: [Shard] = []
    var start = 0
    while start < words.count {
      var lines = FrontCoder()
      var end = start
      while end < words.count, end == start || lines.count < size {
        lines.append(words[end])
        end += 1
      }
      shards.append(
        Shard(first: words[start], count: end - start, json: JSONText.string(lines.text)))
      start = end
    }
    return shards
  }

  private static func row(of document: SearchDocument) -> String {
    JSONText.strings([
      document.title, document.url, document.section, document.summary, document.category,
    ])
  }

  private static func commonWords(of index: SearchIndex) -> String {
    let words = index.vocabulary.words
    return (0..<words.count).filter { index.suffixes?.isCommon(words.utf8($0)) == true }
      .map { words[$0] }.joined(separator: " ")
  }

  private static func related(of index: SearchIndex) -> String {
    index.related.lines.map { line in
      line.known.joined(separator: " ")
        + (line.unknown.isEmpty ? "" : "/" + line.unknown.joined(separator: " "))
    }.joined(separator: "\n")
  }

  private static func facets(of index: SearchIndex) -> String {
    let facets = SearchFacets(index)
    func list(_ values: [SearchFacets.Value]) -> String {
      JSONText.list(
        values.map { value in
          let gaps = zip(value.documents, [-1] + value.documents).map { $0 - $1 }
          return JSONText.list([
            JSONText.string(value.name), JSONText.string(value.title), JSONText.numbers(gaps),
          ])
        })
    }
    return JSONText.object([
      ("categories", list(facets.categories)), ("kinds", list(facets.kinds)),
      ("tags", list(facets.tags)),
    ])
  }

  /// FNV-1a of 64 bits: the folder's name changes with its content.
  private static func fingerprint(of texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 36)
  }
}

extension SearchIndex {
  fileprivate func appendPostings(of form: Int, to bytes: inout [UInt8]) {
    func append(_ number: Int) {
      var rest = number
      while rest >= 128 {
        bytes.append(UInt8(rest & 127 | 128))
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    append(postings(of: form).count)
    var last = -1
    for posting in postings(of: form) {
      let document = Int(postingDocuments[posting])
      append((document - last) << 5 | Int(postingImpacts[posting]))
      last = document
    }
  }
}

/// Writes sorted forms by what each shares with the one before: `0account`, `7ing` for "accounting".
private struct FrontCoder {
  private(set) var text = ""
  private(set) var count = 0
  private var last: [Unicode.Scalar] = []

  mutating func append(_ form: String) {
    let scalars = Array(form.unicodeScalars)
    let shared = min(60, zip(last, scalars).prefix { $0 == $1 }.count)
    if count > 0 { text += "\n" }
    text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + shared)))
    text.unicodeScalars.append(contentsOf: scalars.dropFirst(shared))
    last = scalars
    count = text.utf8.count
  }
}

/// JSON by hand: the same bytes for the same values, in the order they are given.
enum JSONText {
  static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ",") + "}"
  }

  static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  static func strings(_ texts: [String]) -> String { list(texts.map(string)) }

  static func numbers(_ numbers: [Int]) -> String { list(numbers.map(String.init)) }

  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..<" ":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
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
      let count = min(3, bytes.count - start)
      var value: UInt32 = 0
      for offset in 0..<3 {
        value = value << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0)
      }
      for position in 0..<4 {
        output.append(
          position > count
            ? UInt8(ascii: "=") : digits[Int(value >> UInt32(18 - 6 * position) & 63)])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
