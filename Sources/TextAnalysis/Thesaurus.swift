/// Words of a language that people use for one another: a customer writes `bill`, an article
/// `invoice`. A line holds words of which each may stand for each; no word is led further than to
/// those of its own lines.
///
///     Thesaurus("bill invoice receipt").groups  // [["bill", "invoice", "receipt"]]
///
/// A line with `>` holds two words that ask together for what neither says alone, then the words
/// that answer: who asks `how long` is told a time, and `go through` is said of what failed.
///
///     Thesaurus("how long > time days").phrases  // [(["how", "long"], ["time", "days"])]
///
/// It knows what is common to help of any kind; what one company calls its own way belongs in the
/// synonyms of its content, which count more.
package struct Thesaurus: Sendable {
  /// As written, in base forms.
  package let groups: [[String]]
  package let phrases: [(asked: [String], finds: [String])]

  package init(_ text: String) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ">").map { $0.split(separator: " ").map(String.init) }
    }
    groups = lines.filter { $0.count == 1 }.map { $0[0] }
    phrases = lines.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
  }

  /// The thesaurus of a language, by the first part of its tag.
  package static func thesaurus(for language: String) -> Thesaurus? {
    switch language.split(separator: "-").first {
    case "en": english
    case "lv": latvian
    case "pl": polish
    case "ru": russian
    case "uk": ukrainian
    default: nil
    }
  }
}
