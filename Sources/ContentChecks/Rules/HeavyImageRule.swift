import Diagnostics
import KnowledgeBase

/// Finds images that take long to load.
struct HeavyImageRule: ContentRule {
  /// Ten seconds at the 1.6 Mbit/s of a slow mobile network (Lighthouse's "slow 4G") are 2 MB; half of
  /// it is more than a screenshot needs.
  private static let largest = 1_000_000

  let name = "heavy-image"
  let severity = Diagnostic.Severity.warning
  let headline = "Images weigh less than a megabyte"
  let reason = """
    A page weighs about 17 kB; a photo straight from a camera 5 MB, which takes half a minute in a \
    slow mobile network and costs the reader's data. 1,600 pixels across are enough for any page.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let sizes = Dictionary(
      content.assets.filter { $0.size > Self.largest }.map { ($0.destination, $0.size) },
      uniquingKeysWith: max)
    guard !sizes.isEmpty else { return [] }
    var told: Set<String> = []
    return content.library.articles.flatMap { article in
      article.images.compactMap { image -> Finding? in
        guard let size = sizes[image.address], told.insert(image.address).inserted else {
          return nil
        }
        let tenths = size / 100_000
        return Finding(
          "image '\(image.address)' weighs \(tenths / 10).\(tenths % 10) MB",
          cures: ["save it as WebP or JPEG, at most 1600 pixels wide; a film as MP4"],
          in: article, line: image.line, column: image.column)
      }
    }
  }
}
