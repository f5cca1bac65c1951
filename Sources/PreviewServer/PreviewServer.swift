import FlyingFox
import FlyingSocks
import Foundation

/// Serves a folder on the loopback interface, rebuilds it when what it is made from changes, and
/// lets open pages follow.
///
///     let server = PreviewServer(folder: site, watching: [content], port: 8080) { build() }
///     try await server.run { print($0) }  // "http://127.0.0.1:8080/"
package struct PreviewServer: Sendable {
  /// Between two looks at the folder; longer where looking takes longer.
  private static let interval = Duration.milliseconds(300)
  /// A waiting page is told to ask again after this time.
  private static let patience = Duration.seconds(20)

  private let folder: URL
  private let watcher: FolderWatcher
  private let port: UInt16
  private let rebuild: @Sendable () -> PreviewBuild

  /// - Parameters:
  ///   - folder: where `rebuild` writes the site.
  ///   - port: 0 for any that is free.
  package init(
    folder: URL, watching folders: [URL], port: UInt16,
    rebuild: @escaping @Sendable () -> PreviewBuild
  ) {
    self.folder = folder
    watcher = FolderWatcher(folders: folders)
    self.port = port
    self.rebuild = rebuild
  }

  /// The port is taken, or can't be had.
  package struct PortError: Error {
    package let port: UInt16
  }

  /// Builds, then serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - started: called with the address once pages can be opened.
  ///   - rebuilt: called after each further build.
  /// - Throws: `PortError`.
  package func run(
    started: @escaping @Sendable (String, PreviewBuild) -> Void,
    rebuilt: @escaping @Sendable (PreviewBuild) -> Void
  ) async throws {
    let signature = watcher.signature()
    let first = rebuild()
    let state = PreviewState(first)
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
      handler: ClosureHTTPHandler { await response(to: $0, state: state) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        do { try await server.run() } catch { throw PortError(port: port) }
      }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let actual)? = await server.listeningAddress else { return }
        started("http://127.0.0.1:\(actual)\(first.root)", first)
        await watch(from: signature, state: state, rebuilt: rebuilt)
      }
      group.addTask {
        while !Task.isCancelled {
          try await Task.sleep(for: Self.patience)
          await state.release()
        }
      }
      try await group.next()
    }
  }

  private func watch(
    from signature: Int, state: PreviewState, rebuilt: @Sendable (PreviewBuild) -> Void
  ) async {
    var known = signature
    var pause = Self.interval
    while !Task.isCancelled {
      try? await Task.sleep(for: pause)
      let clock = ContinuousClock()
      let start = clock.now
      let current = watcher.signature()
      // At most a tenth of one core goes into looking.
      pause = max(Self.interval, start.duration(to: clock.now) * 10)
      guard current != known else { continue }
      known = current
      let build = rebuild()
      await state.replace(with: build)
      rebuilt(build)
    }
  }

  // MARK: Answers

  private func response(to request: HTTPRequest, state: PreviewState) async -> HTTPResponse {
    // A page elsewhere could point its own name here and read drafts; names are checked for that.
    guard Self.isLocal(request.headers[.host] ?? "") else {
      return HTTPResponse(statusCode: .forbidden)
    }
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    let path = request.target.path()
    if path.hasPrefix(PreviewOverlay.path) {
      return await overlay(String(path.dropFirst(PreviewOverlay.path.count)), request, state)
    }
    var answer = PreviewFolder(folder, root: await state.build.root).answer(to: path)
    if answer.contentType.hasPrefix("text/html") {
      answer.body = PreviewOverlay.added(to: answer.body)
    }
    return Self.response(answer)
  }

  private func overlay(
    _ name: String, _ request: HTTPRequest, _ state: PreviewState
  ) async -> HTTPResponse {
    switch name {
    case "overlay.css":
      return Self.response(
        PreviewFolder.Answer(
          status: 200, contentType: "text/css; charset=utf-8",
          body: Data(PreviewOverlay.style.utf8)))
    case "overlay.js":
      return Self.response(
        PreviewFolder.Answer(
          status: 200, contentType: "text/javascript; charset=utf-8",
          body: Data(PreviewOverlay.script.utf8)))
    case "changes":
      let seen = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? 0
      await state.change(after: seen)
      let changes = Changes(
        build: await state.number, findings: await state.build.findings,
        complete: await state.build.isComplete)
      let body = (try? JSONEncoder().encode(changes)) ?? Data()
      return Self.response(
        PreviewFolder.Answer(status: 200, contentType: "application/json", body: body))
    default:
      return HTTPResponse(statusCode: .notFound)
    }
  }

  private struct Changes: Encodable {
    let build: Int
    let findings: [String]
    let complete: Bool
  }

  private static func response(_ answer: PreviewFolder.Answer) -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: answer.contentType, .cacheControl: "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
    ]
    headers[.location] = answer.location
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: answer.body)
  }

  private static func isLocal(_ host: String) -> Bool {
    let name = host.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init)
    return ["127.0.0.1", "localhost"].contains(name)
  }
}
