// The help centre's search: reads the index and ranks as the command line does.
// Every number is an integer, so that both give the same order.

const FORMAT = 17
const FULL = 256
const SYNONYM = 205
const [COMPLETION, PREFIX] = [205, 112]
const [PAIR, WEAK_PAIR, COMPOUND, PHRASE, WEAK_PHRASE, WEAK, COMMON] = [115, 36, 56, 128, 45, 90, 154]
const [RELATED, RELATED_INSTEAD, SIMILAR, LEAST_LIKENESS] = [77, 128, 38, 103]
const [RELATED_PHRASE, RELATED_PHRASE_INSTEAD] = [110, 200]
const [MEANT_PAIR, RELATED_PAIR] = [128, 48]
const [SHORTEST_IN_PAIR, SHORTEST_TO_COMPLETE, RUN] = [3, 3, 4]
const SHORTEST_GUESS = 4
const [LONGEST_SWITCHED, MAXIMUM_GUESSES, MAXIMUM_LENGTH, MINIMUM_DIGITS] = [1000, 24, 40, 7]
const [MAXIMUM_BEGINNINGS, MAXIMUM_WORDS] = [300, 200]
/** Words that an unfinished one may become in a large index: one that is known, another. */
const [COMPLETIONS_OF_KNOWN, COMPLETIONS_OF_UNKNOWN] = [4, 12]
const [LARGE_INDEX, HUGE_INDEX] = [300, 2000]
const SATURATION = 2458
/** What scores less than the best by this factor is no answer. */
const FURTHEST_BEHIND = 5
/** By how many 1/256 of itself a score grows where the text begins as an answer to the question, and shrinks where to another. */
const [ANSWERS, ANSWERS_OTHERS] = [26, 38]
/** Letters and digits of mathematical alphabets and of full width, which are taken for ASCII's. */
const STYLED = /[\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\uff10-\uff5a\u{1d400}-\u{1d6a3}\u{1d7ce}-\u{1d7ff}]/u
// Contexts of what the index packs: Sources/SEARCHINDEX.md.
const [NUMBER, GAPS, MOST_GAPS, IMPACTS, FIRSTS, REPEATED, SECONDS, MOST_BITS] = [288, 289, 18, 5473, 6497, 6785, 7073, 12]
const [LONGEST_SHARED, MOST_BITS_IN_CONTEXT, LETTERS] = [15, 7, 258]
/** The module for words that the index doesn't know, and what it needs, are loaded when one is asked. */
const GUESSES = "guesses"

/**
 * Loads the index of one language.
 * @param {string} url of its manifest
 * @param {Response} manifest
 * @returns {Promise<SearchIndex>} rejects when it can't be reached or has another format
 */
export async function loadIndex(url, manifest) {
  const read = response => {
    if (!response.ok) throw new Error(`search index: ${response.status}`)
    return response.json()
  }
  const index = await read(manifest)
  const folder = new URL(index.folder, new URL(url, location.href))
  return new SearchIndex(index, name => fetch(new URL(name, folder)).then(read))
}

/**
 * A word of a query with the forms that stand for it, the heaviest first, and what a mistyped one was taken for.
 * @typedef {{form: string, weight: number, isWeak: boolean, unit?: number, expansions: {form: string, weight: number}[], meant: string}} Term
 * @typedef {{number: number, title: string, url: string, section: string, summary: string, category: string}} Document
 * @typedef {{form: string, start: number, end: number}} Token
 * @typedef {{categories?: string[], kinds?: string[], tags?: string[]}} Filter
 */

export class SearchIndex {
  /**
   * @param {any} manifest described in Sources/SEARCHINDEX.md
   * @param {(name: string) => Promise<any>} [load] reads a file that is not in the manifest
   */
  constructor(manifest, load) {
    if (manifest.format !== FORMAT) {
      throw new Error(`search index has format ${manifest.format}, this page reads ${FORMAT}`)
    }
    Object.assign(this, manifest)
    this.files = new Files(manifest.files, name => name === GUESSES ? import("./search-guesses.js") : load(name))
    this.analyzer = new Analyzer(manifest)
    /** By impact, in 1/1024. */
    this.frequencies = Array.from({ length: 32 }, (_, impact) => impact && Math.round(30.72 * 2 ** (impact / 3)))
    this.vocabulary = new Vocabulary(manifest, this.analyzer, this.files)
    this.read = manifest.cyrillic ? exchanged : text => text
    this.synonyms = new Synonyms(manifest.synonyms, this.analyzer, this.read)
    this.related = [...decodeGroups(manifest), ...manifest.phrases.map(([asked, ...found]) => [this.read(asked), ...found])]
    this.sections = new Set(manifest.sections)
    this.asks = RegExp(this.read(manifest.asks))
    this.expander = new QueryExpander(this)
  }

  /**
   * The documents that best answer a text, best first, at most one an article.
   * @param {string} text
   * @param {{limit?: number, typing?: boolean, filter?: Filter, isWanted?: () => boolean}} options
   *   typing: the last word may be unfinished; filter: names of facets; isWanted: asked when files have
   *   come, a search that isn't wanted any more finds nothing
   * @returns {Promise<(Document & {score: number})[]>} rejects when a file can't be reached
   */
  async search(text, { limit = 10, typing = false, filter, isWanted } = {}) {
    const scores = await this.files.complete(() => {
      const terms = this.terms(text, typing)
      // What is known of all words: their postings come together with those of pairs.
      return this.expander.isSettled && this.scores(terms, text)
    }, isWanted)
    if (!scores) return []
    if (filter) await (await import("./search-facets.js")).leaveOut(this, filter, scores)
    const best = this.ranked(scores).slice(0, limit)
    const hits = await this.files.complete(() => best.map(number => this.document(number)))
    return hits.map(hit => ({ ...hit, score: scores[hit.number] / 1024 }))
  }

