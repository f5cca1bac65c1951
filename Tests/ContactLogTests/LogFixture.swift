import Diagnostics
import Foundation

@testable import ContactLog

/// A log in a temporary file, and what the reader makes of it.
struct LogFixture {
  static let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)

  let contacts: [Contact]
  let summary: ReadSummary
  /// Everything that is said about the log, as it is printed.
  let said: [String]

  /// - Throws: `ContactLogError` if the log can't be used.
  init(
    _ bytes: some Sequence<UInt8>, options: ReadOptions = ReadOptions(), longestRow: Int? = nil
  ) throws {
    let file = try TemporaryFile(bytes)
    var contacts: [Contact] = []
    var reader = ContactLogReader(file: file.path, customerKey: Self.key, options: options)
    if let longestRow { reader.longestRow = longestRow }
    summary = try reader.read { contacts.append($0) }
    self.contacts = contacts
    said = summary.diagnostics.map {
      DiagnosticFormatter().format($0).replacingOccurrences(of: file.path, with: "log")
    }
  }

  init(_ text: String, options: ReadOptions = ReadOptions(), longestRow: Int? = nil) throws {
    try self.init(Array(text.utf8), options: options, longestRow: longestRow)
  }

  var reasons: [String] { contacts.map(\.reason) }
  var times: [String] { contacts.map { $0.time?.description ?? "" } }

  /// What is said when the log can't be used at all.
  static func failure(_ bytes: some Sequence<UInt8>, options: ReadOptions = ReadOptions()) -> String
  {
    do {
      _ = try LogFixture(bytes, options: options)
      return ""
    } catch let error as ContactLogError {
      let file = error.diagnostic.location.file
      return error.description.replacingOccurrences(of: file, with: "log")
    } catch {
      return "\(error)"
    }
  }
}

/// A file that goes with its value.
final class TemporaryFile {
  let path: String

  init(_ bytes: some Sequence<UInt8>) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)").path
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

extension TextEncoding {
  /// The text as bytes of this encoding, by the tables that are under test only for code pages.
  func encode(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1250, .windows1251, .windows1257:
      let upperHalf = CodePage(self).upperHalf
      return text.unicodeScalars.map { scalar in
        scalar.value < 0x80
          ? UInt8(scalar.value)
          : 0x80 + UInt8(upperHalf.firstIndex(of: scalar) ?? 0)
      }
    }
  }
}
