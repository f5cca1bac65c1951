import Foundation
import Testing

@testable import CustomerReplies

@Suite struct QRCodeTests {
  @Test func hasFinderPatternsInThreeCorners() throws {
    let code = try #require(QRCode(of: "https://help.example.com/s/c6xh/"))
    let last = code.size - 7
    for (row, column) in [(0, 0), (0, last), (last, 0)] {
      for offset in 0..<7 {
        #expect(code.isDark(row: row, column: column + offset))
        #expect(code.isDark(row: row + 6, column: column + offset))
        #expect(code.isDark(row: row + offset, column: column))
      }
      #expect(!code.isDark(row: row + 1, column: column + 1))
      #expect(code.isDark(row: row + 3, column: column + 3))
    }
  }

  @Test func thePathCoversTheDarkModulesOnly() throws {
    let code = try #require(QRCode(of: "HTTPS://EXAMPLE.COM"))
    var dark = 0
    for row in 0..<code.size {
      for column in 0..<code.size where code.isDark(row: row, column: column) { dark += 1 }
    }
    let covered = code.path.split(separator: "h").dropFirst()
      .compactMap { Int($0.prefix { $0.isNumber }) }.reduce(0, +)
    #expect(covered == dark)
  }

  @Test(arguments: ["", "a\0b", String(repeating: "x", count: 3000)])
  func refusesWhatNoCodeCanHold(_ text: String) {
    #expect(QRCode(of: text) == nil)
  }
}

@Suite struct StickerSheetTests {
  private static func sticker(_ title: String, place: String? = nil) -> StickerSheet.Sticker {
    StickerSheet.Sticker(
      address: "https://help.example.com/s/c6xh/", shownAddress: "help.example.com/s/c6xh",
      lines: [("en", title)], place: place)
  }

  private static let size = StickerSheet.Size(width: 90, height: 50)

  @Test func textThatReadsFromTheRightStartsThere() throws {
    func sheet(_ language: String) throws -> String {
      let sticker = StickerSheet.Sticker(
        address: "https://help.example.com/s/c6xh/", shownAddress: "help.example.com/s/c6xh",
        lines: [(language, "نص")], place: nil)
      return try StickerSheet([sticker], size: Self.size).svg.joined()
    }
    #expect(try sheet("ar").contains("<text x=\"86\" direction=\"rtl\""))
    #expect(try !sheet("en").contains("direction"))
  }

  @Test(arguments: [(1, 1), (10, 1), (11, 2), (25, 3)])
  func aSheetHoldsTenOfThisSize(_ stickers: Int, _ sheets: Int) throws {
    let sheet = try StickerSheet(
      Array(repeating: Self.sticker("Refuel"), count: stickers), size: Self.size)
    #expect(sheet.svg.count == sheets)
    let drawn = sheet.svg.map { $0.components(separatedBy: "<path").count - 1 }.reduce(0, +)
    #expect(drawn == stickers)
  }

  @Test func sizesAreInMillimetres() throws {
    let svg = try #require(StickerSheet([Self.sticker("Refuel")], size: Self.size).svg.first)
    #expect(svg.contains("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\""))
    #expect(svg.contains("<rect width=\"90\" height=\"50\""))
  }

  @Test func textIsEscaped() throws {
    let svg = try #require(
      StickerSheet([Self.sticker("<script>a&b\"", place: "<x>")], size: Self.size).svg.first)
    #expect(!svg.contains("<script>"))
    #expect(svg.contains("&lt;script&gt;a&amp;b&quot;"))
    #expect(svg.contains("&lt;x&gt;"))
  }

  @Test(arguments: [
    (20.0, 20.0, "Refuel", "too fine to read"), (400.0, 50.0, "Refuel", "doesn't fit on A4"),
    (60.0, 30.0, String(repeating: "A very long question ", count: 20), "doesn't fit; make"),
    (60.0, 40.0, String(repeating: "x", count: 60), "doesn't fit; make"),
  ])
  func saysWhatDoesNotFit(_ width: Double, _ height: Double, _ title: String, _ words: String) {
    let error = #expect(throws: StickerSheet.FitError.self) {
      try StickerSheet([Self.sticker(title)], size: .init(width: width, height: height))
    }
    #expect(error?.reason.contains(words) == true)
  }
}
