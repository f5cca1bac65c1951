import Foundation
import Synchronization

/// Width and height of an image in pixels, read from the head of its file.
///
/// Formats: PNG (W3C), GIF89a, JPEG (ITU-T T.81, the frame header), WebP (RFC 9649), SVG (its
/// `width` and `height`, else its `viewBox`).
struct ImageSize: Hashable, Sendable {
  let width: Int
  let height: Int

  /// In pixels of the page, as most windows show at once.
  private static let tallest = 640

  /// How large it is shown: what stands upright, as pictures of a phone's screen do, is no taller
  /// than a window. More than two and a half times as tall as wide are charts, which are read.
  ///
  ///     ImageSize(header: phone)?.shown  // 295 x 640 of 1080 x 2340
  var shown: (width: Int, height: Int) {
    guard height > Self.tallest, height > width, height * 2 <= width * 5 else {
      return (width, height)
    }
    return ((width * Self.tallest + height / 2) / height, Self.tallest)
  }

  /// Headers of JPEG files stand behind their metadata, which may be long.
  static let maximumHeader = 1 << 18

  /// Nil for what isn't one of these formats.
  init?(header bytes: [UInt8]) {
    let size =
      Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes) ?? Self.svg(bytes)
    guard let size, size.width > 0, size.height > 0, size.width < 1 << 20, size.height < 1 << 20
    else { return nil }
    (width, height) = size
  }

  private typealias Size = (width: Int, height: Int)

  private static func png(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return (bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
    return (littleEndian(bytes[6..<8]), littleEndian(bytes[8..<10]))
  }

  private static func webP(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      return (littleEndian(bytes[26..<28]) & 0x3FFF, littleEndian(bytes[28..<30]) & 0x3FFF)
    case "VP8L":
      let bits = littleEndian(bytes[21..<25])
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8X": return (littleEndian(bytes[24..<27]) + 1, littleEndian(bytes[27..<30]) + 1)
    default: return nil
    }
  }

  /// Walks from segment to segment up to the first that starts a frame.
  private static func jpeg(_ bytes: [UInt8]) -> Size? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return (
          bigEndian(bytes[(index + 7)..<(index + 9)]), bigEndian(bytes[(index + 5)..<(index + 7)])
        )
      }
      index += 2 + bigEndian(bytes[(index + 2)..<(index + 4)])
    }
    return nil
  }

  private static func svg(_ bytes: [UInt8]) -> Size? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = text[start.upperBound..<end]
    if let width = pixels(attribute("width", of: tag)),
      let height = pixels(attribute("height", of: tag))
    {
      return (width, height)
    }
    let box = attribute("viewBox", of: tag)?.split { " ,\n\t".contains($0) }.compactMap {
      Double($0)
    }
    guard let box, box.count == 4, box[2] < 1e6, box[3] < 1e6, box[2] > 0, box[3] > 0 else {
      return nil
    }
    return (Int(box[2].rounded()), Int(box[3].rounded()))
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: " \(name)=") ?? tag.firstRange(of: "\n\(name)=") else {
      return nil
    }
    guard let quote = tag[start.upperBound...].first, quote == "\"" || quote == "'" else {
      return nil
    }
    return tag[start.upperBound...].dropFirst().prefix { $0 != quote }
  }

  private static func pixels(_ text: Substring?) -> Int? {
    guard let text else { return nil }
    let digits = text.hasSuffix("px") ? text.dropLast(2) : text
    return Double(digits).flatMap { (1..<1e6).contains($0) ? Int($0.rounded()) : nil }
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bigEndian(ArraySlice(bytes.reversed()))
  }
}

/// The sizes of images by file, each read once though many articles show it.
final class ImageSizes: Sendable {
  private let known = Mutex<[String: ImageSize?]>([:])

  func size(of file: URL) -> ImageSize? {
    if let size = known.withLock({ $0[file.path] }) { return size }
    var size: ImageSize?
    // A pipe would wait for a writer.
    if (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
      let handle = try? FileHandle(forReadingFrom: file)
    {
      defer { try? handle.close() }
      let header = (try? handle.read(upToCount: ImageSize.maximumHeader)) ?? Data()
      size = ImageSize(header: [UInt8](header))
    }
    known.withLock { $0[file.path] = size }
    return size
  }
}
