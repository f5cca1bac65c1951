import Foundation

/// What a browser asks for: the first lines of an HTTP/1.1 request (RFC 9112). Nothing else is
/// needed on loopback, where every connection asks once.
struct PreviewRequest: Equatable, Sendable {
  /// Bytes after which a request that hasn't ended is refused.
  static let longestHead = 32768
  private static let end = Data("\r\n\r\n".utf8)

  let method: String
  /// Percent-encoded, as sent.
  let path: String
  let query: String
  let host: String

  static func isComplete(_ head: [UInt8]) -> Bool { Data(head).firstRange(of: end) != nil }

  /// Nil for what isn't a request.
  init?(_ head: [UInt8]) {
    guard Self.isComplete(head) else { return nil }
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3, words[1].hasPrefix("/"), words[2].hasPrefix("HTTP/1.") else {
      return nil
    }
    method = String(words[0])
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(target[0])
    query = target.count > 1 ? String(target[1]) : ""
    let name = "host:"
    host =
      lines.first { $0.lowercased().hasPrefix(name) }
      .map { $0.dropFirst(name.count).trimmingCharacters(in: .whitespaces) } ?? ""
  }

  /// True when the browser was sent here by this machine's own name.
  var isLocal: Bool {
    let name = host.split(separator: ":", omittingEmptySubsequences: false).first
    return name == "127.0.0.1" || name == "localhost"
  }
}

/// What is sent back; the connection ends with it.
struct PreviewAnswer: Equatable, Sendable {
  var status: Int
  var contentType = "text/plain; charset=utf-8"
  var body = Data()
  var location: String?

  func message(includesBody: Bool) -> Data {
    var lines = [
      "HTTP/1.1 \(status) \(Self.reasons[status] ?? "")", "Content-Type: \(contentType)",
      "Content-Length: \(body.count)", "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff", "Connection: close",
    ]
    if let location { lines.append("Location: \(location)") }
    return Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
      + (includesBody ? body : Data())
  }

  private static let reasons = [
    200: "OK", 301: "Moved Permanently", 302: "Found", 400: "Bad Request", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed",
  ]
}
