import CustomerMessages

/// What a customer wrote, out of what a help desk keeps of it.
enum CustomerText {
  private static let tags = [
    "</p>", "</div>", "</span>", "</a>", "</td>", "</li>", "<br", "</body>",
  ]

  /// HTML as text, and a text of several lines without quotations of earlier mails and signature.
  ///
  ///     CustomerText.plain("<p>No card</p>\n<p>Sent from my phone</p>")  // "No card"
  ///
  /// A text that is nothing but a quotation stays.
  static func plain(_ text: String) -> String {
    var text = text
    if text.utf8.contains(UInt8(ascii: "<")), tags.contains(where: text.contains) {
      let plain = HTMLText.plain(text)
      if !plain.trimmed.isEmpty { text = plain }
    }
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    let body = MessageBody(text).text
    return body.isEmpty ? text : body
  }
}
