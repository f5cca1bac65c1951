import Foundation

/// What a generator's pages have beyond Markdown - shortcodes, components, elements of HTML -
/// written as articles write it. What isn't known stays as it is, for `signpost check` to name.
///
///     GeneratorMarkup("{{< callout type=\"tip\" >}}\nPay\n{{< /callout >}}").text  // "::: tip\nPay\n:::"
///
/// - Complexity: O(*n*).
struct GeneratorMarkup {
  /// Elements that a site may allow, as `allowed-html` in `signpost.yml` names them.
  private static let harmless: Set<String> = [
    "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "strong", "sub", "sup", "u", "var",
  ]
  /// Elements that only say where something stands, or how it looks.
  private static let wrappers: Set<String> = [
    "article", "center", "columns", "figure", "font", "header", "main", "p", "picture", "section",
    "small", "span", "steps",
  ]
  private static let inlineWrappers: Set<String> = ["font", "picture", "small", "span"]

  /// Elements that begin a block of HTML.
  private static let blockNames: Set<String> = [
    "a", "article", "center", "details", "div", "figure", "header", "iframe", "img", "main", "p",
    "picture", "section", "summary", "video",
  ]

  private(set) var text = ""
  /// The harmless elements that the text has.
  private(set) var elements: Set<String> = []

  private var output: [String] = []
  private var line = ""
  private var indent = ""
  /// What ends the blocks that are open: the marks to write.
  private var open: [(name: String, end: [String])] = []
  private var links: [String?] = []
  /// An alert or a part to open whose title may follow.
  private var begun: (directive: String, title: String)?
  private var isTitle = false
  /// Within a player, whose text is for browsers without one.
  private var isSkipping = false { didSet { hasPlayer = hasPlayer && isSkipping } }
  private var hasPlayer = false
  /// The indent of the block of HTML that the line belongs to, which means nothing beyond it.
  private var blockIndent: String?
  private var tabLabels: [[String]] = []
  /// Shortcodes that have an end somewhere.
  private let closed: Set<String>

