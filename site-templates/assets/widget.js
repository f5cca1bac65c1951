// <signpost-search>: the help centre's search on a company's own pages.
//
//   <script type="module" src="https://help.example.com/widget.js"></script>
//   <signpost-search lang="pl"><a href="https://help.example.com/pl/">Pomoc</a></signpost-search>
//
// Attributes: lang (else the language of the page around it), placeholder, target (where articles
// open, as of a link). What stands inside is shown where this script doesn't run. Style of the page
// around doesn't reach in, except through --signpost-brand, --signpost-font and --signpost-radius.
//
// Publishing joins this file with the module it imports, and calls define() with the site's languages.

import { element, find, loadSearch, SearchBox, textsOf } from "./search-box.js"

/** The help centre's root: this script stands right in it. */
const base = new URL("./", import.meta.url).href

/**
 * What a language has: addresses below the root, the direction of its script, its words.
 * @typedef {{
 *   dir: string, index: string, results: string, list: string, contact?: string,
 *   strings: Record<string, string>,
 * }} Language
 */

/**
 * @param {Record<string, Language>} languages the site's first language first
 * @param {string} css
 */
function define(languages, css) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const indexes = new Map()

  /** Loads the index of a language once for all elements; a failure is tried again. */
  function searchIndex(url) {
    if (!indexes.has(url)) {
      const loading = loadSearch(url)
      loading.catch(() => indexes.delete(url))
      indexes.set(url, loading)
    }
    return indexes.get(url)
  }

  class SignpostSearch extends HTMLElement {
    static observedAttributes = ["lang", "placeholder", "target"]

    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet]
      this.render()
    }

    attributeChangedCallback() {
      if (this.shadowRoot) this.render()
    }

    render() {
      const code = languageOf(this.closest("[lang]")?.lang ?? "", Object.keys(languages))
      const { dir, index, results, list, contact, strings } = languages[code]
      const text = textsOf(strings)
      const target = this.getAttribute("target") ?? "_self"
      const link = (path, key) => element("a", { href: base + path, target }, text(key))
      const form = formOf(text, {
        lang: code, dir, role: "search", target, "data-root": base, "data-results": base + results,
      }, this.getAttribute("placeholder") ?? text("search.placeholder"))
      this.shadowRoot.replaceChildren(form)
      new SearchBox(form, {
        text,
        kept: {},
        searchIndex: () => searchIndex(base + index),
        pointToList: sentence => [`${sentence} `, link(list, "nav.all")],
        pointToPeople: sentence =>
          contact ? [`${sentence}. `, link(contact, "contact.title")] : [sentence],
      })
    }
  }
  if (!customElements.get("signpost-search")) customElements.define("signpost-search", SignpostSearch)
}

/** The first of the site's languages that a tag means: `pl` for `pl-PL`; else the site's first. */
function languageOf(tag, codes) {
  const wanted = tag.toLowerCase()
  const primary = code => code.toLowerCase().split("-")[0]
  return codes.find(code => code.toLowerCase() === wanted)
    ?? codes.find(code => primary(code) === primary(wanted)) ?? codes[0]
}

/** The form as the pages' template `search-box` has it. */
function formOf(text, attributes, placeholder) {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  icon.setAttribute("viewBox", "0 0 20 20")
  icon.ariaHidden = "true"
  icon.append(document.createElementNS(icon.namespaceURI, "path"))
  find("path", icon).setAttribute("d", "M8.5 2a6.5 6.5 0 0 1 5.2 10.4l4 4-1.4 1.4-4-4A6.5 6.5 0 1 1 "
    + "8.5 2zm0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z")
  return element("form", attributes,
    element("input", {
      name: "q", type: "search", placeholder, "aria-label": text("search.label"), autocomplete: "off",
      spellcheck: "false", enterkeyhint: "search", "aria-controls": "options",
      "aria-autocomplete": "list", maxlength: "500",
    }),
    element("button", { "aria-label": text("search.submit") }, icon),
    element("div", { class: "panel", hidden: "" },
      element("ul", { id: "options", role: "listbox", "aria-label": text("search.suggestions") }),
      element("p", { hidden: "" })),
    element("p", { class: "unseen", role: "status" }))
}
