/// The templates, scripts, styles and strings of the site, embedded in the command.
package enum SiteTemplates {
  /// The text of a file, such as `templates/layout.mustache`.
  package static func text(of path: String) -> String? { EmbeddedFiles.texts[path] }

  /// All paths that begin with `folder`, sorted.
  package static func paths(in folder: String) -> [String] {
    EmbeddedFiles.texts.keys.filter { $0.hasPrefix(folder) }.sorted()
  }
}
