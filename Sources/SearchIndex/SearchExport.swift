import KnowledgeBase
import TextAnalysis

/// A search server that a help centre may outgrow its own index for.
package enum SearchServer: String, CaseIterable, Sendable {
  case opensearch, meilisearch, typesense
}

/// The documents of one language as a search server takes them, with settings that search as much
/// like `SearchIndex` as the server can: weights of fields, endings, letters without diacritics,
/// synonyms.
///
/// | Server | Files | Loaded by |
/// |---|---|---|
/// | OpenSearch, Elasticsearch | `en.index.json`, `en.bulk.ndjson` | `PUT /help-en`, `POST /help-en/_bulk` |
/// | Meilisearch | `en.settings.json`, `en.documents.json` | `PATCH /indexes/help-en/settings`, `POST /indexes/help-en/documents` |
/// | Typesense | `en.schema.json`, `en.documents.jsonl`, `en.synonyms.json` | `POST /collections`, `…/documents/import`, `PUT /synonym_sets/help-en`; before version 30 its items by `PUT …/synonyms/ID` |
package struct SearchExport: Sendable {
  /// Names and contents, JSON or JSON lines.
  package let files: [(name: String, text: String)]

  /// - Parameter baseURL: what addresses of documents are relative to.
  /// - Complexity: O(*n*) in the size of the documents.
  package init(_ index: SearchIndex, for server: SearchServer, baseURL: String) {
    let code = index.language.code
    let rows = index.documents.enumerated().map {
      ExportedDocument($1, number: $0, baseURL: baseURL, in: index)
    }
    switch server {
    case .opensearch:
      files = [
        ("\(code).index.json", OpenSearchSettings(index).text + "\n"),
        (
          "\(code).bulk.ndjson",
          rows.map { "{\"index\":{\"_id\":\(JSONText.string($0.id))}}\n\($0.json)\n" }.joined()
        ),
      ]
    case .meilisearch:
      files = [
        ("\(code).settings.json", MeilisearchSettings(index).text + "\n"),
        ("\(code).documents.json", JSONText.list(rows.map(\.json)) + "\n"),
      ]
    case .typesense:
      files = [
        ("\(code).schema.json", TypesenseSettings(index).schema + "\n"),
        ("\(code).documents.jsonl", rows.map { $0.json + "\n" }.joined()),
        ("\(code).synonyms.json", TypesenseSettings(index).synonyms + "\n"),
      ]
    }
  }
}

/// A document with the names of its fields, the same for every server.
private struct ExportedDocument {
  /// Letters, digits and hyphens, which every server takes as an identifier.
  let id: String
  let json: String

  /// Most heavily weighted first.
  static let searched = ["title", "questions", "description", "headings", "tags", "body"]
  static let filtered = ["category", "kind", "tags"]

  init(_ document: SearchDocument, number: Int, baseURL: String, in index: SearchIndex) {
    id = "\(index.language.code)-\(number)"
    func texts(_ field: SearchField) -> [String] {
      document.fields.filter { $0.field == field }
        .flatMap { $0.text.split(separator: "\n").map(String.init) }
    }
    json = JSONText.object([
      ("id", JSONText.string(id)), ("article", JSONText.string(document.article.rawValue)),
      ("language", JSONText.string(index.language.code)),
      ("url", JSONText.string("\(baseURL)/\(document.url)")),
      ("section", JSONText.string(document.section)),
      ("title", JSONText.string(document.title)),
      ("questions", JSONText.strings(texts(.questions))),
      ("description", JSONText.string(texts(.description).joined(separator: " "))),
      ("headings", JSONText.strings(texts(.headings))), ("tags", JSONText.strings(document.tags)),
      ("body", JSONText.string(String(decoding: index.text(of: number), as: UTF8.self))),
      ("category", JSONText.string(document.categoryPath.joined(separator: "/"))),
      ("kind", JSONText.string(document.kind.rawValue)),
      ("pinned", document.isPinned ? "true" : "false"),
    ])
  }
}

/// An index with an analyzer of the language's own stemmer, where the server has one.
private struct OpenSearchSettings {
  let text: String

  /// Stemmers that come with the server; others are plug-ins.
  private static let stemmers = [
    "ar": "arabic", "bg": "bulgarian", "cs": "czech", "da": "danish", "de": "light_german",
    "el": "greek", "en": "english", "es": "light_spanish", "et": "estonian", "fi": "finnish",
    "fr": "light_french", "hu": "hungarian", "it": "light_italian", "lt": "lithuanian",
    "lv": "latvian", "nl": "dutch", "no": "norwegian", "pt": "light_portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
  ]

