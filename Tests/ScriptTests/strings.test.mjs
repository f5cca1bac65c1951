// The site's words in the page: every language chooses its plurals as the generator does.
// Run: node --test Tests/ScriptTests

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url)))
const { numbers, categories } = read("plural-categories.json")

for (const [language, expected] of Object.entries(categories)) {
  test(`chooses plurals as the contract says: ${language}`, () => {
    const plurals = new Intl.PluralRules(language)
    assert.equal(numbers.map(number => plurals.select(number)).join(" "), expected)
  })
}
