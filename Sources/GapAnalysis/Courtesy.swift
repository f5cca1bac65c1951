import TextAnalysis

/// What a customer asks, without the greeting before it and the closing behind it.
///
///     Courtesy.without("Hi, where is my card? Kind regards, [name]")  // "where is my card?"
///
/// Words that say nothing else stay: a text of which fewer than two words would be left is kept.
enum Courtesy {
  private static let fewestWords = 2
  /// A closing with a name and a number has no more words.
  private static let longestClosing = 9

  /// - Complexity: O(*n*) in the length of the text.
  static func without(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let forms = words.map { word in
      Folding.fold(word.lowercased()).filter { $0.isLetter || $0 == "[" }
    }
    var start = 0
    while let count = length(of: greetings, at: start, in: forms) {
      start += count
      // The name that is greeted ends with a sign: "Hi [name], where".
      if start < words.count, words[start].hasPrefix("["), ",!.".contains(words[start].last ?? " ")
      {
        start += 1
      }
    }
    let first = max(start + fewestWords, words.count - longestClosing)
    let end =
      (first..<max(first, words.count)).first { index in
        isClosing(from: index, words, forms)
      } ?? words.count
    guard end - start >= fewestWords, end - start < words.count else { return text }
    var kept = words[start..<end].joined(separator: " ")
    while let last = kept.last, " ,;–—-".contains(last) { kept.removeLast() }
    while let first = kept.first, " ,;–—-".contains(first) { kept.removeFirst() }
    return kept
  }

  /// A closing, and nothing behind it but other closings, names and numbers.
  private static func isClosing(from start: Int, _ words: [Substring], _ forms: [String]) -> Bool {
    guard var index = length(of: closings, at: start, in: forms).map({ start + $0 }) else {
      return false
    }
    while index < words.count {
      if let count = length(of: closings, at: index, in: forms) {
        index += count
      } else if words[index].first?.isLowercase != true || labels.contains(forms[index]) {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// How many words the longest of the phrases takes that stand there; nil if none does.
  private static func length(of phrases: [[String]], at start: Int, in forms: [String]) -> Int? {
    phrases.lazy.filter { forms[start...].starts(with: $0) }.map(\.count).max()
  }

  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: ",").map { phrase in
      phrase.split(separator: " ").map { Folding.fold($0.lowercased()) }
    }
  }

  private static let greetings = phrases(
    """
    hi, hello, hey, good morning, good afternoon, good evening, dear sir, dear madam, dzień dobry, \
    dobry wieczór, witam, witam serdecznie, cześć, hej, szanowni państwo, labdien, labrīt, labvakar, \
    sveiki, čau, здравствуйте, здравствуй, привет, добрый день, доброе утро, добрый вечер, \
    добрий день, доброго дня, вітаю, привіт, guten tag, hallo, laba diena, tere
    """)
  private static let closings = phrases(
    """
    thanks, thank you, many thanks, thanks in advance, thank you in advance, kind regards, \
    best regards, regards, sincerely, pozdrawiam, pozdrawiam serdecznie, z poważaniem, dziękuję, \
    dzięki, z góry dziękuję, z góry dzięki, paldies, liels paldies, jau iepriekš paldies, \
    ar cieņu, спасибо, заранее спасибо, с уважением, дякую, з повагою, danke, vielen dank, \
    mit freundlichen grüßen, ačiū, pagarbiai, aitäh, lugupidamisega
    """)
  private static let labels = Set(["tel", "mob", "kom", "nr", "talr", "тел", "telefon"])
}
