import ArgumentParser
import CivilCalendar
import ContentParsing
import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase

/// The `signpost` command and its subcommands. Each says its name, since to find it by the type's
/// the argument parser asks the runtime for conformances, which takes two thirds of the start.
public struct SignpostCommand: AsyncParsableCommand {
  /// Name, purpose and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "signpost",
    abstract: "Publishes a multilingual help centre, answers questions, reviews contact logs.",
    version: "0.1.0",
    subcommands: [
      Publish.self, Serve.self, Check.self, Translations.self, New.self, Init.self, Import.self,
      Search.self,
      Export.self, Gaps.self, Contacts.self, Visits.self,
      SnippetCommand.self, Reply.self, Announce.self, ShortLinksCommand.self, Stickers.self,
      Templates.self,
    ])

  /// As the argument parser wants it.
  public init() {}

  /// Runs the command that the process was started with.
  ///
  /// On the first thread, unlike `main()`: the C library lets the memory of other threads grow by a
  /// page at a time, a twelfth of the time of an edit that is published.
  @MainActor
  public static func runAsAsked() async {
    var asked: any ParsableCommand.Type = Self.self
    do {
      var command = try parseAsRoot()
      asked = type(of: command)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as ValidationError {
      // Of what a command finds while it runs the argument parser would show the root's usage.
      let names = path(to: asked, below: Self.self) ?? []
      Terminal.say(
        "Error: \(error.message)\n  See '\((["signpost", "help"] + names).joined(separator: " "))'."
      )
      exit(withError: ExitCode.validationFailure)
    } catch {
      exit(withError: error)
    }
  }

  /// The names that lead to a command: `["gaps", "decide"]`.
  private static func path(
    to command: any ParsableCommand.Type, below parent: any ParsableCommand.Type
  ) -> [String]? {
    for child in parent.configuration.subcommands {
      let name = child._commandName
      if child == command { return [name] }
      if let rest = path(to: command, below: child) { return [name] + rest }
    }
    return nil
  }
}

/// Options that every command has.
struct ContentOptions: ParsableArguments {
  @Option(name: .long, help: "The folder that holds the articles.")
  var content = "content"

  /// - Parameters:
  ///   - remembers: articles are remembered in `.signpost/articles` beside the content, so that the
  ///     next time only those are read that have changed.
  ///   - seen: how the content lay just before.
  func load(
    includesDrafts: Bool = false, remembers: Bool = false, seen: FolderState? = nil
  ) -> LoadedContent {
    ContentLoader(
      root: URL(filePath: content), shownAs: content, today: Today.iso,
      cache: remembers ? remembered("articles") : nil, seen: seen
    ).load(includesDrafts: includesDrafts)
  }

  /// Where something is remembered of the content: beside it.
  func remembered(_ kind: String) -> URL {
    let folder = URL(filePath: content).standardizedFileURL
    return folder.deletingLastPathComponent().appending(
      path: ".signpost/\(kind)/\(folder.lastPathComponent)")
  }

  /// The content, or exit code 1 with the reasons on standard error.
  func loadUsable(includesDrafts: Bool = false) throws -> LoadedContent {
    try load(includesDrafts: includesDrafts).usable()
  }
}

extension LoadedContent {
  /// The content, or exit code 1 with the reasons on standard error.
  func usable() throws -> LoadedContent {
    guard isUsable else {
      Terminal.say(DiagnosticFormatter().report(diagnostics.filter { $0.severity != .note }))
      throw ExitCode(1)
    }
    return self
  }
}

/// The day of the machine's clock, in its time zone.
enum Today {
  static var day: CalendarDay {
    let offset = TimeZone.current.secondsFromGMT()
    let seconds = Int(Date().timeIntervalSince1970) + offset
    return CalendarDay(daysSince1970: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  static var iso: String { day.description }
}

/// Where commands talk to people: standard error. Answers go to standard output.
enum Terminal {
  static func say(_ text: String) {
    guard !text.isEmpty else { return }
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func answer(_ text: String) { write(text + "\n") }

  /// What has its own line ends, such as a mail.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// How many columns answers may take: the terminal's, from 60 to 100; 100 where they go elsewhere.
  static var width: Int {
    var size = winsize()
    let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isTerminal ? min(100, max(60, Int(size.ws_col))) : 100
  }

  /// Whether answers may hold links: they are shown by a terminal, and nobody objects.
  ///
  ///     Terminal.showsLinks(isTerminal: true, environment: ["TERM": "xterm"])  // true
  ///
  /// - Parameter environment: `FORCE_HYPERLINK=0` objects, as other commands have it; `1` wants links
  ///   though the answers go elsewhere, such as to a pager.
  static func showsLinks(
    isTerminal: Bool = isatty(STDOUT_FILENO) == 1,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Bool {
    if let forced = environment["FORCE_HYPERLINK"] { return forced != "0" }
    return isTerminal && environment["TERM"].map { $0 != "dumb" } ?? false
  }
}