  /**
   * What finds where the words of a query that was searched for stand in texts, in any inflection;
   * those that say little only where it has no others, and none that are merely spelt like them.
   * @param {string} query
   * @param {boolean} typing the last word may be unfinished
   * @returns {(text: string) => [number, number, Term][]} ranges of UTF-16 units, and what was asked for there
   */
  matcher(query, typing = false) {
    const wanted = new Map()
    for (const term of tellingOf(this.terms(query, typing))) {
      for (const { form, weight } of term.expansions) if (weight >= 128 && term.weight > SIMILAR) wanted.set(form, term)
    }
    const areBeside = (left, right) => right?.place - left?.place === 1 && left.term.unit === right.term.unit
    return text => {
      const found = this.analyzer.tokens(text)
        .map(({ form, start, end }, place) => ({ term: wanted.get(form), start, end, place })).filter(({ term }) => term)
      // Of a phrase that synonyms have for what was typed, only words side by side.
      return found.filter((word, i) => !(word.term.unit < 0) || areBeside(found[i - 1], word) || areBeside(word, found[i + 1]))
        .map(({ start, end, term }) => [start, end, term])
    }
  }

  /**
   * What was probably meant by a text with typing mistakes that was searched for, spelt as the hits
   * spell it; nothing when no word was taken for another.
   * @param {string} text
   * @param {Document[]} hits what it found, best first
   * @returns {string}
   */
  correction(text, hits) {
    // No word was taken for another unless the module for that was loaded.
    return this.expander.made?.respelt(text, hits, this.terms(text, false)) ?? ""
  }

  /**
   * The words of a text with everything they stand for, as far as the files are there.
   * @param {string} text
   * @param {boolean} typing the last word may be unfinished
   * @returns {Term[]}
   */
  terms(text, typing) {
    return this.expander.terms(text, typing)
  }

  /** By document. Words that say little find nothing by themselves, unless nothing else was asked. */
  scores(terms, text) {
    const scores = new Float64Array(this.count)
    const found = tellingOf(terms)
    for (const term of found) if (!term.unit) this.addScores(term, scores, true)
    for (const unit of new Set(found.map(term => term.unit))) {
      // What holds all of a phrase is found; parts of one that was typed add to what others find.
      const parts = found.filter(term => unit && term.unit === unit)
        .map(term => this.addScores(term, new Float64Array(this.count), true))
      scores.forEach((score, i) => {
        if (unit > 0 && score || parts.every(part => part[i])) for (const part of parts) scores[i] += part[i]
      })
    }
    if (this.count <= LARGE_INDEX) {
      for (const term of terms) if (!found.includes(term)) this.addScores(term, scores, false)
    }
    const raise = (number, share) => scores[number] += Math.trunc(scores[number] * share / FULL)
    for (const [number, share] of this.priors) raise(number, share)
    // What begins as an answer to such a question: with yes or no, with a figure in the first sentence.
    const sentences = text.split(/[.!?]/).map(part => `< ${this.analyzer.tokens(part).map(({ form }) => form).join(" ")} `)
    const [asks, yesOrNo, amount] = this.asks.exec(sentences.join("")) ?? []
    for (const [sign, share] of [["✓", yesOrNo ? ANSWERS : asks && -ANSWERS_OTHERS], ["№", amount && ANSWERS]]) {
      for (const number of share && this.vocabulary.postings(sign)?.documents || []) raise(number, share)
    }
    return scores
  }

  /** The best document of each article, best first; none that falls far behind the first. */
  ranked(scores) {
    const best = []
    for (let start = 0; start < this.count;) {
      let [top, next] = [start, start + 1]
      for (; next < this.count && this.sections.has(next); next++) {
        if (scores[next] > scores[top]) top = next
      }
      if (scores[top] > 0) best.push(top)
      start = next
    }
    best.sort((a, b) => scores[b] - scores[a] || a - b)
    return best.filter(number => scores[number] * FURTHEST_BEHIND >= scores[best[0]])
  }

  /** All forms of a term count as one word: their frequencies are added before they saturate. */
  addScores({ weight, expansions }, scores, mayFind) {
    const frequencies = new Map()
    let parts = 0
    for (const expansion of expansions) {
      const { documents, impacts, others } = this.vocabulary.postings(expansion.form) ?? { documents: [], others: 0 }
      parts += expansion.weight * others
      for (let i = 0; i < documents.length; i++) {
        const known = frequencies.get(documents[i])
        if (known === undefined) parts += expansion.weight
        const added = Math.floor(this.frequencies[impacts[i]] * expansion.weight / FULL)
        frequencies.set(documents[i], (known ?? 0) + added)
      }
    }
    const rarity = rarityOf(parts, this.count)
    for (const [document, frequency] of frequencies) {
      if (!mayFind && !scores[document]) continue
      const saturated = Math.floor(frequency * (1024 + SATURATION) / (frequency + SATURATION))
      scores[document] += Math.floor(Math.floor(rarity * saturated / 1024) * weight / FULL)
    }
    return scores
  }

  /** @returns {Document | undefined} nothing while its file is missing */
  document(number) {
    const first = number - number % this.chunk
    return this.files.get(`d/${first / this.chunk}.json`, rows => {
      let last
      return rows.map((row, i) => {
        const [title, url, summary, category = last] = row.map(this.read)
        last = category
        return { number: first + i, title, url, section: url.split("#")[1] ?? "", summary, category }
      })
    })?.[number - first]
  }
}

/** The words that find documents: those that say little only where there are no others. */
function tellingOf(terms) {
  const telling = terms.filter(term => !term.isWeak)
  return telling.length ? telling : terms
}

/** The index's files, in the manifest or loaded when they are asked for. */
class Files {
  constructor(whole, load) {
    this.known = new Map(Object.entries(whole))
    this.load = load
    /** Asked for and not there. */
    this.missing = new Set()
    this.parsed = new Map()
  }

  get isWaiting() {
    return this.missing.size > 0
  }

  /** What `parse` makes of a file, once; nothing while it is missing. */
  get(name, parse = value => value) {
    if (!this.parsed.has(name)) {
      if (!this.known.has(name)) {
        this.missing.add(name)
        return undefined
      }
      this.parsed.set(name, parse(this.known.get(name)))
      this.known.delete(name)
    }
    return this.parsed.get(name)
  }

