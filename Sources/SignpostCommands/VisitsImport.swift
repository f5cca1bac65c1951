import ArgumentParser
import ContactLog
import ContentParsing
import Foundation
import KnowledgeBase
import SiteGeneration

/// `signpost visits import`: counts what is new in web server logs.
struct VisitsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Counts what is new in logs of the common or combined format, gzip or not.",
    discussion: """
      A log is known by its first line: importing it again, renamed or grown, counts only what \
      was added since.
      """)

  @Argument(help: "Logs of the web server, the oldest first.")
  var logs: [String]

  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func run() throws {
    let subjects = VisitSubjects(
      try content.loadUsable().library, shortLinks: content.shortLinkFile.links)
    let store = try storing.open(content: content, creating: true)
    var hasFindings = false
    for log in logs {
      let summary = try Terminal.explaining {
        try Unpacked.read(log) { path in
          try store.importVisits(from: path, shownAs: log, subject: subjects.subject)
        }
      }
      Terminal.say("\(log): \(summary.sentence)")
      if let line = summary.firstMalformed {
        hasFindings = true
        Terminal.say(
          "\(log):\(line): warning: line isn't of the common or combined format [visits]\n"
            + "  cure: log with the server's 'combined' format")
      }
    }
    if hasFindings { throw ExitCode(1) }
  }
}

extension VisitSummary {
  /// The counts, which add up to the lines.
  fileprivate var sentence: String {
    "\(lines) lines = \(counted) visits + \(known) known + \(robots) of robots "
      + "+ \(passedOver) of no article + \(malformed) not understood"
  }
}

/// What the addresses of a site stand for.
struct VisitSubjects {
  private let subjects: [String: VisitSubject]

  init(_ library: Library, shortLinks: ShortLinks) {
    let root = library.site.root
    var subjects: [String: VisitSubject] = [:]
    for page in SitePlan(library).pages {
      let address = root + page.permalink.path
      let language = page.language.code
      switch page.content {
      case .article(let article):
        subjects[address] = .article(article.id.rawValue, language: language)
      case .search:
        subjects[address] = .search(language: language)
        subjects[address + SitePlan.noResultMarker] = .noResult(language: language)
      default: break
      }
    }
    for link in shortLinks.all {
      subjects[root + ShortLinks.path(ofCode: link.code)] = .shortLink(code: link.code)
    }
    self.subjects = subjects
  }

  func subject(of path: String) -> VisitSubject? { subjects[path] }
}

/// A log as the web server's rotation leaves it: plain, or packed with gzip.
enum Unpacked {
  /// Calls `body` with a path from which the plain bytes can be read once.
  static func read<Result>(_ path: String, _ body: (String) throws -> Result) throws -> Result {
    guard path.hasSuffix(".gz") else { return try body(path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", "--", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let result = try body("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      Terminal.say(
        "\(path): error: log can't be unpacked [log-file]\n  cure: check it with gzip -t")
      throw ExitCode(1)
    }
    return result
  }
}
