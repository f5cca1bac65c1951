import CompactSource
import Contrast
import Foundation
import KnowledgeBase

/// The script that a company's own pages load for the element `<signpost-search>`: the pages' search
/// box in a shadow tree, with the words, addresses and colours of this site.
///
/// It stands at an address that never changes, `widget.js`; what it loads when somebody is about to
/// search are the site's own files.
struct SearchWidget {
  static let path = "widget.js"

  private static let keys = [
    "contact.title", "nav.all", "search.all", "search.label", "search.none", "search.placeholder",
    "search.results", "search.submit", "search.suggestions", "search.unreachable",
    "search.waiting",
  ]

  let plan: SitePlan
  let assets: SiteAssets
  let brand: BrandColour
  let strings: [Language: SiteStrings]

  /// - Parameter css: the element's style, without the brand's colours.
  func script(css: String) -> String {
    assets.widget
      .replacing(mark: SiteScript.style, with: JSONValue.string(colours + css).text)
      .replacing(mark: SiteScript.languages, with: JSONValue.object(languages).text)
  }

  private var languages: [(String, JSONValue)] {
    plan.library.languages.compactMap { language in
      guard let strings = strings[language], let index = assets.searchIndex[language] else {
        return nil
      }
      func path(_ page: SitePlan.ServicePage) -> JSONValue {
        .string(plan.permalink(of: page, in: language).path)
      }
      var members: [(String, JSONValue)] = [
        ("dir", .string(language.isRightToLeft ? "rtl" : "ltr")), ("index", .string(index)),
        ("results", path(.search)), ("list", path(.index)),
      ]
      if plan.has(.contact, in: language) { members.append(("contact", path(.contact))) }
      let texts = strings.texts(under: Self.keys).sorted { $0.key < $1.key }
      members.append(("strings", .object(texts.map { ($0.key, .string($0.value)) })))
      return (language.code, .object(members))
    }
  }

  /// The brand's colours on light and dark ground, whichever the page around has.
  private var colours: String {
    let (light, dark) = (brand.light, brand.dark)
    return """
      form{--brand:var(--signpost-brand,\(light.brand));--tint:\(light.tint)}
      @supports (color:light-dark(#000,#fff)){form{\
      --brand:var(--signpost-brand,light-dark(\(light.brand),\(dark.brand)));\
      --tint:light-dark(\(light.tint),\(dark.tint))}}

      """
  }
}
