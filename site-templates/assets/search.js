// The help centre's search: reads the index and ranks as the command line does.
// Every number is an integer, so that both give the same order.

const FORMAT = 1
const FULL = 256
const [SYNONYM, COMPLETION, TRANSLITERATION] = [205, 205, 205]
const [PAIR, PHRASE] = [128, 128]
const SATURATION = 1228
const MAXIMUM_LENGTH = 40

/**
 * Loads the index of one language.
 * @param {string} url
 * @returns {Promise<SearchIndex>} rejects when it can't be reached or has another format
 */
export async function loadIndex(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`search index: ${response.status}`)
  return new SearchIndex(await response.json())
}

/** @typedef {{form: string, weight: number, expansions: Map<number, {weight: number, reason: string}>}} Term */

export class SearchIndex {
  /** @param {any} bundle see the format's description beside its writer */
  constructor(bundle) {
    if (bundle.format !== FORMAT) {
      throw new Error(`search index has format ${bundle.format}, this page reads ${FORMAT}`)
    }
    this.language = bundle.language
    this.analyzer = new Analyzer(bundle)
    this.frequencies = bundle.frequencies
    this.forms = decodeForms(bundle.forms)
    this.postings = decodePostings(bundle.postings, this.forms.length)
    this.documents = decodeDocuments(bundle.documents)
    this.numbers = new Map(this.forms.map((form, number) => [form, number]))
    /** @type {Map<string, number[]>} */
    this.byStem = new Map()
    this.forms.forEach((form, number) => {
      if (form.includes(" ")) return
      const stem = this.analyzer.stem(form)
      const known = this.byStem.get(stem)
      if (known) known.push(number)
      else this.byStem.set(stem, [number])
    })
    this.synonyms = bundle.synonyms.map(([[phrase], finds]) => ({
      asked: this.analyzer.tokens(phrase).map(token => this.analyzer.stem(token.form)),
      finds: finds.map(found => this.analyzer.tokens(found).map(token => token.form)),
    }))
  }

