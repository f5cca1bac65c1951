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
    func forEachTelling(of text: String, _ body: (_ form: [UInt8], _ stem: [UInt8]) -> Void) {
      var scanner = TokenScanner(Array(text.utf8))
      while scanner.next() != nil {
        let form = scanner.form
        if suffixes?.isWeak(form[...]) == true { continue }
        body(form, suffixes?.stem(form[...]) ?? form)
      }
    }
    var words: [(form: [UInt8], stem: [UInt8], isSaid: Bool)] = []
    let addresses = ([permalink.path] + frontMatter.aliases).map { address in
      let start = words.count
      if let last = address.pathParts.last {
        let name = last.utf8.split(separator: UInt8(ascii: ".")).first
        forEachTelling(of: name.map { String(Substring($0)) } ?? "") { form, stem in
          words.append((form, stem, false))
        }
      }
      return start..<words.count
    }
    // Addresses have few words, the others many: these needn't be kept.
    for text in [title] + frontMatter.questions {
      forEachTelling(of: text) { _, stem in
        for place in words.indices where words[place].stem == stem { words[place].isSaid = true }
      }
    }
    var added: [[UInt8]] = []
    var telling: [String] = []
    for address in addresses
    where words[address].count(where: \.isSaid) * 2 >= address.count {
      for word in words[address] where !word.isSaid && !added.contains(word.stem) {
        added.append(word.stem)
        telling.append(String(decoding: word.form, as: UTF8.self))
      }
    }
    return telling
  }
}
