import TextAnalysis

/// The index as the browser reads it, format 5: a manifest, and files of the rest, most of them in it
/// while there are few documents, else beside it.
///
/// The manifest is one JSON object:
///
/// | Key | Content |
/// |---|---|
/// | `format` | 5; a reader refuses any other number |
/// | `language` | BCP 47 |
/// | `fold`, `pairs`, `kept` | letters, after lower-casing and canonical decomposition: groups that count as their first; letters that stand for two or three; the one that is not decomposed |
/// | `units` | words that a number before them is joined with |
/// | `suffixes` | rules of `SuffixTable`, or empty |
/// | `common` | words of the index that are common in any text, with a space between |
/// | `related` | lines of the thesaurus: stems that the index holds; empty when there are many documents |
/// | `synonyms` | pairs of a phrase and the phrases that it also finds |
/// | `frequencies` | what each impact stands for, in 1/1024 |
/// | `count` | how many documents there are |
/// | `sections` | the numbers of documents that are a question of the article before them |
/// | `priors` | pairs of a document's number and by how many 1/256 of itself its score grows |
/// | `words` | for each file `s/N.json`: its first word and how many it holds |
/// | `wordPairs` | how many files `p/N.json` there are |
/// | `vocabulary` | for each file `v/N.json`: its first word; empty when `files` is not |
/// | `chunk` | how many documents a file `d/N.json` holds |
/// | `folder` | where the files are, relative to the manifest |
/// | `files` | the files by name, if there are few documents, else empty |
///
/// The files, *N* counting from 0:
///
/// | Name | Content |
/// |---|---|
/// | `s/N.json` | `[forms, postings, away]` of words; `away` are words of other files, with a space between, whose stems would be in this one |
/// | `p/N.json` | `[forms, postings]` of pairs of neighbouring stems, with a space between: those whose hash divided by the number of files leaves *N* |
/// | `v/N.json` | words alone, for finding typing mistakes: one string, as `forms` |
/// | `d/N.json` | a list of `[title, url, section, summary, category]` |
/// | `f/0.json` | `{categories, kinds, tags}`, each a list of `[name, title, documents]`: a category by its path, each document by how much its number is above the one before, the first above -1 |
/// | `g/0.json` | `{layouts, spellings, related}`, for words that the index doesn't hold: pairs of keyboard layouts, key by key; Latin spellings of Cyrillic letters, or empty; lines of the thesaurus: stems that the index holds, then after `/` those that ask for them |
///
/// `g/0.json` and `f/0.json` are never in the manifest. The hash is FNV-1a of 32 bits over UTF-16
/// units. `forms` are sorted by code point: each line is one character that counts (from `0`, code 48) how
/// many letters are shared with the line before, then the rest. `postings` are base64 of numbers of
/// variable length, low 7 bits first, the high bit set on all but the last byte: for each form the
/// number of documents, then for each document `gap << 5 | impact`, the first gap from -1.
package struct SearchBundle: Sendable {
  package static let format = 5
  /// How the index is cut into files.
  struct Sizes {
    /// Up to so many documents all is in the manifest.
    var largestWhole = 300
    /// Bytes of a file of words or pairs, before compression: about 3 kB after it.
    var forms = 4_500
    /// Bytes of a list of words.
    var vocabulary = 12_000
    /// Documents in a file.
    var chunk = 4
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
    let words = Self.words(of: index, size: size)
    let pairs = Self.pairs(of: index, size: size)
    let vocabulary = isWhole ? [] : Self.vocabulary(of: index, size: sizes.vocabulary)
    let chunks = stride(from: 0, to: index.documents.count, by: chunk).map { start in
      let end = min(start + chunk, index.documents.count)
      return JSONText.list(index.documents[start..<end].map(Self.row))
    }
    func named(_ kinds: [(String, [String])]) -> [(path: String, text: String)] {
      kinds.flatMap { kind, texts in
        texts.enumerated().map { (path: "\(kind)/\($0).json", text: $1) }
      }
    }
    let first = named([
      ("s", words.map(\.json)), ("p", pairs), ("v", vocabulary.map(\.json)), ("d", chunks),
    ])
    let rest = named([("g", [Self.guesses(for: index)]), ("f", [Self.facets(of: index)])])
    let beside = isWhole ? rest : first + rest
    let folder = "\(index.language.code)-\(Self.fingerprint(of: beside.map(\.text)))"
    files = beside.map { ("\(folder)/\($0.path)", $0.text) }
    manifest = JSONText.object([
      ("format", "\(Self.format)"), ("language", JSONText.string(index.language.code)),
      ("fold", JSONText.string(Folding.groups)), ("pairs", JSONText.string(Folding.pairs)),
      ("kept", JSONText.string(String(Folding.kept))), ("units", JSONText.string(Compounds.units)),
      ("suffixes", JSONText.string(index.suffixes?.rules ?? "")),
      ("common", JSONText.string(Self.commonWords(of: index))),
      ("related", JSONText.string(Self.related(of: index))),
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
      ("wordPairs", "\(pairs.count)"),
      ("vocabulary", JSONText.strings(vocabulary.map(\.first))),
      ("chunk", "\(chunk)"),
      ("folder", JSONText.string(folder + "/")),
      ("files", JSONText.object(isWhole ? first.map { ($0.path, $0.text) } : [])),
    ])
  }

  // MARK: - Files

  private struct Shard {
    let first: String
    let count: Int
    let json: String

    var entry: String { JSONText.list([JSONText.string(first), "\(count)"]) }
  }

  private static func words(of index: SearchIndex, size: Int) -> [Shard] {
    let words = index.vocabulary.words
    var shards: [(range: Range<Int>, content: PostingsCoder)] = []
    var content = PostingsCoder()
    var start = 0
    for number in 0..<words.count {
      let added = content.size(with: words[number], index.postings(of: number))
      if number > start, added > size {
        shards.append((start..<number, content))
        (start, content) = (number, PostingsCoder())
      }
      content.append(words[number], number, of: index)
    }
    shards.append((start..<words.count, content))
    let firsts = shards.map { words.count == 0 ? [] : words.utf8($0.range.lowerBound) }
    var away = [[String]](repeating: [], count: shards.count)
    for (place, shard) in shards.enumerated() where shards.count > 1 {
      for number in shard.range {
        let word = words.utf8(number)
        let stem = index.suffixes?.stem(word)[...] ?? word
        let home = max(0, firsts.partitioningIndex { stem.lexicographicallyPrecedes($0) } - 1)
        if home != place { away[home].append(words[number]) }
      }
    }
    return zip(shards, away).map { shard, away in
      Shard(
        first: shard.range.isEmpty ? "" : words[shard.range.lowerBound], count: shard.range.count,
        json: JSONText.strings(shard.content.texts + [away.joined(separator: " ")]))
    }
  }

  private static func pairs(of index: SearchIndex, size: Int) -> [String] {
    let numbers = index.vocabulary.words.count..<index.vocabulary.count
    let bytes = numbers.reduce(0) { $0 + index.form($1).utf8.count + 3 }
    let count = size == .max ? 1 : bytes / size + 1
    var shards = [PostingsCoder](repeating: PostingsCoder(), count: count)
    for number in numbers {
      let form = index.form(number)
      shards[Int(hash(of: form)) % count].append(form, number, of: index)
    }
    return shards.map { JSONText.strings($0.texts) }
  }

  /// FNV-1a of 32 bits over UTF-16 units, as browsers have them.
  private static func hash(of form: String) -> UInt32 {
    form.utf16.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
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
    guard index.isSmall else { return "" }
    return index.related.lines.filter { $0.known.count > 1 }
      .map { $0.known.joined(separator: " ") }.joined(separator: "\n")
  }

  private static func guesses(for index: SearchIndex) -> String {
    let related = index.related.lines.filter { !$0.unknown.isEmpty }.map { line in
      line.known.joined(separator: " ") + "/" + line.unknown.joined(separator: " ")
    }
    return JSONText.object([
      ("layouts", JSONText.list(Spelling.layouts.map(JSONText.strings))),
      ("spellings", JSONText.string(index.language.isCyrillic ? Spelling.transliterations : "")),
      ("related", JSONText.string(related.joined(separator: "\n"))),
    ])
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

/// Collects forms with their postings.
private struct PostingsCoder {
  private var forms = FrontCoder()
  private var postings: [UInt8] = []

  /// `forms` and `postings` of a file.
  var texts: [String] { [forms.text, Base64.encode(postings)] }

  /// Bytes, about, with another form: a posting takes one or two.
  func size(with form: String, _ added: Range<Int>) -> Int {
    forms.count + form.utf8.count + (postings.count + added.count * 3 / 2) * 4 / 3
  }

  mutating func append(_ form: String, _ number: Int, of index: SearchIndex) {
    forms.append(form)
    append(index.postings(of: number).count)
    var last = -1
    for posting in index.postings(of: number) {
      let document = Int(index.postingDocuments[posting])
      append((document - last) << 5 | Int(index.postingImpacts[posting]))
      last = document
    }
  }

  private mutating func append(_ number: Int) {
    var rest = number
    while rest >= 128 {
      postings.append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    postings.append(UInt8(rest))
  }
}

extension Array {
  /// The first place for which something holds that holds for all after it.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
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
