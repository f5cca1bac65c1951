import Foundation
import HTMLReading
import KnowledgeBase

/// Why nothing could be imported.
package enum ImportError: Error, CustomStringConvertible {
  case noArticles(String)
  case missing(String)

  package var description: String {
    switch self {
    case .noArticles(let path):
      "\(path): error: no article found [import]\n"
        + "  cure: name the export's JSON file, or the folder that holds its files"
    case .missing(let path):
      "\(path): error: file or folder doesn't exist [import]\n  cure: check the path"
    }
  }
}

/// An id that some exports write as a number and others as a text.
struct ExportID: Hashable, Decodable {
  let text: String

  init(_ text: String) { self.text = text }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      text = String(number)
    } else {
      text = try container.decode(String.self)
    }
  }
}

enum ExportFiles {
  /// The JSON files of a folder in the order of their names, or the file itself.
  static func json(at url: URL) throws -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw ImportError.missing(url.path)
    }
    guard isFolder.boolValue else { return [url] }
    return all(below: url).filter { $0.pathExtension == "json" }
  }

  /// All regular files below a folder by path; hidden ones and symbolic links are left out.
  static func all(below folder: URL) -> [URL] {
    let keys: [URLResourceKey] = [.isRegularFileKey, .isSymbolicLinkKey]
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
    var files: [URL] = []
    while let url = found?.nextObject() as? URL {
      let values = try? url.resourceValues(forKeys: Set(keys))
      if values?.isRegularFile == true, values?.isSymbolicLink != true { files.append(url) }
    }
    return files.sorted { $0.path < $1.path }
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from file: URL) -> Value? {
    (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(type, from: $0) }
  }
}

enum ExportLanguage {
  /// `en-us` is `en`, but `pt-br` stays, since its region tells languages apart.
  static func of(_ locale: String) -> Language? {
    guard let language = Language(locale) else { return nil }
    let kept = ["pt-BR", "zh-CN", "zh-TW", "zh-Hans", "zh-Hant", "sr-Latn", "es-419"]
    return kept.contains(language.code) ? language : Language(language.primary)
  }
}

extension [Language] {
  /// The language that most have, alone; of several the first of the alphabet.
  var mostFrequent: [Language] {
    let counts = Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.map { [$0.key] } ?? []
  }
}

enum ExportLinks {
  /// What links lead to within pages: `card` of `href="#card"`.
  ///
  /// - Complexity: O(*n*) in the texts.
  static func anchors(in bodies: [String]) -> Set<String> {
    Set(
      bodies.flatMap { body in
        body.matches(of: /href\s*=\s*["'][^"'#]*#([A-Za-z0-9_\-.:]+)["']/).map { String($0.1) }
      })
  }
}

enum ExportAlias {
  /// Folders that the site has at its root.
  private static let reserved = ["api", "assets", "calendars", "search"]

  /// True for a path that a redirect can stand for.
  static func isUsable(_ path: String) -> Bool {
    path.hasPrefix("/") && path.count > 1 && !reserved.contains { path.hasPrefix("/\($0)/") }
      && !path.unicodeScalars.contains {
        "?#%\\:*\"'<>|".unicodeScalars.contains($0) || $0.properties.generalCategory == .control
      }
  }
}

/// Images and documents that lie beside an export, by their names.
struct ExportImages {
  private static let endings: Set<String> = ["gif", "jpeg", "jpg", "pdf", "png", "svg", "webp"]

  private let files: [String: URL]
  /// Names of attachments whose addresses hold a number only.
  private let attachments: [String: String]
  private var taken: Set<String> = []

  init(below url: URL, attachments: [String: String] = [:]) {
    self.attachments = attachments
    let folder =
      url.hasDirectoryPath
        || (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
      ? url : url.deletingLastPathComponent()
    files = Dictionary(
      ExportFiles.all(below: folder).filter { Self.endings.contains($0.pathExtension.lowercased()) }
        .map { ($0.lastPathComponent, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func name(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let name = last.removingPercentEncoding ?? last
    return files[name] == nil ? attachments[name] ?? name : name
  }

  /// The Markdown of an article's HTML. The images and documents that it shows go into the content, and
  /// so does a note of each that isn't there and of each loss.
  ///
  /// - Parameters:
  ///   - anchors: ids of headings that links lead to.
  ///   - link: what becomes of an address that leads to none of the files.
  mutating func markdown(
    of body: String, source: String, anchors: Set<String>, into content: inout ImportedContent,
    link: @escaping (String) -> String
  ) -> String {
    let images = self
    var shown: [String] = []
    let converted = HTMLMarkdown(
      body, anchors: anchors,
      link: { address in
        guard let file = images.path(of: address) else { return link(address) }
        shown.append(address)
        return file
      },
      image: { address in
        shown.append(address)
        return images.path(of: address) ?? address
      })
    for loss in converted.losses { content.note(source, loss) }
    for address in shown {
      if let file = take(address) {
        content.add(file)
      } else if isMissing(address) {
        content.note(source, "image stays on another host: \(address.prefix(100))")
      }
    }
    return converted.text
  }

  /// Where the image of an address will lie on the site.
  private func path(of address: String) -> String? {
    let name = name(of: address)
    return files[name] == nil ? nil : "/assets/imported/\(name)"
  }

  private func isMissing(_ address: String) -> Bool { files[name(of: address)] == nil }

  /// The file to copy; nil when it isn't there or was taken before.
  private mutating func take(_ address: String) -> ImportedContent.File? {
    let name = name(of: address)
    guard let url = files[name], taken.insert(name).inserted, let data = try? Data(contentsOf: url)
    else { return nil }
    return ImportedContent.File(path: "assets/imported/\(name)", data: data)
  }
}
