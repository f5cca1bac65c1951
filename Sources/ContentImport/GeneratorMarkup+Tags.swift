import Foundation
import KnowledgeBase

/// What stands for each tag.
extension GeneratorMarkup {
  /// Elements that only say where something stands, or how it looks.
  private static let wrappers: Set<String> = [
    "article", "center", "columns", "figure", "font", "header", "main", "p", "picture", "section",
    "small", "span", "steps",
  ]
  private static let inlineWrappers: Set<String> = ["font", "picture", "small", "span"]

  /// Writes what stands for the tag; false when it is to stay.
  mutating func take(_ tag: MarkupTag) -> Bool {
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
      tabValues = [:]
      tabsIndent = indent
      for part in (tag.value("values") ?? "").split(separator: "}") {
        guard let label = part.firstMatch(of: /label:\s*(["'`])(.+?)\1/)?.2,
          let value = part.firstMatch(of: /value:\s*(["'`])(.+?)\1/)?.2
        else { continue }
        tabValues[String(value)] = String(label)
      }
    case "tabitem":
      guard open.contains(where: { $0.name == "tabs" }) else { return false }
      guard !tag.isClosing else { break }
      let value = tag.value("value").map { tabValues[$0] ?? $0 }
      // However deep a tab stands in its element, it is part of the text that the tabs stand in.
      indent = tabsIndent
      block(["== \(tag.value("label") ?? value ?? "")", ""])
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
      if let source = tag.source { addPlayer(source, tag) }
      isSkipping = true
    case "source" where isSkipping:
      if let source = tag.source, !hasPlayer { addPlayer(source, tag) }
    case "img":
      guard let source = tag.source else { return false }
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
      guard let source = tag.source else { return false }
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
      if Site.harmlessInlines.contains(name) { elements.insert(name) }
      return false
    }
    return true
  }

  /// A film of the site's own is shown; one elsewhere becomes a link.
  private mutating func addPlayer(_ source: String, _ tag: MarkupTag) {
    let title = tag.value("title", "aria-label")
    let watch = source.replacing(mark: "/embed/", with: "/watch?v=")
    let isOwn = tag.name != "iframe" && !source.contains("//")
    block(["", isOwn ? "![\(title ?? "")](\(source))" : "[\(title ?? watch)](\(watch))", ""])
    hasPlayer = true
  }

  // MARK: Words

  private static func image(_ source: String, _ alternative: String?, _ caption: String?) -> String
  {
    let title = caption.map { " \"\($0.replacing(mark: "\"", with: "\\\""))\"" } ?? ""
    let address = source.contains(" ") ? "<\(source)>" : source
    return "![\((alternative ?? "").replacing(mark: "]", with: "\\]"))](\(address)\(title))"
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
