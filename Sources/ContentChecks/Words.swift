import TextAnalysis

/// The words of a text as search sees them, to compare texts by.
enum Words {
  /// `Zażółć gęślą!` becomes `zazolc`, `gesla`.
  static func folded(in text: String) -> [String] {
    Tokenizer.tokens(in: text).map(\.form)
  }

  /// FNV-1a over the words with a space after each.
  static func hash(of words: ArraySlice<String>) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
      hash = (hash ^ 32) &* 1_099_511_628_211
    }
    return hash
  }
}
