import Contrast
import Diagnostics
import Foundation
import KnowledgeBase

/// Finds a brand colour in which text on white can't be read.
struct BrandContrastRule: ContentRule {
  /// WCAG 2.2, 1.4.3, for text of usual size.
  private static let required = 4.5

  let name = "brand-contrast"
  let severity = Diagnostic.Severity.warning
  let headline = "Text in the brand colour can be read on white"
  let reason = """
    Links and headings have the brand's colour. Below a contrast of 4.5 to 1 many people can't read \
    them (WCAG 2.2, 1.4.3), so the site takes the nearest shade that can be read, for dark ground \
    another. The finding names that shade: write it into signpost.yml, or one that you like better.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let colour = BrandColour(content.library.site.brandColour)
    guard colour.adjustment != nil else { return [] }
    // Rounded down, so that 4.49 isn't said to be enough.
    let contrast = String(
      format: "%.1f", (colour.contrastOnWhite * 10).rounded(.down) / 10)
    return [
      Finding(
        "brand colour \(colour.configured) has a contrast of \(contrast) to 1 on white, "
          + "text needs \(Self.required)",
        cures: ["write brand-colour: \"\(colour.light.brand)\", which the site uses now"],
        file: "\(content.root)/signpost.yml")
    ]
  }
}
