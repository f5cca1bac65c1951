import Contrast
import Foundation
import Testing

@testable import SiteGeneration

@Suite struct SocialImageTests {
  @Test(arguments: [
    // A square from pixel to pixel, one by half pixels, a triangle of half a square.
    ([(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)], 4.0),
    ([(0.5, 0.5), (3.5, 0.5), (3.5, 3.5), (0.5, 3.5)], 9.0),
    ([(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)], 8.0),
    // Half of it stands outside.
    ([(-2.0, 0.0), (2.0, 0.0), (2.0, 4.0), (-2.0, 4.0)], 8.0),
    ([], 0.0),
  ])
  func coversAsMuchAsThePolygonHasArea(_ corners: [(Double, Double)], _ area: Double) {
    let raster = PolygonRaster(width: 4, height: 4)
    let rows = raster.rows(of: corners.map { (x: $0.0, y: $0.1) })
    #expect(rows.count == 4)
    let sum = rows.flatMap(\.shares).reduce(0) { $0 + Double($1) / 255 }
    #expect(abs(sum - area) < 0.05, "\(sum)")
  }

  @Test func theSmallestPictureHasTheBytesOfAnotherEncoder() {
    let image = PNGImage(width: 1, palette: [(1, 2, 3)], rows: [(first: 0, colours: [0])])
    // Of Python's struct and zlib: the row 00 00.
    #expect(
      image.bytes.map { String($0, radix: 16) }.joined(separator: " ")
        == "89 50 4e 47 d a 1a a 0 0 0 d 49 48 44 52 0 0 0 1 0 0 0 1 4 3 0 0 0 ed 3b d9 ba "
        + "0 0 0 3 50 4c 54 45 1 2 3 d 87 64 d5 0 0 0 a 49 44 41 54 78 1 63 60 0 0 0 2 0 1 "
        + "73 75 1 18 0 0 0 0 49 45 4e 44 ae 42 60 82")
  }

  @Test func isDrawnInTheBrandColourAndSmall() throws {
    let image = SocialImage(brand: BrandColour("#0f5c4d")).png
    #expect(image == SocialImage(brand: BrandColour("#0f5c4d")).png)
    #expect(image != SocialImage(brand: BrandColour("#0b5cad")).png)
    #expect(image.count < 5_000, "\(image.count)")
    // The palette's first colour, after the signature, the header and its own length and name.
    #expect(image[41..<44] == [0x0f, 0x5c, 0x4d])
  }

  @Test func aPictureOfTheSitesOwnTakesItsPlace() throws {
    let site = try SiteFixture([
      "signpost.yml":
        "title: Help\nbase-url: https://a.example/b\nlanguages: [en]\n"
        + "social-image: pictures/our car.png\n",
      "pictures/our car.png": "PNG", "en/a.md": "# A\n",
    ])
    try site.publish()
    let page = try site.page("en/a/index.html")
    #expect(
      page.contains(
        "<meta property=\"og:image\" content=\"https://a.example/b/assets/pictures/our%20car.png\">"
      ))
    #expect(!page.contains("og:image:width"))
    #expect(
      try site.files().keys.filter { $0.hasSuffix(".png") } == ["assets/pictures/our car.png"])
  }
}