  /** What `compute` returns once every file that it asks for is there; nothing if it isn't wanted by then. */
  async complete(compute, isWanted = () => true) {
    for (;;) {
      this.missing.clear()
      const result = compute()
      if (!this.missing.size) return result
      const names = [...this.missing]
      const loaded = await Promise.all(names.map(name => this.load(name)))
      names.forEach((name, i) => this.known.set(name, loaded[i]))
      if (!isWanted()) return undefined
    }
  }
}

/** Turns a text into terms: each word with its inflections, and what else may have been meant. */
class QueryExpander {
  /** @param {SearchIndex} index */
  constructor({ vocabulary, analyzer, synonyms, files, related, count }) {
    Object.assign(this, {
      vocabulary, analyzer, synonyms, files, relatedNumbers: related, isLarge: count > LARGE_INDEX, isHuge: count > HUGE_INDEX,
    })
  }

  /** For words that the index knows: what gives the stems of others for one. */
  get related() {
    if (!this.relatedMade) {
      const lines = this.relatedNumbers.map(line => line.map(word => word.at ? word : this.vocabulary.words.word(word)))
      if (!lines.flat().every(Boolean)) return () => []
      this.relatedMade = relatedStems(lines.map(([first, ...others]) => {
        const stems = others.map(word => this.analyzer.stem(word))
        return first.includes(" ") ? [stems, first.split(",")] : [[this.analyzer.stem(first), ...stems]]
      }))
    }
    return this.relatedMade
  }

  /** What only words that the index doesn't know need; nothing while it isn't there. */
  get others() {
    return this.files.get("g/0.json", others => {
      this.analyzer.suffixTable.add(others.suffixes)
      return { ...others, related: relatedStems(others.related.split("\n").map(line => line.split("/").map(stems => stems.split(" ")))) }
    })
  }

  /** What knows what else may have been meant; nothing while it isn't there. */
  get guesses() {
    const [others, module] = [this.others, this.files.get(GUESSES)]
    if (others && module) {
      this.made ??= new module.Guesses(this, others, [
        FULL, SYNONYM, MAXIMUM_BEGINNINGS, SHORTEST_GUESS, firstLetter, isIdeograph, letterCount, setOnce, utf8Length,
      ])
    }
    return this.made
  }

  /** @returns {Term[]} */
  terms(typed, typing) {
    const { analyzer, vocabulary } = this
    const { text, tokens, stems, open } = this.query(typed, typing)
    const synonyms = this.synonyms.matches(stems)
    // Some say little anywhere, a letter beside a hyphen, `e` of `e-mail`.
    const weak = tokens.map(({ form, start, end }) => analyzer.isWeak(form)
      || /^[^0-9]$/u.test(form) && /[-\u2010\u2011]/.test(text.slice(start - 1, start) + text[end]))
    const isOther = word => !stems.includes(analyzer.stem(word))
    const terms = []
    const seen = new Set()
    let guesses = 0
    /** By word: stems of the words that it was taken for. */
    const meant = new Map()
    const isNew = form => !seen.has(form) && !!seen.add(form)
    // In a large index words that say little are not looked up beside others.
    const leavesOut = this.isLarge && weak.includes(false)
    const add = (form, weight, found, isWeak, unit) => {
      terms.push({ form, weight, isWeak, unit: isWeak ? 0 : unit, expansions: found.sorted(), meant: found.words.length ? this.guesses?.correction(found, form) ?? "" : "" })
    }
    tokens.forEach((token, position) => {
      const { form } = token
      if (leavesOut && weak[position] || !isNew(form)) return
      const found = new Expansions()
      this.addStrong(found, form, FULL)
      for (const word of synonyms.words.get(position) ?? []) this.addStrong(found, word, SYNONYM)
      const completes = open && position === tokens.length - 1
      if (completes) this.addCompletions(found, form)
      let isWeak = weak[position]
      const isReplaced = !found.size
      // One letter is no word of the thesaurus.
      if (isReplaced && !isWeak && form[1] && !this.files.isWaiting) for (const form of this.formsInstead(stems[position])) found.put(form, RELATED_INSTEAD)
      const known = found.size > 0
      // Where there are many documents, those with the word itself are enough.
      if (!known || !this.isHuge || !analyzer.hasTable) this.addSharedPrefixes(found, form)
      if (!known) {
        if (!isWeak && !this.files.isWaiting && !(completes && letterCount(form) < SHORTEST_TO_COMPLETE) && guesses++ < MAXIMUM_GUESSES) {
          isWeak = this.guesses?.add(found, token, text, completes) || isWeak
        }
      } else if (!isWeak && !completes && text === typed) this.addTyposOfInflection(found, form, stems[position])
      if (!this.isLarge) meant.set(form, [...found.meant])
      add(form, isWeak ? WEAK : this.isCommon(form, stems[position]) ? COMMON : FULL, found, isWeak, synonyms.units.get(position))
      if (isWeak) return
      const others = new Expansions()
      if (!isReplaced && !this.isLarge) for (const form of this.formsBeside(stems[position])) others.put(form, FULL)
      if (others.size) add(form, RELATED, others)
      const similar = this.similar(form, stems[position])
      if (similar.size) add(form, SIMILAR, similar)
    })
    // Words of the index that two neighbours ask for together.
    const pairs = new Map()
    if (!this.isLarge) {
      for (const [i, j] of neighbouring([...tokens.keys()], i => weak[i])) {
        setOnce(pairs, [`${stems[i]} ${stems[j]}`, [i, j]])
      }
    }
    const isUnknown = i => !weak[i] && !vocabulary.ofStem(stems[i]).length
    for (const [pair, [i, j]] of pairs) {
      // An unfinished word may become another.
      if (open && j + 1 === tokens.length && isUnknown(j)) continue
      const others = new Expansions()
      const isInstead = isUnknown(i) || isUnknown(j)
      for (const form of this.formsBeside(pair)) others.put(form, FULL)
      if (isInstead && !this.files.isWaiting) for (const form of this.formsInstead(pair.replace(" ", "+"))) others.put(form, FULL)
      if (others.size) add(`${tokens[i].form} ${tokens[j].form}`, isInstead ? RELATED_PHRASE_INSTEAD : RELATED_PHRASE, others)
    }
    const addWord = (form, weight, unit) => {
      if (!isNew(form)) return
      const found = new Expansions()
      this.addStrong(found, form, FULL)
      if (found.size || unit) add(form, weight, found, false, unit)
    }
    synonyms.phrases.forEach((phrase, i) => {
      const unit = phrase.length > 1 && phrase.every(isOther) && -1 - i
      for (const form of phrase) if (isOther(form)) addWord(form, analyzer.isWeak(form) ? WEAK_PHRASE : PHRASE, unit)
    })
    const isKept = ([first, last]) => !(leavesOut && weak.slice(first, last + 1).includes(true))
    const neighbours = tokens.slice(1).map((_, i) => [i, i + 1]).filter(isKept)
    for (const [first, last] of [...analyzer.compounds(tokens, text), ...neighbours]) {
      const form = tokens.slice(first, last + 1).map(token => token.form).join("")
      if (letterCount(form) <= MAXIMUM_LENGTH && !analyzer.isWeak(form)) addWord(form, COMPOUND)
    }
    this.isSettled = !this.files.isWaiting
    if (!this.isSettled) return terms
    const long = tokens.map(({ form }, i) => ({ form, stem: stems[i], weak: weak[i] }))
      .filter(({ form }) => letterCount(form) >= SHORTEST_IN_PAIR)
    const relatedTo = stem => (vocabulary.ofStem(stem).length ? this : this.others)?.related(stem) ?? []
    const alternatives = ({ form, stem, weak }) => [[stem, FULL], ...(meant.get(form) ?? []).map(other => [other, MEANT_PAIR]),
      ...this.isLarge || weak ? [] : relatedTo(stem).map(other => [other, RELATED_PAIR])]
    for (const [first, second] of neighbouring(long, ({ weak }) => weak)) {
      if (leavesOut && (first.weak || second.weak)) continue
      if (!isNew(`${first.stem} ${second.stem}`)) continue
      const found = new Expansions()
      for (const [left, leftWeight] of alternatives(first)) {
        for (const [right, rightWeight] of alternatives(second)) {
          const other = `${left} ${right}`
          if (vocabulary.postings(other)) found.put(other, Math.min(leftWeight, rightWeight))
        }
      }
      const isWeak = first.weak && second.weak
      if (found.size) add(`${first.form} ${second.form}`, isWeak ? WEAK_PAIR : PAIR, found, isWeak)
    }
    return terms
  }

