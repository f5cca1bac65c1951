import Availability
import CustomerMessages
import KnowledgeBase
import SiteGeneration
import TextAnalysis

/// An article as it is sent on: short message, mail, text, HTML, Markdown.
///
///     ArticleSnippet(article, words: words, link: "https://help.example.com/s/c6xh/").shortMessage(segments: 2)
package struct ArticleSnippet {
  private let article: Article
  private let words: ContactWords
  /// The address that is sent along, short where there is one.
  private let link: String

  package init(_ article: Article, words: ContactWords, link: String) {
    self.article = article
    self.words = words
    self.link = link
  }

  // MARK: Short message

  /// The text that the editor wrote for short messages, else the first sentences of the answer that
  /// fit into so many segments with the link; the first sentence is always there.
  package func shortMessage(segments: Int) -> ShortMessage {
    if let text = article.frontMatter.sms { return ShortMessage("\(text) \(link)") }
    let sentences = Sentences.of(answer)
    var text = sentences.first ?? article.title
    for sentence in sentences.dropFirst() {
      let longer = "\(text) \(sentence)"
      guard ShortMessage("\(longer) \(link)").segments <= segments else { break }
      text = longer
    }
    return ShortMessage("\(text) \(link)")
  }

  /// The text before the first heading, else that of the first section that has any.
  private var answer: String {
    let text = article.sections.first { !$0.text.isEmpty }?.text ?? ""
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Longer forms

  package var subject: String { article.title }

  /// Greeting, answer, link, and how to reach the company, for a mail's body.
  package func mail(contacts: ContactPlan?) -> String {
    var parts = [words.strings("mail.greeting"), bodyText]
    parts.append(words.strings("mail.online", ["url": link]))
    if let contacts { parts.append(Self.signature(of: contacts, words: words)) }
    parts.append("\(words.strings("mail.closing"))\n\(company)")
    return parts.joined(separator: "\n\n")
  }

  package var text: String { "\(article.title)\n\n\(bodyText)\n\n\(link)" }

  package var markdown: String {
    HTMLText(.markdown).text(of: html) + "\n"
  }

  /// A fragment that can be put into any page: title, answer, link, all addresses in full.
  package var html: String {
    """
    <h1>\(Self.escaped(article.title))</h1>
    \(body)<p><a href="\(Self.escaped(link))">\(Self.escaped(link))</a></p>

    """
  }

  /// A page of its own, for printing: on paper the way to the web is a code, and the way to a person
  /// stands below.
  package func page(contacts: ContactPlan?) -> String {
    let code = QRCode(of: link).map { code in
      let side = code.size + 2 * QRCode.quietZone
      return """
        <svg width="28mm" height="28mm" viewBox="-\(QRCode.quietZone) -\(QRCode.quietZone) \(side) \
        \(side)" aria-hidden="true"><path d="\(code.path)" shape-rendering="crispEdges"/></svg>
        """
    }
    let reach = contacts.map { Self.signature(of: $0, words: words) } ?? ""
    // An address reads from left to right among letters that don't.
    let address = "<bdi dir=\"ltr\">\(Self.escaped(link))</bdi>"
    let online = Self.escaped(words.strings("mail.online")).replacing(mark: "{url}", with: address)
    let lines = reach.split(separator: "\n").map { Self.escaped(String($0)) }
    return pageHead + """
      <header>\(Self.escaped(company))</header>
      <h1>\(Self.escaped(article.title))</h1>
      \(body)<footer>
      \(code ?? "")
      <div>
      <p>\(online)</p>
      <p>\(lines.joined(separator: "<br>\n"))</p>
      </div>
      </footer>
      </body>
      </html>

      """
  }

  private var pageHead: String {
    """
    <!doctype html>
    <html lang="\(words.language.code)" dir="\(words.language.isRightToLeft ? "rtl" : "ltr")">
    <head>
    <meta charset="utf-8">
    <title>\(Self.escaped(article.title))</title>
    <style>
    @page { size: A4; margin: 22mm 20mm }
    body { font: 11pt/1.5 system-ui, sans-serif; max-width: 160mm; margin: auto }
    h1 { font-size: 20pt; line-height: 1.2 } h2 { font-size: 13pt; break-after: avoid }
    li { break-inside: avoid } img { max-width: 100% } a { color: inherit }
    table { border-collapse: collapse } td, th { border: .3mm solid #999; padding: 1mm 2mm }
    header { font-weight: 600; color: \(words.site.brandColour) }
    footer { display: flex; gap: 4mm; margin-top: 8mm; padding-top: 2mm; font-size: 9pt }
    footer { border-top: .3mm solid #999; break-inside: avoid } svg { flex: none }
    footer p { margin: 2mm 0 } pre { white-space: pre-wrap } video, iframe { display: none }
    a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 8pt; word-break: break-all }
    a::after { unicode-bidi: isolate; direction: ltr }
    </style>
    </head>
    <body>

    """
  }

  /// How to reach the company: a line for each channel with its hours or its promise.
  static func signature(of plan: ContactPlan, words: ContactWords) -> String {
    let lines = plan.channels.map { channel in
      let when = [
        channel.hours.map { words.line($0.week) }, channel.promise.map(words.promise),
      ].compactMap(\.self)
      return "\(words.text(channel.title)): \(channel.value)"
        + (when.isEmpty ? "" : " (\(when.joined(separator: "; ")))")
    }
    return ([words.strings("mail.reach")] + lines).joined(separator: "\n")
  }

  // MARK: Parts

  private var company: String { words.site.company ?? words.text(words.site.title) }

  private var bodyText: String { HTMLText.plain(body) }

  /// What the article says, with what its front matter states above and below it.
  private var body: String { needs + absolute(articleHTML) + stages }

  private var articleHTML: String {
    let titled = Alert.allCases.reduce(article.html) { html, alert in
      html.replacing(
        mark: alert.placeholder,
        with: "<p><strong>\(Self.escaped(words.strings("alert.\(alert.rawValue)")))</strong></p>\n")
    }
    return Self.withPlainNotes(TextPlaceholder.filled(titled) { Self.escaped(words.strings($0)) })
  }

  /// Numbers of notes without links, which lead about in a page: `Tap Get.[1]`.
  private static func withPlainNotes(_ html: String) -> String {
    guard html.contains(mark: "class=\"note-ref\"") else { return html }
    let reference = #/<sup class="note-ref"><a [^>]*>(\d+)</a></sup>/#
    let wayBack = #/ <a class="note-back"[^>]*>.*?</a>/#
    return html.replacing(reference.matchingSemantics(.unicodeScalar)) { "[\($0.output.1)]" }
      .replacing(wayBack.matchingSemantics(.unicodeScalar), with: "")
  }

  private var needs: String {
    guard !article.frontMatter.needs.isEmpty else { return "" }
    let items = article.frontMatter.needs.map { "<li>\(Self.escaped($0))</li>\n" }.joined()
    return "<p>\(Self.escaped(words.strings("howTo.needs"))):</p>\n<ul>\n\(items)</ul>\n"
  }

  private var stages: String {
    let stages = article.frontMatter.stages
    guard !stages.isEmpty else { return "" }
    let items = stages.map { stage in
      let facts = [stage.who, stage.takes.map(time)].compactMap(\.self)
      let text = stage.title + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
      return "<li>\(Self.escaped(text))</li>\n"
    }.joined()
    return "<h2>\(Self.escaped(words.strings("process.stages")))</h2>\n<ol>\n\(items)</ol>\n"
  }

  private func time(_ span: TimeSpan) -> String {
    guard span.amount > 0 else { return words.strings("process.atOnce") }
    return words.strings("process.atMost", ["time": words.strings.time(span)])
  }

  /// Addresses below the site's root and headings of the page in full; in what cmark writes, these
  /// attributes stand in double quotes and nowhere else.
  private func absolute(_ html: String) -> String {
    let base = words.site.baseURL
    let origin = base.dropLast(words.site.root.count - 1)
    return html.replacing(mark: "href=\"/", with: "href=\"\(origin)/")
      .replacing(mark: "src=\"/", with: "src=\"\(origin)/")
      .replacing(mark: "href=\"#", with: "href=\"\(base)/\(article.permalink)#")
  }

  static func escaped(_ text: String) -> String {
    text.escapedForHTML
  }
}
