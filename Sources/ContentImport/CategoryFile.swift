import Foundation

/// Docusaurus's `_category_.json` or `_category_.yml`: label, position, the description of its page.
struct CategoryFile: Decodable {
  private struct Link: Decodable { let description: String? }

  let label: String?
  let position: Double?
  private let link: Link?
  var description: String? { link?.description }

  init?(at file: URL) {
    if file.pathExtension == "json" {
      guard let read = ExportFiles.decode(Self.self, from: file) else { return nil }
      self = read
      return
    }
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    let matter = FrontMatterText("---\n\(text)\n---\n")
    label = matter.value("label")
    position = matter.value("position").flatMap(Double.init)
    let description = matter.matter?.first { $0.hasPrefix("  description:") }
    link = Link(
      description: description.map {
        FrontMatterText("---\n\($0.dropFirst(2))\n---\n").value("description") ?? ""
      })
    guard label != nil else { return nil }
  }
}
