// What every page of the help site does beyond showing itself: search as one types, the menu of
// languages, open or closed, feedback. What few pages do is loaded by them.
//
// Publishing joins this file with the modules it imports and with the channels' rules, and calls
// start().

import { mount, now, stateAt } from "./availability.js"
import { brief, element, find, loadSearch, marked, SearchBox, textsOf } from "./search-box.js"

/** Milliseconds. */
const TWICE = 5000

/** The form and its addresses, and the page's own words. */
let form, root, indexURL, text

async function start() {
  const results = find(".page-search, .page-not-found") && await import("./results.js")
  await results?.translateNotFound()
  form = find("form.search")
  closeMenus()
  showNotices()
  sendOnce()
  // What can be moved must be within reach of the keyboard.
  for (const box of document.querySelectorAll(".scroll")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  }
  // What was chosen and searched for last is kept, where that is allowed.
  let kept = {}
  try { kept = sessionStorage } catch {}
  showTabs(kept)
  addEventListener("hashchange", () => showTabs(kept))
  if (!form) return
  ({ root, index: indexURL } = form.dataset)
  const strings = JSON.parse(find("#_strings").textContent)
  const { lang } = document.documentElement
  text = textsOf(strings)
  if (rules) mount(document, rules, strings, lang)
  new SearchBox(form, { text, searchIndex, pointToList, kept })
  if (kept.query || (document.referrer && find(".write, .call-back"))) {
    import("./feedback.js").then(({ addSearch }) => addSearch(text, kept.query))
  }
  results?.start({
    root, rules, text, searchIndex, element, marked, brief, pointToList, stateAt, now,
  })
}

/** Shows the tabs that were chosen before, else those of this device, and the one that the address leads into. */
function showTabs(kept) {
  for (const tab of document.querySelectorAll(".tabs > input")) {
    const name = tab.nextElementSibling.textContent
    const { device = "^$" } = tab.dataset
    tab.checked ||= kept.tab ? kept.tab === name : RegExp(device, "i").test(navigator.userAgent)
    tab.onchange = () => {
      kept.tab = name
      showTabs(kept)
    }
  }
  const target = document.getElementById(location.hash.slice(1))
  const panel = target?.closest(".tab")
  if (!panel) return
  panel.previousElementSibling.control.checked = true
  target.scrollIntoView()
}

/** Shows the notices whose time is now; the page may have been published before or after. */
function showNotices() {
  for (const notice of document.querySelectorAll(".bulletin")) {
    const { from = 0, until = Infinity } = notice.dataset
    notice.hidden = now() < from || now() >= until
  }
}

/** Sends a message once where its button is clicked twice. */
function sendOnce() {
  let sent = -TWICE
  addEventListener("submit", event => {
    if (event.target.method !== "post") return
    if (event.timeStamp - sent < TWICE) event.preventDefault()
    else sent = event.timeStamp
  })
}

/** @type {Promise<import("./search.js").SearchIndex> | undefined} */
let loading

/** The search index, loaded when somebody is about to search; a failure is tried again. */
function searchIndex() {
  loading ??= loadSearch(indexURL)
  loading.catch(() => { loading = undefined })
  return loading
}

/** A sentence with a link to the list of all articles after it. */
function pointToList(sentence) {
  const list = find(".links .wide")
  return [`${sentence} `, element("a", { href: list.href }, list.textContent)]
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
