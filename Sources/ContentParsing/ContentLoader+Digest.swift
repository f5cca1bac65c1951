import Foundation
import KnowledgeBase

/// What tells a later run whether something has changed.
extension ContentLoader {
  /// Of everything that isn't an article customers see.
  func digest(of folder: ContentFolder, hidden: [Article]) -> UInt64 {
    var digest = ContentDigest()
    for path in folder.others {
      digest.add(path)
      guard case .bytes(let bytes) = FileBytes.read("\(root.path)/\(path)", atMost: 1 << 26) else {
        continue
      }
      bytes.withUnsafeBytes { digest.add($0) }
    }
    for asset in folder.assets {
      digest.add(asset.path)
      var status = stat()
      guard stat("\(root.path)/\(asset.path)", &status) == 0 else { continue }
      digest.add(Int(status.st_size))
      digest.add(Int(status.st_mtim.tv_sec))
      digest.add(Int(status.st_mtim.tv_nsec))
    }
    for article in hidden {
      digest.add(article.permalink.path)
      digest.add(article.digest?.head ?? 0)
    }
    return digest.value
  }

  static func digest(
    of header: ArticleHeader, _ matter: FrontMatter, _ body: MarkdownParser.Output
  ) -> ArticleDigest {
    var digest = ContentDigest()
    digest.add(header.path)
    digest.add(header.permalink.path)
    digest.add(header.split.yaml?.text ?? "")
    digest.add(matter.title)
    // The summary is made of it where there is no description.
    digest.add(body.sections.first { !$0.text.isEmpty }?.text ?? "")
    let head = digest.value
    digest.add(body.html)
    digest.add(header.split.body)
    for section in body.sections {
      digest.add(section.title)
      digest.add(section.text)
    }
    return ArticleDigest(head: head, whole: digest.value)
  }
}
