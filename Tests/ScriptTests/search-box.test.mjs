// What the box of search shows.
// Run: node --test Tests/ScriptTests

import assert from "node:assert/strict"
import { test } from "node:test"

test("pairs of ideographs that share one are marked without writing it twice", async () => {
  globalThis.document = { createElement: () => ({ setAttribute() {}, append(text) { this.text = text } }) }
  const { marked } = await import("../../site-templates/assets/search-box.js")
  const nodes = marked(() => [[0, 2], [1, 3]], "照片和视")
  delete globalThis.document
  assert.deepEqual(nodes.map(node => node.text ?? node), ["", "照片", "", "和", "视"])
})
