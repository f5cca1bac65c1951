import Diagnostics
import KnowledgeBase

/// Finds numbers in articles that belong to a person: payment cards and national ids.
struct PersonalDataRule: ContentRule {
  let name = "personal-data"
  let severity = Diagnostic.Severity.warning
  let headline = "No article holds a real person's numbers"
  let reason = """
    Screenshots and examples are copied from real cases. Numbers whose check digits are right are \
    taken for real: payment cards (Luhn), PESEL and Latvian personal codes. Write examples that can't \
    exist, such as 0000 0000.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article in
      article.sections.flatMap { section in
        section.text.split(separator: "\n").compactMap { line -> Finding? in
          guard let kind = Self.kind(ofNumberIn: line) else { return nil }
          return Finding(
            "\(kind) stands in the text", cures: ["replace it by an invented one with zeros"],
            in: article, line: article.line(of: String(line), in: section))
        }
      }
    }
  }

  private static func kind(ofNumberIn line: Substring) -> String? {
    for run in line.split(whereSeparator: {
      !($0.isWholeNumber && $0.isASCII) && $0 != " " && $0 != "-"
    }) {
      let digits = run.compactMap(\.wholeNumberValue)
      if (15...16).contains(digits.count), Set(digits).count > 1, isLuhn(digits) {
        return "payment card number"
      }
      if digits.count == 11, Set(digits).count > 1 {
        if !run.trimmed.contains(where: { $0 == " " || $0 == "-" }), isPESEL(digits) {
          return "PESEL number"
        }
        if run.trimmed.dropFirst(6).first == "-", isPersonalCode(digits) {
          return "Latvian personal code"
        }
      }
    }
    return nil
  }

  /// ISO/IEC 7812-1, annex B.
  private static func isLuhn(_ digits: [Int]) -> Bool {
    digits.reversed().enumerated().reduce(0) { sum, entry in
      let value = entry.offset % 2 == 1 ? entry.element * 2 : entry.element
      return sum + (value > 9 ? value - 9 : value)
    } % 10 == 0
  }

  private static func isPESEL(_ digits: [Int]) -> Bool {
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let month = (digits[2] * 10 + digits[3]) % 20
    return (10 - sum % 10) % 10 == digits[10] && (1...12).contains(month)
  }

  private static func isPersonalCode(_ digits: [Int]) -> Bool {
    let weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return (1101 - sum) % 11 == digits[10]
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first == " " || first == "-" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "-" { text = text.dropLast() }
    return text
  }
}
