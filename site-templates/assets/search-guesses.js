// What a word may have been meant for that the index doesn't know: loaded with the first such word.

/** What search.js gives: it imports this module, so that this can't import it. */
let [FULL, SYNONYM, MAXIMUM_BEGINNINGS, SHORTEST_GUESS, firstLetter, isIdeograph, letterCount, setOnce, utf8Length] = []

const [TRANSLITERATION, PART, BEGINNING, SUBSTRING, RELATED_INSTEAD] = [205, 154, 128, 102, 128]
const TYPOS = [180, 128]
const INFLECTION_TYPO = 90
const [SHORTEST_TYPO, LONG_FOR_TYPOS, LONG_FOR_CORRECTION, LONGEST_TYPED] = [3, 9, 8, 160]

export class Guesses {
  /**
   * @param {import("./search.js").QueryExpander} expander
   * @param {{layouts: [string, string][], spellings: string}} tables
   * @param {any[]} shared
   */
  constructor(expander, { layouts, spellings }, shared) {
    [FULL, SYNONYM, MAXIMUM_BEGINNINGS, SHORTEST_GUESS, firstLetter, isIdeograph, letterCount, setOnce, utf8Length] = shared
    this.expander = expander
    this.vocabulary = expander.vocabulary
    this.analyzer = expander.analyzer
    this.files = expander.files
    this.keyMaps = layouts.flatMap(([one, other]) => [keyMap(one, other), keyMap(other, one)])
    this.spellings = spellings ? spellings.split(" ").map(rule => rule.split(">")) : []
    /** What single words ask synonyms for: words by stem. */
    this.synonyms = new Map()
    for (const { asked: [stem, ...more], finds } of expander.synonyms.rules) {
      if (stem && !more.length) this.synonyms.set(stem, [...this.synonyms.get(stem) ?? [], ...finds.flat()])
    }
    /** By list of words: what finds those near another, and those whose stem is. */
    this.near = new Map()
    this.nearStems = new Map()
  }

  /**
   * Adds the likeliest kind of guess that finds something.
   * @returns {boolean} whether the word is taken for one that says little
   */
  add(found, token, text, completes) {
    const { form } = token
    const isOpen = () => !found.isStrong && !this.files.isWaiting
    // `kauc` becomes `kaucja`, which stands nowhere but in synonyms.
    for (const asked of completes ? this.synonyms.keys() : []) {
      if (asked.startsWith(form)) this.addSynonyms(found, asked, FULL)
    }
    const cyrillic = this.cyrillic(form)
    // What stands in the index as it is was meant, rather than another form of a word on other keys.
    if (isOpen() && !(cyrillic && this.vocabulary.words.has(cyrillic))) this.addOtherLayouts(found, token, text, completes)
    if (isOpen() && cyrillic) this.addMeant(found, cyrillic, TRANSLITERATION)
    if (isOpen()) this.addWithoutPrefix(found, form)
    if (isOpen() && !completes && this.addTyposOfWeak(found, form)) return true
    if (isOpen()) this.addTypos(found, form)
    if (isOpen() && cyrillic) this.addTypos(found, cyrillic)
    if (isOpen()) this.addParts(found, form)
    return false
  }

  /** Words one mistake away that no other form of a known word is. */
  addTyposOfInflection(found, form, stem) {
    const { analyzer } = this
    const letters = [...form]
    for (const [word] of this.words(letters, 1)) {
      if (!letters.slice(0, 2).includes(firstLetter(word)) || analyzer.isWeak(word) || analyzer.stem(word) === stem) continue
      this.addMistyped(found, word, isExchanged(letters, [...word]) ? TYPOS[0] : INFLECTION_TYPO)
    }
  }

  /**
   * Of the words that a mistyped one was taken for, one with the fewest mistakes; none for what may be right,
   * nor of more mistakes than are made in such a word.
   */
  correction({ words, weights }, form) {
    if ([...weights.values()].includes(FULL)) return ""
    const typed = [form, this.cyrillic(form)].filter(Boolean).map(form => [...form])
    const distances = words.map(word => Math.min(...typed.map(letters => damerau(letters, [...word], letters.length))))
    const least = Math.min(...distances)
    return least <= (typed[0].length >= LONG_FOR_CORRECTION ? 2 : 1) ? words[distances.indexOf(least)] : ""
  }

