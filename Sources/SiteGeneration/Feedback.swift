import KnowledgeBase

/// Whether an article helped, and why not: told without a server by mail, or to an address that
/// takes forms. Says which article and language, and nothing of the reader.
struct Feedback {
  private static let reasons = ["notFound", "outdated", "unclear", "failed", "other"]

  private enum Way {
    case mail(address: String)
    case form(action: String)
  }

  private let way: Way
  private let strings: SiteStrings

  /// Nil without an address.
  ///
  /// - Parameter address: of mail, or one that takes forms, `https://example.com/feedback`.
  init?(to address: String?, strings: SiteStrings) {
    guard let address, !address.isEmpty else { return nil }
    self.strings = strings
    way = address.hasPrefix("https://") ? .form(action: address) : .mail(address: address)
  }

  /// What the template `feedback` sees of an article.
  func context(of article: Article, url: String) -> TemplateObject {
    switch way {
    case .form(let action):
      let reasons = Self.reasons.map { reason -> TemplateObject in
        ["key": .text(reason), "title": .text(strings("feedback.\(reason)"))]
      }
      let form: TemplateObject = [
        "action": .text(action), "id": .text(article.id.rawValue), "reasons": .objects(reasons),
      ]
      return ["form": .object(form)]
    case .mail(let address):
      let rest = Self.encoded(article.title) + "&body=" + Self.encoded(url + "\n\n")
      func link(_ answer: String) -> String {
        "mailto:\(address)?subject=\(Self.encoded(answer + ": "))\(rest)"
      }
      let reasons = Self.reasons.map { reason -> TemplateObject in
        let title = strings("feedback.\(reason)")
        return ["title": .text(title), "href": .text(link(title))]
      }
      let yes = "\(strings("feedback.heading")) \(strings("feedback.yes"))"
      return ["mail": .object(["yes": .text(link(yes)), "reasons": .objects(reasons)])]
    }
  }

  /// A text as part of an address: RFC 3986, section 2.3.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
