/// What tabs are chosen with: a radio button and its label for each, which the style alone turns into
/// tabs, so that they work before and without a script and nothing moves when it comes.
///
///     <input type="radio" name="_tabs-1" id="_tab-1" checked data-device="android">
///     <label for="_tab-1">Android</label>
///     <div class="tab">
///     <p>Open Google Play.</p>
///     </div>
enum TabControls {
  /// What a browser on a device says of itself, by the words that a tab for it has in its name.
  private static let devices = [
    ("iphone|ipad", ["ios", "iphone", "ipad", "apple"]), ("android", ["android"]),
    ("windows nt", ["windows"]), ("macintosh", ["mac", "macos"]), ("x11", ["linux"]),
  ]

  /// An article's HTML with controls in place of its tabs' names.
  ///
  /// - Complexity: O(*n*).
  static func added(to html: String) -> String {
    // Of the divisions that are open: the number of a group of tabs.
    var open: [Int?] = []
    var (groups, tabs) = (0, 0)
    var last = 0
    let parts =
      #/<div class="tabs">|(<div class="tab">)\n<p class="tab-label">(.*?)</p>|<div|</div>/#
      .matchingSemantics(.unicodeScalar)
    return html.replacing(parts) { match in
      let found = match.output.0
      guard let opening = match.output.1, let label = match.output.2 else {
        if found.hasPrefix("</") {
          _ = open.popLast()
        } else if found.hasSuffix(">") {
          groups += 1
          open.append(groups)
        } else {
          open.append(nil)
        }
        return String(found)
      }
      let group = open.last.flatMap(\.self) ?? 0
      open.append(nil)
      tabs += 1
      let checked = group > last ? " checked" : ""
      last = max(last, group)
      let device = device(of: label).map { " data-device=\"\($0)\"" } ?? ""
      return """
        <input type="radio" name="_tabs-\(group)" id="_tab-\(tabs)"\(checked)\(device)>
        <label for="_tab-\(tabs)">\(label)</label>
        \(opening)
        """
    }
  }

  private static func device(of label: Substring) -> String? {
    let words = label.lowercased().split { !$0.isLetter }
    return devices.first { _, names in words.contains { names.contains(String($0)) } }?.0
  }
}