  /**
   * A text with the words that mistyped ones were taken for, as the first hits write them; nothing when
   * most of what it says was understood as it stands, since that finds the answer.
   */
  respelt(text, hits, terms) {
    const meant = new Map(terms.filter(term => term.meant).map(({ form, meant }) => [form, meant]))
    const tokens = this.analyzer.tokens(text)
    if (!meant.size || meant.size * 2 < tokens.filter(({ form }) => !this.analyzer.isWeak(form)).length) return ""
    // Never half in one alphabet and half in another.
    const isTransliterated = [...meant.keys()].some(form => this.cyrillic(form))
    const spellings = new Map()
    for (const { title, summary } of hits.slice(0, 3)) {
      for (const shown of [title, summary]) {
        for (const { form, start, end } of this.analyzer.tokens(shown)) {
          setOnce(spellings, [form, shown.slice(start, end).toLowerCase()])
        }
      }
    }
    let [result, last] = ["", 0]
    for (const { form, start, end } of tokens) {
      const other = isTransliterated && !this.vocabulary.words.has(form) && this.cyrillic(form)
      const word = meant.get(form) ?? other
      if (!word) continue
      result += text.slice(last, start) + (spellings.get(word) ?? word)
      last = end
    }
    // Of a text on another keyboard none of the words was typed.
    return last ? result + text.slice(last) : ""
  }

