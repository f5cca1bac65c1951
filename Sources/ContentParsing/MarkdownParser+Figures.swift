import CCMark
import Foundation
import KnowledgeBase

extension MarkdownParser {
  /// Shows images with their size, so that nothing shifts when they arrive; an image that is all of
  /// a paragraph and has a title becomes a figure with a caption; a video file becomes a player.
  func buildFigures(below root: OpaquePointer) {
    for image in root.descendants(CMARK_NODE_IMAGE) {
      let caption = image.linkTitle
      let asset = links.targets.asset(atAddress: image.address)
      let isVideo = asset.map(Self.isVideo)
      let html =
        isVideo == true ? video(image, asset) : self.html(of: image, asset, title: caption)
      guard let parent = image.parent else { continue }
      let isAlone =
        parent.kind == CMARK_NODE_PARAGRAPH && image.previous == nil && image.next == nil
      if isAlone, !caption.isEmpty || isVideo == true {
        let shown = caption.isEmpty ? "" : "<figcaption>\(Self.escaped(caption))</figcaption>\n"
        guard
          let figure = OpaquePointer.custom(
            CMARK_NODE_CUSTOM_BLOCK, opening: "<figure>\n\(html)\n\(shown)</figure>", closing: "")
        else { continue }
        cmark_node_replace(parent, figure)
        cmark_node_free(parent)
      } else {
        guard
          let inline = OpaquePointer.custom(
            CMARK_NODE_CUSTOM_INLINE, opening: html, closing: "")
        else { continue }
        cmark_node_replace(image, inline)
        cmark_node_free(image)
      }
    }
  }

  private func html(
    of image: OpaquePointer, _ asset: ContentFolder.Asset?, title: String
  ) -> String {
    var attributes =
      "src=\"\(Self.encoded(image.address))\" alt=\"\(Self.escaped(image.plainText))\""
    if let size = asset.flatMap({ links.targets.imageSizes.size(of: $0.source)?.shown }) {
      attributes += " width=\"\(size.width)\" height=\"\(size.height)\""
    }
    return "<img \(attributes) loading=\"lazy\" decoding=\"async\">"
  }

  /// A player that loads nothing before it is asked to, with the captions that lie beside the file:
  /// `tour.pl.vtt` or `tour.vtt` beside `tour.mp4`.
  private func video(_ image: OpaquePointer, _ asset: ContentFolder.Asset?) -> String {
    let label = Self.escaped(image.plainText)
    var tracks = ""
    if let captions = asset.flatMap(captions(beside:)) {
      tracks =
        "<track kind=\"captions\" srclang=\"\(links.language.code)\" "
        + "label=\"\(links.language.nativeName)\" "
        + "src=\"\(Self.encoded(links.targets.root + captions.destination))\" default>"
    }
    return "<video controls preload=\"none\" aria-label=\"\(label)\" "
      + "src=\"\(Self.encoded(image.address))\">\(tracks)</video>"
  }

  /// An address for an attribute, as cmark writes those of links.
  private static func encoded(_ address: String) -> String {
    var text = ""
    for byte in address.utf8 {
      let character = Character(Unicode.Scalar(byte))
      let isKept =
        byte < 0x80
        && (character.isLetter || character.isNumber || "-_.+!*(),%#@?=;:/,$~&".contains(character))
      text +=
        isKept
        ? String(character)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return escaped(text)
  }

  static func escaped(_ text: String) -> String {
    text.escapedForHTML
  }
}
