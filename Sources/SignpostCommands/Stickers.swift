import ArgumentParser
import ContentParsing
import CustomerReplies
import Foundation
import KnowledgeBase

/// `signpost stickers`: sheets of QR codes that lead to articles.
struct Stickers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stickers",
    abstract: "Makes print-ready sheets of QR codes that lead to articles.",
    discussion: """
      Each sticker shows the article's title in the languages asked for. With --place, one sticker \
      is made for each article and place, and the place's code stands in the address, so that \
      visits can be told apart in the web server's log.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, svg, pdf }

  @Argument(help: "Ids of articles, such as fuel/refuel-the-car.")
  var articles: [String]

  @Option(name: .long, help: "A language of the text; repeat for several.")
  var lang: [String] = []

  @Option(name: .long, help: "Where a sticker hangs, such as a car's number; repeat for several.")
  var place: [String] = []

  @Option(name: .long, help: "A file of places, one a line.")
  var places: String?

  @Option(name: .long, help: "Width and height of a sticker in millimetres.")
  var size = "90x50"

  @Option(name: .long, help: "html, svg or pdf; pdf needs Chromium or Chrome.")
  var format = Format.html

  @Option(name: .long, help: "The file to write.")
  var output: String?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let size = try parsedSize()
    let loaded = try content.loadUsable()
    let library = loaded.library
    let service = AnswerService(loaded: loaded)
    let languages =
      lang.isEmpty ? [library.languages[0]] : try lang.map { try service.language($0) }
    let links = content.shortLinkFile.links
    let places = try allPlaces()
    let stickers = try articles.flatMap { id in
      let article = try library.source(named: id).id
      guard let code = links.code(of: article) else {
        throw ValidationError("'\(id)' has no short address yet; run 'signpost shortlinks' first.")
      }
      let lines = languages.compactMap { language in
        library.article(article, in: language).map { (language.code, $0.title) }
      }
      guard !lines.isEmpty else {
        throw ValidationError(
          "'\(id)' isn't written in \(languages.map(\.code).joined(separator: ", ")).")
      }
      let address = library.site.shortURL(ofCode: code)
      return (places.isEmpty ? [nil] : places.map(Optional.some)).map { place in
        StickerSheet.Sticker(
          address: place.map { "\(address)?p=\($0)" } ?? address,
          shownAddress: Self.shown(address), lines: lines, place: place)
      }
    }
    do {
      try write(StickerSheet(stickers, size: size), count: stickers.count)
    } catch let error as StickerSheet.FitError {
      throw ValidationError("--size \(self.size): \(error.reason).")
    }
  }

  private func parsedSize() throws -> StickerSheet.Size {
    let numbers = size.lowercased().split(separator: "x").compactMap { Double($0) }
    guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 && $0 <= 300 }) else {
      throw ValidationError("--size '\(size)' isn't a size; write millimetres, such as 90x50.")
    }
    return StickerSheet.Size(width: numbers[0], height: numbers[1])
  }

  private func allPlaces() throws -> [String] {
    var all = place
    if let places {
      guard let text = try? String(contentsOfFile: places, encoding: .utf8) else {
        throw ValidationError("\(places) can't be read; give a text file with one place a line.")
      }
      all += text.split(whereSeparator: \.isNewline)
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
    for place in all {
      let isPlain = place.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-_.".contains($0.description))
      }
      guard isPlain, place.count <= 32 else {
        throw ValidationError(
          "Place '\(place)' can't stand in an address; use up to 32 letters, digits, '-', '_', '.'."
        )
      }
    }
    return all
  }

  /// Without the scheme and the last slash, as people type it.
  private static func shown(_ address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
  }

  private func write(_ sheet: StickerSheet, count: Int) throws {
    let name = output ?? "stickers.\(format.rawValue)"
    var written = [name]
    switch format {
    case .html: try OutputFile.write(sheet.html, to: name)
    case .svg:
      let url = URL(filePath: name)
      let stem = url.deletingPathExtension().relativePath
      written = sheet.svg.count == 1 ? [name] : (1...sheet.svg.count).map { "\(stem)-\($0).svg" }
      for (name, svg) in zip(written, sheet.svg) { try OutputFile.write(svg + "\n", to: name) }
    case .pdf: try PrintedPDF.write(sheet.html, to: name)
    }
    Terminal.answer(
      "\(written.joined(separator: ", ")): \(count) \(count == 1 ? "sticker" : "stickers") on "
        + "\(sheet.svg.count) \(sheet.svg.count == 1 ? "sheet" : "sheets") of A4")
  }
}