  init(_ index: SearchIndex) {
    func list(_ phrases: [String]) -> String {
      phrases.map(Self.escaped).joined(separator: ", ")
    }
    let rules =
      index.synonyms.twoWay.map(list)
      + index.synonyms.oneWay.map { way in
        "\(list([way.asked])) => \(list([way.asked] + way.written))"
      }
    var filters = [
      ("folding", #"{"type":"asciifolding","preserve_original":false}"#),
      (
        "words",
        "{\"type\":\"synonym_graph\",\"lenient\":true,\"synonyms\":\(JSONText.strings(rules))}"
      ),
    ]
    // Without a stemmer, which needs diacritics, synonyms are found without them too.
    var (written, asked) = (["folding"], ["folding", "words"])
    if let stemmer = Self.stemmers[index.language.primary] {
      filters.append(("endings", "{\"type\":\"stemmer\",\"language\":\(JSONText.string(stemmer))}"))
      written = ["endings", "folding"]
      asked = ["words"] + written
    }
    func analyzer(_ names: [String]) -> String {
      JSONText.object([
        ("tokenizer", JSONText.string("standard")), ("char_filter", JSONText.strings(["letters"])),
        ("filter", JSONText.strings(["lowercase"] + names)),
      ])
    }
    let analysis = JSONText.object([
      ("char_filter", #"{"letters":{"type":"mapping","mappings":["ё=>е","Ё=>Е"]}}"#),
      ("filter", JSONText.object(filters)),
      (
        "analyzer",
        JSONText.object([
          ("written", analyzer(written)), ("asked", analyzer(asked)),
        ])
      ),
    ])
    let searched = ExportedDocument.searched.map { name in
      let isFiltered = ExportedDocument.filtered.contains(name)
      let exact = isFiltered ? #","fields":{"exact":{"type":"keyword"}}"# : ""
      return (name, #"{"type":"text","analyzer":"written","search_analyzer":"asked"\#(exact)}"#)
    }
    let exact = ["id", "article", "language", "url", "section", "category", "kind"].map { name in
      (name, #"{"type":"keyword"}"#)
    }
    text = JSONText.object([
      ("settings", JSONText.object([("analysis", analysis)])),
      (
        "mappings",
        JSONText.object([
          ("properties", JSONText.object(searched + exact + [("pinned", #"{"type":"boolean"}"#)]))
        ])
      ),
    ])
  }

  /// A phrase of a list of synonyms, in which commas and arrows have a meaning.
  private static func escaped(_ phrase: String) -> String {
    ["\\", ",", "=>"].reduce(phrase) { $0.replacing(mark: $1, with: "\\\($1)") }
  }
}

private struct MeilisearchSettings {
  let text: String

  init(_ index: SearchIndex) {
    let synonyms = index.synonyms.expansions.reduce(into: [String: [String]]()) { all, rule in
      all[rule.phrase, default: []] += rule.finds
    }
    text = JSONText.object([
      ("searchableAttributes", JSONText.strings(ExportedDocument.searched)),
      ("filterableAttributes", JSONText.strings(ExportedDocument.filtered)),
      ("sortableAttributes", JSONText.strings(["pinned"])),
      ("distinctAttribute", JSONText.string("article")),
      ("stopWords", JSONText.strings(index.suffixes?.weakWords ?? [])),
      (
        "synonyms",
        JSONText.object(
          synonyms.sorted { $0.key < $1.key }.map { ($0.key, JSONText.strings($0.value)) })
      ),
    ])
  }
}

private struct TypesenseSettings {
  /// The body of a collection.
  let schema: String
  /// The body of a synonym set.
  let synonyms: String

  /// Languages that the server has Snowball's stemmers for.
  private static let stemmed: Set = [
    "ar", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr",
  ]

  init(_ index: SearchIndex) {
    func field(_ name: String, _ type: String, isFacet: Bool) -> String {
      let isText = ExportedDocument.searched.contains(name) && !isFacet
      let isStemmed = isText && Self.stemmed.contains(index.language.primary)
      let locale = index.language.primary == "en" ? "" : index.language.primary
      return JSONText.object([
        ("name", JSONText.string(name)), ("type", JSONText.string(type)),
        ("facet", isFacet ? "true" : "false"), ("locale", JSONText.string(locale)),
        ("stem", isStemmed ? "true" : "false"), ("optional", "true"),
      ])
    }
    let lists: Set<String> = ["questions", "headings", "tags"]
    let names = ["article", "url", "section"] + ExportedDocument.searched + ["category", "kind"]
    schema = JSONText.object([
      ("name", JSONText.string("help-\(index.language.code)")),
      (
        "fields",
        JSONText.list(
          names.map { name in
            field(
              name, lists.contains(name) ? "string[]" : "string",
              isFacet: ExportedDocument.filtered.contains(name))
          } + [field("pinned", "bool", isFacet: false)])
      ),
    ])
    let groups = index.synonyms.twoWay.map { [("synonyms", JSONText.strings($0))] }
    let ways = index.synonyms.oneWay.map { way in
      [("root", JSONText.string(way.asked)), ("synonyms", JSONText.strings(way.written))]
    }
    let items = (groups + ways).enumerated().map { number, members in
      JSONText.object([("id", JSONText.string("synonym-\(number)"))] + members)
    }
    synonyms = JSONText.object([("items", JSONText.list(items))])
  }
}
