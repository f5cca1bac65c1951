import CompactSource
import Diagnostics
import Foundation
import KnowledgeBase
import SiteTemplates

/// The site's templates, scripts, styles and strings: those of the command, each file of which a
/// folder of the user's may override.
struct TemplateStore {
  /// A folder that holds `templates/`, `assets/` and `strings/`.
  let overrides: URL?

  /// Rules that come after those of `site.css`, so that who wants other fonts or margins need not
  /// keep a copy of it.
  static let ownStyle = "assets/own.css"

  /// A file's text, by its path below `site-templates`.
  func text(of path: String) -> String {
    override(path) ?? SiteTemplates.text(of: path) ?? ""
  }

  /// The user's own version of a file, if there is one that can be read.
  func override(_ path: String) -> String? {
    overrides.flatMap { try? String(contentsOf: $0.appending(path: path), encoding: .utf8) }
  }

  /// A script or style as it is published, see ``SiteScript``: the command's own was made short with
  /// it, one of the user's is now, in which every name stays.
  func published(_ path: String) -> String {
    let isOwn = overrides != nil && SiteScript.files(of: path).contains { override($0) != nil }
    if !isOwn { return SiteTemplates.published(path) ?? "" }
    return path.hasSuffix(".css")
      ? CompactStyle.of(text(of: path))
      : SiteScript.text(of: path, renames: false, source: text)
  }

  func strings(_ language: Language) -> SiteStrings {
    SiteStrings(language, override: override("strings/\(language.code).json"))
  }

  /// All templates, the user's own among them.
  ///
  /// - Throws: `TemplateFaults` for anything in the user's own files that can't be used.
  func library() throws -> TemplateLibrary {
    let faults = faults().filter { $0.severity == .error }
    guard faults.isEmpty else { throw TemplateFaults(diagnostics: faults) }
    let templates = try templateNames.map { ($0, try Template(text(of: Self.path(of: $0)))) }
    return try TemplateLibrary(Dictionary(uniqueKeysWithValues: templates))
  }

  var templateNames: [String] {
    let paths = SiteTemplates.paths(in: "templates/") + ownPaths
    return Set(paths.compactMap { Self.name(of: $0, in: "templates/", ".mustache") }).sorted()
  }

  /// The user's own files, below `site-templates`, sorted.
  var ownPaths: [String] {
    guard let overrides else { return [] }
    let files = FileManager.default.enumerator(
      at: overrides, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
    let base = overrides.standardizedFileURL.path + "/"
    return (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) != true }
      .map { String($0.standardizedFileURL.path.dropFirst(base.count)) }.sorted()
  }

  static func path(of template: String) -> String { "templates/\(template).mustache" }

  /// What a path names between a folder and an ending; nil for another file.
  static func name(of path: String, in folder: String, _ ending: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }
}