  /** The text as typed, unless more of its words are known on another keyboard layout. */
  query(text, typing) {
    const typed = this.read(text, typing)
    const { known, tokens } = typed
    if (this.files.isWaiting || known * 2 >= tokens.length || utf8Length(text) > LONGEST_SWITCHED
      || tokens.every(({ form }) => letterCount(form) < SHORTEST_TO_COMPLETE)) return typed
    const others = (this.guesses?.otherLayouts(text) ?? []).map(other => this.read(other, typing))
    return others.find(other => other.known > known && other.known * 2 >= other.tokens.length) ?? typed
  }

  read(text, typing) {
    const { analyzer, vocabulary, synonyms } = this
    const tokens = analyzer.tokens(text).slice(0, MAXIMUM_WORDS)
    const stemmed = () => tokens.map(({ form }) => analyzer.stem(form))
    let stems = stemmed()
    const open = typing && tokens.at(-1)?.end === text.length
    const isKnown = ({ form }, i) => analyzer.isWeak(form) || vocabulary.words.has(form)
      || vocabulary.ofStem(stems[i]).length || synonyms.asked.has(stems[i])
      || open && i === tokens.length - 1 && this.completions(form).length
    // Rules that matter for no word of the index come with the others.
    const isWhole = tokens.every((token, i) => !token.form[1] || isKnown(token, i))
    if (!isWhole && !this.files.isWaiting && this.others) stems = stemmed()
    return { text, tokens, stems, open, known: tokens.filter(isKnown).length }
  }

  /** Whether a word is common in any text, or stands in the index in other inflections alone, of which one is. */
  isCommon(form, stem) {
    const { analyzer, vocabulary } = this
    if (vocabulary.words.has(form)) return vocabulary.words.isCommon(form)
    return vocabulary.ofStem(stem).some(other => vocabulary.words.isCommon(other) || analyzer.isWeak(other))
  }

  /** The forms of words that the thesaurus has beside a word of the index, with its stem. */
  formsBeside(stem) {
    return this.strongForms(this.related(stem))
  }

  /** The forms of words that the thesaurus has for a word that stands nowhere, with its stem. */
  formsInstead(stem) {
    return this.strongForms(this.others?.related(stem))
  }

  strongForms(stems = []) {
    return stems.flatMap(other => this.vocabulary.ofStem(other)).filter(form => !this.analyzer.isWeak(form))
  }

  /** Words that share runs of letters with a word; none of an index that is large. */
  similar(form, stem) {
    const found = new Expansions()
    if (this.isLarge || letterCount(form) < SHORTEST_GUESS) return found
    for (const [word, likeness] of this.vocabulary.similar(form)) {
      if (this.analyzer.stem(word) !== stem && !this.analyzer.isWeak(word)) found.put(word, likeness)
    }
    return found
  }

  /** The word itself and all forms of its stem. */
  addStrong(found, form, weight) {
    if (this.vocabulary.words.has(form)) found.put(form, weight)
    for (const other of this.vocabulary.ofStem(this.analyzer.stem(form))) found.put(other, weight)
  }

  completions(form) {
    return letterCount(form) < 2 ? [] : this.vocabulary.words.beginningWith(form)
  }

  addCompletions(found, form) {
    let words = this.completions(form)
    if (this.isLarge) {
      const width = word => this.vocabulary.words.width(word)
      words = words.filter(word => !this.analyzer.isWeak(word)).sort((a, b) => width(b) - width(a)).slice(0, found.size ? COMPLETIONS_OF_KNOWN : COMPLETIONS_OF_UNKNOWN)
    }
    for (const other of words) found.put(other, COMPLETION)
  }

