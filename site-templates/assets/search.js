// The help centre's search: reads the index and ranks as the command line does.
// Every number is an integer, so that both give the same order.

const FORMAT = 4
const FULL = 256
const [SYNONYM, COMPLETION, TRANSLITERATION, PART] = [205, 205, 205, 154]
const [BEGINNING, SUBSTRING, PREFIX] = [128, 102, 128]
const TYPOS = [180, 128]
const [PAIR, WEAK_PAIR, COMPOUND, PHRASE, WEAK, COMMON] = [115, 36, 90, 128, 77, 154]
const [RELATED, RELATED_INSTEAD, SIMILAR, LEAST_LIKENESS, MEANT_PAIR, INFLECTION_TYPO] = [77, 128, 38, 103, 128, 90]
const [SHARED_PREFIX, SHORTEST_IN_PAIR, SHORTEST_GUESS, SHORTEST_TYPO, LONG_FOR_TYPOS, RUN] = [5, 3, 4, 3, 8, 4]
const [LONGEST_SWITCHED, MAXIMUM_GUESSES, LONGEST_TYPED, MAXIMUM_LENGTH, MINIMUM_DIGITS] = [1000, 24, 160, 40, 7]
const [MAXIMUM_BEGINNINGS, LARGE_INDEX] = [300, 300]
const SATURATION = 2458

/**
 * Loads the index of one language.
 * @param {string} url of its manifest
 * @returns {Promise<SearchIndex>} rejects when it can't be reached or has another format
 */
export async function loadIndex(url) {
  const load = async address => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`search index: ${response.status}`)
    return response.json()
  }
  const manifest = await load(url)
  return new SearchIndex(manifest, name => load(new URL(manifest.folder + name, new URL(url, location.href))))
}

/**
 * A word of a query with the forms that stand for it, the heaviest first, and what a mistyped one was taken for.
 * @typedef {{form: string, weight: number, isWeak: boolean, expansions: {number: number, weight: number}[], meant: string}} Term
 * @typedef {{number: number, title: string, url: string, section: string, summary: string, category: string}} Document
 * @typedef {{form: string, start: number, end: number}} Token
 * @typedef {{categories?: string[], kinds?: string[], tags?: string[]}} Filter
 */

export class SearchIndex {
  /**
   * @param {any} manifest see the format's description beside its writer, SearchBundle.swift
   * @param {(name: string) => Promise<any>} [load] reads a file that is not in the manifest
   */
  constructor(manifest, load) {
    if (manifest.format !== FORMAT) {
      throw new Error(`search index has format ${manifest.format}, this page reads ${FORMAT}`)
    }
    this.language = manifest.language
    this.files = new Files(manifest.files, load)
    this.analyzer = new Analyzer(manifest)
    this.frequencies = manifest.frequencies
    this.vocabulary = new Vocabulary(manifest, this.analyzer, this.files)
    this.synonyms = new Synonyms(manifest.synonyms, this.analyzer)
    /** By stem: the stems that the thesaurus has for it. */
    this.related = new Map()
    for (const line of manifest.related.split("\n")) {
      const [known, unknown = []] = line.split("/").map(stems => stems.split(" "))
      for (const stem of [...known, ...unknown]) {
        this.related.set(stem, [...this.related.get(stem) ?? [], ...known.filter(other => other !== stem)])
      }
    }
    this.count = manifest.count
    this.chunk = manifest.chunk
    this.sections = new Set(manifest.sections)
    this.priors = manifest.priors
  }

  /**
   * The documents that best answer a text, best first, at most one an article.
   * @param {string} text
   * @param {{limit?: number, typing?: boolean, filter?: Filter}} options
   *   typing: the last word may be unfinished; filter: names of facets
   * @returns {Promise<(Document & {score: number})[]>} rejects when a file can't be reached
   */
  async search(text, { limit = 10, typing = false, filter } = {}) {
    const terms = await this.files.complete(() => this.terms(text, typing))
    const scores = this.scores(terms)
    if (filter) await this.leaveOut(filter, scores)
    const best = this.ranked(scores).slice(0, limit)
    const hits = await this.files.complete(() => best.map(number => this.document(number)))
    return hits.map(hit => ({ ...hit, score: scores[hit.number] / 1024 }))
  }

  /**
   * What hits can be filtered by.
   * @returns {Promise<Record<"categories" | "kinds" | "tags", {name: string, title: string, documents: number[]}[]>>}
   */
  facets() {
    return this.files.complete(() => this.files.get("f/0.json", facets =>
      Object.fromEntries(Object.entries(facets).map(([sort, values]) => [sort, values.map(([name, title, gaps]) => {
        let number = -1
        return { name, title, documents: gaps.map(gap => number += gap) }
      })]))))
  }

