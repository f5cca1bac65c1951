/**
 * Whether the company can be reached now, until when, and when an answer is due.
 *
 * Works on the rules that publishing adds to this script as `rules` (null without channels): hours,
 * holidays and the offsets of the channel's own time zone, worked out day by day for a year. All
 * times are minutes since 1970 in UTC.
 *
 *     import { rules, mount, stateAt, now } from "./availability.js"
 *     mount(document, rules, strings, "lv")             // fills [data-channel], [data-answer-due]
 *     stateAt(rules, "phone", now())  // {open: true, until: …}
 *
 * @typedef {{from: string, until: string, week: number[][]}} Season
 * @typedef {{week: number[][], seasons?: Season[], days: Object<string, number[]>}} Hours
 * @typedef {{name: string, periods: number[][]}} Zone
 * @typedef {{id: string, zone?: Zone, hours?: Hours, working?: Hours,
 *   spoken?: Object<string, Hours>, promise?: {amount: number, unit: string},
 *   waits?: number[][], callBack?: {slot: number, notice: number}}} Channel
 * @typedef {{version: number, from: string, until: string, channels: Channel[],
 *   zone: Zone}} Rules zone: of channels without one of their own
 * @typedef {{open: boolean, until: number | null}} State until: when that changes, if it is known
 */

const DAY = 1440
/** In days: what closes by 6:00 of the next day closes this evening. */
const TONIGHT = 1.25

/** The minute that has begun. */
export const now = () => Math.floor(Date.now() / 60000)

/** True while the rules cover the day: an old page had better say nothing than the wrong thing. */
export function isCurrent(rules, at) {
  const day = isoDay(wallTime(rules.zone, at).day)
  return rules.from <= day && day <= rules.until
}

/**
 * Whether a channel is open, and when that changes; null for one without hours.
 *
 * @param {Rules} rules
 * @param {string} id
 * @param {number} at
 * @param {string} [language] only the hours in which it is spoken
 * @returns {State | null}
 */
export function stateAt(rules, id, at, language) {
  const found = channel(rules, id)
  const { hours: all, spoken, zone } = found
  if (!all) return null
  const hours = spoken?.[language] ?? all
  const today = wallTime(zone, at).day
  // What lasts longer than a week is called open without an end.
  const horizon = today + 8
  for (const [start, end] of openings(zone, hours, today - 1, horizon)) {
    if (end <= at) continue
    if (start > at) return { open: false, until: start }
    return { open: true, until: wallTime(zone, end).day < horizon ? end : null }
  }
  for (let day = horizon + 1; day <= lastDay(found); day++) {
    const [first] = openings(zone, hours, day, day)
    if (first) return { open: false, until: first[0] }
  }
  return { open: false, until: null }
}

/**
 * When the answer to a message of that minute is due; null when nothing is promised.
 *
 * @param {Rules} rules
 * @param {string} id
 * @param {number} at
 * @returns {number | null}
 */
export function dueAt(rules, id, at) {
  const found = channel(rules, id)
  return found.promise ? endOf(found, found.promise, at) : null
}

/**
 * The end of what takes so long in all and begins in that minute, in the working time of the company;
 * null where no channel has hours.
 *
 * @param {Rules} rules
 * @param {{amount: number, unit: string}} span
 * @param {number} at
 * @returns {number | null}
 */
export function doneAt(rules, span, at) {
  const { channels } = rules
  const found = channels.find(({ working }) => working) ?? channels.find(({ hours }) => hours)
  return found ? endOf(channel(rules, found.id), span, at) : null
}

/** How many minutes people usually wait now; null when it isn't known, or closed. */
export function waitAt(rules, id, at) {
  const { waits, zone } = channel(rules, id)
  if (!waits || !stateAt(rules, id, at)?.open) return null
  const { day, minute } = wallTime(zone, at)
  const today = waits[weekday(day)]
  for (let i = 0; i < today.length; i += 3) {
    if (today[i] <= minute && minute < today[i + 1]) return today[i + 2]
  }
  return null
}

