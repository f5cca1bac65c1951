import Diagnostics
import Foundation
import KnowledgeBase
import SiteTemplates

/// What is wrong with the user's own templates and strings: all of it, so that it is mended at once.
package struct TemplateFaults: Error, CustomStringConvertible {
  package let diagnostics: [Diagnostic]

  /// All that is wrong with a folder that stands in for files of `site-templates`.
  ///
  /// - Parameter languages: those of the site, each of which should have strings.
  package init(in folder: URL, languages: [Language] = []) {
    let store = TemplateStore(overrides: folder)
    diagnostics = store.faults() + store.languagesWithoutStrings(among: languages)
  }

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  package var description: String { DiagnosticFormatter().report(diagnostics) }
}

extension TemplateStore {
  /// What is wrong with the user's own files, by their paths; errors where nothing can be published
  /// with them.
  ///
  /// - Complexity: O(*n* log *n*) in the bytes of these files.
  func faults() -> [Diagnostic] {
    guard overrides != nil else { return [] }
    let variables = TemplateReference.names(with: ownLanguages.flatMap { strings($0).keys })
    let names = templateNames
    var found = ownPaths.flatMap { path -> [Diagnostic] in
      guard let text = override(path) else { return [unreadable(path)] }
      if Self.name(of: path, in: "templates/", ".mustache") != nil {
        return faults(inTemplate: text, at: path, variables: variables, templates: names)
      }
      if Self.name(of: path, in: "strings/", ".json") != nil {
        return fault(inStrings: text, at: path).map { [$0] }
          ?? unknownKeys(inStrings: text, at: path)
      }
      return fault(inPath: path).map { [$0] } ?? []
    }
    found += unusedTemplates(among: names)
    let templates = names.compactMap { name in
      (try? Template(text(of: Self.path(of: name)))).map { (name, $0) }
    }
    do {
      _ = try TemplateLibrary(Dictionary(uniqueKeysWithValues: templates))
    } catch {
      let (path, name) = (Self.path(of: error.name), error.name)
      found.append(
        fault(
          at: path, "template '\(name)' is part of itself",
          cure: "take {{>\(name)}} out of it, or out of a template that it is put together with"))
    }
    return found
  }

  /// English, whose texts all others fall back to, and those that have a file of the user's own.
  private var ownLanguages: [Language] {
    (["en"] + ownPaths.compactMap { Self.name(of: $0, in: "strings/", ".json") })
      .compactMap { Language($0) }
  }

  /// Languages whose readers see the site's own words in English.
  fileprivate func languagesWithoutStrings(among languages: [Language]) -> [Diagnostic] {
    let (known, own) = (SiteTemplates.paths(in: "strings/"), ownPaths)
    func path(_ code: String) -> String { "strings/\(code).json" }
    let file = overrides?.deletingLastPathComponent().appending(path: "signpost.yml")
    return languages.filter {
      !known.contains(path($0.primary)) && !(known + own).contains(path($0.code))
    }.map { language in
      Diagnostic(
        .warning, rule: "interface-language",
        at: SourceLocation(file: file?.relativePath ?? "signpost.yml"),
        "menus and buttons have no words in '\(language.code)' and are shown in English",
        cures: [
          "signpost templates export strings/en.json, name the copy \(path(language.code)), "
            + "and translate it"
        ])
    }
  }

  /// Holds a template to what there is to be shown.
  private func faults(
    inTemplate text: String, at path: String, variables: [String], templates: [String]
  ) -> [Diagnostic] {
    do {
      _ = try Template(text)
    } catch {
      return [
        fault(
          at: path, line: error.line, column: error.column, of: text,
          "template can't be read: \(error.reason)",
          cure: "close every {{#section}} with {{/section}}, and every tag with }}")
      ]
    }
    return TemplateTag.tags(in: text).compactMap { tag in
      let (known, noun) =
        switch tag.kind {
        case .block: ([tag.name], "")
        case .partial: (templates, "template")
        case .variable: (variables, "variable")
        }
      guard !known.contains(tag.name) else { return nil }
      return fault(
        at: path, line: tag.line, column: tag.column, of: text, "no \(noun) '\(tag.name)'",
        cure: didYouMean(tag.name, among: known).map { "did you mean '\($0)'?" }
          ?? "'signpost templates reference' lists what there is")
    }
  }

