// The passages of articles that show why they answer, below the results of the page of results.

const [LENGTH, BEFORE, MOST] = [120, 40, 300]
const TEXT = ".prose > :not(h2, h3, h4), .timeline li"

/**
 * The passage of a result's page that holds most of what was asked, where its summary holds less.
 * @param {import("./search.js").SearchIndex} index
 * @param {{url: string, summary: string}} hit
 * @param {string} query
 * @param {string} root of the site
 * @returns {Promise<string>} what was asked for early in it; empty when the summary says as much
 */
export async function passageOf(index, { url, summary }, query, root) {
  const response = await fetch(root + url)
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  const [, anchor] = url.split("#")
  const part = anchor ? page.getElementById(decodeURI(anchor))?.closest("section, details") : page
  page.querySelectorAll("li, td, th, p").forEach(end => end.append(" "))
  const blocks = [...part.querySelectorAll(TEXT)].map(block => block.textContent.replace(/\s+/g, " ").trim())
  // What introduces a list is read with it.
  const texts = blocks.join("\n").replaceAll(":\n", ": ").split("\n")
  let best = { weight: weightOf(index.matches(summary, query)), text: "" }
  for (const text of texts) {
    let start = 0
    for (const sentence of sentences(text)) {
      const found = index.matches(sentence, query)
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
  for (const sentence of text.match(/.+?(?:[.!?…](?=\s+\P{Ll})|$)\s*/gu) ?? []) {
    if (pieces.at(-1) && (pieces.at(-1) + sentence).length > LENGTH) pieces.push("")
    pieces[pieces.length - 1] += sentence
  }
  return pieces
}

/** A text from the start of a sentence, or from shortly before the first word that was asked for. */
function passage(text, start, first) {
  if (first - start < LENGTH / 2) return text.slice(start, start + MOST)
  const from = text.indexOf(" ", first - BEFORE) + 1
  return "… " + text.slice(from, from + MOST)
}
