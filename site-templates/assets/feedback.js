// What readers send the company says what they had searched for and read, so that nobody asks them again.

/**
 * Adds a query to links that begin a mail and to forms, and to those of the contact page, requests for
 * a call too, the page that sent somebody here.
 * @param {(key: string, values: {}) => string} text
 * @param {string} [query]
 */
export function addSearch(text, query) {
  const article = document.referrer.split(location.origin)[1]?.split("?")[0] ?? ""
  const search = query && text("feedback.search", { query })
  for (const field of document.querySelectorAll(".write [name=article]")) field.value = article
  for (const field of document.querySelectorAll("[name=search]")) field.value = query ?? ""
  for (const link of document.querySelectorAll(".feedback a, [data-mail]")) {
    const { body } = link.dataset
    const lines = [body && article && location.origin + article, search].filter(Boolean)
    if (!lines.length) continue
    const more = ["\r\n", ...lines].join("\r\n")
    link.href += encodeURIComponent(more)
    if (body) link.dataset.body += more
  }
}