  /// The line is the first without which the text would be an object: where each text has a line of
  /// its own, the one that is wrong.
  private func fault(inStrings text: String, at path: String) -> Diagnostic? {
    func isObject(_ text: String) -> Bool {
      (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) != nil
    }
    if isObject(text) { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      let beginning = lines[...middle].joined(separator: "\n")
        .trimmingCharacters(in: .whitespacesAndNewlines.union([","]))
      if isObject(beginning + "}") { low = middle + 1 } else { high = middle }
    }
    return fault(
      at: path, line: min(low + 1, lines.count), column: nil, of: text, "strings can't be read",
      cure: "write one JSON object of texts, with commas between: "
        + #"{"home.title": "How can we help?", "nav.all": "All articles"}"#)
  }

  /// Texts that nothing shows: those of keys which neither the command's own strings have nor a template
  /// of the user's own names.
  private func unknownKeys(inStrings text: String, at path: String) -> [Diagnostic] {
    let own = (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
    let known = SiteStrings.englishKeys
    let shown = Set(
      ownPaths.filter { $0.hasSuffix(".mustache") }.compactMap(override)
        .flatMap { TemplateTag.tags(in: $0).map(\.name) })
    let unknown = own.keys.sorted().filter { key in
      // Languages have forms for numbers that English hasn't.
      let base = key.split(separator: ".").dropLast().joined(separator: ".")
      return !known.contains(key) && !known.contains(base + ".other") && !shown.contains("s." + key)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return unknown.map { key in
      let line = lines.firstIndex { $0.contains("\"\(key)\"") }
      return Diagnostic(
        .warning, rule: "template",
        at: SourceLocation(file: self.shown(path), line: line.map { $0 + 1 }),
        "no text '\(key)' is shown",
        cures: [
          didYouMean(key, among: known.sorted()).map { "did you mean '\($0)'?" }
            ?? "'signpost templates export strings/en.json' shows those there are"
        ], sourceLine: line.map { String(lines[$0]) })
    }
  }

  /// Templates of the user's own that stand in for none of the command's own and that no other shows.
  private func unusedTemplates(among names: [String]) -> [Diagnostic] {
    let used = Set(
      names.flatMap { TemplateTag.tags(in: text(of: Self.path(of: $0))) }
        .filter { $0.kind == .partial }.map(\.name))
    let known = SiteTemplates.paths(in: "templates/")
      .compactMap { Self.name(of: $0, in: "templates/", ".mustache") }
    return names.filter { !known.contains($0) && !used.contains($0) }.map { name in
      Diagnostic(
        .warning, rule: "template", at: SourceLocation(file: shown(Self.path(of: name))),
        "template stands in for none of the command's own, and none shows it",
        cures: [
          didYouMean(name, among: known).map { "did you mean '\($0)'?" }
            ?? "show it with {{>\(name)}} in another, or remove it"
        ])
    }
  }

  private func fault(inPath path: String) -> Diagnostic? {
    let known = SiteTemplates.paths(in: "") + [Self.ownStyle]
    guard !known.contains(path) else { return nil }
    return Diagnostic(
      .warning, rule: "template", at: SourceLocation(file: shown(path)),
      "file stands in for none of the command's own",
      cures: [
        didYouMean(path, among: known).map { "did you mean '\($0)'?" }
          ?? "'signpost templates list' lists what there is; other files belong in assets/ of the content folder"
      ])
  }

  private func unreadable(_ path: String) -> Diagnostic {
    fault(
      at: path, "file can't be read as UTF-8",
      cure: "save it as UTF-8 and make it readable, or remove it to use the command's own")
  }

  private func fault(
    at path: String, line: Int? = nil, column: Int? = nil, of text: String = "",
    _ summary: String, cure: String
  ) -> Diagnostic {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Diagnostic(
      .error, rule: "template", at: SourceLocation(file: shown(path), line: line, column: column),
      summary, cures: [cure], sourceLine: line.map { String(lines[$0 - 1]) })
  }

  private func shown(_ path: String) -> String {
    overrides.map { "\($0.relativePath)/\(path)" } ?? path
  }
}