  /**
   * The documents that best answer a text, best first, at most one an article.
   * @param {string} text
   * @param {{limit?: number, typing?: boolean}} options typing: the last word may be unfinished
   */
  search(text, { limit = 10, typing = false } = {}) {
    const scores = new Map()
    for (const term of this.terms(text, typing)) {
      for (const [number, score] of this.score(term)) {
        scores.set(number, (scores.get(number) ?? 0) + score)
      }
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const articles = new Set()
    const hits = []
    for (const [number, score] of ranked) {
      if (hits.length === limit) break
      const document = this.documents[number]
      if (articles.has(document.article)) continue
      articles.add(document.article)
      hits.push({ ...document, number, score: score / 1024 })
    }
    return hits
  }

  /**
   * Where the words of a query stand in a text, in any inflection.
   * @param {string} text
   * @param {string} query
   * @returns {[number, number][]} ranges of UTF-16 units
   */
  matches(text, query) {
    const wanted = new Set()
    for (const term of this.terms(query, true)) {
      for (const [number, { weight }] of term.expansions) {
        if (weight >= 128) wanted.add(this.forms[number])
      }
    }
    return this.analyzer.tokens(text)
      .filter(token => wanted.has(token.form)).map(token => [token.start, token.end])
  }

  /** @returns {Term[]} */
  terms(text, typing) {
    const { analyzer } = this
    const tokens = analyzer.tokens(text)
    const forms = tokens.map(token => token.form)
    const open = typing && tokens.length > 0 && tokens[tokens.length - 1].end === text.length
    const synonyms = this.synonymsIn(forms)
    const terms = []
    const seen = new Set()
    const add = (form, weight, expansions) => {
      if (expansions.size) terms.push({ form, weight, expansions })
    }
    tokens.forEach(({ form, start, end }, position) => {
      if (seen.has(form)) return
      seen.add(form)
      const completes = open && position === tokens.length - 1
      add(form, FULL, this.expand(form, text.slice(start, end), completes, synonyms.words.get(form) ?? []))
    })
    for (const form of synonyms.phrases) {
      if (seen.has(form)) continue
      seen.add(form)
      const expansions = new Map()
      for (const number of this.strong(form)) put(expansions, number, FULL, "synonym")
      add(form, PHRASE, expansions)
    }
    const stems = forms.filter(form => utf8Length(form) > 2).map(form => analyzer.stem(form))
    for (let i = 0; i + 1 < stems.length; i++) {
      const pair = `${stems[i]} ${stems[i + 1]}`
      const number = this.numbers.get(pair)
      if (seen.has(pair)) continue
      seen.add(pair)
      if (number !== undefined) add(pair, PAIR, new Map([[number, { weight: FULL, reason: "pair" }]]))
    }
    return terms
  }

  synonymsIn(forms) {
    const stems = forms.map(form => this.analyzer.stem(form))
    const words = new Map()
    const phrases = []
    for (const { asked, finds } of this.synonyms) {
      const position = positionOf(asked, stems)
      if (position < 0) continue
      for (const found of finds) {
        if (asked.length === 1 && found.length === 1) {
          words.set(forms[position], [...(words.get(forms[position]) ?? []), ...found])
        } else phrases.push(...found)
      }
    }
    return { words, phrases }
  }

  /** The word itself and all forms of its stem. */
  strong(form) {
    const found = new Set(this.byStem.get(this.analyzer.stem(form)) ?? [])
    const number = this.numbers.get(form)
    if (number !== undefined) found.add(number)
    return found
  }

  expand(form, typed, completes, synonyms) {
    const found = new Map()
    const { analyzer } = this
    const letters = [...form]
    for (const number of this.strong(form)) put(found, number, FULL, "inflection")
    for (const word of synonyms) {
      for (const number of this.strong(word)) put(found, number, SYNONYM, "synonym")
    }
    if (completes && letters.length >= 2) {
      for (const number of this.beginningWith(form)) put(found, number, COMPLETION, "completion")
    }
    const known = found.size > 0
    if (letters.length >= 5) {
      for (const number of this.beginningWith(letters.slice(0, 5).join(""))) {
        const other = [...this.forms[number]]
        let shared = 0
        while (shared < letters.length && letters[shared] === other[shared]) shared++
        put(found, number, Math.floor(128 * shared / Math.max(letters.length, other.length)), "prefix")
      }
    }
    if (!known) this.guess(form, letters, typed, completes, found)
    return found
  }

  guess(form, letters, typed, completes, found) {
    const { analyzer } = this
    const other = analyzer.otherLayout(typed)
    const word = other && analyzer.tokens(other)[0]?.form
    if (word) {
      for (const number of this.strong(word)) put(found, number, FULL, "keyboard")
      if (completes && [...word].length >= 3) {
        for (const number of this.beginningWith(word)) put(found, number, COMPLETION, "keyboard")
      }
    }
    const cyrillic = analyzer.cyrillic(form)
    if (cyrillic) {
      for (const number of this.strong(cyrillic)) put(found, number, TRANSLITERATION, "transliteration")
    }
    const isWeak = () => ![...found.values()].some(({ reason }) => reason !== "prefix")
    if (!isWeak() || letters.length < 4) return
    const limit = letters.length >= 8 ? 2 : 1
    this.forms.forEach((candidate, number) => {
      if (candidate.includes(" ")) return
      const distance = damerau(letters, [...candidate], limit)
      if (distance <= limit) put(found, number, distance === 1 ? 180 : 128, "typo")
    })
    if (!isWeak()) return
    for (let length = letters.length - 1; length >= 4; length--) {
      const numbers = this.beginningWith(letters.slice(0, length).join(""))
      if (!numbers.length) continue
      for (const number of numbers) {
        const longest = Math.max(letters.length, [...this.forms[number]].length)
        put(found, number, Math.floor(128 * length / longest), "beginning")
      }
      break
    }
    this.forms.forEach((candidate, number) => {
      if (!candidate.includes(" ") && utf8Length(candidate) > utf8Length(form) && candidate.includes(form)) {
        put(found, number, 102, "substring")
      }
    })
  }

  beginningWith(prefix) {
    const numbers = []
    this.forms.forEach((form, number) => {
      if (form.startsWith(prefix) && !form.includes(" ")) numbers.push(number)
    })
    return numbers
  }

  /** All forms of a term count as one word: their frequencies are added before they saturate. */
  score({ weight, expansions }) {
    const frequencies = new Map()
    for (const [number, expansion] of expansions) {
      for (const [document, impact] of this.postings[number]) {
        const frequency = Math.floor(this.frequencies[impact] * expansion.weight / 256)
        frequencies.set(document, (frequencies.get(document) ?? 0) + frequency)
      }
    }
    const rarity = rarityOf(frequencies.size, this.documents.length)
    for (const [document, frequency] of frequencies) {
      const saturated = Math.floor(frequency * (1024 + SATURATION) / (frequency + SATURATION))
      frequencies.set(document, Math.floor(Math.floor(rarity * saturated / 1024) * weight / FULL))
    }
    return frequencies
  }
}

/** Cuts text into folded words and strips their endings, by the tables of the index. */
class Analyzer {
  constructor({ fold, pairs, suffixes, keys, spellings }) {
    this.folded = new Map()
    for (const [base, ...others] of fold.split(" ").map(group => [...group])) {
      for (const letter of others) if (!this.folded.has(letter)) this.folded.set(letter, base)
    }
    for (const pair of pairs.split(" ")) {
      const [letter, ...both] = pair
      this.folded.set(letter, both.join(""))
    }
    this.suffixTable = new SuffixTable(suffixes)
    const [latin, cyrillic] = keys.map(row => [...row])
    this.toCyrillic = new Map(latin.map((key, i) => [key, cyrillic[i]]))
    this.toLatin = new Map(cyrillic.map((key, i) => [key, latin[i]]))
    this.spellings = spellings ? spellings.split(" ").map(rule => rule.split(">")) : []
  }

