import Diagnostics
import FileStamps
import KnowledgeBase

/// What the top of an article's file says, and where the article is. A class since its many values are
/// handed around without being copied.
final class ArticleHead: Sendable {
  let id: ArticleID
  let categoryPath: [String]
  let permalink: Permalink
  let frontMatter: FrontMatter
  let places: ArticlePlaces

  init(
    id: ArticleID, categoryPath: [String], permalink: Permalink, frontMatter: FrontMatter,
    places: ArticlePlaces
  ) {
    self.id = id
    self.categoryPath = categoryPath
    self.permalink = permalink
    self.frontMatter = frontMatter
    self.places = places
  }

  /// The head of the same file, which may belong to another folder since one of its name came or went.
  func belonging(to article: ContentFolder.ArticleFile) -> ArticleHead {
    let depth = article.id.utf8.count { $0 == UInt8(ascii: "/") } + (article.isFolderPage ? 1 : 0)
    if depth == categoryPath.count { return self }
    return ArticleHead(
      id: id, categoryPath: article.categoryPath, permalink: permalink, frontMatter: frontMatter,
      places: places)
  }
}

/// What is known of an article but for its text, as it is kept between two runs. A class likewise.
final class KeptArticle: Sendable {
  /// What the text gave, its links resolved.
  struct Body: Sendable {
    let title: String
    let summary: String
    let anchors: [String]
    let links: [ArticleLink]
    let images: [ArticleImage]
    let video: ArticleVideo?
    let digest: ArticleDigest
  }

  let state: FileStamp
  let head: ArticleHead
  let headerDiagnostics: [Diagnostic]
  /// Nil where there is no title.
  let body: Body?
  let bodyDiagnostics: [Diagnostic]

  init(
    state: FileStamp, head: ArticleHead, headerDiagnostics: [Diagnostic], body: Body?,
    bodyDiagnostics: [Diagnostic]
  ) {
    self.state = state
    self.head = head
    self.headerDiagnostics = headerDiagnostics
    self.body = body
    self.bodyDiagnostics = bodyDiagnostics
  }

  init(from reader: inout ValueReader) throws(ValueReader.Damage) {
    state = FileStamp(
      size: try reader.number(), nanoseconds: try reader.number(), inode: try reader.number())
    head = ArticleHead(
      id: ArticleID(try reader.text()), categoryPath: try reader.texts(),
      permalink: Permalink(try reader.text()), frontMatter: try reader.frontMatter(),
      places: try reader.places())
    headerDiagnostics = try reader.diagnostics()
    body = try reader.optional { (reader) throws(ValueReader.Damage) in try Body(from: &reader) }
    bodyDiagnostics = try reader.diagnostics()
  }
}

extension KeptArticle {
  func write(to writer: inout ValueWriter) {
    writer.write(state.size)
    writer.write(state.nanoseconds)
    writer.write(state.inode)
    writer.write(head.id.rawValue)
    writer.write(head.categoryPath)
    writer.write(head.permalink.path)
    writer.write(head.frontMatter)
    writer.write(head.places)
    writer.write(headerDiagnostics) { $0.write($1) }
    writer.write(body) { $1.write(to: &$0) }
    writer.write(bodyDiagnostics) { $0.write($1) }
  }
}

extension KeptArticle.Body {
  init(from reader: inout ValueReader) throws(ValueReader.Damage) {
    title = try reader.text()
    summary = try reader.text()
    anchors = try reader.texts()
    links = try reader.list { (reader) throws(ValueReader.Damage) in
      ArticleLink(
        try reader.target(), text: try reader.text(), line: try reader.number(),
        column: try reader.numberIfAny())
    }
    images = try reader.list { (reader) throws(ValueReader.Damage) in
      ArticleImage(
        address: try reader.text(), alternative: try reader.text(), line: try reader.number(),
        column: try reader.numberIfAny())
    }
    video = try reader.optional { (reader) throws(ValueReader.Damage) in
      try reader.flag()
        ? .file(try reader.text(), captions: try reader.textIfAny())
        : .link(try reader.text(), host: try reader.text())
    }
    digest = ArticleDigest(
      head: try reader.digest(), whole: try reader.digest(), place: try reader.digest())
  }

  func write(to writer: inout ValueWriter) {
    writer.write(title)
    writer.write(summary)
    writer.write(anchors)
    writer.write(links) { writer, link in
      writer.write(link.target)
      writer.write(link.text)
      writer.write(link.line)
      writer.write(link.column)
    }
    writer.write(images) { writer, image in
      writer.write(image.address)
      writer.write(image.alternative)
      writer.write(image.line)
      writer.write(image.column)
    }
    writer.write(video) { writer, video in
      switch video {
      case .file(let path, let captions):
        writer.write(true)
        writer.write(path)
        writer.write(captions)
      case .link(let address, let host):
        writer.write(false)
        writer.write(address)
        writer.write(host)
      }
    }
    writer.write(digest.head)
    writer.write(digest.whole)
    writer.write(digest.place)
  }
}

