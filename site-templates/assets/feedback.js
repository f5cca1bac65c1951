// What readers send the company says what they had searched for, so that nobody asks them again.

/**
 * Adds a query to links that begin a mail and to forms, and to forms for messages the page that sent
 * somebody here.
 * @param {(key: string, values: {}) => string} text
 * @param {string} [query]
 */
export function addSearch(text, query) {
  const origin = document.querySelector(".write [name=article]")
  if (origin) origin.value = document.referrer.split(location.origin)[1]?.split("?")[0] ?? ""
  if (!query) return
  for (const link of document.querySelectorAll(".feedback a")) {
    link.href += encodeURIComponent(`\n\n${text("feedback.search", { query })}`)
  }
  for (const field of document.querySelectorAll("[name=search]")) field.value = query
}