/**
 * A state in words: `Open until 20:00`, `Closed, opens tomorrow at 8:00`.
 *
 * @param {Zone} zone the channel's
 * @param {State} state
 * @param {number} at
 * @param {Object<string, string>} strings the site's words: `state.…`, `weekday.…`, `month.…`
 * @param {string} language
 * @param {(at: number) => number} [offset] the reader's own in a minute, in minutes ahead of UTC
 */
export function describe(zone, state, at, strings, language, offset) {
  const { open, until } = state
  if (until === null) return strings[open ? "state.always" : "state.closed"]
  const when = moment(zone, until, at, strings, language)
  const isNear = when.days === 0 || (open && when.days + when.minute / DAY <= TONIGHT)
  if (open && when.days === 1 && !when.minute) when.time = clock(DAY)
  const key = open ? "state.open" : "state.closed"
  return fill(strings[key + (isNear ? "Until" : "Day")], when) +
    yours(zone, until, at, strings, language, offset, open && isNear)
}

/**
 * What a reader of that language should know now: the state, the usual wait, and when the language is
 * spoken, if that isn't always. Empty for a channel without hours.
 */
export function summary(rules, id, at, strings, language, offset) {
  const state = stateAt(rules, id, at)
  if (!state) return ""
  const say = state => describe(channel(rules, id).zone, state, at, strings, language, offset)
  const parts = [say(state)]
  const wait = waitAt(rules, id, at)
  if (wait !== null) parts.push(strings["state.wait"].replace("{n}", wait))
  const spoken = say(stateAt(rules, id, at, language))
  if (spoken !== parts[0]) {
    const lower = spoken[0].toLocaleLowerCase(language) + spoken.slice(1)
    const part = strings["state.language"].replace("{state}", lower)
    // Who finds it closed waits for the language, whenever others are served.
    if (state.open) parts.push(part)
    else parts[0] = part[0].toLocaleUpperCase(language) + part.slice(1)
  }
  return parts.join(" · ")
}

/** `by Tuesday 10:00` for the answer to a message sent now. */
export function describeDue(zone, due, at, strings, language, offset) {
  const when = moment(zone, due, at, strings, language)
  return fill(strings["state.due" + (when.days === 0 ? "Today" : "Day")], when) +
    yours(zone, due, at, strings, language, offset)
}

/** `If you ask today, you have it on 8 December at the latest`. */
export const describeDone = (zone, done, at, strings, language) =>
  fill(strings["state.done"], moment(zone, done, at, strings, language))

/**
 * Keeps right what the page says of now: `[data-channel="ID"]` says the channel's state (`data-open`
 * tells styles), `[data-answer-due="ID"]` by when a message is answered, `[data-amount]` by when
 * a process that begins today is over; all are hidden while there is nothing to say. What asks for
 * a call back offers times once it is opened: `<select data-call-back="ID">`, and the link after its
 * label carries the one chosen (`data-mail`, `data-body`).
 *
 * @param {ParentNode} root
 * @param {Rules} rules
 * @param {Object<string, string>} strings
 * @param {string} language
 * @returns {() => void} does it at once, for elements added since
 */
export function mount(root, rules, strings, language) {
  const update = () => {
    const at = now()
    const isKnown = isCurrent(rules, at)
    const words = [strings, language, readersOffset]
    for (const element of root.querySelectorAll("[data-channel]")) {
      const id = element.dataset.channel
      show(element, isKnown ? summary(rules, id, at, ...words) : "")
      element.dataset.open = isKnown && stateAt(rules, id, at)?.open === true
    }
    for (const element of root.querySelectorAll("[data-answer-due]")) {
      const id = element.dataset.answerDue
      const due = isKnown ? dueAt(rules, id, at) : null
      show(element, due === null ? "" : describeDue(channel(rules, id).zone, due, at, ...words))
    }
    for (const element of root.querySelectorAll("[data-amount]")) {
      const { amount, unit } = element.dataset
      const done = isKnown ? doneAt(rules, { amount: +amount, unit }, at) : null
      show(element, done === null ? "" : describeDone(rules.zone, done, at, ...words))
    }
    for (const element of root.querySelectorAll("[open] [data-call-back]")) {
      import("./call-back.js").then(({ offer }) => offer(element, isKnown && rules, at, words, calendar))
    }
  }
  update()
  for (const element of root.querySelectorAll(".call-back")) element.ontoggle = update
  setInterval(update, 20000)
  document.addEventListener("visibilitychange", update)
  return update
}

