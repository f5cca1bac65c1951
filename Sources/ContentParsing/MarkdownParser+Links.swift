import CCMark
import Diagnostics
import KnowledgeBase

extension MarkdownParser {
  /// Findings of one rule in one file beyond which only their number is said.
  private static let maximumFindings = 20

  /// Gives every link and image its address on the site; of a link to nowhere the text is kept.
  mutating func resolveLinks(below root: OpaquePointer) {
    var findings: [Finding] = []
    var indexes: [String: Int] = [:]
    for node in root.descendants(CMARK_NODE_LINK, CMARK_NODE_IMAGE) {
      let written = node.address
      let isImage = node.kind == CMARK_NODE_IMAGE
      switch isImage ? links.resolveImage(written) : links.resolve(written) {
      case .broken(let rule, let summary, let cures):
        let key = "\(rule) \(written)"
        if let index = indexes[key] {
          findings[index].count += 1
        } else {
          indexes[key] = findings.count
          let place = place(of: node, written)
          findings.append(Finding(rule: rule, summary: summary, cures: cures, place: place))
        }
        node.unwrap()
      case let resolution: apply(resolution, to: node, written: written)
      }
    }
    report(findings)
  }

  private struct Finding {
    let rule: String
    let summary: String
    let cures: [String]
    let place: (line: Int, column: Int?)
    var count = 1
  }

  private mutating func apply(
    _ resolution: LinkResolver.Resolution, to node: OpaquePointer, written: String
  ) {
    let root = links.targets.root
    let address: String
    let target: ArticleLink.Target
    switch resolution {
    case .page(let page, let rest):
      address = page.map { root + $0.path + rest } ?? rest
      let anchor = rest.hasPrefix("#") ? String(rest.dropFirst()) : ""
      target = .page(page ?? permalink, anchor: anchor.removingPercentEncoding ?? anchor)
    case .asset(let asset, let rest):
      address = root + asset.destination + rest
      target = .file(asset.destination)
    case .external(let link):
      address = link
      target = .external(link)
    case .broken: return
    }
    if address != written { cmark_node_set_url(node, address) }
    let place = place(of: node, written)
    if node.kind == CMARK_NODE_IMAGE {
      let shown = if case .file(let path) = target { path } else { address }
      images.append(
        ArticleImage(
          address: shown, alternative: node.plainText, line: place.line, column: place.column))
    } else {
      articleLinks.append(
        ArticleLink(target, text: node.plainText, line: place.line, column: place.column))
    }
  }

  private mutating func report(_ findings: [Finding]) {
    var shown: [String: Int] = [:]
    var hidden: [String: (count: Int, line: Int)] = [:]
    for finding in findings {
      guard shown[finding.rule, default: 0] < Self.maximumFindings else {
        hidden[finding.rule, default: (0, finding.place.line)].count += finding.count
        continue
      }
      shown[finding.rule, default: 0] += 1
      let times = finding.count == 1 ? "" : ", linked \(finding.count) times in this file"
      diagnostics.append(
        file.diagnostic(
          .error, rule: finding.rule, line: finding.place.line, column: finding.place.column,
          finding.summary + times, cures: finding.cures))
    }
    for (rule, rest) in hidden.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(
        file.diagnostic(
          .error, rule: rule, line: rest.line, "\(rest.count) more of these in this file",
          cures: ["mend those above first, then check again"]))
    }
  }

  /// Where an address is written: cmark knows where its link starts.
  private mutating func place(of node: OpaquePointer, _ written: String) -> (
    line: Int, column: Int?
  ) {
    let line = line(of: node)
    let start = isElsewhere(node) ? 1 : node.startColumn
    guard node.startLine > 0, start > 0 else { return (line, nil) }
    let source = file.line(line).utf8.dropFirst(start - 1).prefix(2000)
    let offset = written.isEmpty ? nil : source.firstOffset(of: Array(written.utf8))
    return (line, columns.column(ofByte: start + (offset ?? 0), inLine: line, of: file))
  }
}

/// Counts columns; places asked for in the order of the text cost one pass over a line together.
struct ColumnCounter {
  private var line = 0
  private var byte = 1
  private var column = 1

  /// The column, in scalars, of a byte of a line; both count from 1.
  mutating func column(ofByte target: Int, inLine number: Int, of file: SourceFile) -> Int {
    if number != line || target < byte { (line, byte, column) = (number, 1, 1) }
    let between = file.line(number).utf8.dropFirst(byte - 1).prefix(target - byte)
    // Bytes in a row are counted many at a time.
    column += between.withContiguousStorageIfAvailable(Self.scalars) ?? Self.scalars(in: between)
    byte = target
    return column
  }

  private static func scalars(in bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}

extension Collection<UInt8> {
  /// How many bytes stand before the first occurrence of others.
  func firstOffset(of other: [UInt8]) -> Int? {
    guard let first = other.first else { return 0 }
    let found = withContiguousStorageIfAvailable { bytes -> Int? in
      let starts = 0..<Swift.max(0, bytes.count - other.count + 1)
      return starts.first { bytes[$0] == first && bytes[$0...].starts(with: other) }
    }
    if let found { return found }
    var rest = self[...]
    var offset = 0
    while let index = rest.firstIndex(of: first) {
      offset += rest.distance(from: rest.startIndex, to: index)
      rest = rest[index...]
      if rest.starts(with: other) { return offset }
      rest = rest.dropFirst()
      offset += 1
    }
    return nil
  }
}
