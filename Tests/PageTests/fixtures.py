"""Small help centres that are unlike the sample: right to left, one article, long words."""

import pathlib
import subprocess

CHANNELS = """\
time-zone: Asia/Dubai
channels:
  - {id: phone, kind: phone, title: {ar: هاتف}, value: "+971 4 000 0000", hours: {sun-thu: "9:00-17:00"}}
  - {id: mail, kind: mail, title: {ar: بريد}, value: help@example.com, answers-within: 2 working days}
"""

RIGHT_TO_LEFT = {
    "signpost.yml": "title: {ar: مركز المساعدة}\nbase-url: https://help.example.com\n"
                    "languages: [ar]\nbrand-colour: \"#7a1f5c\"\npinned: [payments/refund]\n",
    "contact.yml": CHANNELS,
    "notices.yml": "notices: [{id: late, text: {en: Parcels are late.}}]\n",
    "ar/payments/_category.yml": "title: المدفوعات\ndescription: الاسترداد والفواتير\n",
    "ar/payments/refund.md": "---\ntitle: كم يستغرق استرداد الأموال؟\nkind: process\n"
                             "stages:\n  - {title: تطلب الاسترداد, who: أنت, takes: 0 days}\n"
                             "  - {title: نراجع الطلب, who: الدعم, takes: 2 working days}\n---\n"
                             "عشرة أيام عمل على الأكثر.\n",
    "ar/payments/card.md": "---\ntitle: أضف بطاقة\nkind: how-to\nduration: 2 minutes\n"
                           "needs: [التطبيق]\n---\nافتح التطبيق.\n\n1. افتح المحفظة.\n"
                           "2. اضغط *إضافة بطاقة*.\n",
    "ar/call.md": "---\ntitle: كيف أتصل بالرقم +971 4 000 0000؟\n---\nاتصل بالرقم +971 4 000 0000 أو اكتب إلى "
                  "help@example.com، أو زر https://example.com/help/ والملف `/usr/share/help.txt`.\n",
}

ONE_ARTICLE = {
    "en/hello.md": "---\ntitle: Hello\n---\nThe only answer there is.[^1]\n\n"
                   "> [!NOTE]\n> Yes, `one`.\n\n[^1]: A note at the end.\n",
}

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_ADDRESS = "https://kundendienst.beispiel-gesellschaft.example/hilfe/konto/anmeldung/schritte?sprache=de&seite=2"
LONG_MAIL = "eine.ausgesprochen.lange.adresse@kundendienst.beispiel-gesellschaft.example"
LONG_PATH = "/usr/share/doc/beispielgesellschaft/kundendienst/einstellungen/anmeldung/konfiguration.json"
LONG_WORDS = {
    "signpost.yml": f"title: {{de: {LONG_WORD}}}\nbase-url: https://help.example.com/de/hilfe\n"
                    "languages: [de]\nbrand-colour: \"#ffd500\"\npinned: [thema/frage]\n",
    "contact.yml": "channels:\n  - {id: mail, kind: mail, title: {de: " + LONG_WORD + "}, "
                   "value: eine.ausgesprochen.lange.adresse@kundendienst.beispiel-gesellschaft.example}\n",
    "de/thema/_category.yml": f"title: {LONG_WORD}\n",
    "de/thema/frage.md": f"---\ntitle: Was bedeutet {LONG_WORD}?\nkind: faq\n---\n{LONG_WORD}.\n\n"
                         "| Tarif | Monatlich | Jährlich | Kilometer | Kaution | Bemerkung |\n"
                         "|---|--:|--:|--:|--:|---|\n| Professionell | 29,90 € | 299,00 € | 600 | keine | gut |\n\n"
                         f"| {LONG_WORD} | Zwei |\n|---|---|\n| eins | {LONG_WORD} |\n\n"
                         f"```\n{LONG_WORD} {LONG_WORD}\n```\n",
    "de/adressen.md": f"---\ntitle: Wo liegt {LONG_ADDRESS}?\nkind: how-to\ngoal: {LONG_ADDRESS}\n"
                      f"needs: [\"{LONG_ADDRESS}\"]\n---\nUnter {LONG_ADDRESS}, {LONG_MAIL} oder `{LONG_PATH}`.\n\n"
                      f"1. {LONG_PATH}\n2. [{LONG_ADDRESS}]({LONG_ADDRESS})\n\n## {LONG_ADDRESS}\n\n> {LONG_PATH}\n\n"
                      f"```\n{LONG_PATH}\n```\n",
}

