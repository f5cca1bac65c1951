import ArgumentParser
import Foundation

/// A page printed to PDF by the browser that the system has.
enum PrintedPDF {
  private static let browsers = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]

  /// - Throws: A usage error when there is no browser, exit code 1 when it fails.
  static func write(_ html: String, to path: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = browsers.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let browser = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw ValidationError(
        "A PDF needs Chromium or Chrome; install one, or choose another --format.")
    }
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "signpost-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let page = folder.appending(path: "page.html")
    let printed = folder.appending(path: "page.pdf")
    try Data(html.utf8).write(to: page)
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = [
      "--headless", "--disable-gpu", "--no-pdf-header-footer",
      "--user-data-dir=\(folder.path)/profile",
      "--print-to-pdf=\(printed.path)", page.absoluteString,
    ]
    // Chromium's sandbox refuses to run as root; the page is our own.
    if getuid() == 0 { process.arguments?.insert("--no-sandbox", at: 0) }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard let data = manager.contents(atPath: printed.path), data.starts(with: Data("%PDF".utf8))
    else {
      Terminal.say(
        "\(path): error: \(browser) printed no PDF [output]\n  cure: use --format html and print it"
      )
      throw ExitCode(1)
    }
    try OutputFile.write(data, to: path)
  }
}
