// The page of results, and the page for addresses that don't exist.

const RESULTS = 50
const SUGGESTIONS = 5
/** Where nothing is found; more would push the ways to reach us out of sight. */
const MOST_ASKED = 3
/** The others come when they are asked for. */
const SHOWN = 10
const [LENGTH, BEFORE, MOST] = [120, 40, 300]
const END = /\p{P}\s*$/u
const TEXT = ".prose > :not(h2, h3, h4), .timeline li"
/** Fewer are looked through faster than filtered. */
const FEWEST_TO_FILTER = 6

const find = (selector, below = document) => below.querySelector(selector)
const frame = () => new Promise(requestAnimationFrame)

/** What site.js gives: `root, text, searchIndex, element, marked, brief, pointToList`, what it knows of channels. */
let tools

/** @param {typeof tools} given */
export async function start(given) {
  tools = given
  const main = find("main")
  // What follows comes up to the results while it can't be seen: nothing in sight moves.
  main.classList.add("busy")
  await (find(".page-search") ? showResults(main) : suggestForAddress(find("section", main))).catch(() => {})
  main.classList.add("told")
  await frame()
  await frame()
  main.classList.remove("busy")
}

/** The page of results for the query in the address, of one topic if it names one. */
async function showResults(main) {
  const { text, searchIndex, pointToList } = tools
  const wanted = new URLSearchParams(location.search)
  const [query, topic] = ["q", "topic"].map(name => wanted.get(name)?.trim() ?? "")
  const [heading, status, list] = [find("h1", main), find("[role=status]", main), find("ol", main)]
  status.textContent = text(query ? "search.waiting" : "search.empty")
  if (!query) return find("#_q").focus()
  const pointOn = sentence => {
    status.replaceChildren(...pointToList(sentence))
    find("a", status).className = "choice"
  }
  find("#_q").value = query
  heading.textContent = text("search.heading", { query: tools.brief(query) })
  document.title = document.title.replace(/^.*?(?= – )/, () => heading.textContent)
  try {
    const index = await searchIndex()
    const found = await index.search(query, { limit: RESULTS })
    const filter = { categories: [topic] }
    const hits = topic ? await index.search(query, { limit: RESULTS, filter }) : found
    const matches = index.matcher(query)
    const left = history.state
    const shown = left?.shown ?? SHOWN
    list.replaceChildren(...hits.slice(0, shown).map(hit => result(hit, matches)))
    list.hidden = !hits.length
    if (hits.length > shown) offerOthers(hits.slice(shown), matches, query, list)
    status.textContent = text("search.results", { n: hits.length })
    proposeCorrection(index.correction(query, hits), status)
    // Who comes back from an article finds the results as they were left.
    if (left) scrollTo({ top: left.top, behavior: "instant" })
    addEventListener("pagehide", () =>
      history.replaceState({ shown: Math.max(SHOWN, list.children.length), top: scrollY }, ""))
    // Without them, and where a page can't be reached, the results stay as they are.
    offerTopics(index, found, query, topic).catch(() => {})
    showPassages(hits, matches, list).catch(() => {})
    if (!hits.length) {
      heading.textContent = text("search.none", { query: tools.brief(query) })
      const reach = find(".contact") ? " " + text("search.noneReach") : ""
      pointOn(text("search.noneHint") + reach)
      putOpenChannelsFirst()
      await showMostAsked(list).catch(() => {})
      // Kept in the web server's log alone, by the site's own choice.
      const { marker } = find(".results", main).dataset
      if (marker) fetch(`${marker}?q=${encodeURIComponent(query)}`).catch(() => {})
    }
  } catch {
    pointOn(text("search.unreachable"))
  }
}

/** A button below a list for the rest of the results, which then has the focus. */
function offerOthers(hits, matches, query, list) {
  const { text, element } = tools
  const button = element("button", { class: "choice" }, text("search.all", { query: tools.brief(query) }))
  const place = element("p", { class: "more pages" }, button)
  button.addEventListener("click", () => {
    const others = hits.map(hit => result(hit, matches))
    list.append(...others)
    place.remove()
    find("a", others[0]).focus()
  })
  list.after(place)
}

