import Contrast
import Foundation
import TestSupport
import Testing

@Suite struct BrandColourTests {
  /// The grounds of site.css that text in the brand's colour stands on.
  private static let light = ["#ffffff", "#f4f5f7"]
  private static let dark = ["#14171a", "#1d2126"]

  @Test func everyColourBecomesReadableOnEveryGround() {
    var generator = SeededGenerator(seed: 20_260_914)
    let hard = ["#ffffff", "#000000", "#ffff00", "#00ff00", "#ff00ff", "#0000ff", "#808080"]
    let random = (0..<500).map { _ in
      let value = Int.random(in: 0..<0x100_0000, using: &generator)
      return "#" + String(repeating: "0", count: 6 - String(value, radix: 16).count)
        + String(value, radix: 16)
    }
    for hex in hard + random {
      let colour = BrandColour(hex)
      for (shades, grounds) in [(colour.light, Self.light), (colour.dark, Self.dark)] {
        for ground in grounds + [shades.tint] {
          #expect(contrast(shades.brand, ground) >= 4.5, "\(hex) on \(ground)")
        }
        #expect(contrast(shades.onFill, shades.fill) >= 4.5, "text on \(hex)")
        #expect(contrast(shades.fill, grounds[0]) >= 1.2, "area of \(hex)")
      }
    }
  }

  @Test func aReadableColourStaysAsItIs() {
    #expect(BrandColour("#0f5c4d").light.brand == "#0f5c4d")
    #expect(BrandColour("#0f5c4d").adjustment == nil)
  }

  @Test func aPaleColourIsDarkenedAndSaysSo() {
    let colour = BrandColour("#ffd500")
    #expect(colour.light.brand != "#ffd500")
    #expect(
      colour.adjustment
        == "brand colour #ffd500 is too pale for text on white; \(colour.light.brand) is used instead"
    )
  }

  /// A yellow button stays yellow, with dark text; one that can't be seen on the ground is lit.
  @Test func areasKeepTheColourWhereItCanBeSeen() {
    let yellow = BrandColour("#ffd500")
    #expect([yellow.light.fill, yellow.dark.fill] == ["#ffd500", "#ffd500"])
    #expect(yellow.light.onFill == "#101214")
    let night = BrandColour("#101018")
    #expect(night.light.fill == "#101018")
    #expect(night.dark.fill == night.dark.brand)
    let snow = BrandColour("#fdfdfd")
    #expect(snow.light.fill == snow.light.brand)
  }

  /// Contrast straight from the definition of WCAG 2.2.
  private func contrast(_ left: String, _ right: String) -> Double {
    func luminance(_ hex: String) -> Double {
      let value = Int(hex.dropFirst(), radix: 16) ?? 0
      let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel in
        let share = Double(channel) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    let (a, b) = (luminance(left), luminance(right))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
