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

  /// What English calls the language, for sentences in English; its tag where that isn't known.
  package var englishName: String {
    Self.englishNames[code] ?? Self.englishNames[primary] ?? "'\(code)'"
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

  private static let englishNames = [
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mr": "Marathi", "ms": "Malay",
    "mt": "Maltese", "nb": "Norwegian Bokmål", "nl": "Dutch", "nn": "Norwegian Nynorsk",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "pt-BR": "Brazilian Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "zh": "Chinese", "zh-Hans": "Simplified Chinese", "zh-Hant": "Traditional Chinese",
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
