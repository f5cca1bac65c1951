import Diagnostics
import KnowledgeBase

/// Finds files that are published though no article shows or links them.
struct UnusedAssetRule: ContentRule {
  let name = "unused-asset"
  let severity = Diagnostic.Severity.note
  let headline = "Every image and document is shown or linked somewhere"
  let reason = """
    A file that nothing uses is weight for everyone who publishes, and often the old version of \
    another. Captions that lie beside their video count as used.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    var used: Set<String> = []
    for article in content.library.articles + content.hidden {
      used.formUnion(article.images.map(\.address))
      for case .file(let path) in article.links.map(\.target) { used.insert(path) }
    }
    let site = content.library.site
    used.formUnion([site.socialImage, site.logo?.path, site.logo?.darkPath].compactMap(\.self))
    let stems = Set(used.map { $0.split(separator: ".").dropLast().joined(separator: ".") })
    return content.assets.map(\.destination).sorted().compactMap { path in
      if used.contains(path) { return nil }
      if path.hasSuffix(".vtt"), stems.contains(where: { path.hasPrefix($0 + ".") }) { return nil }
      let shown = path.hasPrefix("assets/") ? String(path.dropFirst("assets/".count)) : path
      return Finding(
        "file '\(shown)' is used nowhere", cures: ["show or link it, or remove it"],
        file: "\(content.root)/\(shown)")
    }
  }
}
