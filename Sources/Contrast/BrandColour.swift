import Foundation

/// A brand colour made readable: the shade nearest to it that has contrast enough on light and on
/// dark ground.
///
/// Contrast by WCAG 2.2, success criterion 1.4.3: (lighter + 0.05) / (darker + 0.05), at least 4.5.
package struct BrandColour: Sendable {
  /// A little more than the 4.5 that the criterion asks for, since hex digits round.
  private static let required = 4.6
  /// An area with text on it needs no contrast of its own, but must be seen as one.
  private static let visible = 1.25
  /// How much of the brand colour areas are tinted with.
  private static let tintShare = 0.07

  /// As configured: `#0b5cad`.
  package let configured: String
  package let light: Shades
  package let dark: Shades

  /// The brand on one ground.
  package struct Shades: Sendable {
    /// For text and lines.
    package let brand: String
    /// For areas with text on them, such as buttons: the colour as configured where it can be seen.
    package let fill: String
    /// For text on such an area.
    package let onFill: String
    /// A ground with a breath of the brand colour, on which `brand` can be read.
    package let tint: String
  }

  /// - Parameter hex: `#0b5cad`.
  package init(_ hex: String) {
    configured = hex
    let colour = RGB(hex: hex)
    // The grounds and surfaces that site.css uses.
    light = Self.shades(
      of: colour, toward: 0, ground: RGB(hex: "#ffffff"), surface: RGB(hex: "#f4f5f7"))
    dark = Self.shades(
      of: colour, toward: 1, ground: RGB(hex: "#14171a"), surface: RGB(hex: "#23282e"))
  }

  /// How well text in the colour as configured can be read on white: 1 not at all, 21 is black.
  package var contrastOnWhite: Double { RGB(hex: configured).contrast(to: RGB(1, 1, 1)) }

  /// Nil when the colour could be used as it is; else what became of it.
  package var adjustment: String? {
    light.brand == configured
      ? nil
      : "brand colour \(configured) is too pale for text on white; \(light.brand) is used instead"
  }

  package var css: String {
    """
    :root{\(Self.properties(light))}
    @media (prefers-color-scheme:dark){:root{\(Self.properties(dark))}}

    """
  }

  private static func properties(_ shades: Shades) -> String {
    "--brand:\(shades.brand);--fill:\(shades.fill);--on-fill:\(shades.onFill);--tint:\(shades.tint)"
  }

  private static func shades(
    of colour: RGB, toward lightness: Double, ground: RGB, surface: RGB
  ) -> Shades {
    let steps = (0...50).lazy.map { step in
      step == 0
        ? colour : colour.relit { $0 + (lightness - $0) * Double(step) / 50 }
    }
    let brand =
      steps.first { step in
        [ground, surface, ground.mixed(with: step, share: tintShare)]
          .allSatisfy { step.contrast(to: $0) >= required }
      } ?? RGB(lightness, lightness, lightness)
    let isFill =
      colour.contrast(to: ground) >= visible && colour.contrast(to: text(on: colour)) >= required
    let fill = isFill ? colour : brand
    return Shades(
      brand: brand.hex, fill: fill.hex, onFill: text(on: fill).hex,
      tint: ground.mixed(with: brand, share: tintShare).hex)
  }

  private static func text(on area: RGB) -> RGB {
    let (white, black) = (RGB(1, 1, 1), RGB(hex: "#101214"))
    return area.contrast(to: white) >= area.contrast(to: black) ? white : black
  }
}

/// A colour by its red, green and blue, each 0…1.
private struct RGB {
  let red: Double
  let green: Double
  let blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  init(hex: String) {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    self.init(
      Double(value >> 16 & 255) / 255, Double(value >> 8 & 255) / 255, Double(value & 255) / 255)
  }

  var hex: String {
    "#"
      + [red, green, blue].map { channel in
        let text = String(Int((min(1, max(0, channel)) * 255).rounded()), radix: 16)
        return text.count == 1 ? "0" + text : text
      }.joined()
  }

  func mixed(with other: RGB, share: Double) -> RGB {
    RGB(
      red + (other.red - red) * share, green + (other.green - green) * share,
      blue + (other.blue - blue) * share)
  }

  func contrast(to other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The same hue in another lightness, as colourful as a screen can show it.
  ///
  /// By Oklab, in which equal steps look equal: Björn Ottosson, "A perceptual color space for image
  /// processing", 2020, https://bottosson.github.io/posts/oklab/
  ///
  /// - Parameter move: from the colour's lightness to the new one, both 0…1.
  func relit(_ move: (Double) -> Double) -> RGB {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let long = cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
    let middle = cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
    let short = cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
    let lightness =
      move(0.210_454_255_3 * long + 0.793_617_785 * middle - 0.004_072_046_8 * short)
    let greenRed = 1.977_998_495_1 * long - 2.428_592_205 * middle + 0.450_593_709_9 * short
    let blueYellow = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766 * short
    let shades = (0...20).lazy.map { step in
      let share = 1 - Double(step) / 20
      return Self.oklab(lightness, greenRed * share, blueYellow * share)
    }
    return shades.first(where: \.isShowable) ?? Self.oklab(lightness, 0, 0)
  }

  private var isShowable: Bool {
    [red, green, blue].allSatisfy { (-0.0005...1.0005).contains($0) }
  }

  private static func oklab(_ lightness: Double, _ a: Double, _ b: Double) -> RGB {
    func cubed(_ x: Double) -> Double { x * x * x }
    let long = cubed(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let middle = cubed(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let short = cubed(lightness - 0.089_484_177_5 * a - 1.291_485_548 * b)
    return RGB(
      gamma(4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short),
      gamma(-1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short),
      gamma(-0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short))
  }

  private static func linear(_ channel: Double) -> Double {
    channel > 0.04045 ? pow((channel + 0.055) / 1.055, 2.4) : channel / 12.92
  }

  private static func gamma(_ linear: Double) -> Double {
    linear > 0.003_130_8 ? 1.055 * pow(linear, 1 / 2.4) - 0.055 : 12.92 * linear
  }
}