  init(_ body: String) {
    guard body.contains("<") || body.contains("{{") else {
      closed = []
      text = body
      return
    }
    closed = Set(body.matches(of: /\{\{[<%]\s*\/\s*([\w\/-]+)/).map { $0.1.lowercased() })
    for (line, isCode) in Self.withBlocks(Self.withWholeTags(body)).linesAndCode {
      if isCode { begin() }
      isCode ? output.append(String(line)) : add(line)
    }
    begin()
    text = output.joined(separator: "\n")
  }

  // MARK: Before

  /// Tags that go on over several lines, on one.
  private static func withWholeTags(_ body: String) -> String {
    var result: [String] = []
    var rest = 0
    for (line, isCode) in body.linesAndCode {
      if rest > 0, !isCode, let last = result.last {
        result[result.count - 1] = last + " " + line.trimmingCharacters(in: .whitespaces)
        rest = line.contains(">") || line.contains("}}") ? 0 : rest - 1
        continue
      }
      result.append(String(line))
      rest = !isCode && isOpenTag(line) ? 20 : 0
    }
    return result.joined(separator: "\n")
  }

  private static func isOpenTag(_ line: Substring) -> Bool {
    if let start = line.ranges(of: "{{").last { return !line[start.upperBound...].contains("}}") }
    return line.firstMatch(
      of:
        /<(?:img|a|video|source|iframe|TabItem|Tabs|Admonition|div|details|figure|p)(?:\s[^<>]*)?$/)
      != nil
  }

  /// Tables and lists of HTML, as Markdown.
  private static func withBlocks(_ body: String) -> String {
    guard body.firstMatch(of: /<(?:table|ul|ol|dl)\b/) != nil else { return body }
    var result: [String] = []
    var block: (name: String, lines: [String])?
    for (line, isCode) in body.linesAndCode {
      if block == nil, !isCode,
        let start = line.prefixMatch(of: /\s{0,3}<(table|ul|ol|dl)\b/)
      {
        block = (String(start.1), [])
      }
      guard var html = block else {
        result.append(String(line))
        continue
      }
      html.lines.append(String(line))
      block = html
      let all = html.lines.joined(separator: "\n")
      guard line.contains("</\(html.name)>"),
        all.ranges(of: "<\(html.name)").count <= all.ranges(of: "</\(html.name)>").count
      else { continue }
      result += ["", HTMLMarkdown(all).text]
      block = nil
    }
    return (result + (block?.lines ?? [])).joined(separator: "\n")
  }

  // MARK: Lines

  private mutating func add(_ source: Substring) {
    indent = String(source.prefix { $0 == " " || $0 == "\t" })
    if indent.count == source.count {
      blockIndent = nil
    } else if let outer = blockIndent {
      if indent.count > outer.count { indent = outer }
    } else if Self.beginsBlock(source.dropFirst(indent.count)) {
      blockIndent = indent
    }
    line = ""
    var wrote = output.count
    var changed = false
    var position = source.startIndex
    let marks =
      /`+[^`]*`+|\{\{[<%].*?[%>]\}\}|<\/?[A-Za-z][A-Za-z0-9]*(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/
    for match in source.matches(of: marks) {
      write(source[position..<match.range.lowerBound])
      position = match.range.upperBound
      let written = match.0
      let tag =
        written.hasPrefix("{{")
        ? MarkupTag(shortcode: written)
        : written.hasPrefix("<") ? MarkupTag(element: written) : nil
      if let tag, take(tag) { changed = true } else { write(written) }
    }
    write(source[position...])
    if !changed { wrote = output.count }
    let isBlank = line.allSatisfy(\.isWhitespace)
    // A line that was nothing but marks leaves none.
    if !isBlank || !changed || output.count == wrote { flush(keepsBlank: true) }
  }

  private static func beginsBlock(_ text: Substring) -> Bool {
    let name = text.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter }
    return text.hasPrefix("<") && blockNames.contains(name.lowercased())
  }

  private mutating func write(_ text: Substring) {
    if isSkipping { return }
    if isTitle {
      begun?.title += text
      return
    }
    if text.contains(where: { !$0.isWhitespace }) { begin() }
    line += text
  }

  private mutating func flush(keepsBlank: Bool = false) {
    defer { line = "" }
    let text = line.drop(while: \.isWhitespace)
    // A break of its own is space between blocks.
    guard !text.isEmpty, text.wholeMatch(of: /<br *\/?>\s*/) == nil else {
      if keepsBlank, begun == nil, output.last != "" { output.append("") }
      return
    }
    output.append(indent + text)
  }

  private mutating func block(_ lines: [String]) {
    begin()
    flush()
    for line in lines where !line.isEmpty || output.last != "" {
      output.append(line.isEmpty ? "" : indent + line)
    }
  }

  /// Opens what was begun, with the title that followed.
  private mutating func begin() {
    guard let (directive, title) = begun else { return }
    begun = nil
    isTitle = false
    let words = title.replacing(/<[^>]*>|[*`]/, with: "").split(whereSeparator: \.isWhitespace)
    output.append(indent + ([directive] + words.map(String.init)).joined(separator: " "))
  }

  private mutating func openBlock(_ name: String, _ directive: String, title: String?) {
    block([])
    begun = (directive, title ?? "")
    open.append((name, [":::"]))
  }

  private mutating func close(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > index { block(open.removeLast().end + [""]) }
  }

  // MARK: Tags

  /// Writes what stands for the tag; false when it is to stay.
  private mutating func take(_ tag: MarkupTag) -> Bool {
    tag.isShortcode ? takeShortcode(tag) : takeElement(tag)
  }

  private mutating func takeShortcode(_ tag: MarkupTag) -> Bool {
    let name = tag.name
    if tag.isClosing {
      if name == "cards" || Self.wrappers.contains(name) { return true }
      guard open.contains(where: { $0.name == name }) else { return false }
      if name == "tabs" || name == "tabpane" { tabLabels.removeLast() }
      close(name)
      return true
    }
    switch name {
    case "card":
      guard let link = tag.value("link", "url", "href"), let title = tag.value("title") else {
        return false
      }
      let more = tag.value("subtitle", "description").map { ": \($0)" } ?? ""
      block(["- [\(title)](\(link))\(more)"])
    case "figure", "image", "img":
      guard let source = tag.value("src", "link") else { return false }
      block([Self.image(source, tag.value("alt", "caption", "title"), tag.value("caption"))])
    case "youtube":
      guard let id = tag.value("id") ?? tag.values.first else { return false }
      block(["[\(tag.value("title") ?? "YouTube")](https://www.youtube.com/watch?v=\(id))"])
    case "icon": break
    case _ where Self.wrappers.contains(name) || name == "cards": block([""])
    case _ where !closed.contains(name): return false
    case "details", "expand", "collapse", "spoiler":
      openBlock(
        name, "::: details",
        title: tag.value("title", "summary", "label") ?? tag.values.first)
    case "tabs", "tabpane":
      block(["::: tabs"])
      open.append((name, [":::"]))
      tabLabels.append((tag.value("items") ?? "").split(separator: ",").map(String.init))
    case "tab":
      guard !tabLabels.isEmpty else { return false }
      let label =
        tag.value("name", "header", "title", "label", "tabname") ?? tag.values.first
        ?? tabLabels[tabLabels.count - 1].first
      if !tabLabels[tabLabels.count - 1].isEmpty { tabLabels[tabLabels.count - 1].removeFirst() }
      block(["== \((label ?? "\(tabLabels.count)").trimmingCharacters(in: .whitespaces))", ""])
      open.append((name, []))
    default:
      guard let kind = Self.alert(named: name, tag) else { return false }
      let isNamed = tag.values.first.map { Self.alerts[$0.lowercased()] != nil } == true
      openBlock(
        name, "::: \(kind)",
        title: tag.value("title") ?? (isNamed ? tag.values.dropFirst().first : nil))
    }
    return true
  }

  private mutating func takeElement(_ tag: MarkupTag) -> Bool {
    let name = tag.name
    switch name {
    case "div" where tag.isClosing:
      guard open.contains(where: { $0.name == "div" }) else { block([""]); return true }
      close("div")
    case "div":
      let classes = tag.value("class", "classname") ?? ""
      let words = classes.lowercased().split { " -_".contains($0) }.map(String.init)
      let marks = ["admonition", "callout", "alert", "notification", "infobox"]
      guard words.contains(where: marks.contains) else {
        block([""])
        open.append(("div", []))
        break
      }
      openBlock(
        "div", "::: \(words.lazy.compactMap { Self.alerts[$0] }.first ?? "note")", title: nil)
    case "admonition":
      guard !tag.isClosing else { close(name); break }
      let kind = tag.value("type").flatMap { Self.alerts[$0] } ?? "note"
      openBlock(name, "::: \(kind)", title: tag.value("title"))
    case "details":
      tag.isClosing ? close(name) : openBlock(name, "::: details", title: nil)
    case "summary":
      guard begun != nil else { return false }
      tag.isClosing ? begin() : (isTitle = true)
    case "p" where begun != nil && tag.value("class")?.contains("title") == true: isTitle = true
    case "p" where isTitle: begin()
    case "tabs":
      guard !tag.isClosing else { close(name); break }
      block(["::: tabs"])
      open.append((name, [":::"]))
    case "tabitem":
      guard open.contains(where: { $0.name == "tabs" }) else { return false }
      if !tag.isClosing { block(["== \(tag.value("label", "value") ?? "")", ""]) }
    default: return isTitle ? true : takeInline(tag)
    }
    return true
  }

  private mutating func takeInline(_ tag: MarkupTag) -> Bool {
    let name = tag.name
    switch name {
    case "video" where tag.isClosing: isSkipping = false
    case "video":
      hasPlayer = false
      if let source = tag.value("src") { addPlayer(source, tag) }
      isSkipping = true
    case "source" where isSkipping:
      if let source = tag.value("src"), !hasPlayer { addPlayer(source, tag) }
    case "img":
      guard let source = tag.value("src") else { return false }
      write(Self.image(source, tag.value("alt"), tag.value("title"))[...])
    case "a" where tag.isClosing:
      guard let link = links.popLast() else { return false }
      if let link { write("](\(link))"[...]) }
    case "a":
      let link = tag.value("href")
      links.append(link)
      if link != nil { write("["[...]) }
    case "source": break
    case "iframe":
      guard !tag.isClosing else { break }
      guard let source = tag.value("src") else { return false }
      addPlayer(source, tag)
    case "figcaption": write("*"[...])
    case "hr": block(["", "---", ""])
    case "h1", "h2", "h3", "h4", "h5", "h6":
      if !tag.isClosing {
        block([""])
        write("\(String(repeating: "#", count: Int(name.suffix(1)) ?? 2)) "[...])
      } else {
        block([""])
      }
    case _ where Self.inlineWrappers.contains(name): break
    case _ where Self.wrappers.contains(name): block([""])
    default:
      if Self.harmless.contains(name) { elements.insert(name) }
      return false
    }
    return true
  }

  /// A film of the site's own is shown; one elsewhere becomes a link.
  private mutating func addPlayer(_ source: String, _ tag: MarkupTag) {
    let title = tag.value("title", "aria-label")
    let watch = source.replacing("/embed/", with: "/watch?v=")
    let isOwn = tag.name != "iframe" && !source.contains("//")
    block(["", isOwn ? "![\(title ?? "")](\(source))" : "[\(title ?? watch)](\(watch))", ""])
    hasPlayer = true
  }

  // MARK: Words

  private static func image(_ source: String, _ alternative: String?, _ caption: String?) -> String
  {
    let title = caption.map { " \"\($0.replacing("\"", with: "\\\""))\"" } ?? ""
    let address = source.contains(" ") ? "<\(source)>" : source
    return "![\((alternative ?? "").replacing("]", with: "\\]"))](\(address)\(title))"
  }

  /// What themes call the kinds of alert.
  private static let alerts = [
    "note": "note", "info": "note", "default": "note", "primary": "note", "secondary": "note",
    "example": "note", "question": "note", "abstract": "note", "quote": "note", "tip": "tip",
    "hint": "tip", "success": "tip", "check": "tip", "important": "important",
    "warning": "warning", "attention": "warning", "caution": "caution", "danger": "caution",
    "error": "caution", "failure": "caution", "bug": "caution",
  ]

  private static func alert(named name: String, _ tag: MarkupTag) -> String? {
    let frames: Set = ["callout", "alert", "notice", "admonition", "hint", "message", "box"]
    let said = tag.value("type", "color", "level", "kind", "style") ?? tag.values.first
    if frames.contains(name) { return said.flatMap { alerts[$0.lowercased()] } ?? "note" }
    return alerts[name]
  }
}
