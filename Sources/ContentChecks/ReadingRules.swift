import Diagnostics

/// The rules whose findings come from reading files, with what the manual says of them.
enum ReadingRules {
  struct Entry {
    let name: String
    let severity: Diagnostic.Severity
    let headline: String
    let reason: String
  }

  static let all: [Entry] = [
    Entry(
      name: "active-file", severity: .warning,
      headline: "Files that a browser would run aren't published",
      reason: "HTML, scripts and styles among the articles could do on the site whatever they like."
    ),
    Entry(
      name: "base-url", severity: .error, headline: "The site's address is written in full",
      reason: "Links in feeds and mails need it: https://help.example.com."),
    Entry(
      name: "block-syntax", severity: .warning, headline: "Blocks of ':::' begin and end",
      reason: "A block without an end swallows the rest of the article."),
    Entry(
      name: "broken-anchor", severity: .error, headline: "A link to a heading finds it on the page",
      reason:
        "Ids come from headings; a heading that was renamed has another. Fix an id with {#id}."),
    Entry(
      name: "broken-link", severity: .error,
      headline: "Links lead to articles and files that exist",
      reason: "The text of a link to nowhere is kept, the link is left out."),
    Entry(
      name: "call-back", severity: .error,
      headline: "A channel that calls back says where requests go",
      reason: "An address and, if wanted, how long a slot is and how far ahead it is asked for."),
    Entry(
      name: "channel", severity: .error, headline: "A channel has id, kind, title and value",
      reason: "One that can't be shown is left out of the contact page."),
    Entry(
      name: "checks", severity: .error, headline: "Levels of rules are off, note, warning or error",
      reason: "What isn't understood leaves the rule as it was."),
    Entry(
      name: "colour", severity: .error, headline: "The brand colour is six hexadecimal digits",
      reason: "In quotes, since '#' starts a remark in YAML."),
    Entry(
      name: "content-folder", severity: .error, headline: "The content folder exists",
      reason: "Name it with --content."),
    Entry(
      name: "dangerous-link", severity: .error, headline: "Links open pages, mails and calls only",
      reason: "Addresses such as 'javascript:' or 'data:' would run in the reader's browser."),
    Entry(
      name: "date", severity: .error, headline: "Dates are written year-month-day",
      reason: "Dates are compared and sorted as they are written: 2026-09-14."),
    Entry(
      name: "decision", severity: .error, headline: "A decision about a gap says what was decided",
      reason: "What isn't understood is left out, and the review shows the gap as undecided."),
    Entry(
      name: "encoding", severity: .error, headline: "Files are UTF-8",
      reason:
        "Text in another encoding turns into wrong letters; the finding says which it looks like."),
    Entry(
      name: "exception", severity: .error,
      headline: "An exception of the opening hours says its day, hours and channels",
      reason: "Days that differ from the week, as the day before a holiday."),
    Entry(
      name: "feedback", severity: .error,
      headline: "Feedback goes to a mail address or to an address written in full",
      reason: "An address that isn't understood is left out, and feedback goes to the first mail."),
    Entry(
      name: "file-size", severity: .error, headline: "An article isn't longer than a book",
      reason: "Files above 16 MB aren't read: they are something else under the wrong name."),
    Entry(
      name: "footer", severity: .error, headline: "Links in the footer are written in full",
      reason: "An address that isn't understood is left out."),
    Entry(
      name: "foreign-key", severity: .note, headline: "Keys of other generators have no effect",
      reason: "They are kept in the file, so that it stays as useful where it came from."),
    Entry(
      name: "front-matter", severity: .error,
      headline: "Front matter stands between lines of '---'",
      reason: "Without its end nobody knows where the article's text begins."),
    Entry(
      name: "holidays", severity: .error,
      headline: "Holidays are those of a country that is known, or a list of days",
      reason: "They decide whether a channel is open."),
    Entry(
      name: "image-format", severity: .error, headline: "Images are of a kind that browsers show",
      reason:
        "What a telephone or a drawing program saves, as HEIC or TIFF, most can't; the text is shown instead."
    ),
    Entry(
      name: "interface-language", severity: .warning,
      headline: "The site has its own words in every language",
      reason:
        "Menus, buttons and opening hours come from 'strings'. Without a file for a language they are "
        + "in English, which a screen reader reads with the sounds of the page's language (WCAG 2.2, 3.1.2)."
    ),
    Entry(
      name: "language", severity: .error, headline: "Languages are BCP 47 tags",
      reason: "pl, lv, pt-BR."),
    Entry(
      name: "language-folder", severity: .warning,
      headline: "A file's name and its folder say the same language",
      reason:
        "The folder decides. A translation that was put in the wrong one is shown to the wrong readers."
    ),
    Entry(
      name: "missing-image", severity: .error, headline: "Images exist",
      reason: "Of a missing image the text is shown."),
    Entry(
      name: "missing-title", severity: .error, headline: "Every article has a title",
      reason: "In front matter, or as the first heading of the text."),
    Entry(
      name: "no-articles", severity: .error, headline: "There is something to publish",
      reason: "A folder without a readable article would replace the site by an empty one."),
    Entry(
      name: "notice", severity: .error, headline: "A notice has a text, and ends after it begins",
      reason: "One that isn't understood isn't shown, since a wrong time is worse than none."),
    Entry(
      name: "nul-byte", severity: .warning, headline: "Text has no NUL bytes",
      reason: "They come from broken copies, and some programs end the text there."),
    Entry(
      name: "opening-hours", severity: .error,
      headline: "Opening hours are ranges of times by weekday",
      reason: "mon-fri: \"8:00-20:00\"."),
    Entry(
      name: "permalink-case", severity: .warning,
      headline: "Addresses differ in more than capital letters",
      reason:
        "Disks of Windows and macOS, and many web servers, take both for one: a reader gets the other article."
    ),
    Entry(
      name: "permalink-collision", severity: .error,
      headline: "Each address belongs to one article",
      reason: "The second article of an address isn't published."),
    Entry(
      name: "promise", severity: .error, headline: "A promised answer is a number and a unit",
      reason: "1 working day."),
    Entry(
      name: "promise-kept", severity: .warning, headline: "Four of five answers keep a promise",
      reason:
        "Promised answer times and usual waits are compared with the last 90 days in the store of "
        + "'signpost contacts import', where there is one. A promise that isn't kept brings contacts."
    ),
    Entry(
      name: "raw-html", severity: .warning, headline: "Articles are Markdown, not HTML",
      reason:
        "HTML is left out: it could hide script, and it breaks other uses of the text, as mail. Elements that can do no harm, as kbd, sub or details, are allowed by 'allowed-html' of signpost.yml; of their attributes title, lang, dir and open stay."
    ),
    Entry(
      name: "redirect", severity: .error, headline: "Aliases and successors lead somewhere",
      reason: "An alias is a path on this site that no page has; a successor is an article's id."),
    Entry(
      name: "redirect-cycle", severity: .error, headline: "Successors don't lead in a circle",
      reason: "At the end of the chain there must be an article that is published."),
    Entry(
      name: "review", severity: .error,
      headline: "What the gap review takes for granted is an amount, a number or a share",
      reason: "What isn't understood is left out, and figures rest on what is usual."),
    Entry(
      name: "season", severity: .error,
      headline: "A season has its first and last day and its hours",
      reason: "Seasons come before the usual week."),
    Entry(
      name: "short-link", severity: .error, headline: "Short addresses lead to articles",
      reason: "They are printed on stickers, so they must not change."),
    Entry(
      name: "symbolic-link", severity: .warning,
      headline: "Links in the file system stay in the folder",
      reason: "What lies outside of the content folder is neither read nor published."),
    Entry(
      name: "synonyms", severity: .error, headline: "Synonyms are groups of two words or more",
      reason: "Each word of a group finds all others."),
    Entry(
      name: "template", severity: .error,
      headline: "Templates and strings of one's own can be read and show what there is",
      reason:
        "A site is published with all of them or not at all. A file that stands in for none of the command's own has no effect."
    ),
    Entry(
      name: "template-leftover", severity: .warning,
      headline: "Template code of other generators isn't shown",
      reason: "Liquid, Hugo's shortcodes and kramdown's attributes are left out of the page."),
    Entry(
      name: "time-span", severity: .error, headline: "Spans of time are a number and a unit",
      reason: """
        minutes, hours, days or working days; for reviews days, weeks, months or years. The article's \
        own language says them too: 5 minut, 3 darba dienas.
        """),
    Entry(
      name: "time-zone", severity: .error, headline: "The time zone is one that is known",
      reason: "Europe/Riga."),
    Entry(
      name: "unknown-key", severity: .warning,
      headline: "Front matter and configuration hold known keys",
      reason: "A key that isn't known is mostly a slip of the pen, and has no effect."),
    Entry(
      name: "unknown-value", severity: .error, headline: "Choices are one of those there are",
      reason: "'kind' and 'status' have fixed values; an article of unknown status isn't published."
    ),
    Entry(
      name: "unlisted-language", severity: .warning,
      headline: "The configuration lists every language that has a folder",
      reason:
        "Beside folders of languages, one that is named like a language but isn't among 'languages' "
        + "of signpost.yml is published as a category, in the wrong language."),
    Entry(
      name: "unreadable-file", severity: .error, headline: "Files can be read",
      reason: "A file vanished meanwhile, or its rights don't let this user read it."),
    Entry(
      name: "volumes", severity: .error, headline: "Volumes are numbers of contacts by article",
      reason: "'signpost gaps' writes them; they decide what is most asked."),
    Entry(
      name: "video", severity: .error,
      headline: "A video is a file beside the article or an address",
      reason:
        "mp4, m4v, webm or ogv are shown by a player, with tour.vtt as captions; others are linked."
    ),
    Entry(
      name: "wrong-type", severity: .error, headline: "Values have the type that their key needs",
      reason: "A text, a number, a list, true or false."),
    Entry(
      name: "yaml", severity: .error, headline: "Front matter and configuration are YAML",
      reason: "Most often a value with ': ' in it isn't quoted."),
  ]
}
