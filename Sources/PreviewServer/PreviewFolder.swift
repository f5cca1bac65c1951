import Foundation

/// A folder of static files as a browser asks for it: paths become files, folders their
/// `index.html`, everything else the site's `404.html`.
///
///     PreviewFolder(folder, root: "/").answer(to: "/en/refund")  // 301 to /en/refund/
struct PreviewFolder: Sendable {
  private let folder: URL
  /// The site's folder on its host: `/`, or `/help/`.
  private let root: String

  init(_ folder: URL, root: String) {
    self.folder = folder.standardizedFileURL
    self.root = root
  }

  /// - Parameter path: as sent, percent-encoded, without the query.
  func answer(to path: String) -> PreviewAnswer {
    guard let decoded = path.removingPercentEncoding, !decoded.contains("\0") else {
      return missing
    }
    if decoded == "/", root != "/" { return PreviewAnswer(status: 302, location: root) }
    guard decoded.hasPrefix(root) || decoded + "/" == root else { return missing }
    let parts = decoded.dropFirst(root.count).split(separator: "/")
    guard !parts.contains(".."), !parts.contains(".") else { return missing }
    let url = parts.reduce(folder) { $0.appending(path: String($1)) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      return missing
    }
    guard isFolder.boolValue else { return file(url) ?? missing }
    guard path.hasSuffix("/") else { return PreviewAnswer(status: 301, location: path + "/") }
    return file(url.appending(path: "index.html")) ?? missing
  }

  private var missing: PreviewAnswer {
    guard var page = file(folder.appending(path: "404.html")) else {
      return PreviewAnswer(status: 404, body: Data("There is nothing at this address.\n".utf8))
    }
    page.status = 404
    return page
  }

  private func file(_ url: URL) -> PreviewAnswer? {
    // Resolved, so that no link inside the folder leads out of it.
    let path = url.resolvingSymlinksInPath().path
    guard path.hasPrefix(folder.resolvingSymlinksInPath().path + "/"),
      let data = FileManager.default.contents(atPath: path)
    else { return nil }
    return PreviewAnswer(
      status: 200, contentType: Self.contentType(of: url.pathExtension.lowercased()), body: data)
  }

  private static func contentType(of pathExtension: String) -> String {
    contentTypes[pathExtension] ?? "application/octet-stream"
  }

  private static let contentTypes = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "ico": "image/x-icon",
    "xml": "application/xml", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "pdf": "application/pdf", "mp4": "video/mp4", "webm": "video/webm", "vtt": "text/vtt",
  ]
}