  /** Of several values of a sort one suffices; each sort that has any must be met. */
  async leaveOut(filter, scores) {
    const facets = await this.facets()
    for (const [sort, names] of Object.entries(filter)) {
      if (!names.length) continue
      const wanted = facets[sort].filter(({ name }) => names.includes(name)).flatMap(({ documents }) => documents)
      const kept = new Set(wanted)
      scores.forEach((_, number) => { if (!kept.has(number)) scores[number] = 0 })
    }
  }

  /**
   * Where the words of a query that was searched for stand in a text, in any inflection.
   * @param {string} text
   * @param {string} query
   * @returns {[number, number][]} ranges of UTF-16 units
   */
  matches(text, query) {
    const wanted = new Set()
    for (const term of this.terms(query, true)) {
      for (const { number, weight } of term.expansions) {
        if (weight >= 128) wanted.add(this.vocabulary.form(number))
      }
    }
    return this.analyzer.tokens(text)
      .filter(token => wanted.has(token.form)).map(token => [token.start, token.end])
  }

  /**
   * What was probably meant by a text with typing mistakes that was searched for, spelt as the hits
   * spell it; nothing when no word was taken for another.
   * @param {string} text
   * @param {Document[]} hits what it found, best first
   * @returns {string}
   */
  correction(text, hits) {
    const meant = new Map(this.terms(text, false).filter(term => term.meant).map(({ form, meant }) => [form, meant]))
    if (!meant.size) return ""
    const spellings = new Map()
    for (const { title, summary } of hits.slice(0, 3)) {
      for (const shown of [title, summary]) {
        for (const { form, start, end } of this.analyzer.tokens(shown)) {
          setOnce(spellings, [form, shown.slice(start, end).toLowerCase()])
        }
      }
    }
    let [result, last] = ["", 0]
    for (const { form, start, end } of this.analyzer.tokens(text)) {
      const word = meant.get(form)
      if (!word) continue
      result += text.slice(last, start) + (spellings.get(word) ?? word)
      last = end
    }
    return result + text.slice(last)
  }

  /**
   * The words of a text with everything they stand for, as far as the files are there.
   * @param {string} text
   * @param {boolean} typing the last word may be unfinished
   * @returns {Term[]}
   */
  terms(text, typing) {
    return new QueryExpander(this).terms(text, typing)
  }

  /** By document. Words that say little find nothing by themselves, unless nothing else was asked. */
  scores(terms) {
    const scores = new Float64Array(this.count)
    const strong = terms.filter(term => !term.isWeak)
    for (const term of strong.length ? strong : terms) this.addScores(term, scores, true)
    if (strong.length && this.count <= LARGE_INDEX) {
      for (const term of terms) if (term.isWeak) this.addScores(term, scores, false)
    }
    for (const [number, share] of this.priors) scores[number] += Math.floor(scores[number] * share / FULL)
    return scores
  }

