// The search box of the site's pages, and of the element that other pages show it in.

const SUGGESTIONS = 6
const WAIT = 10
const ANNOUNCE = 600
/** Without an answer until then, it says that it is on its way. */
const PATIENCE = 300

export const find = (selector, below = document) => below.querySelector(selector)

/**
 * What gives the texts of a language, their `{placeholders}` filled; `n` also chooses the plural.
 * @param {Record<string, string>} strings `lang` is the language that they are in
 * @returns {(key: string, values?: Record<string, string|number>) => string}
 */
export function textsOf(strings) {
  const plurals = new Intl.PluralRules(strings.lang)
  return (key, values = {}) => {
    const chosen = strings[`${key}.${plurals.select(values.n ?? 0)}`] ?? strings[`${key}.other`]
    const found = "n" in values ? chosen : strings[key]
    return (found ?? key).replace(/{(\w+)}/g, (all, name) => values[name] ?? all)
  }
}

/** A query as a heading or a line of the list can show it: whole messages are pasted too. */
export const brief = query => query.replace(/^(.{60}).+/su, "$1…")

/**
 * Makes an element of texts and elements.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node|string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/**
 * The search index of a language; its manifest comes beside the code that reads it.
 * @param {string} url of the manifest
 * @returns {Promise<import("./search.js").SearchIndex>}
 */
export const loadSearch = url => Promise.all([import("./search.js"), fetch(url)])
  .then(([{ loadIndex }, manifest]) => loadIndex(url, manifest))

/** A text as nodes, marked where a search index's matcher finds the words of a query. */
export function marked(matches, text) {
  const nodes = []
  let end = 0
  for (const [begin, to] of matches(text)) {
    // Pairs of ideographs share one.
    const from = Math.max(begin, end)
    nodes.push(text.slice(end, from), element("mark", {}, text.slice(from, to)))
    end = to
  }
  return [...nodes, text.slice(end)]
}

/**
 * The search box, by the pattern "editable combobox with list autocomplete" of the ARIA guide.
 * @typedef {{
 *   text: (key: string, values?: {}) => string,
 *   searchIndex: () => Promise<import("./search.js").SearchIndex>,
 *   pointToList: (sentence: string) => (Node|string)[],
 *   pointToPeople?: (sentence: string) => (Node|string)[], kept: {query?: string},
 * }} Site its texts; sentences with a link to all articles, to the channels; where the query is kept
 */
export class SearchBox {
  /**
   * @param {HTMLFormElement} form its data say where the site is, `root`, and its `results`
   * @param {Site} site
   */
  constructor(form, site) {
    Object.assign(this, form.dataset, site)
    this.form = form
    this.input = find("input", form)
    this.panel = find(".panel", form)
    this.list = find("ul", this.panel)
    this.message = find("p", this.panel)
    this.status = find("[role=status]", form)
    this.active = -1
    // Who searched before this script had come was sent to the list of all articles.
    if (location.href.startsWith(`${form.action}?q=`)) location.replace(this.results + location.search)
    form.action = this.results
    this.input.role = "combobox"
    this.input.ariaExpanded = "false"
    const load = () => { this.searchIndex().catch(() => {}) }
    this.input.addEventListener("pointerenter", load)
    this.input.addEventListener("focus", load)
    this.input.addEventListener("input", event => event.isComposing || this.suggestSoon())
    this.input.addEventListener("compositionend", () => this.suggestSoon())
    this.input.addEventListener("focus", () => this.input.value.trim() && this.suggestSoon())
    this.input.addEventListener("keydown", event => event.isComposing || this.press(event))
    form.addEventListener("focusout", event => form.contains(event.relatedTarget) || this.close())
    form.addEventListener("submit", event => this.keep() || event.preventDefault())
    this.panel.addEventListener("pointerdown", event => event.preventDefault())
    this.list.onclick = this.list.onauxclick = event => {
      const option = event.target.closest("[role=option]")
      if (option && event.button < 2) this.go(option, event)
    }
  }

