import ArgumentParser
import ContactLog
import Diagnostics
import Foundation

/// `signpost contacts import`: reads exports into the store.
struct ContactsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads exports of contacts into the store, each of them whole or not at all.",
    discussion: """
      Rows that were imported before are known and counted once. A row that can't be read is listed \
      with its line, the reason and the cure in a file; it stops nothing.
      """)

  @Argument(
    help: "Exports of contacts, CSV, JSON or mailboxes (mbox), of any size; - is standard input.")
  var logs: [String]

  @Option(name: .long, help: "Where to list the rows left out; else rejected/LOG.csv by the store.")
  var rejected: String?

  @OptionGroup var reading: LogOptions
  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  /// So many are shown at once; all are in the list.
  private static let mostShownRows = 5

  func run() throws {
    let options = try logs.map { try reading.readOptions(for: $0, content: content) }
    let store = try storing.open(content: content, creating: true)
    var hasFindings = false
    for (log, options) in zip(logs, options) {
      do {
        let summary = try Terminal.explaining { try add(log, options, to: store) }
        hasFindings = hasFindings || summary.rejected > 0
      } catch is ExitCode {
        hasFindings = true
      }
    }
    let count = try Terminal.explaining { try store.count() }
    Terminal.answer("\(store.path) holds \(Counted.contacts(count.contacts))")
    if hasFindings { throw ExitCode(1) }
  }

  private func add(
    _ log: String, _ options: ReadOptions, to store: ContactStore
  ) throws -> ReadSummary {
    let shown = log == "-" ? "standard input" : log
    let list = RejectionList(path: rejectionPath(of: log, store: store.path))
    let meter = ProgressMeter()
    let summary = try store.importLog(
      log == "-" ? "/dev/stdin" : log, options: options, onRejection: { list.add($0) },
      onProgress: { meter.show("\(shown): \($0) rows") })
    meter.clear()
    Terminal.say("\(shown): \(summary.text)")
    var shownRows = 0
    for diagnostic in [summary.lackOfTimes(in: shown)].compactMap(\.self) + summary.diagnostics {
      if diagnostic.rule == "log-row" { shownRows += 1 }
      if diagnostic.rule != "log-row" || shownRows <= Self.mostShownRows {
        Terminal.say(DiagnosticFormatter().format(diagnostic))
      }
    }
    try list.finish()
    if list.count > 0 {
      let rows = list.count == 1 ? "the rejected row" : "all \(list.count) rejected rows"
      Terminal.say("\(list.path): lists \(rows) with line, reason and cure")
    }
    return summary
  }

  private func rejectionPath(of log: String, store: String) -> String {
    if let rejected { return rejected }
    let name = log == "-" ? "stdin" : URL(filePath: log).lastPathComponent
    return URL(filePath: store).deletingLastPathComponent().relativePath + "/rejected/\(name).csv"
  }
}

/// Lists rejected rows in a file, as they come. No cell of the log is in it.
final class RejectionList {
  let path: String
  private(set) var count = 0
  private var text = ""
  private var file: FileHandle?
  private var failure: (any Error)?

  init(path: String) {
    self.path = path
  }

  func add(_ diagnostic: Diagnostic) {
    count += 1
    let line = diagnostic.location.line.map(String.init) ?? ""
    text += CSVText.row([line, diagnostic.summary] + diagnostic.cures)
    if text.utf8.count > 1 << 16 { flush() }
  }

  /// Writes what is left; a list of an earlier import that had faults goes.
  func finish() throws {
    guard count > 0 else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    flush()
    try? file?.close()
    if failure != nil {
      Terminal.say(
        "\(path): error: list of rejected rows can't be written [output]\n"
          + "  cure: check the folder and the disk")
      throw ExitCode(1)
    }
  }

  private func flush() {
    do {
      if file == nil, failure == nil {
        try OutputFile.write(CSVText.row(["line", "reason", "cure"]), to: path)
        file = try FileHandle(forWritingTo: URL(filePath: path))
        try file?.seekToEnd()
      }
      try file?.write(contentsOf: Data(text.utf8))
    } catch {
      failure = error
    }
    text = ""
  }
}
