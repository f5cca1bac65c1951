/// A language by its BCP 47 tag: `en`, `pt-BR`, `zh-Hans`.
package struct Language: Hashable, Sendable {
  package let code: String

  /// Nil when the text can't be a language tag: letters first, then subtags of 2 to 8 characters.
  ///
  ///     Language("pt-br")?.code  // "pt-BR"
  package init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    guard let primary = parts.first, (2...3).contains(primary.count),
      primary.allSatisfy({ $0.isASCII && $0.isLetter }),
      parts.dropFirst().allSatisfy({
        (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    let subtags = parts.dropFirst().map { part in
      switch part.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    code = ([primary.lowercased()] + subtags).joined(separator: "-")
  }

  /// `pt` of `pt-BR`.
  package var primary: String { code.split(separator: "-").first.map(String.init) ?? code }

  package var isRightToLeft: Bool {
    ["ar", "arc", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"].contains(primary)
  }

  /// The language's own name for itself, as the language switch shows it.
  package var nativeName: String {
    Self.nativeNames[code] ?? Self.nativeNames[primary] ?? code
  }

  /// True for the tags that folders and file names can be recognised by without configuration.
  package var isKnown: Bool { Self.nativeNames[primary] != nil }

  private static let nativeNames = [
    "af": "Afrikaans", "ar": "العربية", "az": "Azərbaycan", "be": "Беларуская",
    "bg": "Български", "bn": "বাংলা", "ca": "Català", "cs": "Čeština", "cy": "Cymraeg",
    "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English", "es": "Español",
    "et": "Eesti", "eu": "Euskara", "fa": "فارسی", "fi": "Suomi", "fr": "Français",
    "ga": "Gaeilge", "gl": "Galego", "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski",
    "hu": "Magyar", "hy": "Հայերեն", "id": "Bahasa Indonesia", "is": "Íslenska",
    "it": "Italiano", "ja": "日本語", "ka": "ქართული", "kk": "Қазақша", "ko": "한국어",
    "lt": "Lietuvių", "lv": "Latviešu", "mk": "Македонски", "mr": "मराठी", "ms": "Melayu",
    "mt": "Malti", "nb": "Norsk bokmål", "nl": "Nederlands", "nn": "Norsk nynorsk",
    "no": "Norsk", "pl": "Polski", "pt": "Português", "pt-BR": "Português (Brasil)",
    "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "sq": "Shqip",
    "sr": "Српски", "sv": "Svenska", "sw": "Kiswahili", "ta": "தமிழ்", "th": "ไทย",
    "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "uz": "Oʻzbekcha", "vi": "Tiếng Việt",
    "zh": "中文", "zh-Hans": "简体中文", "zh-Hant": "繁體中文",
  ]
}

extension Language: Comparable {
  package static func < (left: Language, right: Language) -> Bool { left.code < right.code }
}

extension Language: CustomStringConvertible {
  package var description: String { code }
}

extension Language {
  /// True for languages written in Cyrillic letters first.
  package var isCyrillic: Bool {
    ["be", "bg", "kk", "ky", "mk", "ru", "sr", "tg", "uk"].contains(primary)
  }
}
