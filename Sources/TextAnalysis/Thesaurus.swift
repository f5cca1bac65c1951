/// Words of a language that people use for one another: a customer writes `bill`, an article
/// `invoice`. A line holds words of which each may stand for each; no word is led further than to
/// those of its own lines.
///
///     Thesaurus("bill invoice receipt").groups  // [["bill", "invoice", "receipt"]]
///
/// It knows what is common to help of any kind; what one company calls its own way belongs in the
/// synonyms of its content, which count more.
package struct Thesaurus: Sendable {
  /// As written, in base forms.
  package let groups: [[String]]

  package init(_ text: String) {
    groups = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  /// The thesaurus of a language, by the first part of its tag.
  package static func thesaurus(for language: String) -> Thesaurus? {
    switch language.split(separator: "-").first {
    case "en": english
    case "lv": latvian
    case "pl": polish
    case "ru": russian
    default: nil
    }
  }
}
