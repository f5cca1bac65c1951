import KnowledgeBase

/// Stickers that lead from where a problem happens to the article about it: QR code, question and
/// short address, in exact millimetres on A4.
///
///     let sheets = StickerSheet(stickers, size: StickerSheet.Size(width: 90, height: 50))
///     sheets.svg.count  // pages
package struct StickerSheet: Sendable {
  package struct Sticker: Sendable {
    /// What the code holds.
    package let address: String
    /// The address as a person types it.
    package let shownAddress: String
    /// The question, in as many languages as wanted, with their codes.
    package let lines: [(language: String, text: String)]
    /// Where the sticker hangs: the number of the car, the name of the machine.
    package let place: String?

    package init(
      address: String, shownAddress: String, lines: [(language: String, text: String)],
      place: String?
    ) {
      self.address = address
      self.shownAddress = shownAddress
      self.lines = lines
      self.place = place
    }
  }

  /// Millimetres.
  package struct Size: Sendable, Equatable {
    package let width: Double
    package let height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// Text or code that doesn't fit.
  package struct FitError: Error, Equatable {
    package let reason: String
  }

  /// A4.
  private static let page = Size(width: 210, height: 297)
  private static let margin = 8.0
  private static let padding = 4.0
  /// Smaller prints are hard to read at arm's length.
  private static let fontSizes = stride(from: 6.4, through: 2.4, by: -0.2)
  private static let lineHeight = 1.22

  /// One SVG a page.
  package let svg: [String]

  package var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>Stickers</title>
    <style>@page{size:210mm 297mm;margin:0}body{margin:0}svg{display:block;break-after:page}</style>
    </head>
    <body>
    \(svg.joined(separator: "\n"))
    </body>
    </html>

    """
  }

  /// - Throws: `FitError` when a sticker is too small for its code or text, or too large for a page.
  package init(_ stickers: [Sticker], size: Size) throws {
    let columns = Int((Self.page.width - 2 * Self.margin) / size.width)
    let rows = Int((Self.page.height - 2 * Self.margin) / size.height)
    guard columns > 0, rows > 0 else {
      throw FitError(reason: "a sticker of this size doesn't fit on A4")
    }
    let drawn = try stickers.map { try Self.draw($0, size: size) }
    let perPage = columns * rows
    svg = stride(from: 0, to: drawn.count, by: perPage).map { start in
      let cells = drawn[start..<min(drawn.count, start + perPage)].enumerated().map {
        position, content in
        let x = Self.margin + Double(position % columns) * size.width
        let y = Self.margin + Double(position / columns) * size.height
        return "<g transform=\"translate(\(Self.number(x)) \(Self.number(y)))\">\(content)</g>"
      }
      return """
        <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
        <rect width="210" height="297" fill="#fff"/>
        \(cells.joined(separator: "\n"))
        </svg>
        """
    }
  }

  private static func draw(_ sticker: Sticker, size: Size) throws -> String {
    guard let code = QRCode(of: sticker.address) else {
      throw FitError(reason: "the address is too long for a code")
    }
    let side = min(size.height, size.width / 2) - 2 * padding
    let modules = Double(code.size + 2 * QRCode.quietZone)
    // Phones read modules of 0.4 mm and more from a hand's breadth.
    guard side / modules >= 0.4 else {
      throw FitError(
        reason: "the code would be too fine to read; make the sticker larger than "
          + "\(number(size.width)) × \(number(size.height)) mm")
    }
    let scale = side / modules
    let quiet = Double(QRCode.quietZone) * scale
    let top = (size.height - side) / 2
    var parts = [
      "<rect width=\"\(number(size.width))\" height=\"\(number(size.height))\" fill=\"none\" "
        + "stroke=\"#bbb\" stroke-width=\"0.1\"/>",
      "<path transform=\"translate(\(number(padding + quiet)) \(number(top + quiet))) "
        + "scale(\(number(scale)))\" d=\"\(code.path)\" shape-rendering=\"crispEdges\"/>",
    ]
    let left = padding + side + padding / 2
    // The text stands between the code's upper and lower edge.
    parts += try text(
      of: sticker, left: left, width: size.width - left - padding, top: top + quiet,
      bottom: size.height - top - quiet)
    return parts.joined()
  }

  private static func text(
    of sticker: Sticker, left: Double, width: Double, top: Double, bottom: Double
  ) throws -> [String] {
    let small = 2.4
    let footer = [sticker.shownAddress] + (sticker.place.map { [$0] } ?? [])
    let footerHeight = Double(footer.count) * small * lineHeight
    let available = bottom - top - footerHeight - small
    for size in fontSizes {
      let blocks = sticker.lines.map { wrap($0.text, width: width / size) }
      let gaps = Double(max(0, blocks.count - 1)) * size * 0.4
      let needed = Double(blocks.map(\.count).reduce(0, +)) * size * lineHeight + gaps
      let isTooWide = blocks.joined().contains { estimatedWidth(of: $0) > width / size }
      guard needed <= available, !isTooWide else { continue }
      var parts: [String] = []
      // A capital letter is about 0.72 em high.
      var y = top + size * 0.72
      for (line, rows) in zip(sticker.lines, blocks) {
        let isRightToLeft = Language(line.language)?.isRightToLeft == true
        let start = isRightToLeft ? left + width : left
        let direction = isRightToLeft ? " direction=\"rtl\"" : ""
        for row in rows {
          parts.append(
            "<text x=\"\(number(start))\"\(direction) y=\"\(number(y))\" font-size=\"\(number(size))\" "
              + "font-family=\"system-ui, sans-serif\" font-weight=\"600\" "
              + "xml:lang=\"\(escaped(line.language))\">\(escaped(row))</text>")
          y += size * lineHeight
        }
        y += size * 0.4
      }
      var baseline = bottom
      for row in footer.reversed() {
        parts.append(
          "<text x=\"\(number(left))\" y=\"\(number(baseline))\" font-size=\"\(number(small))\" "
            + "font-family=\"ui-monospace, monospace\" textLength=\""
            + "\(number(min(width, Double(row.count) * small * 0.6)))\" "
            + "lengthAdjust=\"spacingAndGlyphs\">\(escaped(row))</text>")
        baseline -= small * lineHeight
      }
      return parts
    }
    let words = sticker.lines.first?.text ?? sticker.shownAddress
    throw FitError(reason: "'\(words)' doesn't fit; make the stickers larger or name one language")
  }

  /// Breaks a text into lines of at most `width` em.
  private static func wrap(_ text: String, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, estimatedWidth(of: last + " " + word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// In em, on the wide side of common sans-serif fonts, whose letters average 0.53 em.
  private static func estimatedWidth(of text: String) -> Double {
    text.reduce(0) { width, letter in
      switch letter {
      case "i", "j", "l", "t", "f", "r", "I", ".", ",", "'", "!", ":", " ": width + 0.36
      case "m", "w", "M", "W", "ш", "щ", "ж", "ю", "ы", "м", "ф", "Ш", "Щ", "Ж", "Ю", "Ы":
        width + 0.92
      default: width + (letter.isUppercase ? 0.74 : 0.6)
      }
    }
  }

  /// At most three digits after the point, without a locale.
  private static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = thousandths % 1000
    guard fraction != 0 else { return String(thousandths / 1000) }
    let digits = String(1000 + fraction).dropFirst()
    return "\(thousandths / 1000)." + String(digits.reversed().drop { $0 == "0" }.reversed())
  }

  private static func escaped(_ text: String) -> String { text.escapedForHTML }
}
