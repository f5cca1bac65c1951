import KnowledgeBase
import TextAnalysis

extension Article {
  /// What the article's address and its former ones say that its title and questions don't:
  /// `forgot` of `/help/forgot-your-password/`, titled "Why isn't my password working?".
  ///
  /// An address of which these say less than half speaks of something else, in another language, or
  /// of nothing, as a number does.
  ///
  /// - Complexity: O(*n*) in the lengths of titles, questions and addresses.
  var wordsOfAddresses: [String] {
    let suffixes = SuffixTable.table(for: language.code)
    func telling(_ text: String) -> [(form: String, stem: [UInt8])] {
      Tokenizer.tokens(in: text).compactMap { token in
        let utf8 = Array(token.form.utf8)
        if suffixes?.isWeak(utf8[...]) == true { return nil }
        return (token.form, suffixes?.stem(utf8[...]) ?? utf8)
      }
    }
    let addresses = ([permalink.path] + frontMatter.aliases).compactMap { address in
      address.split(separator: "/").last?.split(separator: ".").first.map { telling(String($0)) }
    }
    let said = Set(([title] + frontMatter.questions).flatMap { telling($0).map(\.stem) })
    var added = said
    var words: [String] = []
    for address in addresses
    where address.count(where: { said.contains($0.stem) }) * 2 >= address.count {
      words += address.filter { added.insert($0.stem).inserted }.map(\.form)
    }
    return words
  }
}
