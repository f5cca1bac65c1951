import Diagnostics
import Foundation
import KnowledgeBase

/// Reads `signpost.yml`.
enum SiteFile {
  static let name = "signpost.yml"

  /// What services show that draw links with a picture.
  private static let pictures: Set<String> = ["gif", "jpeg", "jpg", "png", "webp"]
  private static let logos = pictures.union(["svg"])

  /// The site as configured; without a file, a site named after its folder.
  static func read(
    _ file: SourceFile?, folder: URL, diagnostics: inout [Diagnostic]
  ) -> (site: Site, isUsable: Bool) {
    var site = Site(
      title: ["": folder.lastPathComponent], baseURL: "https://help.example.com", languages: [])
    guard let file else { return (site, true) }
    var reader = YAMLReader(file.text, in: file)
    let title = reader.localised("title")
    if !title.isEmpty { site.title = title }
    site.tagline = reader.localised("tagline")
    site.company = reader.string("company")
    if let url = reader.string("base-url") {
      if let parsed = URL(string: url), ["http", "https"].contains(parsed.scheme),
        parsed.host != nil, url.unicodeScalars.allSatisfy({ Self.mayStandInAddress($0) })
      {
        site.baseURL = url.hasSuffix("/") ? String(url.dropLast()) : url
      } else {
        reader.report(
          .error, rule: "base-url", at: reader.node("base-url"), "'\(url)' isn't an address",
          cures: ["write it in full: https://help.example.com"])
      }
    }
    for code in reader.strings("languages") {
      if let language = Language(code) {
        if site.languages.contains(language) {
          reader.report(
            .warning, rule: "language", at: reader.node("languages"),
            "language '\(language.code)' stands twice", cures: ["remove one of the two"])
        } else {
          site.languages.append(language)
        }
      } else {
        reader.report(
          .error, rule: "language", at: reader.node("languages"), "'\(code)' isn't a language",
          cures: ["use BCP 47 tags: pl, lv, pt-BR"])
      }
    }
    if let colour = reader.string("brand-colour") {
      let digits = colour.dropFirst()
      if colour.hasPrefix("#"), digits.count == 6,
        digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
      {
        site.brandColour = colour.lowercased()
      } else {
        reader.report(
          .error, rule: "colour", at: reader.node("brand-colour"), "'\(colour)' isn't a colour",
          cures: ["write it in quotes as \"#0b5cad\""])
      }
    }
    site.pinned = reader.strings("pinned").map { ArticleID($0) }
    for var entry in reader.mappings("footer") {
      let title = entry.localised("title")
      let url = entry.string("url") ?? ""
      if ["https:", "http:", "mailto:", "/"].contains(where: url.hasPrefix) {
        site.footer.append(Site.FooterLink(title: title, url: url))
      } else {
        entry.report(
          .error, rule: "footer", at: entry.node("url"), "'\(url)' isn't an address",
          cures: ["write it in full: https://example.com/terms"])
      }
      entry.finish()
      reader.absorb(entry)
    }
    if let feedback = reader.string("feedback") {
      if feedback.hasPrefix("https://") || isMailAddress(feedback) {
        site.feedback = feedback
      } else {
        reader.report(
          .error, rule: "feedback", at: reader.node("feedback"),
          "'\(feedback)' isn't an address for feedback",
          cures: ["write a mail address, or one that takes forms: https://example.com/feedback"])
      }
    }
    site.socialImage = picture("social-image", of: pictures, in: folder, &reader)
      .map(ContentFolder.Asset.destination)
    site.logo = logo(in: folder, &reader)
    if let output = reader.string("output") { site.output = output }
    site.countsNoResults = reader.bool("count-no-results") ?? false
    site.allowedHTML = allowedHTML(&reader)
    site.precompress = compressions(&reader)
    site.smsSegments = segments(&reader) ?? site.smsSegments
    site.checks = checks(&reader)
    site.review = ReviewAssumptionsReader.read(&reader)
    reader.finish()
    diagnostics += reader.diagnostics
    return (site, reader.isReadable)
  }

  /// What the addresses of all pages begin with stands in files of web servers, where other signs
  /// end a value.
  private static func mayStandInAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "-._~:/%@[]+=!&".unicodeScalars.contains(scalar)
  }

  /// Without what would add headers to the mails that people write to it.
  private static func isMailAddress(_ text: String) -> Bool {
    text.contains(byte: UInt8(ascii: "@"))
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "@.-_+'".unicodeScalars.contains($0)
      }
  }

  private static func segments(_ reader: inout YAMLReader) -> Int? {
    guard let segments = reader.integer("sms-segments") else { return nil }
    if 1...10 ~= segments { return segments }
    reader.report(
      .error, rule: "unknown-value", at: reader.node("sms-segments"),
      "a short message can't have \(segments) segments", cures: ["use 1 to 10"])
    return nil
  }

  private static func compressions(_ reader: inout YAMLReader) -> [Precompression] {
    let choices = Precompression.allCases.map(\.rawValue)
    return reader.strings("precompress").compactMap { name in
      if let encoding = Precompression(rawValue: name) { return encoding }
      let meant = didYouMean(name, among: choices).map { "did you mean '\($0)'?" }
      reader.report(
        .error, rule: "unknown-value", at: reader.node("precompress"),
        "'\(name)' isn't a compression",
        cures: [meant ?? "use one of: \(choices.joined(separator: ", "))"])
      return nil
    }
  }
}

