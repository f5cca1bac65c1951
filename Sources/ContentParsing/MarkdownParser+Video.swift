import Foundation
import KnowledgeBase

extension MarkdownParser {
  private static let videoEndings: Set<String> = ["mp4", "m4v", "webm", "ogv"]

  /// True for files that are shown by a player.
  static func isVideo(_ asset: ContentFolder.Asset) -> Bool {
    videoEndings.contains(asset.source.pathExtension.lowercased())
  }

  /// The video of front matter: a file beside the article, or an address elsewhere.
  ///
  /// - Parameter line: where the key stands.
  mutating func video(_ written: String, line: Int) -> ArticleVideo? {
    let fault: (rule: String, summary: String, cures: [String])
    switch links.resolve(written) {
    case .asset(let asset, _) where Self.isVideo(asset):
      images.append(
        ArticleImage(address: asset.destination, alternative: " ", line: line, column: nil))
      return .file(asset.destination, captions: captions(beside: asset)?.destination)
    case .external(let address):
      if address.hasPrefix("https://"), let host = URL(string: address)?.host() {
        return .link(address, host: host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
      }
      fault = (
        "video", "video '\(written)' isn't an address",
        ["write it in full: https://example.com/tour"]
      )
    case .broken(let rule, let summary, let cures): fault = (rule, summary, cures)
    case .asset, .page:
      fault = (
        "video", "'\(written)' isn't a video",
        [
          "name a file in \(Self.videoEndings.sorted().joined(separator: ", ")), or an https: address"
        ]
      )
    }
    diagnostics.append(
      file.diagnostic(.error, rule: fault.rule, line: line, fault.summary, cures: fault.cures))
    return nil
  }

  /// `tour.pl.vtt`, else `tour.vtt`, beside `tour.mp4`.
  func captions(beside asset: ContentFolder.Asset) -> ContentFolder.Asset? {
    let stem = asset.path.prefix(asset.path.count - asset.source.pathExtension.count)
    return ["\(stem)\(links.language.code).vtt", "\(stem)vtt"].lazy
      .compactMap { links.targets.assets[$0] }.first
  }
}
