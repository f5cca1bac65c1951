import SiteTemplates

/// What templates may use: the reference that `signpost templates reference` prints, and that
/// templates of the user's own are held to.
package enum TemplateReference {
  package struct Entry: Sendable {
    /// As written between braces: `title`, `site.title`.
    package let name: String
    package let meaning: String
  }

  /// By name.
  package static var entries: [Entry] {
    descriptions.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return Entry(
        name: String(parts[0]), meaning: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// The variables of the reference, and those of the site's texts: `s.home.title`.
  static func names(with texts: [String]) -> [String] {
    Set(entries.map(\.name) + texts.map { "s." + $0 } + ["."]).sorted()
  }

  /// One variable a line, then what it stands for. `…Href` and `href` are addresses below the host.
  private static let descriptions = """
    action the address that takes the form of feedback
    alt what a logo says to those who don't see it
    alternates list: the page in each language of several; lang, href
    always true for a channel that never closes in an ordinary week
    alwaysSpoken the languages of a channel without hours of their own, in one line
    amount how many days a process takes in all
    answersWithin when a channel answers, as a sentence
    archiveHref the list of retired articles; nothing where none is
    articles list of articles; title, href, description, kindName
    available true for a language that the page is written in
    body the text of a mail
    breadcrumbs list: the pages above this one, itself last; title, href
    byDay by which day a stage is over, as words
    calendar a channel's openings as a calendar file
    callBack a request for a call; mail, else form
    canonical the page's own address, in full
    captions the captions of a video, as a file
    categories list of topics; title, href, description, count
    channels list: the channels of a special day; title, times, closed
    clientStrings what the script says, as JSON
    closed true for hours and days on which a channel is closed
    code a language's tag: pt-BR
    contactBlock the contact block, ready to stand on a page
    contactChannels list of channels; id, kind, title, value, href, note, hours, …
    contactHref the page of channels; nothing without channels
    count how many articles a topic has, as words
    css the style sheet
    current true for the entry that is this page
    darkSource the address of the logo in dark pages
    date a day in words
    days weekdays, short: Mon–Fri
    daysLong weekdays in full
    description what a page or an article is about, in a sentence or two
    dir ltr or rtl
    duration how long a how-to takes, as words
    feed the Atom feed of the language
    feedTitle its title
    feedback asks whether an article helped; form or mail
    file a video that is a file of the site
    firstHref where a short address leads without script
    footer the end of every page, ready to stand there
    footerLinks list: links of signpost.yml; title, href
    foreignLanguages the languages of a channel in one line; nothing where the page's is one
    form feedback or a request for a call by form; action, id, reasons
    from when a notice begins
    goal what a reader wants the article for
    hasArticles true where there are articles
    hasBreadcrumbs true where a page stands below another
    hasCategories true where there are topics
    hasContact true where there are channels
    hasFacts true for an article with a goal, needs or a duration
    hasHours true for a channel with hours
    hasLanguages true for a site in several languages
    hasLead true for a topic with a description of its own
    hasMore true where the home page leaves articles to the list of all
    hasNeeds true for an article with needs
    hasPages true for a list that stands on several pages
    hasPinned true for a site that knows what is most asked, or pins articles
    hasRelated true for an article with related ones
    hasSiblings true for an article with others in its topic
    hasSpecialDays true where days differ from the week
    hasStages true for a process with stages
    hasTimes true where a channel closes at times, or has a promise
    hasToc true for an article with three headings or more
    hasTopics true where there are topics beside this one
    hasWaits true for a channel whose usual waits are known
    heading an article's title with the spaces at which its lines may end
    height a logo's, in pixels
    home the home page in this language
    host where a video is that is linked to
    hours list: a channel's week; days, daysLong, times, closed
    hoursText a channel's week in one line
    href an address
    html a part of an article, as HTML: three braces
    icon the site's icon
    id an article's or a channel's id
    image the picture for links to the page, its address in full
    indexHref the list of all articles
    indexURL the search index, below the site's root
    intro an article's HTML before its first heading: three braces
    isAlwaysOpen true for a channel without any closed day
    isChat true for a channel of that kind
    isDrawn true when that picture is the command's own, 1200 × 630 pixels
    isForm true for a channel of that kind
    isHidden true for a notice whose time isn't now
    isList true for an article of many questions
    isLive true for a channel whose state the script tells
    isLong true for a topic whose articles stand by their first letters
    isMail true for a channel of that kind
    isPhone true for a channel of that kind
    iso a day as 2026-09-14
    json a block of structured data: three braces
    jsonld list of blocks of structured data; json
    key the name of a reason for feedback
    kind faq, how-to, process or page; phone, mail, chat or form
    kindName an article's kind in words
    lang the language's tag
    languageName the language's own name
    languages list of languages; code, name, href, current, available
    languagesText the languages of a channel in one line
    lead a topic's description
    letter a letter of the list of all articles
    letters list: where each letter of a list begins; letter, number, href
    link an address that begins a mail without a text
    logo the site's own logo; source, darkSource, width, height, alt, nameBeside
    mail feedback or a request for a call by mail; yes, reasons; href, link, body
    markdown the article as Markdown
    marker an address that is asked when a search finds nothing
    name a name
    nameBeside the title, where the logo doesn't hold it
    needs list: what a how-to needs
    nextHref the page on which a list goes on
    noindex true for a page that search engines leave out
    note what a channel is for
    notices list: what readers should know now; severity, text, from, until, isHidden
    number a letter's number
    openSearch how browsers search here
    opening the words of a title in a list from A to Z before the one that it stands by
    outdated true for a translation whose source was changed
    pageTitle the title of the window
    parts list: an article's HTML by heading; html, trouble
    pinned list: what is most asked, else pinned; title, href
    place which page of a list this is: 2/5
    postTo the address that takes messages written on the contact page
    previousHref the page of a list before this one
    question how a language asks "How can we help?"
    reasons list: why an article didn't help; title, href or key
    related list of related articles; title, href
    rest the rest of a title after its opening
    resultsScripts list: the addresses of what the page of results runs beside the script
    retired list of retired articles; title, since, successor
    root the folder of the site on its host: / or /help/
    script the page's script
    searchBox the search box, ready to stand on a page
    searchHref the page of results
    seasons list: other hours of a part of the year; title, hours
    sections list: the titles on this page by letter; letter, number, articles
    severity how serious a notice is
    siblings list: articles of the same topic; title, href, current
    since since when an article is retired, as words
    site.company the company
    site.tagline the site's tagline
    site.title the site's title
    siteTitle the same, on the choice of language too
    source the address of the logo
    sourceLink the source of an outdated translation
    sourceLink.href its address
    sourceLink.lang its language's tag
    sourceLink.languageName its language's own name
    specialDays list: days that differ from the week; iso, date, name, channels
    spoken list: the hours of a language; language, hours
    stages list: a process; title, who, takes, byDay
    successor the article that answers instead; title, href
    tags list: an article's tags
    takes how long a stage takes, as words
    target where a former address leads
    template the name of the page's template
    text a notice's text
    time how long a usual wait is, as words
    timeZone the time zone that hours are given in; a channel's own where channels have several
    timeZoneText the same as a sentence
    times hours: 8:00–12:00, 13:00–20:00
    title a title
    toc list: an article's headings; title, href
    topic the topic of an article
    topicHref its page
    topics list: the topics beside this one; title, href, current
    total how long a process takes, as words
    totalDays the days of a process, for the script that says by when it is done; amount, unit
    trouble true for "if it doesn't work"
    unit days or working days
    until when a notice ends
    updated the day an article was changed; updated.iso, updated.text
    updated.iso the same as 2026-09-14
    updated.text the same in words
    value a phone number, a mail address, an address as people write it
    video what shows the article as a film; file and captions, or href and host
    waits list: how long people usually wait; when, time
    when the days and hours of a usual wait
    who who does a stage
    width a logo's, in pixels
    yes feedback by mail: it helped
    """
}

/// A tag of a template: what it names, and where.
struct TemplateTag: Equatable {
  enum Kind: Equatable { case variable, partial, block }

  let kind: Kind
  let name: String
  let line: Int
  let column: Int

  /// The tags of a template that name something, in their order; ends of sections don't.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func tags(in template: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    for (number, line) in template.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      var rest = line[...]
      while let opening = rest.firstRange(of: "{{") {
        let column = line.distance(from: line.startIndex, to: opening.lowerBound) + 1
        rest = rest[opening.upperBound...]
        guard let closing = rest.firstRange(of: "}}") else { break }
        let tag = rest[..<closing.lowerBound]
        rest = rest[closing.upperBound...]
        if let found = TemplateTag(tag, line: number + 1, column: column) { tags.append(found) }
      }
    }
    return tags
  }

  private init?(_ tag: Substring, line: Int, column: Int) {
    let trimmed = tag.drop { $0 == "{" || $0 == " " }
    guard let sign = trimmed.first else { return nil }
    let name = String(
      (sign.isLetter || sign == "." ? trimmed : trimmed.dropFirst())
        .filter { $0 != " " && $0 != "}" })
    switch sign {
    case "/", "!", "=", "%": return nil
    case ">", "<": kind = .partial
    case "$": kind = .block
    default: kind = .variable
    }
    // A dot before a name asks for the innermost value alone.
    self.name =
      kind == .variable && name.count > 1 && name.hasPrefix(".")
      ? String(name.dropFirst()) : name
    self.line = line
    self.column = column
  }
}
