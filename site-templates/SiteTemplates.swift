/// The templates, scripts, styles and strings of the site, embedded in the command.
package enum SiteTemplates {
  /// The text of a file, such as `templates/layout.mustache`.
  package static func text(of path: String) -> String? { EmbeddedFiles.texts[path] }

  /// A script or style as it is published: short, and joined with its modules.
  package static func published(_ path: String) -> String? { EmbeddedFiles.published[path] }

  /// All paths that begin with `folder`, sorted.
  package static func paths(in folder: String) -> [String] {
    EmbeddedFiles.texts.keys.filter { $0.hasPrefix(folder) }.sorted()
  }
}
