import ArgumentParser
import ContactLog
import ContentParsing
import Diagnostics
import Foundation
import KnowledgeBase

/// What the user knows about a log of contacts and needs no finding out.
struct LogOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      A column that isn't found by its name: FIELD=HEADER, such as reason=Uwagi; repeat for \
      several. Fields are \(ContactField.allCases.map(\.rawValue).joined(separator: ", ")).
      """)
  var column: [String] = []

  @Option(
    name: .long,
    help:
      "What the log is encoded in: \(TextEncoding.allCases.map(\.name).joined(separator: ", "))."
  )
  var encoding: TextEncoding?

  @Option(name: .long, help: "What stands between fields: ',', ';', '|' or tab.")
  var delimiter: String?

  @Option(name: .long, help: "How dates such as 3/4/2026 are meant: month-first or day-first.")
  var dates: SlashDateOrder?

  @Flag(name: .long, help: "Redact the numbers of orders, invoices and tickets too.")
  var redactReferences = false

  @Option(
    name: .long,
    help:
      "A file that says all that; else \(LogMappingFile.name) in the log's folder, if it is there."
  )
  var mapping: String?

  /// What holds for a log: its mapping file, and the options before that; of a mailbox also who writes
  /// for the company.
  func readOptions(for log: String, content: ContentOptions) throws -> ReadOptions {
    var options = try mappingFile(for: log).map { try Self.options(from: $0) } ?? ReadOptions()
    for entry in column {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = ContactField(rawValue: parts[0]) else {
        let fields = ContactField.allCases.map(\.rawValue)
        let near = didYouMean(parts.first ?? "", among: fields)
        throw ValidationError(
          "'\(entry)' isn't FIELD=HEADER" + (near.map { "; did you mean '\($0)=…'?" } ?? "."))
      }
      options.columns[field] = parts[1]
    }
    options.today = Today.day
    if ContactLogReader.isMailbox(at: log) {
      let channels = content.load().contact?.channels ?? []
      options.ownAddresses = channels.filter { $0.kind == .mail }.map(\.value)
    }
    options.encoding = encoding ?? options.encoding
    options.slashDates = dates ?? options.slashDates
    options.redactsReferences = redactReferences || options.redactsReferences
    if let delimiter {
      guard let sign = Self.delimiter(delimiter) else {
        throw ValidationError("'\(delimiter)' isn't one sign; write ',', ';', '|' or tab.")
      }
      options.delimiter = sign
    }
    return options
  }

  private func mappingFile(for log: String) -> String? {
    if let mapping { return mapping }
    let beside = URL(filePath: log).deletingLastPathComponent()
      .appending(path: LogMappingFile.name).path
    return FileManager.default.fileExists(atPath: beside) ? beside : nil
  }

  private static func options(from path: String) throws -> ReadOptions {
    let file = LogMappingFile(
      path: path, fields: ContactField.allCases.map(\.rawValue),
      encodings: TextEncoding.allCases.map(\.name),
      dateOrders: SlashDateOrder.allCases.map(\.name))
    if file.diagnostics.contains(where: { $0.severity != .note }) {
      Terminal.say(DiagnosticFormatter().report(file.diagnostics))
      throw ExitCode(1)
    }
    var options = ReadOptions()
    for (field, header) in file.columns {
      if let field = ContactField(rawValue: field) { options.columns[field] = header }
    }
    options.encoding = file.encoding.flatMap { TextEncoding(argument: $0) }
    options.slashDates = file.dates.flatMap { SlashDateOrder(argument: $0) }
    options.redactsReferences = file.redactsReferences
    options.delimiter = file.delimiter.flatMap { delimiter($0) }
    return options
  }

  private static func delimiter(_ text: String) -> Character? {
    if text == "tab" || text == "\\t" { return "\t" }
    return text.utf8.count == 1 ? text.first : nil
  }
}

extension TextEncoding: ExpressibleByArgument {
  /// As it is written in options: `windows-1250`.
  var name: String { rawValue.lowercased() }

  package init?(argument: String) {
    guard let encoding = Self.allCases.first(where: { $0.name == argument.lowercased() }) else {
      return nil
    }
    self = encoding
  }

  package static var allValueStrings: [String] { allCases.map(\.name) }
}

extension SlashDateOrder: ExpressibleByArgument {
  /// As it is written in options: `day-first`.
  var name: String { rawValue.replacing(mark: " ", with: "-") }

  package init?(argument: String) {
    guard let order = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = order
  }

  package static var allValueStrings: [String] { allCases.map(\.name) }
}
