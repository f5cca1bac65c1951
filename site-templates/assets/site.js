// What every page of the help site does beyond showing itself: search as one types, the menu of
// languages, open or closed, feedback. What few pages do is loaded by them.
//
// Publishing joins this file with availability.js and with the channels' rules, and calls start().

import { mount, now, stateAt } from "./availability.js"

const SUGGESTIONS = 6
const WAIT = 60
const ANNOUNCE = 600

const find = (selector, below = document) => below.querySelector(selector)

/** The form's addresses, the page's own words and how its language counts. */
let form, root, indexURL, resultsURL, strings, plurals

async function start() {
  const results = find(".page-search, .page-not-found") && await import("./results.js")
  await results?.translateNotFound()
  form = find("form.search")
  closeMenus()
  showNotices()
  if (find(".tabs")) import("./tabs.js").then(({ showTabs }) => showTabs(document))
  if (!form) return
  ({ root, index: indexURL, results: resultsURL } = form.dataset)
  strings = JSON.parse(find("#_strings").textContent)
  const { lang } = document.documentElement
  plurals = new Intl.PluralRules(lang)
  if (rules) mount(document, rules, strings, lang)
  new SearchBox(form)
  addSearchToFeedback()
  results?.start({
    root, rules, text, searchIndex, element, marked, pointToList, stateAt, now,
  })
}

/** Shows the notices whose time is now; the page may have been published before or after. */
function showNotices() {
  for (const notice of document.querySelectorAll(".bulletin")) {
    const { from = 0, until = Infinity } = notice.dataset
    notice.hidden = now() < from || now() >= until
  }
}

/**
 * A text of the page's language, its `{placeholders}` filled.
 * @param {string} key
 * @param {Record<string, string|number>} values `n` also chooses the plural
 */
function text(key, values = {}) {
  const chosen = strings[`${key}.${plurals.select(values.n ?? 0)}`] ?? strings[`${key}.other`]
  const found = "n" in values ? chosen : strings[key]
  return (found ?? key).replace(/{(\w+)}/g, (all, name) => values[name] ?? all)
}

/** @type {Promise<import("./search.js").SearchIndex> | undefined} */
let loading

/** The search index, loaded when somebody is about to search; a failure is tried again. */
function searchIndex() {
  loading ??= import("./search.js").then(({ loadIndex }) => loadIndex(indexURL))
  loading.catch(() => { loading = undefined })
  return loading
}

/**
 * Makes an element of texts and elements.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node|string)} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** A text as nodes, the words of the query marked in any inflection. */
function marked(index, text, query) {
  const nodes = []
  let end = 0
  for (const [from, to] of index.matches(text, query)) {
    nodes.push(text.slice(end, from), element("mark", {}, text.slice(from, to)))
    end = to
  }
  return [...nodes, text.slice(end)]
}

/** A sentence with a link to the list of all articles after it. */
function pointToList(sentence) {
  const list = find(".links .wide")
  return [`${sentence} `, element("a", { href: list.href }, list.textContent)]
}

/** The search box, by the pattern "editable combobox with list autocomplete" of the ARIA guide. */
class SearchBox {
  constructor(form) {
    this.input = find("input", form)
    this.panel = find(".panel", form)
    this.list = find("ul", this.panel)
    this.message = find("p", this.panel)
    this.status = find("[role=status]", form)
    this.active = -1
    form.action = resultsURL
    this.input.role = "combobox"
    this.input.ariaExpanded = "false"
    const load = () => { searchIndex().catch(() => {}) }
    this.input.addEventListener("pointerenter", load)
    this.input.addEventListener("focus", load)
    this.input.addEventListener("input", event => event.isComposing || this.suggestSoon())
    this.input.addEventListener("compositionend", () => this.suggestSoon())
    this.input.addEventListener("focus", () => this.input.value.trim() && this.suggestSoon())
    this.input.addEventListener("keydown", event => event.isComposing || this.press(event))
    form.addEventListener("focusout", event => form.contains(event.relatedTarget) || this.close())
    form.addEventListener("submit", event => this.remember() || event.preventDefault())
    this.panel.addEventListener("pointerdown", event => event.preventDefault())
    this.list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]")
      if (option) this.go(option, event.metaKey || event.ctrlKey)
    })
  }

  suggestSoon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.suggest(), WAIT)
  }

  async suggest() {
    const query = this.input.value.trim()
    if (!query) return this.close()
    let hits, index
    try {
      index = await searchIndex()
      hits = await index.search(query, { limit: SUGGESTIONS, typing: true })
    } catch {
      return this.show([], pointToList(text("search.unreachable")))
    }
    if (query !== this.input.value.trim()) return
    if (!hits.length) return this.show([], [text("search.none", { query })])
    const options = hits.map(hit => this.option(
      root + hit.url, element("b", {}, ...marked(index, hit.title, query)),
      element("small", {}, hit.section ? hit.category : hit.summary)))
    const all = this.option(`${resultsURL}?q=${encodeURIComponent(query)}`, text("search.all", { query }))
    all.className = "all"
    this.show([...options, all], [])
    this.announce(text("search.results", { n: hits.length }))
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
    this.panel.hidden = document.activeElement !== this.input
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
      this.go(this.list.children[this.active], event.metaKey || event.ctrlKey)
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

  /** Keeps the query for feedback, where that is allowed; says whether there is one. */
  remember() {
    const query = this.input.value.trim()
    try { sessionStorage.query = query } catch {}
    return query
  }

  go({ dataset: { url } }, isElsewhere) {
    this.remember()
    if (isElsewhere) open(url)
    else location.href = url
  }
}

/** Adds what was searched for to what is told by feedback. */
function addSearchToFeedback() {
  let query
  try { ({ query } = sessionStorage) } catch { return }
  if (!query) return
  for (const link of document.querySelectorAll(".feedback a")) {
    link.href += encodeURIComponent(`\n\n${text("feedback.search", { query })}`)
  }
  for (const field of document.querySelectorAll("[name=search]")) field.value = query
}

/** Closes the menu of languages as menus do: by Escape, or when something else is clicked. */
function closeMenus() {
  const menu = find("details.languages")
  addEventListener("click", event => menu?.contains(event.target) || menu?.removeAttribute("open"))
  menu?.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    menu.open = false
    find("summary", menu).focus()
  })
}