  stem(form) {
    return this.suffixTable.stem(form)
  }

  /** @returns {{form: string, start: number, end: number}[]} */
  tokens(text) {
    const tokens = []
    let [form, length, start, offset] = ["", 0, 0, 0]
    let ideographs = []
    const endWord = () => {
      if (length) tokens.push({ form, start, end: offset })
      form = ""
      length = 0
    }
    const endIdeographs = () => {
      if (ideographs.length === 1) {
        const [[letter, at]] = ideographs
        tokens.push({ form: letter, start: at, end: at + letter.length })
      }
      for (let i = 0; i + 1 < ideographs.length; i++) {
        const [[a, from], [b, to]] = [ideographs[i], ideographs[i + 1]]
        tokens.push({ form: a + b, start: from, end: to + b.length })
      }
      ideographs = []
    }
    for (const letter of text) {
      if (isIdeograph(letter)) {
        endWord()
        ideographs.push([letter, offset])
      } else if (/[\p{L}\p{N}]/u.test(letter)) {
        endIdeographs()
        if (!length) start = offset
        if (length < MAXIMUM_LENGTH) {
          const lower = String.fromCodePoint(letter.toLowerCase().codePointAt(0))
          form += this.folded.get(lower) ?? lower
        }
        length++
      } else if (/[\p{M}\p{Cf}]/u.test(letter)) {
        if (letter === "\u0306" && form.endsWith("и")) form = form.slice(0, -1) + "й"
      } else {
        if (!((letter === "'" || letter === "\u2019") && length >= 3)) endWord()
        endIdeographs()
      }
      offset += letter.length
    }
    endWord()
    endIdeographs()
    return tokens
  }

  otherLayout(text) {
    const lower = text.toLowerCase()
    const map = /[а-яё]/.test(lower) ? this.toLatin : this.toCyrillic
    const other = [...lower].map(key => map.get(key) ?? key).join("")
    return other === lower ? "" : other
  }

  cyrillic(form) {
    if (!this.spellings.length || !/^[a-z0-9]*[a-z][a-z0-9]*$/.test(form)) return ""
    let result = ""
    for (let i = 0; i < form.length;) {
      const [latin, cyrillic] = this.spellings.find(([latin]) => form.startsWith(latin, i)) ?? [form[i], form[i]]
      result += cyrillic
      i += latin.length
    }
    return result
  }
}

/** Strips one suffix and mends one stem ending: rules as lines of `suffix`, `alternation`, `irregular`, `alias`. */
class SuffixTable {
  constructor(text) {
    this.suffixes = new Map()
    this.alternations = []
    this.irregulars = new Map()
    this.aliases = new Map()
    this.longest = 0
    for (const line of text.split("\n")) {
      const [kind, ...words] = line.split(" ").filter(Boolean)
      const pairs = () => words.map(word => word.split(">"))
      if (kind === "suffix") {
        const [minimum, ...suffixes] = words
        for (const suffix of suffixes) {
          this.suffixes.set(suffix, Number(minimum))
          this.longest = Math.max(this.longest, suffix.length)
        }
      } else if (kind === "alternation") this.alternations.push(...pairs())
      else if (kind === "irregular") pairs().forEach(([form, stem]) => this.irregulars.set(form, stem))
      else if (kind === "alias") pairs().forEach(([from, to]) => this.aliases.set(from, to))
    }
    this.alternations.sort((a, b) => b[0].length - a[0].length)
    this.isEmpty = !this.suffixes.size
  }

