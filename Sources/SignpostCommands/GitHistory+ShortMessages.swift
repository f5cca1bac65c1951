import ContentChecks
import Foundation
import KnowledgeBase

extension GitHistory {
  /// Of an article that was changed more often, the newest changes are looked at.
  private static let commitsOfAnArticle = 40

  /// What articles said when their short messages were last written, where they were changed since.
  ///
  /// A short message that is being worked on isn't behind.
  ///
  /// - Returns: by the file of the article, as `Article.sourcePath`.
  /// - Complexity: three runs of Git, two if its past is known, however many articles there are.
  func pastAnswers(of library: Library) -> [String: PastSource] {
    let files = library.articles.filter { $0.frontMatter.sms != nil }.compactMap(path)
    guard !files.isEmpty, let past = past.value else { return [:] }
    let versions = files.map { file in
      (past.touched[file] ?? []).prefix(Self.commitsOfAnArticle)
        .map { (commit: past.commits[$0], spec: "\(past.commits[$0].hash):./\(file)") }
    }
    var texts = texts(of: versions.joined().map(\.spec))[...]
    var answers: [String: PastSource] = [:]
    for (file, versions) in zip(files, versions) {
      let known = zip(versions, texts.prefix(versions.count)).compactMap { version, text in
        text.map { (day: version.commit.day, text: $0) }
      }
      texts = texts.dropFirst(versions.count)
      // Newest first: the file as it lies there, then as it was.
      let now = past.edited.contains(file) ? current(file).map { (day: Today.iso, text: $0) } : nil
      let all = (now.map { [$0] } ?? []) + known
      guard let message = all.first.map({ Self.shortMessage(in: $0.text) }) else { continue }
      let same = all.prefix { Self.shortMessage(in: $0.text) == message }
      guard same.count > 1, let first = same.last else { continue }
      answers["\(folder)/\(file)"] = PastSource(
        text: Self.body(of: first.text), changedOn: same[same.count - 2].day)
    }
    return answers
  }

  private func current(_ file: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
  }

  /// The lines of `sms` in front matter: its own, and those that continue it.
  private static func shortMessage(in text: String) -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("sms:") }) else { return [] }
    return [lines[start]] + lines[(start + 1)...].prefix { $0.first == " " }
  }
}