  addSharedPrefixes(found, form) {
    const letters = [...form]
    const least = this.analyzer.suffixTable.sharedLetters
    if (letters.length < least) return
    for (const word of this.vocabulary.words.beginningWith(letters.slice(0, least).join(""))) {
      const other = [...word]
      let shared = 0
      while (shared < letters.length && letters[shared] === other[shared]) shared++
      found.put(word, Math.floor(PREFIX * shared / Math.max(letters.length, other.length)), true)
    }
  }

  /** What stands nowhere but as another form of a word may be a mistake: `fule` is no form of `full`. */
  addTyposOfInflection(found, form, stem) {
    const { analyzer, vocabulary } = this
    if (this.isLarge || letterCount(form) < SHORTEST_GUESS || vocabulary.words.has(form)
      || !vocabulary.ofStem(stem).length || analyzer.suffixTable.irregulars.has(form)) return
    this.guesses?.addTyposOfInflection(found, form, stem)
  }
}

/** Expansions of one word; of two ways to the same form the heavier stays. */
class Expansions {
  constructor() {
    /** @type {Map<string, number>} */
    this.weights = new Map()
    /** A form was found that is more than a shared beginning. */
    this.isStrong = false
    /** Stems of the words that a mistyped one was taken for. */
    this.meant = new Set()
    /** These words themselves. */
    this.words = []
  }

  get size() {
    return this.weights.size
  }

  put(form, weight, isPrefix = false) {
    if (!(this.weights.get(form) >= weight)) this.weights.set(form, weight)
    if (!isPrefix) this.isStrong = true
  }

  /** The heaviest first. */
  sorted() {
    return [...this.weights].map(([form, weight]) => ({ form, weight })).sort((a, b) => b.weight - a.weight)
  }
}

/** Sorted words in parts, with their postings in files. */
class Words {
  /**
   * @param {{count: number, most?: number, step: number, least?: number, borders: string[]}} manifest
   * @param {Analyzer} analyzer
   * @param {Files} files
   */
  constructor(manifest, analyzer, files) {
    Object.assign(this, manifest, { analyzer, files })
  }

  /** The part that a word would be in. */
  place(word) {
    const place = lowerBound(this.borders, word)
    return this.borders[place] === word ? place : Math.max(0, place - 1)
  }

  part(place) {
    return this.files.get(`v/${place}.json`, ([letters, coded, counts, away, pairs]) => {
      const count = counts.reduce((sum, count) => sum + count, 0)
      const { words, common, widths } = decodeWords(coded, [...letters], count, this.analyzer.suffixTable.weak, this.count > LARGE_INDEX)
      const byStem = new Map()
      for (const word of [...words, ...away.split(" ").filter(Boolean)]) {
        const stem = this.analyzer.stem(word)
        byStem.set(stem, [...byStem.get(stem) ?? [], word])
      }
      return { words, common, widths, byStem, places: new Map(words.map((word, i) => [word, i])), counts, pairs }
    })
  }

  /** A part's words by number: most keep theirs when another comes in. */
  numbered(place) {
    const part = this.part(place)
    return part && (part.numbered ??= this.borders.length > 1 ? inSlots(part.words, this.step) : part.words)
  }

  /** The word of a number. */
  word(number) {
    return this.numbered(Math.floor(number / this.step))?.[number % this.step]
  }

  /** A number of a word that is there; none while its part is missing. */
  number(word) {
    const place = this.place(word)
    return place * this.step + this.numbered(place)?.indexOf(word)
  }

  postings(word) {
    const place = this.place(word)
    const part = this.part(place)
    const number = part?.places.get(word)
    if (number === undefined) return undefined
    let [file, first] = [0, 0]
    while (number >= first + part.counts[file]) first += part.counts[file++]
    return this.files.get(`s/${place}-${file}.json`, text => {
      const [bits, lowest] = [new Bits(text, FIRSTS), new Map()]
      return Array.from({ length: part.counts[file] }, () => decodePostings(bits, lowest, this))
    })?.[number - first]
  }

  has(word) {
    return !!this.part(this.place(word))?.places.has(word)
  }

  /** In a large index how many binary digits the number of the documents of a word that is there has. */
  width(word) {
    return this.part(this.place(word)).widths.get(word)
  }

  isCommon(word) {
    return !!this.part(this.place(word))?.common.has(word)
  }

  /** The words of a stem, wherever they are: its own part knows. */
  ofStem(stem) {
    return this.part(this.place(stem))?.byStem.get(stem) ?? []
  }

  /** The words that begin so, unless they are too many or not there. */
  beginningWith(prefix) {
    const first = this.place(prefix)
    let last = first
    while (this.borders[last + 1]?.startsWith(prefix)) last++
    if ((last - first - 1) * this.least > MAXIMUM_BEGINNINGS) return []
    const words = []
    for (let place = first; place <= last; place++) {
      const all = this.part(place)?.words ?? []
      for (let i = lowerBound(all, prefix); all[i]?.startsWith(prefix); i++) words.push(all[i])
    }
    return words.length > MAXIMUM_BEGINNINGS || this.files.isWaiting ? [] : words
  }
}

/** The forms of an index: words, and pairs of neighbouring stems with a space between. */
class Vocabulary {
  constructor(manifest, analyzer, files) {
    this.files = files
    this.words = new Words(manifest, analyzer, files)
  }

  postings(form) {
    return form.includes(" ") ? this.ofPair(...form.split(" ")) : this.words.postings(form)
  }

  ofStem(stem) {
    return this.words.ofStem(stem)
  }

  ofPair(...stems) {
    const { words, files } = this
    const [first, second] = stems.map(stem => {
      const [own, ...others] = words.ofStem(stem)
      return own === undefined ? NaN : words.number(others.reduce((least, word) => precedes(word, least) ? word : least, own))
    })
    const place = Math.floor(first / words.step)
    const count = first + second >= 0 && words.part(place).pairs
    const spread = words.borders.length > 1 ? 31 * first + second : first
    return count ? files.get(`p/${place}-${spread % count}.json`, text =>
      decodePairs(text, place * words.step, words))?.get(`${first} ${second}`) : undefined
  }