/**
 * What is good to know beside a state is less loud, and each in one piece; no line ends between a
 * time and the word that belongs to it.
 */
function show(element, words) {
  const pieces = words.replace(/ (?=\d)/g, "\xa0").split(/ (?=\()|(?<= ·) /)
    .map(piece => piece.replace(" ·", ","))
  element.hidden = !words
  if (element.textContent === pieces.join(" ")) return
  const [state, ...details] = pieces
  element.textContent = state
  for (const detail of details) {
    element.append(" ", document.createElement("small"))
    element.lastChild.textContent = detail
  }
}

/** With its zone, and the last day that is known of it. */
const channel = ({ zone, until, channels }, id) =>
  ({ zone, until, ...channels.find(entry => entry.id === id) })

/** 0 for Monday. */
const weekday = day => (day + 3) % 7

// Time zone

const isoDay = day => new Date(day * DAY * 60000).toISOString().slice(0, 10)

const lastDay = ({ until }) => Date.parse(until) / (DAY * 60000)

const offsetAt = ({ periods }, at) =>
  (periods.findLast(([start]) => start <= at) ?? periods[0])[1]

function wallTime(zone, at) {
  const local = at + offsetAt(zone, at)
  const day = Math.floor(local / DAY)
  return { day, minute: local - day * DAY }
}

/** A reading that comes twice gives its first or last; one that is left out, the change itself. */
function instant({ periods }, day, minute, isLast) {
  const local = day * DAY + minute
  let found = null
  for (let i = 0; i < periods.length; i++) {
    const [start, offset] = periods[i]
    const candidate = local - offset
    if (i > 0 && candidate < start) return found ?? start
    if (i + 1 < periods.length && candidate >= periods[i + 1][0]) continue
    if (!isLast) return candidate
    found = candidate
  }
  return found
}

// Hours

/** The ranges that begin on that day, as pairs. */
function ranges({ days, seasons, week }, day) {
  const date = isoDay(day)
  const season = seasons?.find(({ from, until }) => from <= date && date <= until)
  const flat = days[date] ?? (season?.week ?? week)[weekday(day)]
  return flat.flatMap((start, i) => (i % 2 ? [] : [[start, flat[i + 1]]]))
}

/** The openings that begin from one day to another; those that touch or overlap are one. */
function openings(zone, hours, first, last) {
  const all = []
  for (let day = first; day <= last; day++) {
    for (const [start, end] of ranges(hours, day)) {
      const opening = [instant(zone, day, start, false), instant(zone, day, end, true)]
      if (opening[0] < opening[1]) all.push(opening)
    }
  }
  const merged = []
  for (const [start, end] of all.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const previous = merged.at(-1)
    if (previous && start <= previous[1]) previous[1] = Math.max(previous[1], end)
    else merged.push([start, end])
  }
  return merged
}

// Promises

/** When a span that begins at a minute is over, working time being that of a channel. */
function endOf(channel, { amount, unit }, at) {
  const { zone } = channel
  const { day, minute } = wallTime(zone, at)
  switch (unit) {
    case "minutes": return at + amount
    case "hours": return at + amount * 60
    case "days": return instant(zone, day + amount, minute, true)
    case "working hours": return dueAfterHours(channel, amount * 60, at)
    case "working days": return dueAfterDays(channel, amount, at)
    default: return null
  }
}

function dueAfterHours(channel, minutes, at) {
  const { zone } = channel
  const today = wallTime(zone, at).day
  for (const [opens, end] of openings(zone, worked(channel), today - 1, lastDay(channel))) {
    const start = Math.max(opens, at)
    if (end <= start) continue
    if (end - start >= minutes) return start + minutes
    minutes -= end - start
  }
  return null
}

/** Same time of day on the last working day; what comes before a day opens, by its closing. */
function dueAfterDays(channel, amount, at) {
  const { zone } = channel
  const hours = worked(channel)
  const came = wallTime(zone, at)
  const current = openings(zone, hours, came.day - 1, came.day + 1)
    .find(([start, end]) => start <= at && at < end)
  const first = current ? wallTime(zone, current[0]).day : came.day
  const minute = current
    ? (came.day - first) * DAY + came.minute
    : nextStart(ranges(hours, came.day), came.minute)
  for (let day = minute === null ? first : first + 1; day <= lastDay(channel); day++) {
    const left = ranges(hours, day).filter(([, end]) => instant(zone, day, end, true) > at)
    if (!left.length || --amount) continue
    const last = left.findLast(([start]) => start <= minute)
    const end = minute === null ? left.at(-1)[1] : last ? Math.min(minute, last[1]) : left[0][0]
    return instant(zone, day, end, true)
  }
  return null
}

const worked = ({ hours, working = hours }) => working

/** When a break of the day ends; null before its first opening and after its last. */
function nextStart(today, minute) {
  if (!today.some(([start]) => start <= minute)) return null
  return today.find(([start]) => start > minute)?.[0] ?? null
}

// Words

/** The parts of a moment as seen from another: `{day}`, `{time}`, and how many days ahead. */
function moment(zone, at, from, strings, language) {
  const { day, minute } = wallTime(zone, at)
  const days = day - wallTime(zone, from).day
  return { days, minute, time: clock(minute), day: dayName(day, days, strings, language) }
}

function dayName(day, days, strings, language) {
  if (days === 0) return strings["weekday.today"]
  if (days === 1) return strings["weekday.tomorrow"]
  const date = new Date(day * DAY * 60000)
  const named = strings[`weekday.${weekday(day) + 1}`]
  if (days < 7 && named) return named
  const month = strings[`month.${date.getUTCMonth() + 1}`]
  const text = month
    ? month.replace("{n}", date.getUTCDate())
    : date.toLocaleDateString(language === "en" ? "en-GB" : language,
        { day: "numeric", month: "long", timeZone: "UTC" })
  return strings["weekday.date"].replace("{date}", text)
}

const clock = minute => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`

const fill = (text, { day, time }) => text.replace("{day}", day).replace("{time}", time)

/** By the reader's own clock, which may be changed until then. */
const readersOffset = at => -new Date(at * 60000).getTimezoneOffset()

/**
 * For readers whose clock shows another time than the channel's; with the day where it isn't the one
 * that was told, or was left out since it is near.
 */
function yours(zone, at, from, strings, language, offsetOf, isNear) {
  if (!offsetOf || offsetOf(at) === offsetAt(zone, at)) return ""
  const [there, here] = [at, from].map(time => wallTime({ periods: [[0, offsetOf(time)]] }, time))
  const days = there.day - here.day
  const { day } = wallTime(zone, at)
  const told = day - wallTime(zone, from).day
  const isClear = isNear ? days + there.minute / DAY <= TONIGHT
    : told < 2 ? days === told : there.day === day
  const name = isClear ? "" : dayName(there.day, days, strings, language) + " "
  return " " + strings["state.yourTime"].replace("{time}", name + clock(there.minute))
}

/** What the module for call-backs works with; this one is part of the page's script and can't be imported. */
export const calendar = { channel, openings, wallTime, isoDay, moment, clock, yours }
