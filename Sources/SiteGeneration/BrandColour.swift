/// A brand colour made readable: the shade nearest to it that has contrast enough on light and on
/// dark ground.
///
/// Contrast by WCAG 2.2, success criterion 1.4.3: (lighter + 0.05) / (darker + 0.05), at least 4.5.
package struct BrandColour: Sendable {
  /// A little more than the 4.5 that the criterion asks for, since hex digits round.
  private static let required = 4.6
  /// How much of the brand colour areas are tinted with.
  private static let tintShare = 0.06

  /// As configured: `#0b5cad`.
  let configured: String
  let light: Shades
  let dark: Shades

  /// The brand on one ground.
  struct Shades: Sendable {
    /// For text, lines and areas.
    let brand: String
    /// For text on an area of the brand colour.
    let onBrand: String
    /// A ground with a breath of the brand colour, on which `brand` can be read.
    let tint: String
  }

  /// - Parameter hex: `#0b5cad`.
  package init(_ hex: String) {
    configured = hex
    let colour = RGB(hex: hex)
    // The grounds and surfaces that site.css uses.
    light = Self.shades(
      of: colour, toward: RGB(0, 0, 0), ground: RGB(hex: "#ffffff"), surface: RGB(hex: "#f4f5f7"))
    dark = Self.shades(
      of: colour, toward: RGB(1, 1, 1), ground: RGB(hex: "#14171a"), surface: RGB(hex: "#23282e"))
  }

  /// Nil when the colour could be used as it is; else what became of it.
  package var adjustment: String? {
    light.brand == configured
      ? nil
      : "brand colour \(configured) is too pale for text on white; \(light.brand) is used instead"
  }

  var css: String {
    """
    :root{\(Self.properties(light))}
    @media (prefers-color-scheme:dark){:root{\(Self.properties(dark))}}

    """
  }

  private static func properties(_ shades: Shades) -> String {
    "--brand:\(shades.brand);--on-brand:\(shades.onBrand);--tint:\(shades.tint)"
  }

  private static func shades(
    of colour: RGB, toward end: RGB, ground: RGB, surface: RGB
  ) -> Shades {
    let tint = ground.mixed(with: colour, share: tintShare)
    let steps = (0...50).lazy.map { colour.mixed(with: end, share: Double($0) / 50) }
    let brand =
      steps.first { step in
        [ground, surface, tint].allSatisfy { step.contrast(to: $0) >= required }
      } ?? end
    let (white, black) = (RGB(1, 1, 1), RGB(hex: "#101214"))
    let onBrand = brand.contrast(to: white) >= brand.contrast(to: black) ? white : black
    return Shades(brand: brand.hex, onBrand: onBrand.hex, tint: tint.hex)
  }
}

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
        let text = String(Int((channel * 255).rounded()), radix: 16)
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
    func linear(_ channel: Double) -> Double {
      guard channel > 0.04045 else { return channel / 12.92 }
      let base = (channel + 0.055) / 1.055
      return power(base)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// `x` to the power of 2.4: squared, times its fifth root squared.
  private func power(_ x: Double) -> Double {
    var root = 0.5 + x / 2
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - x) / (5 * fourth)
    }
    return x * x * root * root
  }
}
