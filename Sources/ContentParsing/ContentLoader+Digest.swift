import FileStamps
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
      guard let stamp = asset.stamp else { continue }
      digest.add(stamp.size)
      digest.add(stamp.nanoseconds)
    }
    for article in hidden {
      digest.add(article.permalink.path)
      digest.add(article.digest?.head ?? 0)
    }
    return digest.value
  }

  static func digest(
    of header: ArticleHeader, yaml: String?, _ title: String, _ text: ArticleText
  ) -> ArticleDigest {
    var digest = ContentDigest()
    digest.add(header.path)
    digest.add(header.permalink.path)
    digest.add(yaml ?? "")
    digest.add(title)
    // The summary is made of it where there is no description.
    digest.add(text.sections.first { !$0.text.isEmpty }?.text ?? "")
    let head = digest.value
    digest.add(text.html)
    digest.add(text.markdown)
    for section in text.sections {
      digest.add(section.title)
      digest.add(section.text)
    }
    return ArticleDigest(head: head, whole: digest.value, place: header.place)
  }

  /// Of the program and the folder, and how it is named in diagnostics.
  func maker() -> UInt64 {
    var digest = ContentDigest()
    if let program = FileStamp.ofProgram {
      digest.add(program.size)
      digest.add(program.nanoseconds)
    }
    digest.add([root.path, shownRoot])
    return digest.value
  }

  /// Of what an article's text is read with beside the article itself: where links may lead, which
  /// files there are, what the site allows.
  func frame(
    of headers: [ArticleHeader], _ folder: ContentFolder, _ site: Site, hasContact: Bool
  ) -> UInt64 {
    var digest = ContentDigest()
    digest.add(hasContact ? 1 : 0)
    digest.add(site.languages.map(\.code))
    digest.add(site.root)
    digest.add(site.allowedHTML.sorted())
    for header in headers { digest.add(header.place) }
    for asset in folder.assets {
      digest.add(asset.path)
      digest.add(asset.stamp?.size ?? -1)
      digest.add(asset.stamp?.nanoseconds ?? -1)
    }
    return digest.value
  }
}
