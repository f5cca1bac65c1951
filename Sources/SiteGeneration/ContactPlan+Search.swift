import Availability
import KnowledgeBase
import TextAnalysis

extension ContactPlan {
  /// The contact page as search knows it: an article of which only the words are used. It is found
  /// by what customers call it and by its channels, their numbers and addresses, and shows these at once. Nil without
  /// channels.
  ///
  ///     plan.searchedPage(of: library, in: .english, strings: strings)?.summary
  ///     // "Phone: +371 6000 0100 · Chat · Email: help@acme.example"
  ///
  /// - Complexity: O(*n*) in the articles, where its address is looked for.
  package func searchedPage(
    of library: Library, in language: Language, strings: SiteStrings
  ) -> Article? {
    if channels.isEmpty { return nil }
    let titles = channels.map { library.site.text($0.title, in: language) ?? "" }
    let ways = zip(channels, titles).map { channel, title in
      switch channel.kind {
      case .phone, .mail: "\(title): \(channel.value)"
      case .chat, .form: title
      }
    }
    var frontMatter = FrontMatter(title: strings("contact.title"))
    frontMatter.questions =
      strings("contact.asked").split(separator: "|").map(String.init)
      + channels.filter { $0.kind == .phone }.map(\.value)
      // An address as one word, since its parts are the names of the company and of what it sells.
      + channels.filter { $0.kind == .mail }.flatMap { Compounds.forms(in: $0.value) }
    if channels.contains(where: { $0.hours?.week == OpeningHours.always.week }) {
      frontMatter.questions.append("\(strings("contact.always")), 24/7")
    }
    let address = SitePlan.contactAddress(in: language, of: library)
    var digest = ContentDigest()
    digest.add([address.path, frontMatter.title] + ways + frontMatter.questions)
    let heading = titles.joined(separator: "\n")
    let section = Section(level: 2, anchor: "", title: heading, text: "")
    return Article(
      id: ArticleID("contact"), language: language, sourcePath: "", categoryPath: [],
      permalink: address, frontMatter: frontMatter, summary: ways.joined(separator: " · "),
      anchors: [], links: [], images: [], video: nil, places: ArticlePlaces(),
      digest: ArticleDigest(head: digest.value, whole: digest.value, place: 0),
      text: Deferred { ArticleText(html: "", markdown: "", sections: [section]) })
  }
}
