import Foundation
import Testing

/// Runs every command of the README on the sample help centre and compares what it prints.
///
/// A block ```` ```console ```` holds commands after `$ ` and the output below each, standard error
/// included. A line `…` stands for any lines, `…` inside a line for any characters. `make` targets
/// are run by `make test` itself; here they must exist.
@Suite struct ReadmeTests {
  private struct Example {
    let command: String
    var expected: [String] = []
  }

  private static let readme = SignpostProcess.package.appending(path: "README.md")

  private static func examples() throws -> [Example] {
    var examples: [Example] = []
    var isConsole = false
    for line in try String(contentsOf: readme, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2))))
      } else if isConsole, !examples.isEmpty {
        examples[examples.count - 1].expected.append(String(line))
      }
    }
    return examples
  }

  @Test func everyCommandPrintsWhatIsShown() throws {
    let centre = try SmallHelpCentre([:])
    for name in ["content", "Makefile"] {
      try FileManager.default.copyItem(
        at: SignpostProcess.package.appending(path: name),
        to: centre.folder.appending(path: name))
    }
    let examples = try Self.examples()
    #expect(examples.count >= 8)
    for example in examples where !example.command.hasPrefix("make ") {
      let shell = "PATH=\"$SIGNPOST_FOLDER:$PATH\"; \(example.command)"
      let outcome = try SignpostProcess.launch(
        URL(filePath: "/usr/bin/env"),
        [
          "SIGNPOST_FOLDER=\(SignpostProcess.executable.deletingLastPathComponent().path)",
          "bash", "-c", "{ \(shell); } 2>&1",
        ], in: centre.folder)
      #expect(outcome.status <= 1, "\(example.command): \(outcome.output)")
      #expect(
        Self.matches(
          outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
          example.expected), "\(example.command) printed:\n\(outcome.output)")
    }
  }

  @Test func everySubcommandIsInTheTable() throws {
    let centre = try SmallHelpCentre([:])
    let help = try centre.signpost.run(["--help"]).output
    let subcommands = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .compactMap { $0.firstMatch(of: #/^  ([a-z]+) /#)?.1 }
    #expect(subcommands.count >= 10)
    let table = try String(contentsOf: Self.readme, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `signpost") }.joined(separator: "\n")
    for subcommand in subcommands {
      #expect(
        table.contains("`\(subcommand)`") || table.contains("`signpost \(subcommand)`"),
        "\(subcommand)")
    }
  }

  @Test func everyMakeTargetExists() throws {
    let makefile = try String(
      contentsOf: SignpostProcess.package.appending(path: "Makefile"), encoding: .utf8)
    let examples = try Self.examples().filter { $0.command.hasPrefix("make ") }
    #expect(examples.count >= 2)
    for example in examples {
      let target = example.command.dropFirst("make ".count)
      #expect(makefile.contains("\n\(target):"), "\(example.command)")
    }
  }

  private static func matches(_ printed: [String], _ expected: [String]) -> Bool {
    var printed = printed[...]
    while printed.last == "" { printed.removeLast() }
    var expected = expected[...]
    while expected.last == "" { expected.removeLast() }
    return matches(printed, expected)
  }

  private static func matches(_ printed: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool
  {
    guard let wanted = expected.first else { return printed.isEmpty }
    let rest = expected.dropFirst()
    if wanted.trimmingCharacters(in: .whitespaces) == "…" {
      return (printed.startIndex...printed.endIndex).contains { matches(printed[$0...], rest) }
    }
    guard let line = printed.first, fits(line, wanted) else { return false }
    return matches(printed.dropFirst(), rest)
  }

  private static func fits(_ line: String, _ wanted: String) -> Bool {
    let parts = wanted.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return line == wanted }
    var rest = Substring(line)
    for (position, part) in parts.enumerated() {
      if position == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if position == parts.count - 1 {
        return rest.hasSuffix(part)
      } else if let found = rest.firstRange(of: part) {
        rest = rest[found.upperBound...]
      } else {
        return false
      }
    }
    return true
  }
}
