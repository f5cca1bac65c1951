import SearchIndex

/// How rare something is among texts: log2 of (*n* + 1) / (*df* + 0.5), as the search counts it.
enum Rarity {
  static func of(_ frequency: Int, in total: Int) -> Double {
    Double(Impact.rarity(of: frequency, in: total)) / 1024
  }
}