extension ValueWriter {
  mutating func write(_ matter: FrontMatter) {
    write(matter.title)
    write(matter.kind)
    write(matter.status)
    for text in [
      matter.description, matter.id, matter.goal, matter.updated, matter.owner, matter.reviewBy,
      matter.published, matter.expires, matter.successor, matter.permalink, matter.sms,
      matter.video, matter.translationOf,
    ] { write(text) }
    for texts in [
      matter.questions, matter.answers, matter.needs, matter.related, matter.tags, matter.aliases,
    ] { write(texts) }
    write(matter.duration) { $0.write($1) }
    write(matter.stages) { writer, stage in
      writer.write(stage.title)
      writer.write(stage.who)
      writer.write(stage.takes) { $0.write($1) }
    }
    write(matter.reviewEvery) { writer, cycle in
      writer.write(cycle.amount)
      writer.write(cycle.unit)
    }
    write(matter.order)
  }

  private mutating func write(_ span: TimeSpan) {
    write(span.amount)
    write(span.unit)
  }

  mutating func write(_ places: ArticlePlaces) {
    write(places.keyLines.sorted { $0.key < $1.key }) { writer, place in
      writer.write(place.key)
      writer.write(place.value)
    }
    write(places.bodyLine)
  }

  mutating func write(_ target: ArticleLink.Target) {
    switch target {
    case .page(let permalink, let anchor):
      write(0)
      write(permalink.path)
      write(anchor)
    case .file(let path):
      write(1)
      write(path)
    case .external(let address):
      write(2)
      write(address)
    }
  }

  mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity)
    write(diagnostic.rule)
    write(diagnostic.location.file)
    write(diagnostic.location.line)
    write(diagnostic.location.column)
    write(diagnostic.summary)
    write(diagnostic.cures)
    write(diagnostic.sourceLine)
    write(diagnostic.caret)
    write(diagnostic.fix) { writer, fix in
      writer.write(fix.old)
      writer.write(fix.new)
    }
  }
}

extension ValueReader {
  mutating func frontMatter() throws(Damage) -> FrontMatter {
    var matter = FrontMatter(title: try text())
    matter.kind = try raw()
    matter.status = try raw()
    matter.description = try textIfAny()
    matter.id = try textIfAny()
    matter.goal = try textIfAny()
    matter.updated = try textIfAny()
    matter.owner = try textIfAny()
    matter.reviewBy = try textIfAny()
    matter.published = try textIfAny()
    matter.expires = try textIfAny()
    matter.successor = try textIfAny()
    matter.permalink = try textIfAny()
    matter.sms = try textIfAny()
    matter.video = try textIfAny()
    matter.translationOf = try textIfAny()
    matter.questions = try texts()
    matter.answers = try texts()
    matter.needs = try texts()
    matter.related = try texts()
    matter.tags = try texts()
    matter.aliases = try texts()
    matter.duration = try optional { (reader) throws(Damage) in try reader.span() }
    matter.stages = try list { (reader) throws(Damage) in
      Stage(
        title: try reader.text(), who: try reader.textIfAny(),
        takes: try reader.optional { (reader) throws(Damage) in try reader.span() })
    }
    matter.reviewEvery = try optional { (reader) throws(Damage) in
      ReviewCycle(amount: try reader.number(), unit: try reader.raw())
    }
    matter.order = try numberIfAny()
    return matter
  }

  private mutating func span() throws(Damage) -> TimeSpan {
    TimeSpan(amount: try number(), unit: try raw())
  }

  mutating func places() throws(Damage) -> ArticlePlaces {
    let lines = try list { (reader) throws(Damage) in (try reader.text(), try reader.number()) }
    return ArticlePlaces(
      keyLines: Dictionary(lines, uniquingKeysWith: { first, _ in first }),
      bodyLine: try number())
  }

  mutating func target() throws(Damage) -> ArticleLink.Target {
    switch try number() {
    case 0: .page(Permalink(try text()), anchor: try text())
    case 1: .file(try text())
    case 2: .external(try text())
    default: throw Damage()
    }
  }

  mutating func diagnostics() throws(Damage) -> [Diagnostic] {
    try list { (reader) throws(Damage) in
      Diagnostic(
        try reader.raw(), rule: try reader.text(),
        at: SourceLocation(
          file: try reader.text(), line: try reader.numberIfAny(),
          column: try reader.numberIfAny()),
        try reader.text(), cures: try reader.texts(), sourceLine: try reader.textIfAny(),
        caret: try reader.numberIfAny(),
        fix: try reader.optional { (reader) throws(Damage) in
          TextFix(old: try reader.text(), new: try reader.text())
        })
    }
  }
}
