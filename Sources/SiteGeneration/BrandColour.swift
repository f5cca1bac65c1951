/// A brand colour made readable: the shade nearest to it that has contrast enough on light and on
/// dark ground.
///
/// Contrast by WCAG 2.2, success criterion 1.4.3: (lighter + 0.05) / (darker + 0.05), at least 4.5.
package struct BrandColour: Sendable {
  private static let required = 4.6
  /// The grounds that site.css uses.
  private static let lightGround = RGB(hex: "#ffffff")
  private static let lightSurface = RGB(hex: "#f1f3f5")
  private static let darkGround = RGB(hex: "#15181c")
  private static let darkSurface = RGB(hex: "#262b31")

  /// As configured.
  let configured: String
  /// For text and lines on light ground, and on dark.
  let light: String
  let dark: String
  /// For text on an area of the brand colour.
  let onLight: String
  let onDark: String

  /// - Parameter hex: `#0b5cad`.
  package init(_ hex: String) {
    configured = hex
    let base = RGB(hex: hex)
    let lightShade = Self.shade(base, toward: RGB(0, 0, 0), on: Self.lightSurface)
    let darkShade = Self.shade(base, toward: RGB(1, 1, 1), on: Self.darkSurface)
    light = lightShade.hex
    dark = darkShade.hex
    onLight = lightShade.contrast(to: Self.lightGround) >= Self.required ? "#ffffff" : "#000000"
    onDark = darkShade.contrast(to: Self.darkGround) >= Self.required ? "#101214" : "#ffffff"
  }

  /// Nil when the colour could be used as it is; else what became of it.
  package var adjustment: String? {
    light == configured
      ? nil : "brand colour \(configured) is too pale for text on white; \(light) is used instead"
  }

  var css: String {
    """
    :root{--brand:\(light);--brand-text:\(light);--on-brand:\(onLight)}
    @media (prefers-color-scheme:dark){:root{--brand:\(dark);--brand-text:\(dark);--on-brand:\(onDark)}}

    """
  }

  private static func shade(_ colour: RGB, toward end: RGB, on ground: RGB) -> RGB {
    for step in 0...50 {
      let mixed = colour.mixed(with: end, share: Double(step) / 50)
      if mixed.contrast(to: ground) >= required { return mixed }
    }
    return end
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
