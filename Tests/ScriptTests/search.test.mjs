// The browser's search against the files that `SearchIndexTests` writes and checks.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { facetsOf } from "../../site-templates/assets/search-facets.js"
import { SearchIndex } from "../../site-templates/assets/search.js"

const contract = new URL("../Contract/", import.meta.url)
const read = name => readFileSync(new URL(name, contract), "utf8")
const load = language => {
  const { manifest, files } = JSON.parse(read(`bundle.${language}.json`))
  return new SearchIndex(manifest, async name => files[manifest.folder + name] ?? assert.fail(name))
}

const ids = hit => hit.url.replace(/^[a-z]+\//, "").replace(/\/$/, "").replace("/#", "#")

for (const language of ["en", "lv", "pl", "ru"]) {
  test(`every query finds in ${language} what the command line finds, with the same score`, async () => {
    const index = load(language)
    const rows = read(`queries.${language}.tsv`).trimEnd().split("\n").map(row => row.split("\t"))
    assert.ok(rows.length >= 125)
    for (const [query, , results] of rows) {
      const found = (await index.search(query, { limit: 3 })).map(hit => `${ids(hit)}:${hit.score * 1024}`).join(" ")
      assert.equal(found, results, query)
    }
  })
}

test("an index of another format is refused by naming both", () => {
  const { manifest } = JSON.parse(read("bundle.en.json"))
  assert.throws(() => new SearchIndex({ ...manifest, format: 99 }), /format 99.*reads 17/)
})

test("words are found in any inflection for marking", async () => {
  const index = load("pl")
  const text = "Płacisz kartą paliwową na stacjach"
  const marked = index.matcher("karta paliwowa")(text).map(([from, to]) => text.slice(from, to))
  assert.deepEqual(marked, ["kartą", "paliwową"])
})

test("words that are merely spelt alike are not marked", () => {
  for (const [language, query, text, wanted] of [
    ["ru", "закрыть машину", "Как открыть машину", ["машину"]],
    ["ru", "деньги", "Деньги вернутся за день", ["Деньги"]],
  ]) {
    const marked = load(language).matcher(query)(text).map(([from, to]) => text.slice(from, to))
    assert.deepEqual(marked, wanted, query)
  }
})

test("whatever is typed gives an answer or none", async () => {
  const index = load("en")
  const inputs = ["", " ", "a", "?!…", "\0", "\ud800", "\udc00x", "<script>alert(1)</script>", "漢字", "שלום עולם", "🚗",
    "x".repeat(100000), Array.from({ length: 10000 }, (_, i) => `word${i}`).join(" "), "a-".repeat(5000), "fuel ".repeat(10000)]
  for (const input of inputs) {
    for (const typing of [true, false]) {
      const hits = await index.search(input, { typing })
      assert.ok(Array.isArray(hits) && hits.every(hit => hit.score > 0), input.slice(0, 20))
      assert.ok(Array.isArray(index.matcher(input)("Refuel the car")))
    }
  }
  assert.deepEqual(await index.search(""), [])
  assert.deepEqual(await index.search("?!…"), [])
  assert.deepEqual(await index.search("how do I zqxj"), [], "words that say little find nothing by themselves")
})

test("a mistyped word is spelt as the hits spell it", async () => {
  const cases = [
    ["pl", "Gdzie zaparkowć?", "Gdzie zaparkować?"], ["en", "fuel card", ""], ["pl", "zapłacic za paliiwo", "zapłacic za paliwo"],
    ["lv", "degveilas karte", "degvielas karte"], ["en", "hwo to refuel", "how to refuel"], ["ru", "vernite dengi", "верните деньги"],
    ["ru", "ехать в польшу", ""], ["en", "zqxj", ""], ["ru", "rfhnf", ""],
    ["en", "fuel card stattion", ""], ["en", "руддщ кугтв", ""], ["lv", "mašīna neatveras", ""],
  ]
  for (const [language, text, meant] of cases) {
    const index = load(language)
    assert.equal(index.correction(text, await index.search(text)), meant, text)
  }
})

test("hits can be filtered by category, kind and tag", async () => {
  const index = load("en")
  const { categories, kinds, tags } = await facetsOf(index)
  assert.ok(categories.some(({ name, title }) => name === "payments" && title === "payments"))
  const urls = async filter => (await index.search("card", { limit: 20, filter })).map(hit => hit.url)
  const all = await urls({})
  const some = await urls({ categories: ["payments"] })
  assert.deepEqual(some, all.filter(url => url.startsWith("en/payments/")))
  assert.deepEqual([...await urls({ categories: ["payments", "fuel"] })].sort(),
    all.filter(url => /^en\/(payments|fuel)\//.test(url)).sort())
  assert.deepEqual(await urls({ categories: ["none"] }), [])
  const kind = kinds.find(({ name }) => name === "how-to")
  assert.ok(kind.documents.length > 0 && kind.documents.every((number, i) => i === 0 || number > kind.documents[i - 1]))
  const both = await urls({ categories: ["fuel"], tags: [tags[0].name] })
  assert.ok(both.every(url => url.startsWith("en/fuel/")))
})
