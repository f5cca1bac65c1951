import CivilCalendar

/// A line of a web server's log in the common or combined format, without who it was.
///
///     AccessLogLine(#"192.0.2.1 - - [10/Oct/2026:13:55:36 +0300] "GET /en/ HTTP/1.1" 200 512"#)?.path
///     // "/en/"
///
/// Source: Apache HTTP Server, mod_log_config, "Common Log Format"; nginx's `combined` is the same.
struct AccessLogLine: Equatable {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// Words in the names of programs that fetch pages by themselves.
  private static let robotMarks = [
    "bot", "crawl", "spider", "slurp", "preview", "monitor", "curl/", "wget/", "python", "headless",
    "fetch", "scan", "uptime",
  ]

  let day: CalendarDay
  /// Percent-encoded, as sent.
  let path: String
  let query: String
  let status: Int
  let isRobot: Bool
  private let method: Substring

  /// Nil for a line of another format.
  init?(_ line: String) {
    guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]"),
      let day = Self.day(line[line.index(after: open)..<close])
    else { return nil }
    let parts = line[close...].split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, let status = parts[2].split(separator: " ").first.flatMap({ Int($0) })
    else { return nil }
    let request = parts[1].split(separator: " ")
    guard request.count >= 2 else { return nil }
    let target = request[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.day = day
    self.status = status
    method = request[0]
    path = String(target[0])
    query = target.count > 1 ? String(target[1]) : ""
    let agent = parts.count > 5 ? parts[5].lowercased() : ""
    isRobot = Self.robotMarks.contains { agent.contains($0) }
  }

  /// A page that somebody got, whether sent anew or from the browser's memory.
  var isPageView: Bool { method == "GET" && (status == 200 || status == 304) }

  /// The value of a parameter, decoded: `q=fuel+card` gives `fuel card`.
  func value(of name: String) -> String? {
    let pair = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
    return pair.flatMap { Self.decoded($0.dropFirst(name.count + 1)) }
  }

  private static func day(_ text: Substring) -> CalendarDay? {
    let parts = text.prefix { $0 != ":" }.split(separator: "/")
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: String(parts[1]))
    else { return nil }
    return CalendarDay(year: year, month: month + 1, day: day)
  }

  /// Percent-decoded UTF-8 with `+` for spaces; nil when it isn't that.
  static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst(), let low = rest.popFirst(),
          let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(value)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
