/// Files and folders whose name begins with a dot.
enum HiddenFile {
  /// What web servers and those who host sites read.
  private static let served: Set<String> = [".htaccess", ".nojekyll", ".well-known"]

  /// Whether an entry of a folder is left out.
  ///
  ///     HiddenFile.isNamed(".git")  // true
  static func isNamed(_ name: String) -> Bool { name.hasPrefix(".") && !served.contains(name) }
}
