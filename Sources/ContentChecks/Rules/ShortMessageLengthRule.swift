import Diagnostics
import KnowledgeBase
import TextAnalysis

/// Finds texts for short messages that are cut into more segments than the site wants to pay for.
struct ShortMessageLengthRule: ContentRule {
  let name = "sms-too-long"
  let severity = Diagnostic.Severity.warning
  let headline = "Texts for short messages take as few segments as the site allows"
  let reason = """
    Each segment is paid for, and some phones show a long message in pieces. A segment holds 153 \
    characters, but 67 as soon as one of them isn't in the alphabet of short messages, as most Polish, \
    Latvian and Russian letters aren't. 'sms-segments' in signpost.yml says how many there may be, else \
    3, the short address counted in. 'signpost snippet --as sms' shows the message.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let site = content.library.site
    return content.library.articles.compactMap { article in
      guard let text = article.frontMatter.sms else { return nil }
      let message = ShortMessage("\(text) \(Self.shortAddress(of: article, on: site))")
      guard message.segments > site.smsSegments else { return nil }
      let room =
        site.smsSegments == 1
        ? message.alphabet.single : message.alphabet.joined * site.smsSegments
      return Finding(
        "short message takes \(message.segments) segments, \(message.places - room) characters more "
          + "than fit into \(site.smsSegments)", cures: Self.cures(message), in: article, key: "sms"
      )
    }
  }

  /// The address that is sent along; all codes are about as long.
  private static func shortAddress(of article: Article, on site: Site) -> String {
    var links = ShortLinks()
    links.assign(to: [article.id])
    return "\(site.baseURL)/\(links.path(of: article.id) ?? "")"
  }

  private static func cures(_ message: ShortMessage) -> [String] {
    let foreign = message.text.first { !$0.unicodeScalars.allSatisfy(ShortMessage.isGSM) }
    return ["shorten it"]
      + (foreign.map { ["more fits without characters such as '\($0)'"] } ?? [])
  }
}