POLISH_TITLE = ("W jaki sposób mogę złożyć reklamację dotyczącą opóźnienia pociągu międzynarodowego "
                "i w jakim terminie otrzymam odpowiedź")
LONG_TITLES = {
    "signpost.yml": "title: {pl: Centrum pomocy Ogólnopolskiego Zrzeszenia Przewoźników Kolejowych}\n"
                    "base-url: https://help.example.com\nlanguages: [pl]\n",
    "contact.yml": "time-zone: Europe/Warsaw\nchannels:\n  - {id: phone, kind: phone, title: {pl: Telefon}, "
                   "value: \"+48 22 000 00 00\", hours: {mon-fri: \"9:00-17:00\"}}\n",
    "pl/bagaz/_category.yml": "title: Bagaż\n",
    "pl/bagaz/rower.md": "---\ntitle: Rower\n---\nZa dopłatą.\n",
    "pl/skargi/_category.yml": "title: Reklamacje, zwroty i rekompensaty za opóźnienia pociągów "
                               "międzynarodowych\n",
} | {
    f"pl/skargi/pytanie-{number}.md": f"---\ntitle: {POLISH_TITLE} ({number})?\nkind: how-to\n---\n"
                                      "Złóż ją w aplikacji.\n\n1. Otwórz podróż.\n"
    for number in range(3)
}

LOGO = {
    "signpost.yml": "title: Logo\nbase-url: https://help.example.com\nlanguages: [en]\nlogo: assets/logo.svg\n",
    "assets/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 40'><path d='M0 0h160v40H0z'/></svg>",
    "en/hello.md": "---\ntitle: Hello\n---\nThe only answer there is.\n",
}

FIVE_CHANNELS = {
    "signpost.yml": "title: Clinic\nbase-url: https://help.example.com\nlanguages: [en]\n",
    "contact.yml": "time-zone: Europe/Warsaw\nchannels:\n"
                   "  - {id: desk, kind: phone, title: Front desk, value: '+48 58 555 01 00', hours: {mon-fri: '7:00-20:00'}, "
                   "seasons: [{from: 05-01, until: 09-30, hours: {mon-sun: '6:00-22:00'}}]}\n"
                   "  - {id: night, kind: phone, title: Night nurse, value: '+48 58 555 01 99', hours: {mon-sun: '20:00-7:00'}, "
                   "seasons: [{from: 06-15, until: 08-31, hours: {mon-sun: '22:00-6:00'}}]}\n"
                   "  - {id: chat, kind: chat, title: Chat, value: 'https://clinic.example/chat', time-zone: Europe/Riga, "
                   "hours: {mon-fri: '9:00-17:00'}}\n"
                   "  - {id: form, kind: form, title: Form, value: 'https://clinic.example/write', answers-within: 1 working day}\n"
                   "  - {id: mail, kind: mail, title: Mail, value: patients@clinic.example, answers-within: 2 working days}\n",
    "en/hello.md": "---\ntitle: Hello\n---\nWe answer.\n",
}

NO_CATEGORIES = {
    "signpost.yml": "title: Flat\nbase-url: https://help.example.com\nlanguages: [en]\n",
    "contact.yml": "channels:\n  - {id: mail, kind: mail, title: {en: Mail}, value: help@example.com}\n",
} | {
    f"en/question-{number}.md": f"---\ntitle: Question {number}?\ndescription: In a sentence.\n---\nYes.\n"
    for number in range(40)
}

THINGS = ["account", "bill", "card", "delivery", "exchange", "fee", "gift", "invoice"]
THOUSAND_ARTICLES = {
    "signpost.yml": "title: Thousand\nbase-url: https://help.example.com\nlanguages: [en]\n",
    "en/all/_category.yml": "title: All answers\n",
} | {
    f"en/all/article-{number}.md": f"---\ntitle: {THINGS[number % 8].title()} number {number} of mine\n"
                                   "description: What to do about it.\n---\nNothing.\n"
    for number in range(1000)
}


def publish(signpost, files, folder):
    """Writes the files, publishes them, and returns the folder of the site."""
    folder = pathlib.Path(folder)
    for name, text in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = folder / "public"
    subprocess.run(
        [signpost, "publish", "--content", folder / "content", "--output", site],
        check=True, capture_output=True, encoding="utf-8", cwd=folder)
    return site
