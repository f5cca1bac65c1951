// The times at which one can be called back, loaded by the page that offers them.

/**
 * Offers times without losing the one that was chosen, and puts it into the link beside them, if
 * there is one: a form sends what is chosen by itself.
 *
 * @param {HTMLSelectElement} select
 * @param {string[][]} times what is shown and what is sent
 */
export function offer(select, times) {
  const options = times.map(([shown, value]) => new Option(shown, value, false, value === select.value))
  const isSame = options.length === select.options.length &&
    options.every((option, i) => option.text === select.options[i].text)
  if (!isSame) select.replaceChildren(...options)
  const label = select.closest("label")
  const link = label.nextElementSibling
  const { mail, body } = link.dataset
  label.hidden = times.length === 0
  const choose = () => {
    // HTML keeps line feeds alone, an address of a mail needs both (RFC 6068).
    const text = body.replace("{time}", select.value).replace(/\r?\n/g, "\r\n")
    link.href = mail + encodeURIComponent(text)
  }
  if (mail && !label.hidden) {
    select.onchange = choose
    choose()
  }
}
