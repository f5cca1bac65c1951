import ArgumentParser
import ContentParsing
import Diagnostics
import Foundation
import PreviewServer
import SiteGeneration

/// `signpost serve`: shows the site while it is being written.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the help centre in the browser while it is being written.",
    discussion: """
      Drafts are shown. Pages follow every change; what is wrong is listed over them.
      Only this machine can open the address.
      """)

  @Option(name: .long, help: "The port to listen on; 0 for any that is free.")
  var port: UInt16 = 8080

  @OptionGroup var content: ContentOptions

  func run() async throws {
    let folder = URL(filePath: ".signpost/preview")
    let content = content
    let server = PreviewServer(
      folder: folder, watching: [URL(filePath: content.content)], port: port
    ) { Self.build(content, into: folder) }
    do {
      try await server.run { address, build in
        Self.say(build)
        Terminal.answer(
          "Serving \(content.content) with its drafts at \(address)\nPress Control-C to end.")
      } rebuilt: { build in
        Self.say(build)
        Terminal.say(build.isComplete ? "rebuilt" : "not rebuilt; the last state is shown")
      }
    } catch is PreviewServer.PortError {
      throw ValidationError("Port \(port) is taken; choose another with --port, or --port 0.")
    }
  }

  private static func say(_ build: PreviewBuild) {
    for finding in build.findings { Terminal.say(finding) }
  }

  private static func build(_ content: ContentOptions, into folder: URL) -> PreviewBuild {
    let loaded = content.load(includesDrafts: true, remembers: true)
    let root = loaded.library.site.root
    let formatter = DiagnosticFormatter()
    var findings = loaded.diagnostics.filter { $0.severity != .note }
      .sorted { ($0.order, $0.location) < ($1.order, $1.location) }.map(formatter.format)
    guard loaded.isUsable else {
      return PreviewBuild(root: root, findings: findings, isComplete: false)
    }
    do {
      _ = try SiteGenerator(
        content.siteInput(of: loaded, shortLinks: content.shortLinkFile.links, precompress: [])
      ).publish(to: folder, workshop: URL(filePath: ".signpost/publish/preview"))
      return PreviewBuild(root: root, findings: findings, isComplete: true)
    } catch {
      let words = (error as? TemplateFaults)?.description ?? error.localizedDescription
      findings.insert(words, at: 0)
      return PreviewBuild(root: root, findings: findings, isComplete: false)
    }
  }
}

extension Diagnostic {
  /// Errors keep a page from being shown, so they are read first.
  fileprivate var order: Int { severity == .error ? 0 : 1 }
}