extension SiteFile {
  /// `logo: assets/logo.svg`, and `logo-dark` for dark pages.
  private static func logo(in folder: URL, _ reader: inout YAMLReader) -> Site.Logo? {
    let dark = picture("logo-dark", of: logos, in: folder, &reader)
    guard let path = picture("logo", of: logos, in: folder, &reader) else { return nil }
    guard let size = ImageSizes().size(of: folder.appending(path: path)) else {
      reader.report(
        .error, rule: "missing-image", at: reader.node("logo"),
        "logo '\(path)' has no width and height", cures: ["give the picture a width and a height"])
      return nil
    }
    return Site.Logo(
      path: ContentFolder.Asset.destination(of: path),
      darkPath: dark.map(ContentFolder.Asset.destination), width: size.width, height: size.height)
  }

  /// The path of a picture in the content folder.
  private static func picture(
    _ key: String, of endings: Set<String>, in folder: URL, _ reader: inout YAMLReader
  ) -> String? {
    guard let path = reader.string(key) else { return nil }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if !endings.contains(ending) {
      reader.report(
        .error, rule: "missing-image", at: reader.node(key),
        "'\(path)' isn't a picture that can be shown there",
        cures: ["use one of: \(endings.sorted().joined(separator: ", "))"])
    } else if path.split(separator: "/").contains("..")
      || !FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    {
      reader.report(
        .error, rule: "missing-image", at: reader.node(key), "picture '\(path)' doesn't exist",
        cures: ["put it into the content folder: \(key): assets/picture.png"])
    } else {
      return path
    }
    return nil
  }

  /// `allowed-html: [kbd, sub]`.
  private static func allowedHTML(_ reader: inout YAMLReader) -> Set<String> {
    let names = reader.strings("allowed-html").map { $0.lowercased() }
    for name in names where !HarmlessTag.all.contains(name) {
      reader.report(
        .error, rule: "raw-html", at: reader.node("allowed-html"),
        "element '\(name)' can't be allowed",
        cures: ["allow some of: \(HarmlessTag.all.sorted().joined(separator: ", "))"])
    }
    return HarmlessTag.all.intersection(names)
  }

  /// `checks: {missing-description: off}`, the names as `signpost check` prints them.
  private static func checks(_ reader: inout YAMLReader) -> [String: CheckLevel] {
    guard let node = reader.node("checks") else { return [:] }
    let levels = CheckLevel.allCases.map(\.rawValue)
    var checks: [String: CheckLevel] = [:]
    for (key, value) in node.mapping ?? [:] {
      // YAML 1.1 takes a bare `off` for false; the text is what was written.
      let text = value.scalar?.string ?? ""
      if let rule = key.string, let level = CheckLevel(rawValue: text) {
        checks[rule] = level
      } else {
        let meant = didYouMean(text, among: levels).map { "did you mean '\($0)'?" }
        reader.report(
          .error, rule: "checks", at: value, "'\(text)' isn't a level",
          cures: [meant ?? "use one of: \(levels.joined(separator: ", "))"])
      }
    }
    if node.mapping == nil {
      reader.report(
        .error, rule: "checks", at: node, "'checks' should be levels by rule",
        cures: ["write checks: {missing-description: off}"])
    }
    return checks
  }
}

/// Reads `synonyms/<lang>.yml`.
enum SynonymFile {
  /// Each word of a group finds all others, so that pairs grow with the square of it.
  private static let mostWords = 200

  static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> Synonyms {
    var reader = YAMLReader(file.text, in: file)
    var groups: [[String]] = []
    if let node = reader.node("two-way") {
      for group in node.sequence ?? [] {
        let words = (group.sequence ?? []).compactMap { $0.scalar?.string }
        if 2...mostWords ~= words.count {
          groups.append(words)
        } else if words.count > mostWords {
          reader.report(
            .error, rule: "synonyms", at: group, "a group has more than \(mostWords) words",
            cures: ["split it; only what means the same belongs together"])
        } else {
          reader.report(
            .error, rule: "synonyms", at: group, "a group needs two words or more",
            cures: ["write '- [refund, money back]'"])
        }
      }
    }
    var oneWay: [Synonyms.OneWay] = []
    if let node = reader.node("one-way") {
      for (key, value) in node.mapping ?? [:] {
        guard let asked = key.string else { continue }
        let written =
          value.scalar.map { [$0.string] }
          ?? (value.sequence ?? []).compactMap { $0.scalar?.string }
        oneWay.append(Synonyms.OneWay(asked: asked, written: written))
      }
    }
    reader.finish()
    diagnostics += reader.diagnostics
    return Synonyms(twoWay: groups, oneWay: oneWay)
  }
}

/// Reads `_category.yml`, or the front matter of `_index.md`.
enum CategoryFile {
  struct Facts {
    var title: String?
    var description: String?
    var order: Int?
  }

  static func read(_ file: SourceFile, isMarkdown: Bool, diagnostics: inout [Diagnostic]) -> Facts {
    if isMarkdown {
      let parsed = FrontMatterParser.parse(FrontMatterParser.split(file.text), in: file)
      diagnostics += parsed.diagnostics
      guard let matter = parsed.frontMatter else { return Facts() }
      return Facts(
        title: matter.title.isEmpty ? nil : matter.title, description: matter.description,
        order: matter.order)
    }
    var reader = YAMLReader(file.text, in: file)
    let facts = Facts(
      title: reader.string("title"), description: reader.string("description"),
      order: reader.integer("order"))
    reader.finish()
    diagnostics += reader.diagnostics
    return facts
  }
}
