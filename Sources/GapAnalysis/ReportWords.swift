import KnowledgeBase

/// A language that the review can be written in.
package enum ReportLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case polish = "pl"
  case latvian = "lv"
  case russian = "ru"
}

/// The review's own words in one language; customers' words stay in theirs.
///
///     ReportWords(.english)(.adviceMissing, "no card")  // "Write an article that answers “no card”"
struct ReportWords {
  /// Names of the sentences; `{0}` and `{1}` stand for values.
  enum Key: String, CaseIterable {
    case title, headline, headlineNone, headlineFew, biggest, rising, helped, lateDecision
    case promiseBroken, months, quarter, week, wholeLog, decimalSeparator
    case contacts, unanswered, unansweredShare, solved, repeats, cost, unansweredCost, atRisk
    case topic, language, before, change, trend, running, toDo, why, quotes, nearest, id
    case sectionUnanswered, sectionAsked, sectionOther, sectionFirst, sectionPareto, sectionTime
    case sectionHeat, sectionService, sectionEffects, sectionDecisions, sectionCounted
    case introUnanswered, introAsked, introOther, introPareto, introHeat, introEffects
    case missing, notFound, foundYetAsked, otherLanguageOnly, outdatedTranslation, notContent, noise
    case unsure
    case adviceMissing, adviceNotFound, adviceNotFoundPlain, adviceTranslate, adviceOutdated
    case escalated, handling
    case adviceAsked, adviceAskedSection, adviceAskedSolved, adviceNotFoundUnclear,
      adviceNotContent, adviceNoise
    case reasonNotAsked, reasonUnknownWords, reasonAsked, reasonNearArticle, reasonNoArticle
    case reasonSolvedAtOnce, reasonSeldomSolved, reasonBurst, reasonExistsIn, reasonAskedElsewhere
    case reasonSourceRevised
    case reasonDecided
    case single, more, period, channel, median, ninetieth, promised, kept, minutes, hours, days
    case article, revised, after, others, effect, effectFewer, effectMore, effectTooFew
    case decision, owner, due, done, overdue, open
    case actionWrite, actionRename, actionFix, actionNotContent, actionIgnore
    case footCost, footRepeat, footCoverage, footInterval, footChange, footRisk, footEffect
    case footPrivacy, footUnanswered, footCategories, footCategoriesUnused
    case solvedShort, repeatsShort, lede, customers, new, channels, moreRows
    case sectionSelfService, introSelfService, beforeSelfService, viewsPerContact, selfService
    case topicUse, views, search, searches, withoutResult, contactsPerHundred
    case sectionSearches, introSearches, ungroupedSearches, alsoContacts
    case late, truthful, footTruthful, sectionHours, introHours, footHours, hour
    case promiseMinutes, promiseHours, promiseDays, promiseWorkingHours, promiseWorkingDays
    case sectionChanges, introChanges, gone, footChangeText, actionKeep
    case channelPhone, channelMail, channelChat, channelForm, reasonNoneNear
    case sectionStickers, introStickers, place, unknownCode
  }

  let language: ReportLanguage
  private let table: [Key: String]

  init(_ language: ReportLanguage) {
    self.language = language
    table = Self.tables[language] ?? [:]
  }

  /// The sentence with its values put in.
  func callAsFunction(_ key: Key, _ values: String...) -> String {
    var sentence = table[key] ?? Self.english[key] ?? key.rawValue
    for (number, value) in values.enumerated() {
      sentence = sentence.replacing(mark: "{\(number)}", with: value)
    }
    return sentence
  }

  static let tables: [ReportLanguage: [Key: String]] = [
    .english: english, .polish: polish, .latvian: latvian, .russian: russian,
  ]

  // MARK: Values

  /// `29%`, in Latvian and Russian `29 %`.
  func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\(percentSign)" }

  /// English and Polish set the sign to the number, the others part it by a space without a break.
  private var percentSign: String {
    switch language {
    case .english, .polish: "%"
    case .latvian, .russian: "\u{A0}%"
    }
  }

  /// `+20%`, `−8%`; more than three times as many is said as a factor.
  func signedPercent(_ change: Double) -> String {
    if change > 2 { return "× \(decimal(change + 1))" }
    let percent = Int((change * 100).rounded())
    return (percent < 0 ? "−\(-percent)" : "+\(percent)") + percentSign
  }

  /// The change of counts; that something is new where there was nothing before.
  func change(_ change: GapReport.Change, before: Int) -> String {
    before == 0 ? self(.new) : signedPercent(change.relative)
  }

