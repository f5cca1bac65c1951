import Diagnostics

/// Thrown when a log can't be read at all, or the store not be used.
package struct ContactLogError: Error, Hashable, Sendable, CustomStringConvertible {
  package let diagnostic: Diagnostic

  package var description: String { DiagnosticFormatter().format(diagnostic) }
}

/// Why a row was left out.
enum RowFault: Error, Hashable, Sendable {
  case fieldCount(found: Int, expected: Int)
  case unreadableDate(column: String, isOtherOrder: Bool)
  case placeholderDate(String)
  case futureDate(String)
  case noReason(column: String)
  case nulByte
  case quoteNeverClosed
  case strayQuote
  case tooLong
  case notJSON
  case notMail
}

/// Everything the reader finds; the words are here and nowhere else.
///
/// None of them holds a cell of the log, for those are the customers' own words.
enum LogFinding {
  case cannotBeRead(reason: String)
  case empty
  case workbook
  case binary
  case mailboxFromPipe
  case automaticMail(count: Int)
  case noObjects
  case noRows
  case arrayCutOff
  case headerQuote
  case headerIsData
  case otherDelimiter(Character)
  case noReasonColumn(found: [String])
  case noTimeColumn
  case noSuchColumn(String, field: ContactField, found: [String])
  case guessedEncoding(TextEncoding)
  case otherEncoding(TextEncoding, count: Int)
  case brokenText(count: Int)
  case cutText(count: Int)
  case title(lines: Int)
  case repeatedHeader(count: Int)
  case ambiguousDates(SlashDateOrder)
  case datesAhead(count: Int)
  case otherTextForID
  case unreadableValues(column: String, count: Int, isDuration: Bool)
  case row(RowFault)

  func diagnostic(file: String, line: Int?) -> Diagnostic {
    let (severity, rule, summary, cures) = parts
    return Diagnostic(
      severity, rule: rule, at: SourceLocation(file: file, line: line), summary, cures: cures)
  }

  private typealias Parts = (Diagnostic.Severity, String, String, [String])

  private var parts: Parts {
    switch self {
    case .cannotBeRead(let reason):
      (.error, "log-file", "log can't be read: \(reason)", ["check the path and its permissions"])
    case .empty:
      (.error, "log-format", "log is empty", ["export it again, with a line of column names"])
    case .workbook:
      (
        .error, "log-format", "log is a workbook or an archive, not text",
        [
          "save it as CSV in UTF-8",
          "or of a workbook: xlsx2csv -f '%Y-%m-%dT%H:%M' LOG.xlsx | signpost contacts import -",
          "or of a packed log: gunzip -c LOG.gz | signpost contacts import -",
        ]
      )
    case .binary:
      (
        .error, "log-format", "log isn't text: its first line holds NUL bytes",
        ["export it as CSV in UTF-8"]
      )
    case .mailboxFromPipe:
      (
        .error, "log-format", "a mailbox can't be read from a pipe",
        ["write it to a file, and name that"]
      )
    case .automaticMail(let count):
      (
        .note, "log-mail",
        "\(count) \(count == 1 ? "mail is" : "mails are") automatic, of a list or the company's own; "
          + "passed over",
        ["nothing to do"]
      )
    case .noObjects:
      (
        .error, "log-format", "log begins like JSON, but holds no JSON object",
        ["write each contact as one object on one line"]
      )
    case .noRows:
      (.warning, "log-format", "log holds no contact", ["export it again for a longer period"])
    case .arrayCutOff:
      (
        .warning, "log-format", "JSON array is never closed; the export may be cut off",
        ["export it again, and compare the number of contacts"]
      )
    case .headerQuote:
      (
        .error, "log-format", "quote in the line of column names is never closed",
        ["close it, and write quotes inside a name twice"]
      )
    case .headerIsData:
      (
        .error, "log-columns", "first line holds data, not column names",
        ["put a line of column names before it: id,time,channel,language,reason"]
      )
    case .otherDelimiter(let sign):
      (
        .error, "log-columns",
        "line of column names is read as one column; "
          + (sign == "\t" ? "tabs seem" : "'\(sign)' seems") + " to part the fields",
        ["say so: --delimiter \(sign == "\t" ? "tab" : "'\(sign)'")"]
      )
    case .noReasonColumn(let found):
      (
        .error, "log-columns",
        "no column says why the customer made contact; columns are \(Self.list(found))",
        ["say which: --column reason=\(found.first.map { "'\($0)'" } ?? "NAME"), or a mapping file"]
      )
    case .noTimeColumn:
      (
        .warning, "log-columns",
        "no column says when customers made contact; the review of a month leaves these contacts out",
        ["export the log with its dates, or say which column has them: --column time=NAME"]
      )
    case .noSuchColumn(let column, let field, let found):
      (
        .error, "log-columns",
        "column '\(column)' for '\(field.rawValue)' doesn't exist; columns are \(Self.list(found))",
        [
          Self.closest(to: column, among: found).map { "did you mean '\($0)'?" }
            ?? "name one of these columns"
        ]
      )
    case .guessedEncoding(let encoding):
      (
        .note, "log-encoding",
        "text isn't UTF-8; by its letters it is read as \(encoding.rawValue)",
        ["save the log as UTF-8 if letters look wrong"]
      )
    case .otherEncoding(let encoding, let count):
      (
        .warning, "log-encoding",
        "\(Self.lines(count)) in another encoding than the log, read as \(encoding.rawValue)",
        ["save the whole log in one encoding, UTF-8 at best"]
      )
    case .brokenText(let count):
      (
        .warning, "log-encoding",
        "\(count) \(count == 1 ? "line has" : "lines have") broken characters, shown as \u{FFFD}",
        ["export the log as UTF-8; the program before may cut texts inside a letter"]
      )
    case .cutText(let count):
      (
        .note, "log-text",
        "\(count) \(count == 1 ? "text is" : "texts are") longer than 64 kB; the rest is left out",
        ["nothing to do unless the reason comes late in the text"]
      )
    case .title(let lines):
      (
        .note, "log-columns",
        "\(lines) \(lines == 1 ? "line" : "lines") above the column names; passed over",
        ["nothing to do if it is a title"]
      )
    case .repeatedHeader(let count):
      (
        .note, "log-columns",
        "\(count) \(count == 1 ? "line repeats" : "lines repeat") the column names; passed over",
        ["nothing to do if exports were put behind one another"]
      )
    case .ambiguousDates(let order):
      (
        .note, "log-dates",
        "dates such as 3/4/2025 are read with the \(order.rawValue); no row tells",
        ["if that is wrong: --dates \(order == .monthFirst ? "day-first" : "month-first")"]
      )
    case .datesAhead(let count):
      (
        .warning, "log-dates", "\(count) \(count == 1 ? "row is" : "rows are") dated after today",
        ["write the day of the contact, and look whether day and month are the right way round"]
      )
    case .otherTextForID:
      (
        .note, "log-duplicate", "id of an earlier row with another text; both are counted",
        ["give every contact an id of its own"]
      )
    case .unreadableValues(let column, let count, let isDuration):
      (
        .note, "log-value",
        "\(count) \(count == 1 ? "value" : "values") in column '\(column)' can't be read as "
          + (isDuration ? "a duration" : "yes or no") + "; left empty",
        [isDuration ? "write minutes, such as 12.5, or h:mm:ss" : "write yes or no"]
      )
    case .row(let fault):
      Self.parts(of: fault)
    }
  }

