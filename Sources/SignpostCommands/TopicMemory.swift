import CivilCalendar
import ContactLog
import Foundation
import GapAnalysis
import KnowledgeBase

/// What topics were called in earlier reviews, kept in `topics.json` beside the store, so that a topic
/// keeps its id from month to month though new contacts use other words. Another store has its own,
/// `NAME.topics.json`: what is forgotten in one says nothing about the contacts of the other.
///
/// It holds ids and stems, nothing that a report doesn't, and loses those with a word that no contact
/// in the store says any longer when contacts are forgotten. Without it every review names its
/// topics anew.
struct TopicMemory {
  private struct Entry: Codable {
    var words: [String]
    /// The last day of the period that it was seen in, in ISO 8601.
    var seen: String
  }

  /// Days after which a topic that isn't asked for is forgotten: the same season may bring it back.
  private static let longest = 500

  /// With fewer words any topic that has one of them would be known again.
  private static let fewestWords = 3

  private let store: StoreOptions
  private let path: String
  private var entries: [String: Entry]

  init(of store: StoreOptions, content: ContentOptions) {
    self.store = store
    let file = URL(filePath: store.path(content: content))
    let name = file.deletingPathExtension().lastPathComponent
    path =
      file.deletingLastPathComponent()
      .appending(path: name == StoreOptions.name ? "topics.json" : "\(name).topics.json").path
    let data = FileManager.default.contents(atPath: path)
    entries = data.flatMap { try? JSONDecoder().decode([String: Entry].self, from: $0) } ?? [:]
  }

  /// The topics as decisions that do nothing but name them.
  var topics: [ReviewDecision] {
    entries.sorted { $0.key < $1.key }
      .map { ReviewDecision(gap: $0.key, action: .keep, words: $0.value.words) }
  }

  /// Remembers the topics of a review. What an older period is reviewed for takes no newer words
  /// away. A folder that can't be written to is left alone: the next review names topics anew.
  mutating func remember(_ report: GapReport, until last: CalendarDay) {
    let seen = last.description
    for topic in report.topics where topic.stems.count >= Self.fewestWords {
      if let known = entries[topic.id], known.seen > seen { continue }
      entries[topic.id] = Entry(words: topic.stems, seen: seen)
    }
    let oldest = last.adding(days: -Self.longest).description
    entries = entries.filter { $0.value.seen >= oldest }
    save()
  }

  /// Forgets the topics that have a word which no contact in the store says.
  ///
  /// - Complexity: O(*n*), *n* words of the store's contacts.
  mutating func forget(unlessSaidIn store: ContactStore) throws {
    var unsaid = Dictionary(grouping: topics, by: \.language).mapValues { topics in
      Set(topics.flatMap(\.words))
    }
    guard !unsaid.isEmpty else { return }
    try store.read { contact in
      for (language, words) in unsaid where !words.isEmpty {
        unsaid[language]?.subtract(TopicShapes.stems(of: contact.reason, language: language))
      }
    }
    for topic in topics where unsaid[topic.language]?.isDisjoint(with: topic.words) == false {
      entries[topic.gap] = nil
    }
    save()
  }

  private func save() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    guard let data = try? encoder.encode(entries) else { return }
    try? store.prepareFolder(of: path)
    try? data.write(to: URL(filePath: path), options: .atomic)
  }
}