/** Links to the results of one topic each, and of those within the chosen one, most results first. */
async function offerTopics(index, hits, query, chosen) {
  const place = find(".results nav")
  if (!place || hits.length < FEWEST_TO_FILTER) return
  const { element } = tools
  const found = new Set(hits.map(({ number }) => number))
  const { categories } = await (await import("./search-facets.js")).facetsOf(index)
  const topics = categories
    .map(({ name, title, documents }) => ({ name, title, count: documents.filter(number => found.has(number)).length }))
    .filter(({ name, count }) => count && `${chosen}/`.startsWith(name.slice(0, name.lastIndexOf("/") + 1)))
    .sort((a, b) => b.count - a.count)
  if (topics.length < 2) return
  const all = find("a", place)
  const addressOf = topic => `?${new URLSearchParams({ q: query, ...topic && { topic } })}`
  all.href = addressOf("")
  find("ul", place).append(...topics.map(({ name, title }) =>
    element("li", {}, element("a", { href: addressOf(name), ...name === chosen && { "aria-current": "true" } }, title))))
  if (!chosen) all.ariaCurrent = "true"
  place.hidden = false
}

/** Puts a result's passage in place of a summary that holds less of what was asked, for the first results. */
async function showPassages(hits, matches, list) {
  if (navigator.connection?.saveData) return
  await Promise.all(hits.slice(0, SHOWN).map(async (hit, number) => {
    const passage = await passageOf(hit, matches)
    if (passage) list.children[number].lastChild.replaceChildren(...tools.marked(matches, passage))
  }))
}

/**
 * The passage of a result's page that holds most of what was asked, where its summary holds less.
 * @param {{url: string, summary: string}} hit
 * @param {ReturnType<import("./search.js").SearchIndex["matcher"]>} matches
 * @returns {Promise<string>} what was asked for early in it; empty when the summary says as much
 */
async function passageOf({ url, summary }, matches) {
  const response = await fetch(tools.root + url)
  if (!response.ok) return ""
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  const [, anchor] = url.split("#")
  const part = anchor ? page.getElementById(decodeURI(anchor))?.closest("section, details") : page
  page.querySelectorAll("li, td, th, .timeline p").forEach(end => END.test(end.textContent) || end.append(" ·"))
  page.querySelectorAll(".alert-title").forEach(end => END.test(end.textContent) || end.append(":"))
  page.querySelectorAll("li, td, th, p").forEach(end => end.append(" "))
  const blocks = [...part.querySelectorAll(TEXT)].map(block => block.textContent.replace(/\s+/g, " ").replace(/[ ·]+$/, ""))
  // What introduces a list is read with it.
  const texts = blocks.join("\n").replaceAll(":\n", ": ").split("\n")
  let best = { weight: weightOf(matches(summary)), text: "" }
  for (const text of texts) {
    let start = 0
    for (const sentence of sentences(text)) {
      const found = matches(sentence)
      const weight = weightOf(found)
      if (weight > best.weight) best = { weight, text: passage(text, start, start + found[0][0]) }
      start += sentence.length
    }
  }
  return best.text
}

/** What was found, each word once. */
function weightOf(found) {
  return [...new Set(found.map(([, , term]) => term))].reduce((sum, { weight }) => sum + weight, 0)
}

/** A text in pieces of whole sentences, each of about two lines if its sentences aren't longer; none ends at an abbreviation. */
function sentences(text) {
  const pieces = [""]
  for (const sentence of text.match(/.+?(?:[.!?…·](?=\s+\P{Ll})|$)\s*/gu) ?? []) {
    if (pieces.at(-1) && (pieces.at(-1) + sentence).length > LENGTH) pieces.push("")
    pieces[pieces.length - 1] += sentence
  }
  return pieces
}

/**
 * A text from the start of the piece, else from that of the sentence with the first word that was asked for,
 * or from shortly before that word.
 */