  suggestSoon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.suggest(), WAIT)
  }

  /** One search at a time, of what stands there by then: in a slow network letters come faster than files. */
  async suggest() {
    if (this.isSearching) return
    this.isSearching = true
    let query
    do {
      query = this.input.value.trim()
      await this.answer(query, () => query === this.input.value.trim())
    } while (query !== this.input.value.trim())
    this.isSearching = false
  }

  /** Shows what a query finds, unless another is wanted by then. */
  async answer(query, isWanted) {
    if (!query) return this.close()
    const waiting = setTimeout(
      () => this.panel.hidden && this.show([], [this.text("search.waiting")]), PATIENCE)
    let hits, index
    try {
      index = await this.searchIndex()
      hits = await index.search(query, { limit: SUGGESTIONS, typing: true, isWanted })
    } catch {
      return this.show([], this.pointToList(this.text("search.unreachable")))
    } finally {
      clearTimeout(waiting)
    }
    if (!isWanted()) return
    if (!hits.length) {
      const sentence = this.text("search.none", { query: brief(query) })
      return this.show([], this.pointToPeople?.(sentence) ?? [sentence])
    }
    const matches = index.matcher(query, true)
    const options = hits.map(hit => this.option(
      this.root + hit.url, element("b", {}, ...marked(matches, hit.title)),
      element("small", {}, hit.section ? hit.category : hit.summary)))
    const all = this.option(`${this.results}?q=${encodeURIComponent(query)}`, this.text("search.all", { query: brief(query) }))
    all.className = "all"
    this.show([...options, all], [])
    this.announce(this.text("search.results", { n: hits.length }))
  }

  option(url, ...children) {
    return element("li", { role: "option", "aria-selected": "false", "data-url": url }, ...children)
  }

  show(options, message) {
    options.forEach((option, number) => { option.id = `_option-${number}` })
    this.list.replaceChildren(...options)
    this.list.hidden = !options.length
    this.message.replaceChildren(...message)
    this.message.hidden = !message.length
    this.panel.hidden = this.input.getRootNode().activeElement !== this.input
    this.input.ariaExpanded = String(!this.panel.hidden && options.length > 0)
    this.select(-1)
    if (message.length) this.announce(this.message.textContent)
  }

  /** Says a text once typing has paused, so that every letter isn't talked over. */
  announce(sentence) {
    clearTimeout(this.speech)
    this.speech = setTimeout(() => { this.status.textContent = sentence }, ANNOUNCE)
  }

  close() {
    clearTimeout(this.timer)
    clearTimeout(this.speech)
    this.panel.hidden = true
    this.status.textContent = ""
    this.input.ariaExpanded = "false"
    this.select(-1)
  }

  select(number) {
    const { children } = this.list
    if (children[this.active]) children[this.active].ariaSelected = "false"
    this.active = number
    const option = children[number]
    if (option) option.ariaSelected = "true"
    option?.scrollIntoView({ block: "nearest" })
    if (option) this.input.setAttribute("aria-activedescendant", option.id)
    else this.input.removeAttribute("aria-activedescendant")
  }

  press(event) {
    const count = this.list.children.length
    const isOpen = !this.panel.hidden && count > 0
    if (event.key === "Escape" && !this.panel.hidden) {
      this.close()
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      this.go(this.list.children[this.active], event)
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!isOpen) this.suggestSoon()
      else {
        // One place more than there are options: back in the text, nothing chosen.
        const step = event.key === "ArrowDown" ? 1 : -1
        this.select((this.active + 1 + step + count + 1) % (count + 1) - 1)
      }
    } else return
    event.preventDefault()
  }

  /** Keeps the query; says whether there is one. */
  keep() {
    return this.kept.query = this.input.value.trim()
  }

  go({ dataset }, { metaKey, ctrlKey, button }) {
    this.keep()
    open(dataset.url, metaKey || ctrlKey || button ? "_blank" : this.form.target || "_self")
  }
}
