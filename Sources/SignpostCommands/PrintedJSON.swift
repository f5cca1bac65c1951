import Foundation

/// JSON as commands print it, its keys sorted.
enum PrintedJSON {
  /// One value on one line.
  static func line(_ value: some Encodable) throws -> String { try text(value, []) }

  /// Indented, for people to read too.
  static func indented(_ value: some Encodable) throws -> String {
    try text(value, .prettyPrinted)
  }

  private static func text(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
