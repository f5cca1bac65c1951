import Foundation
import Testing

@testable import PreviewServer

@Suite struct PreviewFolderTests {
  private final class Site {
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(
        path: "preview-\(UUID().uuidString)")
      for (path, text) in [
        ("site/index.html", "home"), ("site/404.html", "lost"),
        ("site/en/refund/index.html", "refund"),
        ("site/assets/site.css", "a{}"), ("site/pl/zażółć/index.html", "zażółć"),
        ("secret.txt", "secret"),
      ] {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "site/link.txt"),
        withDestinationURL: folder.appending(path: "secret.txt"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func answer(to path: String, root: String = "/") -> PreviewAnswer {
      PreviewFolder(folder.appending(path: "site"), root: root).answer(to: path)
    }
  }

  @Test(arguments: [
    ("/", "home", "text/html; charset=utf-8"),
    ("/en/refund/", "refund", "text/html; charset=utf-8"),
    ("/assets/site.css", "a{}", "text/css; charset=utf-8"),
    ("/pl/za%C5%BC%C3%B3%C5%82%C4%87/", "zażółć", "text/html; charset=utf-8"),
  ])
  func findsFilesAndFolders(_ path: String, _ body: String, _ type: String) throws {
    let answer = try Site().answer(to: path)
    #expect(answer.status == 200)
    #expect(answer.contentType == type)
    #expect(String(decoding: answer.body, as: UTF8.self) == body)
  }

  @Test func aFolderWithoutItsSlashIsRedirected() throws {
    let answer = try Site().answer(to: "/en/refund")
    #expect(answer.status == 301)
    #expect(answer.location == "/en/refund/")
  }

  /// What isn't there, and every way out of the folder, is the site's own 404 page.
  @Test(arguments: [
    "/nothing", "/en/", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
    "/en/../../secret.txt", "/link.txt", "/\0", "/%00", "//secret.txt", "/%zz",
  ])
  func nothingElseIsServed(_ path: String) throws {
    let answer = try Site().answer(to: path)
    #expect(answer.status == 404)
    #expect(String(decoding: answer.body, as: UTF8.self) == "lost")
  }

  @Test func aSiteInASubfolderIsServedThere() throws {
    let site = try Site()
    #expect(site.answer(to: "/help/en/refund/", root: "/help/").status == 200)
    #expect(site.answer(to: "/", root: "/help/").location == "/help/")
    #expect(site.answer(to: "/help", root: "/help/").location == "/help/")
    #expect(site.answer(to: "/en/refund/", root: "/help/").status == 404)
  }

  @Test func theOverlayGoesIntoTheHeadOnly() {
    let page = Data("<head><title>x</title></head><body></head></body>".utf8)
    let changed = String(decoding: PreviewOverlay.added(to: page), as: UTF8.self)
    #expect(changed.components(separatedBy: "overlay.js").count == 2)
    #expect(changed.hasPrefix("<head><title>x</title><link rel=\"stylesheet\""))
    #expect(PreviewOverlay.added(to: Data("no head".utf8)) == Data("no head".utf8))
  }
}

@Suite struct PreviewRequestTests {
  @Test func readsMethodPathQueryAndHost() throws {
    let head = "GET /pl/za%C5%BC/?q=a?b HTTP/1.1\r\nAccept: */*\r\nhost: localhost:8080\r\n\r\n"
    let request = try #require(PreviewRequest([UInt8](head.utf8)))
    #expect(request.method == "GET")
    #expect(request.path == "/pl/za%C5%BC/")
    #expect(request.query == "q=a?b")
    #expect(request.isLocal)
  }

  @Test(arguments: [
    "", "GET / HTTP/1.1\r\n", "GET\r\n\r\n", "GET http://x/ HTTP/1.1\r\n\r\n",
    "GET / HTTP/2\r\n\r\n",
    "GET / x HTTP/1.1\r\n\r\n", "\0\r\n\r\n",
  ])
  func refusesWhatIsNoRequest(_ head: String) {
    #expect(PreviewRequest([UInt8](head.utf8)) == nil)
  }

  @Test(arguments: [
    ("127.0.0.1:8080", true), ("localhost", true), ("evil.example", false), ("", false),
    ("127.0.0.1.evil.example", false), ("localhost.evil.example:8080", false),
  ])
  func onlyThisMachinesNamesAreLocal(_ host: String, _ isLocal: Bool) throws {
    let head = "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n"
    #expect(try #require(PreviewRequest([UInt8](head.utf8))).isLocal == isLocal)
  }

  @Test func anAnswerTellsItsLengthAndEndsTheConnection() {
    let answer = PreviewAnswer(status: 301, body: Data("moved".utf8), location: "/en/")
    let message = String(decoding: answer.message(includesBody: false), as: UTF8.self)
    #expect(message.hasPrefix("HTTP/1.1 301 Moved Permanently\r\n"))
    #expect(message.contains("\r\nContent-Length: 5\r\n"))
    #expect(message.contains("\r\nLocation: /en/\r\n"))
    #expect(message.hasSuffix("\r\n\r\n"))
  }
}

@Suite struct PreviewStateTests {
  @Test func whoWaitsIsToldOfTheNextBuild() async {
    let first = PreviewBuild(root: "/", findings: [], isComplete: true)
    let state = PreviewState(first)
    await state.change(after: 0)  // returns at once: build 1 is newer
    async let told: Void = state.change(after: 1)
    let second = PreviewBuild(root: "/", findings: ["broken"], isComplete: false)
    await state.replace(with: second)
    await told
    #expect(await state.number == 2)
    #expect(await state.build == second)
  }
}
