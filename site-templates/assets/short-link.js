// Leads on to the article in the first of the reader's languages that it is written in.
const links = [...document.querySelectorAll("a[hreflang]")]
const primary = code => code.toLowerCase().split("-")[0]
const chosen = navigator.languages
  .map(code => links.find(link => primary(link.hreflang) === primary(code))).find(Boolean) ?? links[0]
if (chosen) location.replace(chosen.href)