  /** The best document of each article, best first. */
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
    return best.sort((a, b) => scores[b] - scores[a] || a - b)
  }

  /** All forms of a term count as one word: their frequencies are added before they saturate. */
  addScores({ weight, expansions }, scores, mayFind) {
    const frequencies = new Map()
    let parts = 0
    for (const expansion of expansions) {
      const { documents, impacts, start, end } = this.vocabulary.postings(expansion.number)
      for (let i = start; i < end; i++) {
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
  }

  /** @returns {Document | undefined} nothing while its file is missing */
  document(number) {
    const rows = this.files.get(`d/${Math.floor(number / this.chunk)}.json`)
    if (!rows) return undefined
    const [title, url, section, summary, category] = rows[number % this.chunk]
    return { number, title, url, section, summary, category }
  }
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

  keep(name, value) {
    this.parsed.set(name, value)
  }

  /** What `compute` returns once every file that it asks for is there. */
  async complete(compute) {
    for (;;) {
      this.missing.clear()
      const result = compute()
      if (!this.missing.size) return result
      const names = [...this.missing]
      const loaded = await Promise.all(names.map(name => this.load(name)))
      names.forEach((name, i) => this.known.set(name, loaded[i]))
    }
  }
}

/** Turns a text into terms: each word with its inflections, and what else may have been meant. */
class QueryExpander {
  /** @param {SearchIndex} index */
  constructor({ vocabulary, analyzer, synonyms, files, related, count }) {
    this.vocabulary = vocabulary
    this.related = related
    this.isLarge = count > LARGE_INDEX
    this.files = files
    this.analyzer = analyzer
    this.synonyms = synonyms
  }

  /** @returns {Term[]} */
  terms(typed, typing) {
    const { analyzer, vocabulary } = this
    const { text, tokens, stems } = this.query(typed)
    const open = typing && tokens.length > 0 && tokens[tokens.length - 1].end === text.length
    const synonyms = this.synonyms.matches(stems)
    const terms = []
    const seen = new Set()
    let guesses = 0
    /** By word: stems of the words that it was taken for. */
    const meant = new Map()
    const isNew = form => !seen.has(form) && !!seen.add(form)
    const add = (form, weight, found, isWeak = false) => {
      terms.push({ form, weight, isWeak, expansions: found.sorted(), meant: found.correction(form) })
    }
    tokens.forEach((token, position) => {
      const { form } = token
      if (!isNew(form)) return
      const found = new Expansions()
      this.addStrong(found, form, FULL)
      for (const word of synonyms.words.get(position) ?? []) this.addStrong(found, word, SYNONYM)
      const completes = open && position === tokens.length - 1
      if (completes) this.addCompletions(found, form)
      let isWeak = analyzer.isWeak(form)
      const related = isWeak ? [] : this.relatedForms(stems[position])
      const isReplaced = !found.size
      if (isReplaced) for (const number of related) found.put(number, RELATED_INSTEAD)
      const known = found.size > 0
      this.addSharedPrefixes(found, form)
      if (!known && guesses++ < MAXIMUM_GUESSES) isWeak = this.guess(found, token, text, completes) || isWeak
      else if (known && !isWeak && !completes && text === typed) this.addTyposOfInflection(found, form, stems[position])
      if (!this.isLarge) meant.set(form, [...found.meant])
      add(form, isWeak ? WEAK : analyzer.common.has(form) ? COMMON : FULL, found, isWeak)
      if (isWeak) return
      const others = new Expansions()
      if (!isReplaced) for (const number of related) others.put(number, FULL)
      if (others.size) add(form, RELATED, others)
      const similar = this.similar(form, stems[position])
      if (similar.size) add(form, SIMILAR, similar)
    })
    const addWord = (form, weight) => {
      if (!isNew(form)) return
      const found = new Expansions()
      this.addStrong(found, form, FULL)
      if (found.size) add(form, weight, found)
    }
    for (const form of synonyms.phrases) if (!stems.includes(analyzer.stem(form))) addWord(form, PHRASE)
    const neighbours = tokens.slice(1).map((_, i) => [i, i + 1])
    for (const [first, last] of [...analyzer.compounds(tokens, text), ...neighbours]) {
      const form = tokens.slice(first, last + 1).map(token => token.form).join("")
      if (letterCount(form) <= MAXIMUM_LENGTH) addWord(form, COMPOUND)
    }
    const long = tokens.map(({ form }, i) => ({ form, stem: stems[i], weak: analyzer.isWeak(form) }))
      .filter(({ form }) => letterCount(form) >= SHORTEST_IN_PAIR)
    for (let i = 0; i + 1 < long.length; i++) {
      const [first, second] = [long[i], long[i + 1]]
      const pair = `${first.stem} ${second.stem}`
      if (!isNew(pair)) continue
      const found = new Expansions()
      for (const left of [first.stem, ...meant.get(first.form) ?? []]) {
        for (const right of [second.stem, ...meant.get(second.form) ?? []]) {
          const number = vocabulary.pairs.number(`${left} ${right}`)
          if (number !== undefined) found.put(number, left === first.stem && right === second.stem ? FULL : MEANT_PAIR)
        }
      }
      const isWeak = first.weak && second.weak
      if (found.size) add(pair, isWeak ? WEAK_PAIR : PAIR, found, isWeak)
    }
    return terms
  }

  /** The text as typed, unless more of its words are known on another keyboard layout. */
  query(text) {
    const { analyzer } = this
    const read = text => {
      const tokens = analyzer.tokens(text)
      const stems = tokens.map(({ form }) => analyzer.stem(form))
      const known = tokens.filter(({ form }, i) => this.vocabulary.words.number(form) !== undefined
        || this.vocabulary.ofStem(stems[i]).length || analyzer.isWeak(form) || this.synonyms.asked.has(stems[i]))
      return { text, tokens, stems, known: known.length }
    }
    const typed = read(text)
    if (this.files.isWaiting || typed.known * 2 >= typed.tokens.length || utf8Length(text) > LONGEST_SWITCHED) return typed
    const others = [...analyzer.otherLayouts(text)].map(read)
    return others.find(({ known, tokens }) => known > typed.known && known * 2 >= tokens.length) ?? typed
  }

  /** The forms of words that the thesaurus has for a word, with its stem. */
  relatedForms(stem) {
    return (this.related.get(stem) ?? []).flatMap(other => this.vocabulary.ofStem(other))
      .filter(number => !this.analyzer.isWeak(this.vocabulary.form(number)))
  }

  /** Words that share runs of letters with a word; none of an index that is large. */
  similar(form, stem) {
    const found = new Expansions()
    if (this.isLarge || letterCount(form) < SHORTEST_GUESS) return found
    for (const [word, likeness] of this.vocabulary.similar(form)) {
      if (this.analyzer.stem(word) === stem || this.analyzer.isWeak(word)) continue
      const number = this.vocabulary.words.number(word)
      if (number !== undefined) found.put(number, likeness)
    }
    return found
  }

  /** The word itself and all forms of its stem. */
  addStrong(found, form, weight) {
    const number = this.vocabulary.words.number(form)
    if (number !== undefined) found.put(number, weight)
    for (const other of this.vocabulary.ofStem(this.analyzer.stem(form))) found.put(other, weight)
  }

  addCompletions(found, form) {
    if (letterCount(form) < 2) return
    for (const number of this.vocabulary.beginningWith(form)) found.put(number, COMPLETION)
  }

  addSharedPrefixes(found, form) {
    const letters = [...form]
    if (letters.length < SHARED_PREFIX) return
    for (const number of this.vocabulary.beginningWith(letters.slice(0, SHARED_PREFIX).join(""))) {
      const other = [...this.vocabulary.form(number)]
      let shared = 0
      while (shared < letters.length && letters[shared] === other[shared]) shared++
      found.put(number, Math.floor(PREFIX * shared / Math.max(letters.length, other.length)), true)
    }
  }

  /**
   * The likeliest kind of guess that finds something.
   * @returns {boolean} whether the word is taken for one that says little
   */
  guess(found, token, text, completes) {
    const { form } = token
    const isOpen = () => !found.isStrong && !this.files.isWaiting
    const cyrillic = this.analyzer.cyrillic(form)
    if (isOpen()) this.addOtherLayouts(found, token, text, completes)
    if (isOpen() && cyrillic) this.addMeant(found, cyrillic, TRANSLITERATION)
    if (isOpen() && !completes && this.addTyposOfWeak(found, form)) return true
    if (isOpen()) this.addTypos(found, form)
    if (isOpen() && cyrillic) this.addTypos(found, cyrillic)
    if (isOpen()) this.addParts(found, form)
    return false
  }

  addOtherLayouts(found, token, text, completes) {
    for (const typed of [chunkAround(token, text), text.slice(token.start, token.end)]) {
      for (const meant of typed ? this.analyzer.otherLayouts(typed) : []) {
        const word = this.analyzer.tokens(meant)[0]?.form
        if (!word) continue
        this.addMeant(found, word, FULL)
        if (completes && letterCount(word) > 2) this.addCompletions(found, word)
        if (found.isStrong) return
      }
    }
  }

  /** A word in all its forms, and the words that synonyms have for it. */
  addMeant(found, word, weight) {
    this.addStrong(found, word, weight)
    this.addSynonyms(found, this.analyzer.stem(word), weight)
  }

  addSynonyms(found, stem, weight) {
    for (const other of this.synonyms.words(stem)) this.addStrong(found, other, Math.floor(SYNONYM * weight / FULL))
  }

  /**
   * One mistake in words of 3 to 7 letters, two in longer ones, if one explains nothing; else as
   * many in the word's stem.
   */
  addTypos(found, form) {
    const { vocabulary } = this
    const limitOf = (word, shortest) => word.length >= LONG_FOR_TYPOS ? 2 : word.length >= shortest ? 1 : 0
    const [letters, stem] = [[...form], [...this.analyzer.stem(form)]]
    const [inForm, inStem] = [limitOf(letters, SHORTEST_TYPO), limitOf(stem, SHORTEST_GUESS)]
    if (!inForm) return
    const add = near => {
      const least = Math.min(...near.map(([, distance]) => distance))
      for (const [word, distance] of near) {
        if (distance === least) this.addMistyped(found, word, TYPOS[distance - 1])
      }
    }
    add(this.near(letters, inForm))
    if (!inStem) return
    for (const asked of this.synonyms.single) {
      const distance = damerau(stem, [...asked], inStem)
      if (distance > 0 && distance <= inStem) this.addSynonyms(found, asked, TYPOS[distance - 1])
    }
    if (found.isStrong || this.files.isWaiting) return
    add(vocabulary.nearStem(stem, inStem))
  }

  /** Words that another becomes by at most `limit` mistakes, without those of one letter or two. */
  near(letters, limit) {
    return this.vocabulary.near(letters, limit).filter(([word]) => letterCount(word) >= SHORTEST_TYPO)
  }

  addMistyped(found, word, weight) {
    this.addStrong(found, word, weight)
    found.meant.add(this.analyzer.stem(word))
    found.words.push(word)
  }

  /** One mistake away from a word that says little and from no other, or that with two letters exchanged. */
  addTyposOfWeak(found, form) {
    const letters = [...form]
    if (letters.length < SHORTEST_TYPO) return false
    const weak = [...this.analyzer.suffixTable.weak].filter(word => letterCount(word) >= SHORTEST_TYPO
      && letters.slice(0, 2).includes(firstLetter(word)) && damerau(letters, [...word], 1) <= 1)
    if (!weak.length) return false
    const isOther = this.near(letters, 1).some(([word]) => !this.analyzer.isWeak(word))
    const meant = isOther ? weak.filter(word => isExchanged(letters, [...word])) : weak
    if (!meant.length) return false
    for (const word of meant) {
      this.addStrong(found, word, TYPOS[0])
      found.words.push(word)
    }
    return true
  }

  /** What stands nowhere but as another form of a word may be a mistake: `fule` is no form of `full`. */
  addTyposOfInflection(found, form, stem) {
    const { analyzer, vocabulary } = this
    const letters = [...form]
    if (this.isLarge || letters.length < SHORTEST_GUESS || vocabulary.words.number(form) !== undefined
      || !vocabulary.ofStem(stem).length || analyzer.suffixTable.irregulars.has(form)) return
    for (const [word] of this.near(letters, 1)) {
      if (!letters.slice(0, 2).includes(firstLetter(word)) || analyzer.isWeak(word) || analyzer.stem(word) === stem) continue
      this.addMistyped(found, word, isExchanged(letters, [...word]) ? TYPOS[0] : INFLECTION_TYPO)
    }
  }

  /** Two known words written as one; else the longest shared beginning, and words that contain it. */
  addParts(found, form) {
    const { vocabulary } = this
    const letters = [...form]
    if (letters.length < SHORTEST_GUESS) return
    for (let length = letters.length - 3; length >= 3; length--) {
      const [first, second] = [letters.slice(0, length).join(""), letters.slice(length).join("")]
      if (!vocabulary.has(first) || !vocabulary.has(second)) continue
      this.addStrong(found, first, PART)
      this.addStrong(found, second, PART)
      return
    }
    for (let length = letters.length - 1; length >= SHORTEST_GUESS; length--) {
      const numbers = vocabulary.beginningWith(letters.slice(0, length).join(""))
      if (!numbers.length) continue
      for (const number of numbers) {
        const longest = Math.max(letters.length, letterCount(vocabulary.form(number)))
        found.put(number, Math.floor(BEGINNING * length / longest))
      }
      break
    }
    for (const number of vocabulary.containing(form)) found.put(number, SUBSTRING)
  }
}

/** Expansions of one word; of two ways to the same form the heavier stays. */
class Expansions {
  constructor() {
    /** @type {Map<number, number>} */
    this.weights = new Map()
    /** A form was found that is more than a shared beginning. */
    this.isStrong = false
    /** Stems of the words that a mistyped one was taken for. */
    this.meant = new Set()
    /** These words themselves. */
    this.words = []
  }

  /** Of the words that a mistyped one was taken for, one with the fewest mistakes; none for what may be right. */
  correction(form) {
    if (!this.words.length || [...this.weights.values()].includes(FULL)) return ""
    const letters = [...form]
    const distances = this.words.map(word => damerau(letters, [...word], letters.length))
    return this.words[distances.indexOf(Math.min(...distances))]
  }

  get size() {
    return this.weights.size
  }

  put(number, weight, isPrefix = false) {
    if (!(this.weights.get(number) >= weight)) this.weights.set(number, weight)
    if (!isPrefix) this.isStrong = true
    return this
  }

  /** The heaviest first, then by form. */
  sorted() {
    return [...this.weights].map(([number, weight]) => ({ number, weight }))
      .sort((a, b) => b.weight - a.weight || a.number - b.number)
  }
}

/** Sorted forms with their postings, in files. */
class Forms {
  /**
   * @param {[string, number][]} entries first form and number of forms of each file
   * @param {string} kind the files' folder
   * @param {number} base the number of the first form
   * @param {Files} files
   */
  constructor(entries, kind, base, files) {
    this.kind = kind
    this.files = files
    this.firsts = entries.map(([first]) => first)
    this.bases = [base]
    for (const [, count] of entries) this.bases.push(this.bases[this.bases.length - 1] + count)
    this.end = this.bases[this.bases.length - 1]
  }

  /** The file that a form is in, if it is in any. */
  place(form) {
    let [low, high] = [0, this.firsts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (precedes(form, this.firsts[middle])) high = middle
      else low = middle + 1
    }
    return low - 1
  }

  file(place) {
    return this.files.get(`${this.kind}/${place}.json`, ([text, postings]) => {
      const forms = decodeForms(text)
      return { forms, numbers: new Map(forms.map((form, i) => [form, this.bases[place] + i])), ...decodePostings(postings, forms.length) }
    })
  }

  number(form) {
    const place = this.place(form)
    return place < 0 ? undefined : this.file(place)?.numbers.get(form)
  }

  /** The numbers of forms that begin so, unless they are too many or not there. */
  beginningWith(prefix) {
    const first = Math.max(0, this.place(prefix))
    let last = first
    while (last + 1 < this.firsts.length && this.firsts[last + 1].startsWith(prefix)) last++
    if (last > first && this.bases[last] - this.bases[first + 1] > MAXIMUM_BEGINNINGS) return []
    const numbers = []
    for (let place = first; place <= last && place < this.firsts.length; place++) {
      const forms = this.file(place)?.forms ?? []
      for (let i = lowerBound(forms, prefix); i < forms.length && forms[i].startsWith(prefix); i++) {
        numbers.push(this.bases[place] + i)
      }
    }
    return numbers.length > MAXIMUM_BEGINNINGS || this.files.isWaiting ? [] : numbers
  }

  form(number) {
    const place = this.placeOf(number)
    return this.file(place)?.forms[number - this.bases[place]] ?? ""
  }

  postings(number) {
    const place = this.placeOf(number)
    const { documents, impacts, starts } = this.file(place)
    const i = number - this.bases[place]
    return { documents, impacts, start: starts[i], end: starts[i + 1] }
  }

  placeOf(number) {
    let place = 0
    while (this.bases[place + 1] <= number) place++
    return place
  }
}

/** The forms of an index: words first, then pairs of neighbouring stems. */
class Vocabulary {
  constructor(manifest, analyzer, files) {
    this.analyzer = analyzer
    this.files = files
    this.words = new Forms(manifest.words, "s", 0, files)
    this.pairs = new Forms(manifest.wordPairs, "p", this.words.end, files)
    this.firsts = manifest.vocabulary
  }

  form(number) {
    return number < this.words.end ? this.words.form(number) : this.pairs.form(number)
  }

  postings(number) {
    return number < this.words.end ? this.words.postings(number) : this.pairs.postings(number)
  }

  ofStem(stem) {
    const numbers = []
    for (const form of this.analyzer.formsOfStem(stem)) {
      const number = this.words.number(form)
      if (number !== undefined && this.analyzer.stem(form) === stem) numbers.push(number)
    }
    return numbers
  }

  beginningWith(prefix) {
    return this.words.beginningWith(prefix)
  }

  /** Parts of the list of words: all, or those that words with one of some first letters are in. */
  lists(letters) {
    const isWhole = !this.firsts.length
    const firsts = isWhole ? this.words.firsts : this.firsts
    const lists = firsts.map((first, i) => {
      if (letters) {
        const next = firsts[i + 1]
        const isIn = letters.some(letter => (!next || !precedes(next, letter))
          && (first.startsWith(letter) || precedes(first, letter)))
        if (!isIn) return undefined
      }
      return isWhole
        ? this.files.parsed.get(`list/${i}`) ?? this.listOf(i)
        : this.files.get(`v/${i}.json`, text => new WordList(decodeForms(text), this.analyzer))
    })
    return lists.filter(Boolean)
  }

  listOf(place) {
    const list = new WordList(this.words.file(place).forms, this.analyzer)
    this.files.keep(`list/${place}`, list)
    return list
  }

  /** Words that another becomes by at most `limit` typing mistakes, with their distance. */
  near(letters, limit) {
    return this.alikeFirst(letters, lists => lists.flatMap(list => list.near(letters, limit)))
  }

  /** Words whose stem another stem becomes, one for each stem. */
  nearStem(letters, limit) {
    return this.alikeFirst(letters, lists => lists.flatMap(list => list.nearStem(letters, limit)))
  }

  /** Words that begin with the first letter or the second, and if there are none any others. */
  alikeFirst(letters, find) {
    const beginnings = letters.slice(0, 2)
    const alike = find(this.lists(beginnings)).filter(([word]) => beginnings.includes(firstLetter(word)))
    return alike.length || this.files.isWaiting ? alike : find(this.lists())
  }

  /** @returns {[string, number][]} words that share runs of letters with another, and how like they are */
  similar(word) {
    return this.lists().flatMap(list => list.similar(word))
  }

  has(word) {
    return this.lists().some(list => list.has(word))
  }

  containing(part) {
    return this.lists().flatMap(list => list.forms)
      .filter(word => word.length > part.length && word.includes(part)).slice(0, MAXIMUM_BEGINNINGS)
      .map(word => this.words.number(word)).filter(number => number !== undefined)
  }
}

/** A part of the words, for finding those that are one typing mistake or two away. */
class WordList {
  constructor(forms, analyzer) {
    this.forms = forms
    this.analyzer = analyzer
  }

  has(word) {
    this.set ??= new Set(this.forms)
    return this.set.has(word)
  }

  /** Twice the runs of letters that two words share, by the runs of both, in 1/256. */
  similar(word) {
    if (!this.runs) {
      this.runs = new Map()
      this.sizes = this.forms.map((form, i) => {
        const runs = runsOfLetters(form)
        for (const run of runs) this.runs.set(run, this.runs.get(run) ?? []).get(run).push(i)
        return runs.size
      })
    }
    const own = runsOfLetters(word)
    const shared = new Map()
    for (const run of own) for (const i of this.runs.get(run) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1)
    return [...shared].map(([i, count]) => [this.forms[i], Math.floor(512 * count / (own.size + this.sizes[i]))])
      .filter(([, likeness]) => likeness >= LEAST_LIKENESS)
  }

  /** @returns {[string, number][]} words within a distance, with it */
  near(letters, limit) {
    this.words ??= new NearForms(this.forms)
    return this.words.within(limit, letters)
  }

  nearStem(letters, limit) {
    if (!this.stems) {
      this.byStem = new Map()
      for (const word of this.forms) {
        const stem = this.analyzer.stem(word)
        this.byStem.set(stem, [...this.byStem.get(stem) ?? [], word])
      }
      this.stems = new NearForms([...this.byStem.keys()])
    }
    return this.stems.within(limit, letters)
      .flatMap(([stem, distance]) => this.byStem.get(stem).map(word => [word, distance]))
  }
}

/** Finds the forms of a list that are one typing mistake or two away. */
class NearForms {
  /** @param {string[]} forms */
  constructor(forms) {
    this.forms = forms
    this.signatures = forms.map(signature)
    this.lengths = forms.map(letterCount)
  }

  /** @returns {[string, number][]} forms within a distance, with it */
  within(limit, letters) {
    const own = signature(letters.join(""))
    const near = []
    this.forms.forEach((form, number) => {
      if (Math.abs(this.lengths[number] - letters.length) > limit) return
      if (bitCount(this.signatures[number] ^ own) > 2 * limit) return
      const distance = damerau(letters, [...form], limit)
      if (distance > 0 && distance <= limit) near.push([form, distance])
    })
    return near
  }
}

/** Words that customers use for what articles call otherwise. */
class Synonyms {
  constructor(rules, analyzer) {
    const words = phrase => analyzer.tokens(phrase).map(token => token.form)
    this.rules = rules.map(([[phrase], finds]) => ({
      asked: words(phrase).map(word => analyzer.stem(word)), finds: finds.map(words),
    }))
    this.asked = new Set(this.rules.flatMap(({ asked }) => asked))
    /** What single words ask for, each once. */
    this.single = new Set(this.rules.filter(({ asked }) => asked.length === 1).map(({ asked }) => asked[0]))
  }

  /** Words that stand for a single word, with its stem. */
  words(stem) {
    return this.rules.filter(({ asked }) => asked.length === 1 && asked[0] === stem).flatMap(({ finds }) => finds.flat())
  }

  /** By position the words that also count for the word there, and those that count for phrases. */
  matches(stems) {
    const words = new Map()
    const phrases = []
    for (const { asked, finds } of this.rules) {
      const position = positionOf(asked, stems)
      if (position < 0) continue
      for (const found of finds) {
        if (asked.length === 1 && found.length === 1) {
          words.set(position, [...(words.get(position) ?? []), ...found])
        } else phrases.push(...found)
      }
    }
    return { words, phrases }
  }
}

/** Cuts text into folded words and strips their endings, by the tables of the index. */
class Analyzer {
  constructor({ fold, pairs, kept, units, suffixes, common, layouts, spellings }) {
    this.kept = kept
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
    this.common = new Set(common.split(" "))
    this.keyMaps = layouts.flatMap(([one, other]) => [keyMap(one, other), keyMap(other, one)])
    this.spellings = spellings ? spellings.split(" ").map(rule => rule.split(">")) : []
  }

  stem(form) {
    return this.suffixTable.stem(form)
  }

  formsOfStem(stem) {
    return this.suffixTable.formsOf(stem)
  }

  isWeak(form) {
    return this.suffixTable.weak.has(form)
  }

  entry(letter) {
    let entry = this.entries.get(letter)
    if (entry === undefined) {
      entry = this.computeEntry(letter)
      this.entries.set(letter, entry)
    }
    return entry
  }

  computeEntry(letter) {
    if (/\p{N}/u.test(letter)) return letter
    if (/\p{L}/u.test(letter)) {
      const lower = firstLetter(letter.toLowerCase())
      if (lower === this.kept) return lower
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

  /** What may have been meant when the keyboard had another layout. */
  otherLayouts(text) {
    const typed = [...text].map(letter => firstLetter(letter.toLowerCase()))
    const lower = typed.join("")
    const found = new Set(this.keyMaps.map(map => typed.map(key => map.get(key) ?? key).join("")))
    found.delete(lower)
    return found
  }

  /** A word of Latin letters in Cyrillic, or nothing. */
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

/**
 * Strips one suffix and mends one stem ending: rules as lines of `suffix`, `alternation`,
 * `irregular`, `alias`; `weak` lists words that say little.
 */
class SuffixTable {
  constructor(text) {
    this.suffixes = new Map()
    this.alternations = []
    this.irregulars = new Map()
    this.aliases = new Map()
    this.weak = new Set()
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
      else if (kind === "irregular") pairs().forEach(pair => setOnce(this.irregulars, pair))
      else if (kind === "alias") pairs().forEach(pair => setOnce(this.aliases, pair))
      else if (kind === "weak") words.forEach(word => this.weak.add(word))
    }
    this.alternations.sort((a, b) => b[0].length - a[0].length)
  }

  /** Every form that may have a stem, and some that have not: the stem's rules backwards. */
  formsOf(stem) {
    const sources = map => [...map].filter(([, to]) => to === stem).map(([from]) => from)
    const forms = new Set(sources(this.irregulars))
    for (const mended of [stem, ...sources(this.aliases)]) {
      const bases = [mended]
      for (const [ending, other] of this.alternations) {
        if (mended.endsWith(other)) bases.push(mended.slice(0, mended.length - other.length) + ending)
      }
      for (const base of bases) {
        forms.add(base)
        for (const suffix of this.suffixes.keys()) forms.add(base + suffix)
      }
    }
    return forms
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

function keyMap(from, to) {
  const meant = [...to]
  const map = new Map()
  ;[...from].forEach((key, i) => setOnce(map, [key, meant[i]]))
  return map
}

function firstLetter(text) {
  return String.fromCodePoint(text.codePointAt(0))
}

function letterCount(text) {
  let count = text.length
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) count--
  return count
}

/** Order by code point, where the language's own is by UTF-16 unit. */
function precedes(a, b) {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    const order = unit => unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
    return order(x) < order(y)
  }
  return a.length < b.length
}

/** What stands between two spaces around a word; nothing when it is too long for one. */
function chunkAround({ start, end }, text) {
  while (start > 0 && text.charCodeAt(start - 1) > 32 && end - start <= LONGEST_TYPED) start--
  while (end < text.length && text.charCodeAt(end) > 32 && end - start <= LONGEST_TYPED) end++
  const chunk = text.slice(start, end)
  return utf8Length(chunk) <= LONGEST_TYPED ? chunk : ""
}

/** The first and last of what unbroken runs of links join. */
function runsOf(links, holds) {
  const runs = []
  let start = -1
  for (let i = 0; i <= links.length; i++) {
    if (i < links.length && holds(links[i], i)) {
      if (start < 0) start = i
    } else if (start >= 0) {
      runs.push([start, i])
      start = -1
    }
  }
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

/** The same letters in another order. */
function isExchanged(one, other) {
  return [...one].sort().join("") === [...other].sort().join("")
}

/** Runs of four letters, beginning and end counted as letters; the whole of a shorter word. */
function runsOfLetters(word) {
  const letters = [" ", ...word, " "]
  const runs = new Set()
  for (let i = 0; i === 0 || i + RUN <= letters.length; i++) runs.add(letters.slice(i, i + RUN).join(""))
  return runs
}

/** One bit for each letter, some sharing theirs. */
function signature(word) {
  let bits = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if ((unit & 0xfc00) !== 0xd800) bits |= 1 << unit % 31
  }
  return bits
}

function bitCount(bits) {
  let count = 0
  for (; bits; bits &= bits - 1) count++
  return count
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

/** @returns {string[]} */
function decodeForms(text) {
  let last = []
  return text === "" ? [] : text.split("\n").map(line => {
    const rest = [...line]
    const shared = rest.shift().charCodeAt(0) - 48
    last = last.slice(0, shared).concat(rest)
    return last.join("")
  })
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

/** Documents and impacts of all forms one after another, and where each form's start. */
function decodePostings(text, count) {
  const bytes = atob(text)
  const starts = new Uint32Array(count + 1)
  const documents = new Uint32Array(bytes.length)
  const impacts = new Uint8Array(bytes.length)
  let [at, posting] = [0, 0]
  const next = () => {
    let [value, factor, byte] = [0, 1, 0]
    do {
      byte = bytes.charCodeAt(at++)
      value += (byte & 127) * factor
      factor *= 128
    } while (byte & 128)
    return value
  }
  for (let form = 0; form < count; form++) {
    let document = -1
    for (let left = next(); left > 0; left--) {
      const value = next()
      document += Math.floor(value / 32)
      documents[posting] = document
      impacts[posting++] = value % 32
    }
    starts[form + 1] = posting
  }
  return { starts, documents, impacts }
}
