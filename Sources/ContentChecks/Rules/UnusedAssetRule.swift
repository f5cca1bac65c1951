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
    return content.assets.sorted { $0.path < $1.path }.compactMap { asset in
      let path = asset.destination
      // What goes elsewhere comes from `static`, and is for web servers and hosts.
      if used.contains(path) || !path.hasPrefix("assets/") { return nil }
      if path.hasSuffix(".vtt"), stems.contains(where: { path.hasPrefix($0 + ".") }) { return nil }
      return Finding(
        "file '\(asset.path)' is used nowhere", cures: ["show or link it, or remove it"],
        file: "\(content.root)/\(asset.path)")
    }
  }
}
