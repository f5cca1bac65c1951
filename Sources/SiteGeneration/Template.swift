/// A logic-less template in the language of Mustache (https://mustache.github.io/mustache.5.html,
/// and inheritance by blocks), parsed once and rendered into bytes as often as needed.
///
///     try Template("<b>{{title}}</b>")
///
/// There are no lambdas, no other delimiters and no names made at run time; a dot before a name asks
/// for the innermost value alone: `{{#.href}}`.
struct Template: Sendable {
  indirect enum Part: Sendable {
    /// As written, up to the end of a line.
    case text([UInt8])
    case value(Name, isEscaped: Bool)
    case section(Name, [Part], isInverted: Bool)
    /// Another template, each line behind the white space that stood before the tag.
    case partial(String, indentation: [UInt8])
    /// A place that a template built on this one may fill.
    case block(String, [Part])
    /// Another template, whose places are filled.
    case parent(String, [String: [Part]], indentation: [UInt8])
  }

  /// What a tag asks for: `title`, `site.title`, `.`, `.href`.
  struct Name: Equatable, Sendable {
    /// Empty for the value itself that a section is about.
    let keys: [String]
    /// Only the innermost value is asked.
    let isInnermost: Bool

    init(_ text: String) {
      keys = text.split(separator: ".").map(String.init)
      isInnermost = text.hasPrefix(".")
    }
  }

  let parts: [Part]

  /// - Throws: `TemplateSyntaxError`.
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String) throws(TemplateSyntaxError) {
    var parser = TemplateParser(text)
    parts = try parser.parse()
  }

  /// The names of all templates that this one is put together with.
  var others: Set<String> {
    var names: Set<String> = []
    var pending = parts
    while let part = pending.popLast() {
      switch part {
      case .text, .value: break
      case .section(_, let inner, _), .block(_, let inner): pending += inner
      case .partial(let name, _): names.insert(name)
      case .parent(let name, let blocks, _):
        names.insert(name)
        pending += blocks.values.joined()
      }
    }
    return names
  }
}

/// A template that isn't one.
struct TemplateSyntaxError: Error, Equatable {
  enum Reason: Equatable {
    case unclosedTag
    case unclosed(String)
    case unopened(String)
    case crossed(String, open: String)
    case unnamed
    case unknownSign(Character)
    case strayInParent(String)
  }

  /// Both from 1; columns in characters.
  let line: Int
  let column: Int
  let reason: Reason
}

extension TemplateSyntaxError.Reason: CustomStringConvertible {
  var description: String {
    switch self {
    case .unclosedTag: "tag isn't closed"
    case .unclosed(let name): "'\(name)' isn't closed"
    case .unopened(let name): "'\(name)' is closed but not open"
    case .crossed(let name, let open): "'\(name)' is closed while '\(open)' is open"
    case .unnamed: "tag names nothing"
    case .unknownSign(let sign): "no tag begins with '\(sign)'"
    case .strayInParent(let name): "only blocks may stand in '\(name)'"
    }
  }
}
