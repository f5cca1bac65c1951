import Diagnostics
import Foundation

/// Reads `mapping.yml`, which says what can't be found out about a log of contacts.
///
///     columns:
///       reason: Uwagi
///       time: Kiedy
///     encoding: windows-1250
///     delimiter: ";"
///     dates: day-first
///     redact-references: true
package struct LogMappingFile {
  package static let name = "mapping.yml"

  /// Headers by field.
  package let columns: [String: String]
  package let encoding: String?
  package let delimiter: String?
  package let dates: String?
  package let redactsReferences: Bool
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - path: where the file is, also shown in diagnostics.
  ///   - fields: what a column can be.
  ///   - encodings: the names that an encoding may have.
  ///   - dateOrders: the names that an order of dates may have.
  package init(
    path: String, fields: [String], encodings: [String], dateOrders: [String]
  ) {
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      columns = [:]
      (encoding, delimiter, dates, redactsReferences) = (nil, nil, nil, false)
      diagnostics = [
        Diagnostic(
          .error, rule: "mapping", at: SourceLocation(file: path), "file can't be read as UTF-8",
          cures: ["check the path, and save it as UTF-8"])
      ]
      return
    }
    let file = SourceFile(path: path, text: text)
    var reader = YAMLReader(text, in: file)
    columns = Self.columns(&reader, in: file, fields: fields)
    encoding = Self.choice("encoding", of: encodings, &reader)
    dates = Self.choice("dates", of: dateOrders, &reader)
    redactsReferences = reader.bool("redact-references") ?? false
    delimiter = reader.string("delimiter")
    if let delimiter, delimiter.utf8.count != 1 {
      reader.report(
        .error, rule: "mapping", at: reader.node("delimiter"), "'delimiter' should be one sign",
        cures: ["write delimiter: \";\""])
    }
    reader.finish()
    diagnostics = reader.diagnostics
  }

  private static func columns(
    _ reader: inout YAMLReader, in file: SourceFile, fields: [String]
  ) -> [String: String] {
    guard let node = reader.node("columns") else { return [:] }
    guard let mapping = node.mapping else {
      reader.report(
        .error, rule: "wrong-type", at: node, "'columns' should be headers by field",
        cures: ["write columns: {reason: \"…\"}"])
      return [:]
    }
    var columns: [String: String] = [:]
    var entries = YAMLReader(mapping, in: file, firstLine: 1)
    for field in fields {
      if let header = entries.string(field) { columns[field] = header }
    }
    entries.finish()
    reader.absorb(entries)
    return columns
  }

  private static func choice(
    _ key: String, of choices: [String], _ reader: inout YAMLReader
  ) -> String? {
    guard let text = reader.string(key) else { return nil }
    guard let choice = choices.first(where: { $0 == text.lowercased() }) else {
      reader.report(
        .error, rule: "mapping", at: reader.node(key), "'\(text)' isn't a value of '\(key)'",
        cures: ["write one of \(choices.joined(separator: ", "))"])
      return nil
    }
    return choice
  }
}