  /** What may have been meant when the keyboard had another layout. */
  otherLayouts(text) {
    const typed = [...text].map(letter => firstLetter(letter.toLowerCase()))
    const found = new Set(this.keyMaps.map(map => typed.map(key => map.get(key) ?? key).join("")))
    found.delete(typed.join(""))
    return [...found]
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

  addOtherLayouts(found, token, text, completes) {
    for (const typed of [chunkAround(token, text), text.slice(token.start, token.end)]) {
      for (const meant of typed ? this.otherLayouts(typed) : []) {
        const word = this.analyzer.tokens(meant)[0]?.form
        if (!word) continue
        this.addMeant(found, word, FULL)
        if (completes && letterCount(word) > 2) this.expander.addCompletions(found, word)
        if (found.isStrong) return
      }
    }
  }

  /** A word in all its forms, and the words that synonyms have for it; without these those of the thesaurus. */
  addMeant(found, word, weight) {
    const stem = this.analyzer.stem(word)
    this.expander.addStrong(found, word, weight)
    this.addSynonyms(found, stem, weight)
    if (!found.isStrong) for (const form of this.expander.formsInstead(stem)) found.put(form, RELATED_INSTEAD)
  }

  addSynonyms(found, stem, weight) {
    for (const other of this.synonyms.get(stem) ?? []) {
      this.expander.addStrong(found, other, Math.floor(SYNONYM * weight / FULL))
    }
  }

  /** `neatveras` without `ne`. */
  addWithoutPrefix(found, form) {
    for (const prefix of this.analyzer.suffixTable.prefixes) {
      const rest = form.slice(prefix.length)
      if (form.startsWith(prefix) && letterCount(rest) >= SHORTEST_GUESS) this.expander.addStrong(found, rest, PART)
    }
  }

  /**
   * One mistake in words of 3 to 8 letters, two in longer ones, if one explains nothing; else as
   * many in the word's stem. What synonyms are known for may be mistyped as well.
   */
  addTypos(found, form) {
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
    add(this.words(letters, inForm))
    const isFound = found.isStrong
    if (!inStem) return
    for (const asked of this.synonyms.keys()) {
      const distance = damerau(stem, [...asked], inStem)
      if (distance > 0 && distance <= inStem) this.addSynonyms(found, asked, TYPOS[distance - 1])
    }
    if (isFound || this.files.isWaiting) return
    add(this.wordsByStem(stem, inStem))
  }

  addMistyped(found, word, weight) {
    this.expander.addStrong(found, word, weight)
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
    const isOther = this.words(letters, 1).some(([word]) => !this.analyzer.isWeak(word))
    const meant = isOther ? weak.filter(word => isExchanged(letters, [...word])) : weak
    if (!meant.length) return false
    for (const word of meant) {
      this.expander.addStrong(found, word, TYPOS[0])
      found.words.push(word)
    }
    return true
  }

  /** Two known words written as one; else the longest shared beginning, and words that contain it. */
  addParts(found, form) {
    const { expander } = this
    const letters = [...form]
    // An ideograph alone says what word it is, two letters where vowels are left out or a syllable is one.
    const shortest = isIdeograph(form) ? 1 : form < "\u0590" ? SHORTEST_GUESS : 2
    if (letters.length < shortest) return
    const { words: known } = this.vocabulary
    for (let length = letters.length - 3; length >= 3; length--) {
      const [first, second] = [letters.slice(0, length).join(""), letters.slice(length).join("")]
      if (!known.has(first) || !known.has(second)) continue
      expander.addStrong(found, first, PART)
      expander.addStrong(found, second, PART)
      return
    }
    for (let length = letters.length - 1; length >= shortest; length--) {
      const words = this.vocabulary.words.beginningWith(letters.slice(0, length).join(""))
      if (!words.length) continue
      for (const word of words) {
        found.put(word, Math.floor(BEGINNING * length / Math.max(letters.length, letterCount(word))))
      }
      break
    }
    if (expander.isLarge) return
    const longer = this.vocabulary.lists().flatMap(({ words }) => words).filter(word => word.length > form.length && word.includes(form))
    for (const word of longer.slice(0, MAXIMUM_BEGINNINGS)) found.put(word, SUBSTRING)
  }

  // Words near another.

  /**
   * Words that another becomes by at most `limit` mistakes, without those of one letter or two.
   * @returns {[string, number][]} with their distance
   */
  words(letters, limit) {
    const near = list => kept(this.near, list, () => new NearForms(list.words)).within(limit, letters)
    return this.alikeFirst(letters, near).filter(([word]) => letterCount(word) >= SHORTEST_TYPO)
  }

  /** Words whose stem another stem becomes. */
  wordsByStem(stem, limit) {
    const near = list => {
      const { byStem, forms } = kept(this.nearStems, list, () => {
        const byStem = new Map()
        for (const word of list.words) {
          const stem = this.analyzer.stem(word)
          byStem.set(stem, [...byStem.get(stem) ?? [], word])
        }
        return { byStem, forms: new NearForms([...byStem.keys()]) }
      })
      return forms.within(limit, stem).flatMap(([stem, distance]) => byStem.get(stem).map(word => [word, distance]))
    }
    return this.alikeFirst(stem, near)
  }

  /** Words that begin with the first letter or the second; if there are none, any others of a small index. */
  alikeFirst(letters, near) {
    const beginnings = letters.slice(0, 2)
    const alike = this.vocabulary.lists(beginnings).flatMap(near).filter(([word]) => beginnings.includes(firstLetter(word)))
    return alike.length || this.expander.isLarge || this.files.isWaiting ? alike : this.vocabulary.lists().flatMap(near)
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

/** The value of a key, made once. */
function kept(map, key, make) {
  if (!map.has(key)) map.set(key, make())
  return map.get(key)
}

function keyMap(from, to) {
  const meant = [...to]
  const map = new Map()
  ;[...from].forEach((key, i) => setOnce(map, [key, meant[i]]))
  return map
}

/** What stands between two spaces around a word; nothing when it is too long for one. */
function chunkAround({ start, end }, text) {
  while (start > 0 && text.charCodeAt(start - 1) > 32 && end - start <= LONGEST_TYPED) start--
  while (end < text.length && text.charCodeAt(end) > 32 && end - start <= LONGEST_TYPED) end++
  const chunk = text.slice(start, end)
  return utf8Length(chunk) <= LONGEST_TYPED ? chunk : ""
}

/** The same letters in another order. */
function isExchanged(one, other) {
  return [...one].sort().join("") === [...other].sort().join("")
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