  /** Parts of the list of words: all, or those that words with one of some first letters are in. */
  lists(letters) {
    const { words } = this
    const lists = words.borders.map((first, i) => {
      const next = words.borders[i + 1]
      const isIn = !letters || letters.some(letter => (!next || precedes(letter, next))
        && (first.startsWith(letter) || precedes(first, letter)))
      return isIn ? words.part(i) : undefined
    })
    return lists.filter(Boolean)
  }

  /**
   * Words that share runs of letters with another, of four letters or more, and twice these runs by the
   * runs of both, in 1/256.
   * @returns {[string, number][]}
   */
  similar(word) {
    const own = [...runsOfLetters(word)]
    return this.lists().flatMap(({ words }) => words).flatMap(other => {
      const shared = own.filter(run => ` ${other} `.includes(run)).length
      const likeness = shared && Math.floor(512 * shared / (own.length + runsOfLetters(other).size))
      return likeness < LEAST_LIKENESS ? [] : [[other, likeness]]
    })
  }
}

/** Words that customers use for what articles call otherwise. */
class Synonyms {
  constructor([groups, others], analyzer, read) {
    this.analyzer = analyzer
    const words = phrase => analyzer.tokens(read(phrase)).map(token => token.form)
    const lists = groups.flatMap(group => group.map(phrase => [phrase, ...group.filter(other => other !== phrase)]))
    this.rules = [...lists, ...others].map(([phrase, ...finds]) => ({
      asked: words(phrase).map(word => analyzer.stem(word)), finds: finds.map(words),
    }))
    this.asked = new Set(this.rules.flatMap(({ asked }) => asked))
  }

  /**
   * By position the words that also count for the word there; other phrases for what the query holds;
   * by position a number of the phrase that the word is asked for with, unless others hold it too.
   */
  matches(stems) {
    const [words, units] = [new Map(), new Map()]
    const [phrases, ranges] = [[], []]
    for (const { asked, finds } of this.rules) {
      const position = positionOf(asked, stems)
      if (position < 0) continue
      for (const found of finds) {
        if (asked.length === 1 && found.length === 1) {
          words.set(position, [...(words.get(position) ?? []), ...found])
        } else phrases.push(found)
      }
      if (asked.length > 1) ranges.push(asked.map((_, i) => position + i))
    }
    const others = phrases.flat().map(word => this.analyzer.stem(word))
    for (const range of ranges) {
      if (range.every(i => !others.includes(stems[i]) && !units.has(i))) for (const i of range) units.set(i, range[0] + 1)
    }
    return { words, phrases, units }
  }
}

/** Cuts text into folded words and strips their endings, by the tables of the index. */
class Analyzer {
  constructor({ fold, pairs, units, suffixes }) {
    this.folded = new Map()
    for (const [letter, ...others] of pairs.split(" ").map(pair => [...pair])) {
      this.folded.set(letter, others.join(""))
    }
    for (const [base, ...others] of fold.split(" ").map(group => [...group])) {
      for (const letter of others) this.folded.set(letter, base)
    }
    /** What each character becomes: a folded letter, "" to leave out, null to end a word. */
    this.entries = new Map()
    this.units = new Set(units.split(" "))
    this.suffixTable = new SuffixTable(suffixes)
    this.hasTable = suffixes !== ""
  }

  stem(form) {
    return this.suffixTable.stem(form)
  }

  isWeak(form) {
    return this.suffixTable.weak.has(form)
  }

  entry(letter) {
    if (!this.entries.has(letter)) this.entries.set(letter, this.computeEntry(letter))
    return this.entries.get(letter)
  }

  computeEntry(written) {
    const letter = STYLED.test(written) ? written.normalize("NFKC") : written
    if (/\p{N}/u.test(letter)) return letter
    if (/\p{L}/u.test(letter)) {
      const lower = firstLetter(letter.toLowerCase())
      const known = this.folded.get(lower)
      if (known !== undefined) return known
      const base = lower.codePointAt(0) < 0x2000 ? firstLetter(lower.normalize("NFD")) : lower
      return this.folded.get(base) ?? base
    }
    return /[\p{M}\p{Cf}]/u.test(letter) ? "" : null
  }

  /** @returns {Token[]} */
  tokens(text) {
    const tokens = []
    let [form, length, start, end, offset] = ["", 0, 0, 0, 0]
    const endWord = () => {
      if (length) tokens.push({ form, start, end })
      form = ""
      length = 0
    }
    let previous = null
    let paired = false
    const endIdeograph = () => {
      if (previous && !paired) tokens.push({ form: previous.letter, start: previous.offset, end: previous.offset + previous.letter.length })
      previous = null
      paired = false
    }
    for (const letter of text) {
      if (isIdeograph(letter)) {
        endWord()
        if (previous) {
          tokens.push({ form: previous.letter + letter, start: previous.offset, end: offset + letter.length })
          paired = true
        }
        previous = { letter, offset }
        offset += letter.length
        continue
      }
      endIdeograph()
      const entry = this.entry(letter)
      if (entry === null) {
        if (!((letter === "'" || letter === "\u2019") && length >= 3)) endWord()
      } else if (entry === "") {
        // и and a separate breve are й, which is a letter of its own.
        if (letter === "\u0306" && form.endsWith("и")) form = form.slice(0, -1) + "й"
        if (length) end = offset + letter.length
      } else {
        if (!length) start = offset
        if (length < MAXIMUM_LENGTH) form += entry
        length++
        end = offset + letter.length
      }
      offset += letter.length
    }
    endWord()
    endIdeograph()
    return tokens
  }

