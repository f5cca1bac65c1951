import Diagnostics
import KnowledgeBase

/// Finds texts of the configuration that some of the site's languages don't have.
struct UntranslatedTextRule: ContentRule {
  let name = "untranslated-text"
  let severity = Diagnostic.Severity.note
  let headline = "Texts of the configuration exist in every language of the site"
  let reason = """
    A notice, a channel or a link in the footer that lacks a language is shown there in another, which \
    its readers may not understand and screen readers pronounce wrongly (WCAG 2.2, 3.1.2). A text given \
    once, without languages, is meant for all.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let (site, languages) = (content.library.site, content.library.languages)
    let channels = (content.contact?.channels ?? []).flatMap { channel in
      [("title", channel.title), ("note", channel.note)].map {
        (file: "contact.yml", what: "\($0) of channel '\(channel.id)'", texts: $1)
      }
    }
    let notices = content.library.notices.map {
      (file: "notices.yml", what: "notice '\($0.id)'", texts: $0.text)
    }
    let links = site.footer.map {
      (file: "signpost.yml", what: "footer link '\($0.url)'", texts: $0.title)
    }
    let names = [("title", site.title), ("tagline", site.tagline)].map {
      (file: "signpost.yml", what: $0, texts: $1)
    }
    return (channels + notices + links + names).compactMap { place in
      guard !place.texts.isEmpty, place.texts[""] == nil else { return nil }
      let missing = languages.filter {
        place.texts[$0.code] == nil && place.texts[$0.primary] == nil
      }
      guard let first = missing.first else { return nil }
      return Finding(
        "\(place.what) is missing in \(missing.map(\.code).joined(separator: ", "))",
        cures: ["write '\(first.code): …' beside the others"],
        file: "\(content.root)/\(place.file)")
    }
  }
}
