/// The pages that every language has beside its articles, by their place below the language.
package enum ServicePage: String, CaseIterable, Sendable {
  case contact, search
  case index = "a-z"
}
