import Diagnostics
import Foundation
import KnowledgeBase
import SiteTemplates

/// The site's templates, scripts, styles and strings: those of the command, each file of which a
/// folder of the user's may override.
struct TemplateStore {
  /// A folder that holds `templates/`, `assets/` and `strings/`.
  let overrides: URL?

  /// A file's text, by its path below `site-templates`.
  func text(of path: String) throws -> String {
    try override(path) ?? SiteTemplates.text(of: path) ?? ""
  }

  /// The user's own version of a file, if there is one.
  ///
  /// - Throws: `TemplateError` when it is there and can't be read.
  func override(_ path: String) throws -> String? {
    guard let url = overrides?.appending(path: path),
      FileManager.default.fileExists(atPath: url.path)
    else { return nil }
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw TemplateError(file: url.relativePath, problem: .unreadable)
    }
  }

  func strings(_ language: Language) throws -> SiteStrings {
    let path = "strings/\(language.code).json"
    let text = try override(path)
    if let text, (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) == nil {
      throw TemplateError(file: shown(path), problem: .strings)
    }
    return SiteStrings(language, override: text)
  }

  /// All templates, the user's own among them.
  ///
  /// - Throws: `TemplateError`.
  func library() throws -> TemplateLibrary {
    var templates: [String: Template] = [:]
    var variables: [String]?
    for name in templateNames {
      let path = Self.path(of: name)
      let own = try override(path)
      let text = try own ?? text(of: path)
      do {
        templates[name] = try Template(text)
      } catch {
        throw TemplateError(file: shown(path), problem: .syntax(error))
      }
      if own != nil {
        let known = try variables ?? self.variables()
        variables = known
        try check(text, at: path, against: known)
      }
    }
    do {
      return try TemplateLibrary(templates)
    } catch {
      throw TemplateError(file: shown(Self.path(of: error.name)), problem: .cycle(error.name))
    }
  }

  /// Holds a template of the user's own to what there is to be shown.
  private func check(_ text: String, at path: String, against variables: [String]) throws {
    let templates = templateNames
    for tag in TemplateTag.tags(in: text) {
      let known: [String]
      switch tag.kind {
      case .block: continue
      case .partial: known = templates
      case .variable: known = variables
      }
      guard !known.contains(tag.name) else { continue }
      throw TemplateError(
        file: shown(path),
        problem: .unknown(
          line: tag.line, column: tag.column, name: tag.name, isTemplate: tag.kind == .partial,
          suggestion: didYouMean(tag.name, among: known)))
    }
  }

  /// The variables of the reference and the texts of the site, those of the user's own among them.
  private func variables() throws -> [String] {
    let folder = overrides?.appending(path: "strings").path
    let own = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    let files = ["en.json"] + own.sorted().filter { $0.hasSuffix(".json") }
    let languages = files.compactMap { Language(String($0.dropLast(".json".count))) }
    let keys = try languages.flatMap { try strings($0).keys }
    return TemplateReference.names(with: keys)
  }

  private var templateNames: [String] {
    let own = overrides.map { folder in
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "templates").path)) ?? []
    }
    let paths = SiteTemplates.paths(in: "templates/") + (own ?? []).map { "templates/" + $0 }
    let names = paths.filter { $0.hasSuffix(".mustache") }.map {
      String($0.dropFirst("templates/".count).dropLast(".mustache".count))
    }
    return Set(names).sorted()
  }

  static func path(of template: String) -> String { "templates/\(template).mustache" }

  private func shown(_ path: String) -> String {
    overrides.map { "\($0.relativePath)/\(path)" } ?? path
  }
}

/// A file of the user's own templates that can't be used.
package struct TemplateError: Error, CustomStringConvertible {
  enum Problem {
    case syntax(TemplateSyntaxError)
    case cycle(String)
    case unknown(line: Int, column: Int, name: String, isTemplate: Bool, suggestion: String?)
    case unreadable
    case strings
  }

  let file: String
  let problem: Problem

  package var description: String {
    switch problem {
    case .syntax(let fault):
      "\(file):\(fault.line):\(fault.column): error: template can't be read: \(fault.reason) "
        + "[template]\n  cure: close every {{#section}} with {{/section}}, and every tag with }}"
    case .cycle(let name):
      "\(file): error: template '\(name)' is part of itself [template]\n"
        + "  cure: take {{>\(name)}} out of it, or out of a template that it is put together with"
    case .unknown(let line, let column, let name, let isTemplate, let suggestion):
      "\(file):\(line):\(column): error: no \(isTemplate ? "template" : "variable") "
        + "'\(name)' [template]\n  cure: "
        + (suggestion.map { "did you mean '\($0)'?" }
          ?? "'signpost templates reference' lists what there is")
    case .unreadable:
      "\(file): error: file can't be read as UTF-8 [template]\n"
        + "  cure: save it as UTF-8 and make it readable, or remove it to use the command's own"
    case .strings:
      "\(file): error: strings can't be read [template]\n"
        + "  cure: write one JSON object of texts: {\"home.title\": \"How can we help?\"}"
    }
  }
}