  /// With one digit behind the point: `1.6`.
  func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10)\(self(.decimalSeparator))\(abs(tenths % 10))"
  }

  /// With as many digits as it has: `0.6`, `3`.
  func number(_ value: Double) -> String {
    let text = "\(value)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).replacing(
      ".", with: self(.decimalSeparator))
  }

  /// With narrow spaces between thousands: `1 204`.
  func count(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var grouped = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { grouped.append("\u{202F}") }
      grouped.append(digit)
    }
    return number < 0 ? "−\(grouped)" : grouped
  }

  /// What customers said, in the quotation marks of the report's language: `“no fuel card”`.
  func quoted(_ text: String) -> String {
    switch language {
    case .english: "“\(text)”"
    case .polish, .latvian: "„\(text)”"
    case .russian: "«\(text)»"
    }
  }

  /// `8 min`, `5.3 h`, `1.5 days`.
  func duration(minutes: Double) -> String {
    if minutes < 90 {
      return self(.minutes, minutes < 10 ? decimal(minutes) : count(Int(minutes.rounded())))
    }
    if minutes < 48 * 60 { return self(.hours, decimal(minutes / 60)) }
    return self(.days, decimal(minutes / 1440))
  }

  /// `October 2026` of `2026-10`, `week 44 of 2026` of `2026-W44`; years and days as they are.
  func period(_ text: String) -> String {
    let parts = text.split(separator: "-").map(String.init)
    guard parts.count == 2 else { return text == GapReport.wholeLog ? self(.wholeLog) : text }
    if let number = Int(parts[1].dropFirst()), let unit = parts[1].first, !unit.isNumber {
      return self(unit == "Q" ? .quarter : .week, parts[0], "\(number)")
    }
    let months = self(.months).split(separator: ",").map(String.init)
    guard let month = Int(parts[1]), months.indices.contains(month - 1) else { return text }
    return language == .latvian
      ? "\(parts[0]). gada \(months[month - 1])" : "\(months[month - 1]) \(parts[0])"
  }

  /// How far the log's categories were a hint, if it has any.
  func categories(_ report: GapReport) -> [String] {
    guard let categories = report.categories else { return [] }
    let (shared, chance) = (percent(categories.shared), percent(categories.byChance))
    return categories.trust < 0.005
      ? [self(.footCategoriesUnused, shared, chance)]
      : [self(.footCategories, shared, chance, percent(categories.trust))]
  }

  func verdict(_ verdict: GapReport.Verdict) -> String {
    switch verdict {
    case .missing: self(.missing)
    case .notFound: self(.notFound)
    case .foundYetAsked: self(.foundYetAsked)
    case .otherLanguageOnly: self(.otherLanguageOnly)
    case .outdatedTranslation: self(.outdatedTranslation)
    case .notContent: self(.notContent)
    case .noise: self(.noise)
    }
  }

  func reason(_ reason: GapReport.Reason) -> String {
    let words = reason.words.joined(separator: ", ")
    let share = reason.share.map(percent) ?? ""
    return switch reason.kind {
    case .notAsked: self(.reasonNotAsked, words)
    case .unknownWords: self(.reasonUnknownWords, words)
    case .asked: self(.reasonAsked, words)
    case .nearArticle: self(.reasonNearArticle, share)
    case .noArticle where Self.saysNoneIsNear(reason): self(.reasonNoneNear)
    case .noArticle: self(.reasonNoArticle, share)
    case .solvedAtOnce: self(.reasonSolvedAtOnce, share)
    case .seldomSolved: self(.reasonSeldomSolved, share)
    case .burst: self(.reasonBurst, share, words)
    case .existsIn: self(.reasonExistsIn, words)
    case .askedElsewhere: self(.reasonAskedElsewhere, words)
    case .sourceRevised: self(.reasonSourceRevised, words)
    case .decided: self(.reasonDecided)
    }
  }

  /// Whether so few of the contacts lie near any article that none is worth naming.
  static func saysNoneIsNear(_ reason: GapReport.Reason) -> Bool {
    reason.kind == .noArticle && (reason.share ?? 0) < 0.1
  }

  /// What to do about topics that are advised together, with the words that any of them lacks.
  func advice(_ topics: [GapReport.Topic], of theme: ReportTheme) -> String {
    var topic = topics[0]
    for word in topics.dropFirst().flatMap(\.wordsToAdd) where !topic.wordsToAdd.contains(word) {
      topic.wordsToAdd.append(word)
    }
    return advice(topic, of: theme)
  }

  /// What to do about a topic of a theme: a full sentence without its stop.
  func advice(_ topic: GapReport.Topic, of theme: ReportTheme) -> String {
    let article = topic.articleTitle ?? topic.article ?? ""
    return switch topic.verdict {
    case .missing: self(.adviceMissing, topic.name)
    case .notFound where topic.article == nil: self(.adviceNotFoundUnclear)
    case .notFound where topic.wordsToAdd.isEmpty: self(.adviceNotFoundPlain, article)
    case .notFound: self(.adviceNotFound, article, topic.wordsToAdd.joined(separator: ", "))
    case .otherLanguageOnly: self(.adviceTranslate, article, topic.language)
    case .outdatedTranslation: self(.adviceOutdated, article, topic.language)
    case .foundYetAsked where (theme.solved?.share ?? 0) >= TopicVerdict.solvedAtOnce:
      self(.adviceAskedSolved, article)
    case .foundYetAsked:
      topic.section.map { self(.adviceAskedSection, article, $0) } ?? self(.adviceAsked, article)
    case .notContent: self(.adviceNotContent)
    case .noise: self(.adviceNoise)
    }
  }

  /// `−40 % (−55 % … −20 %): fewer contacts`, or that there are too few to tell.
  func effect(_ effect: GapReport.Effect) -> String {
    let relative = signedPercent(effect.relative)
    let interval = effect.interval.map(signedPercent).joined(separator: " … ")
    return switch effect.outcome {
    case .fewer: self(.effectFewer, relative, interval)
    case .more: self(.effectMore, relative, interval)
    case .tooFew: self(.effectTooFew, relative, interval)
    }
  }

  /// The title of the article in the review's language, else in its own.
  func title(of effect: GapReport.Effect) -> String {
    effect.titles[language.rawValue] ?? effect.title
  }

  /// A channel by the review's word for its kind; as the log names it where it has another name.
  func channel(_ name: String) -> String {
    switch name.lowercased() {
    case "phone": self(.channelPhone)
    case "mail", "email", "e-mail": self(.channelMail)
    case "chat": self(.channelChat)
    case "form": self(.channelForm)
    default: name
    }
  }

  func action(_ action: String) -> String {
    switch action {
    case "write": self(.actionWrite)
    case "rename": self(.actionRename)
    case "fix": self(.actionFix)
    case "not-content": self(.actionNotContent)
    case "ignore": self(.actionIgnore)
    case "keep": self(.actionKeep)
    default: action
    }
  }
}