function passage(text, start, first) {
  const sentence = Math.max(...[".", "!", "?"].map(end => text.lastIndexOf(end + " ", first - 2))) + 2
  for (const from of [start, sentence]) {
    if (first - from < LENGTH / 2) return text.slice(from, from + MOST)
  }
  const from = text.indexOf(" ", first - BEFORE) + 1
  return "… " + text.slice(from, from + MOST)
}

/** A link to the results of what was probably meant, after `place`. */
function proposeCorrection(meant, place) {
  if (!meant) return
  const { text, element } = tools
  const link = element("a", { href: `?q=${encodeURIComponent(meant)}` }, text("search.meant", { query: meant }))
  place.after(element("p", { class: "meant" }, link))
}

/** Puts what is asked most, as the home page has it, after a list of results that is empty. */
async function showMostAsked(list) {
  const response = await fetch(find(".brand").href)
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  const asked = find("[aria-labelledby=_pinned]", page)
  if (!asked) return
  asked.className = "related"
  asked.querySelectorAll(`li:nth-child(n + ${MOST_ASKED + 1})`).forEach(link => link.remove())
  list.after(asked)
}

/** Puts the channels that can be reached now before the others. */
function putOpenChannelsFirst() {
  const { rules, stateAt, now } = tools
  const list = find(".channels")
  if (!rules || !list) return
  const entry = id => find(`[data-id="${CSS.escape(id)}"]`, list)
  const { lang } = document.documentElement
  const stateNow = (rules, id, at) => {
    const state = stateAt(rules, id, at)
    const isSpoken = state?.open && !entry(id)?.matches("[data-foreign]") && stateAt(rules, id, at, lang).open
    return state && { ...state, isSpoken }
  }
  for (const { id } of byAvailability(rules, now(), stateNow)) {
    if (entry(id)) list.append(entry(id))
  }
}

/**
 * The channels with their states: those open now first, before all where the reader's language is
 * spoken, then by their next opening, those without hours last; else in the order of the file.
 *
 * @param {Rules} rules
 * @param {number} at
 * @param {typeof import("./availability.js").stateAt} stateAt
 * @returns {{id: string, state: State | null}[]}
 */
export function byAvailability(rules, at, stateAt) {
  const rank = state =>
    !state ? Infinity : state.open ? (state.isSpoken === false ? 1 : 0) : state.until ?? Infinity
  return rules.channels
    .map(({ id }) => ({ id, state: stateAt(rules, id, at) }))
    .sort((a, b) => (rank(a.state) === rank(b.state) ? 0 : rank(a.state) - rank(b.state)))
}

function result(hit, matches) {
  const { root, element, marked } = tools
  return element(
    "li", {}, element("p", { class: "where" }, hit.category),
    element("a", { href: root + hit.url }, ...marked(matches, hit.title)),
    element("p", {}, ...marked(matches, hit.summary)))
}

/** Searches for the words of an address that doesn't exist. */
async function suggestForAddress(section) {
  const words = decodeURI(location.pathname).slice(tools.root.length).split("/")
    .filter(part => part !== document.documentElement.lang && part !== "not-found")
    .join(" ").replace(/\.html?$|[-_.+]/g, " ").trim()
  if (!words) return
  find("#_q").value = words
  const index = await tools.searchIndex()
  const hits = await index.search(words, { limit: SUGGESTIONS })
  find("ol", section).append(...hits.map(hit => result(hit, () => [])))
  section.hidden = !hits.length
}

/** The host has one page for all missing addresses: shows it in the language of the address. */
export async function translateNotFound() {
  const page = find("body.page-not-found")
  const link = [...document.querySelectorAll(".languages [hreflang]")].find(link =>
    location.pathname.startsWith(new URL(link.href).pathname.replace(/[^/]*\/$/, "")))
  if (!page || !link || link.ariaCurrent) return
  const response = await fetch(link.href)
  if (!response.ok) return
  const other = new DOMParser().parseFromString(await response.text(), "text/html")
  document.title = other.title
  document.documentElement.lang = other.documentElement.lang
  document.documentElement.dir = other.documentElement.dir
  page.replaceWith(other.body)
}
