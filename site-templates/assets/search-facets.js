// Filters of search by category, kind and tag: loaded when they are asked for.

/** @typedef {{name: string, title: string, documents: number[]}} Value with the numbers of its documents */

/**
 * What hits can be filtered by.
 * @param {import("./search.js").SearchIndex} index
 * @returns {Promise<Record<"categories" | "kinds" | "tags", Value[]>>} rejects when its file can't be reached
 */
export function facetsOf({ files }) {
  return files.complete(() => files.get("f/0.json", read))
}

/** @param {Record<string, [string, string, number[]][]>} file */
function read(file) {
  return Object.fromEntries(Object.entries(file).map(([sort, values]) => [sort, values.map(([name, title, gaps]) => {
    let number = -1
    return { name, title, documents: gaps.map(gap => number += gap) }
  })]))
}

/** Of several values of a sort one suffices; each sort that has any must be met. */
export async function leaveOut(index, filter, scores) {
  const facets = await facetsOf(index)
  for (const [sort, names] of Object.entries(filter)) {
    if (!names.length) continue
    const wanted = facets[sort].filter(({ name }) => names.includes(name)).flatMap(({ documents }) => documents)
    const kept = new Set(wanted)
    scores.forEach((_, number) => { if (!kept.has(number)) scores[number] = 0 })
  }
}