  /**
   * Which tokens are parts of one form: error codes, telephone numbers, addresses, amounts.
   * @param {Token[]} tokens
   * @param {string} text
   * @returns {[number, number][]} first and last
   */
  compounds(tokens, text) {
    const isNumber = tokens.map(({ start, end }) => /^[0-9]+$/.test(text.slice(start, end)))
    const gaps = tokens.slice(1).map(({ start }, i) => text.slice(Math.min(tokens[i].end, start), start))
    const inAddress = partsOfAddress(gaps)
    const links = gaps.map((gap, i) => {
      const areNumbers = isNumber[i] && isNumber[i + 1]
      if (/^[-_'@\u2010\u2011\u2019]$/.test(gap)) return "sign"
      if ((gap === "." || gap === "+") && inAddress[i]) return "sign"
      if (/^([ .\u00a0/()]| \(|\) |\)-)$/.test(gap) && areNumbers) return "digits"
      return /^[ \u00a0]$/.test(gap) && isNumber[i] && this.units.has(tokens[i + 1].form) ? "unit" : ""
    })
    const telephones = runsOf(links, (link, i) =>
      (link === "sign" || link === "digits") && isNumber[i] && isNumber[i + 1])
      .filter(([first, last]) => links.slice(first, last).includes("digits")
        && tokens.slice(first, last + 1).reduce((sum, { start, end }) => sum + end - start, 0) >= MINIMUM_DIGITS)
    const amounts = links.flatMap((link, i) => link === "unit" ? [[i, i + 1]] : [])
    return [...runsOf(links, link => link === "sign"), ...telephones, ...amounts]
  }

}

/**
 * Strips one suffix and mends one stem ending: rules as lines of `suffix`, `alternation`,
 * `irregular`, `alias`; `shared` letters of one root; `weak` lists words that say little. A suffix
 * begins with how many letters it has of the one before.
 */
class SuffixTable {
  constructor(text) {
    this.suffixes = new Map()
    this.alternations = []
    this.irregulars = new Map()
    this.aliases = new Map()
    this.weak = new Set()
    this.prefixes = []
    this.longest = 0
    this.sharedLetters = 5
    this.add(text)
    this.alternations.sort((a, b) => b[0].length - a[0].length)
  }

  add(text) {
    for (const line of exchanged(text).split("\n")) {
      const [kind, ...words] = line.split(" ").filter(Boolean)
      const addGroups = map => words.forEach(group => {
        const forms = group.split(/[=,]/)
        forms.forEach(form => setOnce(map, [form, forms[0]]))
      })
      if (kind === "suffix") {
        const [minimum, ...suffixes] = words
        let suffix = ""
        for (const word of suffixes) {
          suffix = suffix.slice(0, word[0]) + word.slice(1)
          this.suffixes.set(suffix, +minimum)
          this.longest = Math.max(this.longest, suffix.length)
        }
      } else if (kind === "alternation") this.alternations.push(...words.map(word => word.split(">")))
      else if (kind === "irregular") addGroups(this.irregulars)
      else if (kind === "alias") addGroups(this.aliases)
      else if (kind === "prefix") this.prefixes = words
      else if (kind === "shared") this.sharedLetters = +words[0]
      else if (kind === "weak") words.forEach(word => this.weak.add(word))
    }
  }

