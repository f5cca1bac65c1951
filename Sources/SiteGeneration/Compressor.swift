import CZLib
import Foundation
import KnowledgeBase

/// Compresses files while the site is written, so that the web server needn't for every reader.
///
/// The same bytes give the same bytes: no time and no name is written into them.
struct Compressor: Sendable {
  /// What compression gains nothing on: it is compressed already, or too short for a saving.
  private static let texts: Set<String> = [
    "atom", "css", "csv", "html", "ics", "js", "json", "md", "mjs", "svg", "txt", "vtt", "xml",
  ]
  private static let shortest = 256

  /// Of the compressed file, behind that of the file: `gz`.
  let pathExtension: String
  private let compress: @Sendable (UnsafeRawBufferPointer) -> [UInt8]?

  /// Nil where the system has no library for it.
  init?(_ encoding: Precompression) {
    switch encoding {
    case .gzip:
      (pathExtension, compress) = ("gz", Gzip.compressed)
    case .brotli:
      guard let library = Brotli() else { return nil }
      (pathExtension, compress) = ("br", library.compressed)
    }
  }

  static func mayGain(_ path: String, bytes: Int) -> Bool {
    bytes >= shortest
      && texts.contains((path as NSString).pathExtension.lowercased())
  }

  /// Nil when the result isn't shorter.
  func compressed(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    compress(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
  }
}

/// RFC 1952, by zlib.
private enum Gzip {
  /// The best that zlib can do; a file is compressed once and read often.
  private static let level: Int32 = 9
  /// The largest window, and 16 for the wrapping of gzip (zlib.h, deflateInit2).
  private static let window: Int32 = 15 + 16
  private static let memory: Int32 = 9

  static func compressed(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let size = UInt32(exactly: bytes.count) else { return nil }
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let limit = Int(deflateBound(&stream, uLong(bytes.count)))
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      // zlib reads from there and doesn't write to it, though its field isn't declared so.
      stream.next_in = UnsafeMutablePointer(
        mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.avail_in = size
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(clamping: limit)
      isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
      count = Int(stream.total_out)
    }
    return isWhole ? output : nil
  }
}

/// RFC 7932, by Google's library where it is installed: it isn't part of every system, and what is
/// linked to it wouldn't start without.
private struct Brotli: @unchecked Sendable {
  /// As `BrotliEncoderCompress` of brotli/encode.h: quality, window, mode, size and bytes of the
  /// input, size and bytes of the output.
  private typealias Compress =
    @convention(c) (
      Int32, Int32, Int32, Int, UnsafePointer<UInt8>?, UnsafeMutablePointer<Int>?,
      UnsafeMutablePointer<UInt8>?
    ) -> Int32

  /// The two levels above take ten times as long for three per cent.
  private static let quality: Int32 = 9
  private static let window: Int32 = 22
  private static let textMode: Int32 = 1

  private let compress: Compress

  init?() {
    guard let library = dlopen("libbrotlienc.so.1", RTLD_NOW),
      let symbol = dlsym(library, "BrotliEncoderCompress")
    else { return nil }
    compress = unsafeBitCast(symbol, to: Compress.self)
  }

  func compressed(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    // More than the bytes themselves is never wanted.
    var size = bytes.count
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      isWhole =
        compress(
          Self.quality, Self.window, Self.textMode, bytes.count,
          bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &size, buffer.baseAddress) == 1
      count = isWhole ? size : 0
    }
    return isWhole ? output : nil
  }
}