  stem(word) {
    if (this.isEmpty || /\p{N}/u.test(word)) return word
    const irregular = this.irregulars.get(word)
    if (irregular !== undefined) return irregular
    let stem = word
    for (let length = Math.min(this.longest, word.length - 1); length > 0; length--) {
      const minimum = this.suffixes.get(word.slice(-length))
      if (minimum !== undefined && word.length - length >= minimum) {
        stem = word.slice(0, -length)
        break
      }
    }
    const rule = this.alternations.find(([ending, other]) =>
      stem.endsWith(ending) && stem.length - ending.length + other.length >= 2)
    if (rule) stem = stem.slice(0, stem.length - rule[0].length) + rule[1]
    return this.aliases.get(stem) ?? stem
  }
}

/** log2 of (total + 1) / (documents + 0.5) in 1/1024, by whole numbers alone. */
function rarityOf(documents, total) {
  let ratio = Math.floor((2 * total + 2) * 65536 / (2 * documents + 1))
  let result = 0
  while (ratio >= 131072) {
    ratio = Math.floor(ratio / 2)
    result += 1024
  }
  for (let bit = 512; bit >= 1; bit /= 2) {
    ratio = Math.floor(ratio * ratio / 65536)
    if (ratio >= 131072) {
      ratio = Math.floor(ratio / 2)
      result += bit
    }
  }
  return result
}

function put(found, number, weight, reason) {
  const known = found.get(number)
  if (!known || known.weight < weight) found.set(number, { weight, reason })
}

function positionOf(asked, stems) {
  if (!asked.length) return -1
  for (let i = 0; i + asked.length <= stems.length; i++) {
    if (asked.every((stem, j) => stems[i + j] === stem)) return i
  }
  return -1
}

function isIdeograph(letter) {
  const code = letter.codePointAt(0)
  return code >= 0x3041 && code <= 0x30ff || code >= 0x3400 && code <= 0x4dbf
    || code >= 0x4e00 && code <= 0x9fff || code >= 0xf900 && code <= 0xfaff
    || code >= 0x20000 && code <= 0x323af
}

function utf8Length(text) {
  let length = 0
  for (const letter of text) {
    const code = letter.codePointAt(0)
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}

/** Optimal string alignment distance, or more than `limit`. */
function damerau(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = []
  let last = b.map((_, j) => j + 1)
  last.unshift(0)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, before[j - 2] + 1)
      }
      row.push(value)
      best = Math.min(best, value)
    }
    if (best > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]
}

function decodeForms(text) {
  let last = []
  return text === "" ? [] : text.split("\n").map(line => {
    const rest = [...line]
    const shared = rest.shift().charCodeAt(0) - 48
    last = last.slice(0, shared).concat(rest)
    return last.join("")
  })
}

/** @returns {[number, number][][]} by form: document and impact */
function decodePostings(text, count) {
  const bytes = atob(text)
  let at = 0
  const next = () => {
    let [value, shift, byte] = [0, 0, 0]
    do {
      byte = bytes.charCodeAt(at++)
      value += (byte & 127) * 2 ** shift
      shift += 7
    } while (byte & 128)
    return value
  }
  return Array.from({ length: count }, () => {
    let document = -1
    return Array.from({ length: next() }, () => {
      const value = next()
      document += value >> 5
      return [document, value & 31]
    })
  })
}

function decodeDocuments(rows) {
  let article = -1
  let whole = { url: "", title: "" }
  return rows.map(row => {
    if (row.length === 4) {
      article++
      const [title, url, summary, category] = row
      whole = { article, title, url, section: "", summary, category }
      return whole
    }
    const [title, section, summary] = row
    return { article, title, url: `${whole.url}#${section}`, section, summary, category: whole.title }
  })
}
