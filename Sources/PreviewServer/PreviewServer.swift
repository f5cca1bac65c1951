import FileStamps
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
  private let watched: [URL]
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
    watched = folders
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
    let stamps = stamps
    let first = rebuild()
    let state = PreviewState(first)
    // A page that is left closes its connections while they are written to; that is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    let socket = try listen()
    guard case .ip4(_, let actual)? = try? socket.sockname() else { throw PortError(port: port) }
    let pool: SocketPool<ePoll> = .ePoll()
    try await pool.prepare()
    let listener = try AsyncSocket(socket: socket, pool: pool)
    defer { try? socket.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await pool.run() }
      group.addTask { try await accept(on: listener, state: state) }
      group.addTask { await watch(from: stamps, state: state, rebuilt: rebuilt) }
      group.addTask {
        while !Task.isCancelled {
          try await Task.sleep(for: Self.patience)
          await state.release()
        }
      }
      started("http://127.0.0.1:\(actual)\(first.root)", first)
      try await group.next()
    }
  }

  private func listen() throws -> Socket {
    do {
      let socket = try Socket(domain: AF_INET)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      return socket
    } catch {
      throw PortError(port: port)
    }
  }

  private func accept(on listener: AsyncSocket, state: PreviewState) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while !Task.isCancelled {
        let socket = try await listener.accept()
        group.addTask {
          defer { try? socket.close() }
          // Who hangs up in the middle has only themselves to tell.
          try? await answer(socket, state: state)
        }
      }
    }
  }

  private func answer(_ socket: AsyncSocket, state: PreviewState) async throws {
    var head: [UInt8] = []
    while head.count < PreviewRequest.longestHead, !PreviewRequest.isComplete(head) {
      head += try await socket.read(atMost: 4096)
    }
    let request = PreviewRequest(head)
    let answer = await response(to: request, state: state)
    try await socket.write(answer.message(includesBody: request?.method != "HEAD"))
  }

  /// How the watched folders lie now.
  private var stamps: [FolderStamp] { watched.map { FolderStamp(of: $0.path) } }

  private func watch(
    from stamps: [FolderStamp], state: PreviewState, rebuilt: @Sendable (PreviewBuild) -> Void
  ) async {
    var known = stamps
    var pause = Self.interval
    while !Task.isCancelled {
      try? await Task.sleep(for: pause)
      let clock = ContinuousClock()
      let start = clock.now
      let current = self.stamps
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

  private func response(to request: PreviewRequest?, state: PreviewState) async -> PreviewAnswer {
    guard let request else { return PreviewAnswer(status: 400) }
    // A page elsewhere could point its own name here and read drafts; names are checked for that.
    guard request.isLocal else { return PreviewAnswer(status: 403) }
    guard request.method == "GET" || request.method == "HEAD" else {
      return PreviewAnswer(status: 405)
    }
    if request.path.hasPrefix(PreviewOverlay.path) {
      return await overlay(
        String(request.path.dropFirst(PreviewOverlay.path.count)), request, state)
    }
    var answer = PreviewFolder(folder, root: await state.build.root).answer(to: request.path)
    if answer.contentType.hasPrefix("text/html") {
      answer.body = PreviewOverlay.added(to: answer.body)
    }
    return answer
  }

  private func overlay(
    _ name: String, _ request: PreviewRequest, _ state: PreviewState
  ) async -> PreviewAnswer {
    switch name {
    case "overlay.css":
      return PreviewAnswer(
        status: 200, contentType: "text/css; charset=utf-8", body: Data(PreviewOverlay.style.utf8))
    case "overlay.js":
      return PreviewAnswer(
        status: 200, contentType: "text/javascript; charset=utf-8",
        body: Data(PreviewOverlay.script.utf8))
    case "changes":
      let seen = request.query.split(separator: "=").last.flatMap { Int($0) } ?? 0
      await state.change(after: seen)
      let changes = Changes(
        build: await state.number, findings: await state.build.findings,
        complete: await state.build.isComplete)
      let body = (try? JSONEncoder().encode(changes)) ?? Data()
      return PreviewAnswer(status: 200, contentType: "application/json", body: body)
    default:
      return PreviewAnswer(status: 404)
    }
  }

  private struct Changes: Encodable {
    let build: Int
    let findings: [String]
    let complete: Bool
  }
}
