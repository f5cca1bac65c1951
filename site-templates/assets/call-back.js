// The times at which one can be called back, loaded by the page that offers them.

/** @typedef {typeof import("./availability.js").calendar} Calendar */

const MOST = 40

/**
 * The times at which a call back can be asked for now, earliest first, within a week.
 *
 * @param {import("./availability.js").Rules} rules
 * @param {string} id the channel's
 * @param {number} at
 * @param {number} limit
 * @param {Calendar} calendar
 * @returns {number[][]} begin and end of each
 */
export function callBackSlots(rules, id, at, limit, { channel, openings, wallTime }) {
  const { callBack, hours, zone } = channel(rules, id)
  if (!callBack || !hours) return []
  const { slot, notice } = callBack
  const today = wallTime(zone, at).day
  const slots = []
  for (const [opens, end] of openings(zone, hours, today - 1, today + 7)) {
    const skipped = Math.ceil(Math.max(0, at + notice - opens) / slot)
    for (let start = opens + skipped * slot; start + slot <= end; start += slot) {
      if (slots.length === limit) return slots
      slots.push([start, start + slot])
    }
  }
  return slots
}

/** Slots as a reader sees them and as they are asked for, in pairs. */
function textsOf(slots, zone, at, [strings, language, offset], calendar) {
  const { clock, isoDay, moment, wallTime, yours } = calendar
  return slots.map(([start, end]) => {
    const { day, time } = moment(zone, start, at, strings, language)
    const range = `${time}–${clock(wallTime(zone, end).minute)}`
    const shown = `${day} ${range}${yours(zone, start, at, strings, language, offset)}`
    return [shown, `${isoDay(wallTime(zone, start).day)} ${range} ${zone.name}`]
  })
}

/**
 * Offers times without losing the one that was chosen, and puts it into the link beside them, if
 * there is one: a form sends what is chosen by itself.
 *
 * @param {HTMLSelectElement} select its `data-call-back` names the channel
 * @param {import("./availability.js").Rules | false} rules false where they are out of date
 * @param {number} at
 * @param {[Object<string, string>, string, (at: number) => number]} words the site's, the language,
 *   the offset of the reader's own time
 * @param {Calendar} calendar
 */
export function offer(select, rules, at, words, calendar) {
  const id = select.dataset.callBack
  const slots = rules ? callBackSlots(rules, id, at, MOST, calendar) : []
  const times = slots.length ? textsOf(slots, calendar.channel(rules, id).zone, at, words, calendar) : []
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