  stem(word) {
    if (/[0-9]/.test(word)) return word
    const irregular = this.irregulars.get(word)
    if (irregular !== undefined) return irregular
    let stem = word
    const letters = letterCount(word)
    for (let length = Math.min(this.longest, word.length - 1); length > 0; length--) {
      const minimum = this.suffixes.get(word.slice(-length))
      if (minimum !== undefined && letters - length >= minimum) {
        stem = word.slice(0, -length)
        break
      }
    }
    const left = letterCount(stem)
    const rule = this.alternations.find(([ending, other]) =>
      stem.endsWith(ending) && left - ending.length + other.length >= 2)
    if (rule) stem = stem.slice(0, stem.length - rule[0].length) + rule[1]
    return this.aliases.get(stem) ?? stem
  }
}

/** 1 + log2 of (total + 1) / (documents + 0.5) in 1/1024, by whole numbers alone; `parts` are documents in 1/256. */
function rarityOf(parts, total) {
  let ratio = Math.floor((total + 1) * 256 * 65536 / (parts + 128))
  let result = 1024
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

function setOnce(map, [key, value]) {
  if (!map.has(key)) map.set(key, value)
}

/** A text with the letters from а to я for the signs from @ to _, and these for those. */
const exchanged = text => text.replace(/[@-_а-я]/g, letter => String.fromCharCode(letter.charCodeAt(0) + (letter < "a" ? 0x3f0 : -0x3f0)))

const firstLetter = text => [...text][0]

const letterCount = text => text.replace(/[\ud800-\udbff]/g, "").length

/** Order by code point: two units of UTF-16 that are one letter come after those that are one each. */
const precedes = (left, right) => units(left) < units(right)
const units = text => text.replace(/[\ud800-\udfff]/g, "\uffff$&")

/** The first and last of what unbroken runs of links join. */
function runsOf(links, holds) {
  const runs = []
  links.forEach((link, i) => {
    if (!holds(link, i)) return
    if (runs.at(-1)?.[1] === i) runs.at(-1)[1]++
    else runs.push([i, i + 1])
  })
  return runs
}

/** Which gaps stand between two spaces that have an @ between them. */
function partsOfAddress(gaps) {
  const marks = gaps.map(() => false)
  let [start, sign] = [0, false]
  gaps.forEach((gap, i) => {
    if (/[\0- ]/.test(gap)) {
      start = i + 1
      sign = false
    } else if (gap === "@") {
      sign = true
      marks.fill(true, start, i)
      start = i + 1
    } else if (sign) marks[i] = true
  })
  return marks
}

const positionOf = (asked, stems) => stems.findIndex((_, i) => asked[0] && asked.every((stem, j) => stems[i + j] === stem))

const isIdeograph = letter => /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u.test(letter)

const utf8Length = text => new TextEncoder().encode(text).length

/** Runs of four letters, beginning and end counted as letters; the whole of a shorter word. */
function runsOfLetters(word) {
  const letters = [" ", ...word, " "]
  const runs = letters.map((_, i) => letters.slice(i, i + RUN).join(""))
  return new Set(runs.slice(0, Math.max(1, letters.length - RUN + 1)))
}

/** The first place whose form doesn't precede another. */
function lowerBound(forms, form) {
  let [low, high] = [0, forms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (precedes(forms[middle], form)) low = middle + 1
    else high = middle
  }
  return low
}

/** Reads decisions between two that were packed by how likely each is in its context (BitCoder.swift). */
class Bits {
  /**
   * @param {string} text base64
   * @param {number} contexts how many there are
   */
  constructor(text, contexts) {
    this.bytes = atob(text)
    this.chances = new Uint16Array(contexts).fill(32768)
    this.counts = new Uint8Array(contexts).fill(1)
    this.low = this.value = this.at = 0
    this.high = 0xffffffff
    while (this.at < 4) this.shift()
  }

  shift() {
    this.value = (this.value << 8 | this.bytes.charCodeAt(this.at++)) >>> 0
  }

  bit(context) {
    const { chances, counts } = this
    const chance = chances[context]
    const middle = this.low + Math.floor((this.high - this.low) / 65536) * chance
    const bit = this.value <= middle ? 1 : 0
    if (bit) this.high = middle
    else this.low = middle + 1
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.low = this.low << 8 >>> 0
      this.high = (this.high << 8 | 255) >>> 0
      this.shift()
    }
    if (context) {
      const learnt = chance + Math.trunc((bit * 65535 - chance) * 2 / (2 * counts[context] + 3))
      chances[context] = Math.min(Math.max(learnt, 64), 65472)
      if (counts[context] < 30) counts[context]++
    }
    return bit
  }

  /** A number of some bits. */
  bits(count, context) {
    let node = 1
    while (node >> count === 0) node = node << 1 | this.bit(context + node)
    return node - (1 << count)
  }

  /** A number of any size. */
  number(context) {
    let length = 0
    while (this.bit(context + length)) length++
    let node = 1
    for (let i = 0; i < length; i++) node = node * 2 + this.bit(i < 3 ? context + 32 + length * 8 + node : 0)
    return node - 1
  }
}

/** Words side by side, then those between which only words stand that say little. */
function neighbouring(words, isWeak) {
  return [words, words.filter(word => !isWeak(word))].flatMap(words => words.slice(1).map((second, i) => [words[i], second]))
}

/**
 * @param {string[]} letters
 * @param {Set<string>} weak gets the words that say little
 * @param {boolean} isLarge whether it is told how many documents they stand in
 */
function decodeWords(text, letters, count, weak, isLarge) {
  const width = 32 - Math.clz32(letters.length)
  const isInContext = width <= MOST_BITS_IN_CONTEXT
  const first = 1 << (isInContext ? 2 * width : width)
  const widthContexts = LETTERS + 2 * first
  const bits = new Bits(text, widthContexts + 32)
  const [common, widths] = [new Set(), new Map()]
  let last = []
  const words = Array.from({ length: count }, () => {
    const shared = bits.bits(4, 2 + Math.min(LONGEST_SHARED, last.length) * 16)
    let [before, start] = [last[shared] ?? 0, LETTERS + first]
    last = last.slice(0, shared)
    while (before = bits.bits(width, start + (isInContext ? before << width : 0))) {
      last.push(before)
      start = LETTERS
    }
    const word = last.map(number => letters[number - 1]).join("")
    if (bits.bit(1)) (bits.bit(2) ? weak : common).add(word)
    if (isLarge) widths.set(word, bits.bits(5, widthContexts))
    return word
  })
  return { words, common, widths }
}

/** Each word at the place of its hash, or at the next that is free (Sources/SEARCHINDEX.md). */
function inSlots(words, count) {
  const slots = new Array(count)
  for (const word of words) {
    let slot = new TextEncoder().encode(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0
    for (slot %= count; slots[slot] !== undefined;) slot = (slot + 1) % count
    slots[slot] = word
  }
  return slots
}

/**
 * The documents of a form and its impacts there.
 * @param {Bits} bits
 * @param {Map<number, number>} lowest impact of each document
 * @param {{count: number, most?: number}} index of how many documents, the most that are kept of a form
 */
function decodePostings(bits, lowest, { count: total, most = Infinity }) {
  const frequency = bits.number(1) + 1
  const count = Math.min(frequency, most)
  const [documents, impacts] = [new Uint32Array(count), new Uint8Array(count)]
  for (let i = 0, document = 0; i < count; i++, document++) {
    const [left, toCome] = [total - document, count - i]
    if (left > toCome) document += bits.number(GAPS + (Math.min(MOST_GAPS, 32 - Math.clz32(left / toCome)) - 1) * NUMBER)
    documents[i] = document
    const least = lowest.get(document)
    impacts[i] = bits.bits(5, IMPACTS + (least ?? 0) * 32)
    if (!(least <= impacts[i])) lowest.set(document, impacts[i])
  }
  return { documents, impacts, others: frequency - count }
}

/** Postings by the numbers of two words, with a space between. */
function decodePairs(text, start, index) {
  const { borders, step } = index
  const width = 32 - Math.clz32(borders.length * step)
  const even = Math.max(0, width - MOST_BITS)
  const [bits, lowest, pairs] = [new Bits(text, SECONDS + (1 << (width - even))), new Map(), new Map()]
  let [first, second] = [start, -1]
  for (let left = bits.number(1); left > 0; left--) {
    const gap = bits.number(FIRSTS)
    first += gap
    if (!gap && second >= 0) second += 1 + bits.number(REPEATED)
    else {
      second = bits.bits(width - even, SECONDS)
      for (let i = 0; i < even; i++) second = second * 2 + bits.bit(0)
    }
    pairs.set(`${first} ${second}`, decodePostings(bits, lowest, index))
  }
  return pairs
}

/** Groups of the numbers of words. */
function decodeGroups({ related, borders, step }) {
  const width = 32 - Math.clz32(borders.length * step)
  const bits = new Bits(related, GAPS + NUMBER + (1 << width))
  return related && Array.from({ length: bits.number(1) }, () =>
    Array.from({ length: bits.number(GAPS) }, () => bits.bits(width, GAPS + NUMBER)))
}

/**
 * What a stem, or two, asks for: the first stems of its lines; of a line without second ones, which ask for
 * them, the others of the first.
 * @returns {(stem: string) => string[]}
 */
function relatedStems(lines) {
  const lists = new Map()
  for (const [known, asking = known] of lines) {
    for (const stem of asking) lists.get(stem)?.push(known) ?? lists.set(stem, [known])
  }
  return stem => lists.get(stem)?.flat().filter(other => other !== stem) ?? []
}