  private static func parts(of fault: RowFault) -> Parts {
    let (summary, cure) = words(of: fault)
    return (.warning, "log-row", summary, [cure])
  }

  private static func words(of fault: RowFault) -> (String, String) {
    switch fault {
    case .fieldCount(let found, let expected):
      (
        "row has \(found) \(found == 1 ? "field" : "fields") instead of \(expected)",
        "put fields with a delimiter or a line break inside between quotes"
      )
    case .unreadableDate(let column, let isOtherOrder):
      isOtherOrder
        ? (
          "date in column '\(column)' has its day and month the other way round",
          "write dates as 2026-10-15"
        )
        : (
          "date in column '\(column)' can't be read",
          "write dates as 2026-10-15 or 2026-10-15T08:30"
        )
    case .placeholderDate(let date):
      ("date is \(date), from before there were help desks", "write the day of the contact")
    case .futureDate(let date):
      ("date is \(date), which is years ahead", "write the day of the contact")
    case .noReason(let column):
      ("reason is empty", "fill in column '\(column)'")
    case .nulByte:
      ("row holds a NUL byte", "export the log again; the file may be damaged")
    case .quoteNeverClosed:
      ("quote is never closed", "close it, and write quotes inside a field twice")
    case .strayQuote:
      (
        "quote inside a quoted field isn't doubled, or an earlier one isn't closed",
        "write quotes inside a field twice"
      )
    case .tooLong:
      ("row is longer than 32 MB", "shorten its text; support logs need no attachments")
    case .notJSON:
      ("line isn't a JSON object", "write each contact as one object on one line")
    case .notMail:
      ("mail has no header", "export the mailbox again; the file may be damaged")
    }
  }

  private static func lines(_ count: Int) -> String {
    count == 1 ? "1 line is" : "\(count) lines are"
  }

  private static func closest(to column: String, among found: [String]) -> String? {
    let keys = found.map { HeaderName.key($0) }
    return didYouMean(HeaderName.key(column), among: keys).flatMap { key in
      found.first { HeaderName.key($0) == key }
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
  }
}
