import KnowledgeBase

extension LanguageWords {
  /// Languages of the European Union besides Polish, Latvian and English.
  static let european: [String: LanguageWords] = [
    "de": LanguageWords(
      aroundTheClock: [
        "24/7", "rund um die uhr", "24 stunden am tag", "tag und nacht", "jederzeit erreichbar",
        "zu jeder tages- und nachtzeit", "non-stop", "nonstop",
      ],
      service: [
        "wir ", "uns", "ruf", "telefon", "schreib", "kontakt", "support", "hotline", "hilfe",
        "erreich", "team", "antwort",
      ],
      channels: [
        ("phone", ["telefon", "anruf", "hotline", "rufen sie"]), ("chat", ["chat"]),
        ("mail", ["e-mail", "mail"]), ("form", ["formular"]),
      ],
      units: [
        (.workingHours, ["arbeitsstunde"]),
        (.workingDays, ["arbeitstag", "werktag"]), (.days, ["tag"]), (.hours, ["stunde"]),
        (.minutes, ["minute"]),
      ],
      numbers: [
        ["ein", "einen", "einem", "eines", "einer", "eine"], ["zwei"], ["drei"], ["vier"], ["fünf"],
        ["sechs"], ["sieben"],
      ],
      answering: [
        "wir antworten", "wir melden uns", "antworten wir", "melden wir uns", "unsere antwort",
        "eine antwort", "antwortzeit",
      ],
      lasting: ["dauer", "braucht", "in anspruch"], sentenceLimit: 26),
    "fr": LanguageWords(
      aroundTheClock: [
        "24/7", "24h/24", "24 h/24", "24 heures sur 24", "7j/7", "jour et nuit", "à toute heure",
        "sans interruption", "non-stop",
      ],
      service: [
        "nous ", "appel", "téléphon", "écri", "contact", "assistance", "hotline", "aide", "équipe",
        "répond",
      ],
      channels: [
        ("phone", ["téléphon", "appel", "hotline"]), ("chat", ["chat", "tchat"]),
        ("mail", ["e-mail", "courriel", "mail"]), ("form", ["formulaire"]),
      ],
      units: [
        (.workingHours, ["heure ouvr", "heures ouvr"]),
        (.workingDays, ["jour ouvr", "jours ouvr"]), (.days, ["jour"]), (.hours, ["heure"]),
        (.minutes, ["minute"]),
      ],
      numbers: [["un", "une"], ["deux"], ["trois"], ["quatre"], ["cinq"], ["six"], ["sept"]],
      answering: [
        "nous répondons", "nous répondrons", "nous vous répond", "notre réponse", "une réponse",
        "délai de réponse",
      ],
      lasting: ["dure", "durer", "prend", "faut"], sentenceLimit: 32),
    "es": LanguageWords(
      aroundTheClock: [
        "24/7", "las 24 horas", "24 horas al día", "día y noche", "a cualquier hora",
        "a todas horas", "sin interrupción", "non-stop",
      ],
      service: [
        "nosotros", "llám", "llam", "teléfono", "escri", "contact", "soporte", "ayuda", "equipo",
        "respond", "atend", "atenci",
      ],
      channels: [
        ("phone", ["teléfono", "llám", "llam"]), ("chat", ["chat"]),
        ("mail", ["correo", "e-mail", "email"]), ("form", ["formulario"]),
      ],
      units: [
        (.workingHours, ["hora laborable", "horas laborables", "hora hábil", "horas hábiles"]),
        (.workingDays, ["día laborable", "días laborables", "día hábil", "días hábiles"]),
        (.days, ["día"]), (.hours, ["hora"]), (.minutes, ["minuto"]),
      ],
      numbers: [
        ["un", "una", "uno"], ["dos"], ["tres"], ["cuatro"], ["cinco"], ["seis"], ["siete"],
      ],
      answering: [
        "respondemos", "responderemos", "contestamos", "nuestra respuesta", "una respuesta",
        "tiempo de respuesta",
      ],
      lasting: ["tarda", "dura", "lleva"], sentenceLimit: 32),
    "et": LanguageWords(
      aroundTheClock: [
        "24/7", "ööpäev läbi", "ööpäevaring", "24 tundi", "igal kellaajal", "päeval ja öösel",
        "non-stop", "nonstop",
      ],
      service: [
        "meie", "meile", "helista", "telefon", "kirjuta", "ühendus", "klienditu", "tugi", "abi",
        "vasta",
      ],
      channels: [
        ("phone", ["telefon", "helista"]), ("chat", ["vestlus", "tšat"]),
        ("mail", ["e-post", "e-kir"]), ("form", ["vorm"]),
      ],
      units: [
        (.workingHours, ["töötun"]),
        (.workingDays, ["tööpäev"]), (.days, ["päev"]), (.hours, ["tund", "tunni"]),
        (.minutes, ["minut"]),
      ],
      numbers: [
        ["üks", "ühe"], ["kaks", "kahe"], ["kolm", "kolme"], ["neli", "nelja"], ["viis", "viie"],
        ["kuus", "kuue"], ["seitse", "seitsme"],
      ],
      answering: ["vastame", "meie vastus", "vastuse saad", "vastamisaeg"],
      lasting: ["kestab", "võtab", "kulub"], sentenceLimit: 24),
    "lt": LanguageWords(
      aroundTheClock: [
        "24/7", "visą parą", "ištisą parą", "24 valandas", "dieną ir naktį",
        "bet kuriuo paros metu",
        "non-stop", "nonstop",
      ],
      service: [
        "mes ", "mums", "mūsų", "skambin", "telefon", "rašy", "susisiek", "pagalb", "palaikym",
        "komand", "atsak",
      ],
      channels: [
        ("phone", ["telefon", "skambin"]), ("chat", ["pokalb"]),
        ("mail", ["el. pašt", "e. pašt"]), ("form", ["form"]),
      ],
      units: [
        (.workingHours, ["darbo valand"]),
        (.workingDays, ["darbo dien"]), (.days, ["dien"]), (.hours, ["valand"]),
        (.minutes, ["minut", "minuč"]),
      ],
      numbers: [
        ["vieną", "viena", "vienos"], ["dvi", "dviejų", "du"], ["tris", "trijų", "trys"],
        ["keturias", "keturių", "keturis"], ["penkias", "penkių", "penkis"],
        ["šešias", "šešių", "šešis"], ["septynias", "septynių", "septynis"],
      ],
      answering: ["atsakome", "atsakysime", "atsakymą", "mūsų atsakym"],
      lasting: ["trunka", "truks", "užtruk", "užima"], sentenceLimit: 24),
  ]
}
