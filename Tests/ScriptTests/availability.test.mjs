// What availability.js tells of every case of the contract that the model is held to as well.
// Run: node --test Tests/ScriptTests

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import {
  calendar, describe, describeDone, describeDue, doneAt, dueAt, isCurrent, stateAt, summary, waitAt,
} from "../../site-templates/assets/availability.js"
import { callBackSlots } from "../../site-templates/assets/call-back.js"
import { byAvailability } from "../../site-templates/assets/results.js"

const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url)))
const contract = read("availability-contract.json")
const phrases = read("availability-phrases.json")
const rulesByPlan = read("availability-rules.json")
const riga = rulesByPlan.riga

const minutes = text => Date.parse(text.replace("Z", ":00Z")) / 60000
const text = at => (at === null ? null : new Date(at * 60000).toISOString().slice(0, 16) + "Z")
const strings = language => read(`../../site-templates/strings/${language}.json`)

for (const plan of contract.plans) {
  test(`tells state, change and due time of every case: ${plan.name}`, () => {
    assert.ok(plan.cases.length > 0)
    for (const rules of [rulesByPlan[plan.name], rulesByPlan[`${plan.name} on pages`]]) {
      for (const [id, at, ...expected] of plan.cases) {
        const state = stateAt(rules, id, minutes(at))
        const told = [
          state && (state.open ? "open" : "closed"), state && text(state.until),
          text(dueAt(rules, id, minutes(at))),
        ]
        assert.deepEqual(told, expected, `${id} at ${at}`)
      }
    }
  })
}

test("tells by when a process that begins now is over, in working days and others", () => {
  const cases = [
    [1, "working days", "2026-11-25T08:00Z", "2026-11-26T08:00Z"],
    [10, "working days", "2026-11-25T08:00Z", "2026-12-09T08:00Z"],
    [3, "working days", "2026-12-22T08:00Z", "2026-12-29T08:00Z"],
    [10, "days", "2026-12-20T08:00Z", "2026-12-30T08:00Z"],
    [5, "hours", "2026-12-20T08:00Z", "2026-12-20T13:00Z"],
  ]
  for (const [amount, unit, at, expected] of cases) {
    assert.equal(text(doneAt(riga, { amount, unit }, minutes(at))), expected, `${amount} ${unit} ${at}`)
  }
  assert.equal(doneAt({ ...riga, channels: [] }, { amount: 1, unit: "days" }, 0), null)
  const at = minutes("2026-11-25T08:00Z")
  const done = minutes("2026-12-08T08:00Z")
  assert.equal(describeDone(riga.zone, done, at, strings("en"), "en"),
    "If you ask today, you have it on 8 December at the latest")
  assert.equal(describeDone(riga.zone, at + 1440, at, strings("pl"), "pl"),
    "Jeśli poprosisz dziś, załatwimy to najpóźniej jutro")
  assert.equal(describeDone(riga.zone, done, at, strings("lv"), "lv"),
    "Ja pieteiksi šodien, viss būs gatavs vēlākais 8. decembrī")
  assert.equal(describeDone(riga.zone, at + 2 * 1440, at, strings("ru"), "ru"),
    "Если обратиться сегодня, всё будет готово не позднее чем в пятницу")
})

for (const { name, spoken = [], waits = [], callBacks = [] } of contract.plans) {
  test(`tells when a language is spoken, the usual wait, and the times for a call back: ${name}`, () => {
    const rules = rulesByPlan[name]
    for (const [id, language, at, ...expected] of spoken) {
      const state = stateAt(rules, id, minutes(at), language)
      assert.deepEqual([state.open ? "open" : "closed", text(state.until)], expected, at)
    }
    for (const [id, at, wait] of waits) assert.equal(waitAt(rules, id, minutes(at)), wait, at)
    for (const [id, at, starts] of callBacks) {
      const slots = callBackSlots(rules, id, minutes(at), starts.length, calendar)
      assert.deepEqual(slots.map(([start]) => text(start)), starts, at)
      assert.ok(slots.every(([start, end]) => end - start === 90))
    }
  })
}

test("says nothing about days that the rules don't cover", () => {
  assert.equal(isCurrent(riga, minutes("2027-06-30T20:59Z")), true)
  assert.equal(isCurrent(riga, minutes("2027-06-30T21:00Z")), false)
  assert.equal(isCurrent(riga, minutes("2025-12-31T21:59Z")), false)
})

test("puts the channels that are open first, then the next to open, then those without hours", () => {
  const order = byAvailability(riga, minutes("2026-11-28T15:00Z"), stateAt).map(entry => entry.id)
  assert.deepEqual(
    order, ["always", "shop", "night", "gap", "phone", "office", "mail", "form", "never"])
})

test("puts open channels that speak the reader's language before other open ones", () => {
  const told = (rules, id, at) => {
    const state = stateAt(rules, id, at)
    return state && { ...state, isSpoken: id !== "always" && id !== "night" }
  }
  const order = byAvailability(riga, minutes("2026-11-28T15:00Z"), told).map(entry => entry.id)
  assert.deepEqual(
    order, ["shop", "always", "night", "gap", "phone", "office", "mail", "form", "never"])
})

test("says a state in the reader's language", () => {
  for (const [language, id, at, offset, expected] of phrases.states) {
    const state = stateAt(riga, id, minutes(at))
    const words = [strings(language), language, offset === null ? undefined : () => offset]
    assert.equal(describe(riga.zone, state, minutes(at), ...words), expected)
  }
})

test("tells the reader's time by the clock as it is then, not now", () => {
  const changed = minutes("2026-10-25T01:00Z")
  const say = offsetOf => {
    const at = minutes("2026-10-24T20:00Z")
    return describe(riga.zone, { open: false, until: minutes("2026-10-26T07:00Z") }, at, strings("en"), "en", offsetOf)
  }
  assert.equal(say(at => (at < changed ? 120 : 60)), "Closed, opens on Monday at 9:00 (8:00 your time)")
  assert.equal(say(at => (at < changed ? 180 : 120)), "Closed, opens on Monday at 9:00")
  assert.equal(say(() => 180), "Closed, opens on Monday at 9:00 (10:00 your time)")
})

test("tells the reader's day where it isn't the one that is told", () => {
  const hour = 60
  const [day, night] = ["2026-11-24T10:00Z", "2026-11-24T22:30Z"]
  for (const [open, until, at, offset, expected] of [
    // Seen from Riga, two hours ahead of UTC: on Tuesday at 12:00, and on Wednesday at 0:30.
    [false, "2026-11-26T22:00Z", day, 1, "Closed, opens on Friday at 0:00 (on Thursday 23:00 your time)"],
    [false, "2026-11-26T07:00Z", day, 1, "Closed, opens on Thursday at 9:00 (8:00 your time)"],
    [false, "2026-11-24T22:00Z", day, -5, "Closed, opens tomorrow at 0:00 (today 17:00 your time)"],
    [false, "2026-11-25T07:00Z", night, 1, "Closed, opens at 9:00 (tomorrow 8:00 your time)"],
    [false, "2026-11-24T12:00Z", day, 13, "Closed, opens at 14:00 (tomorrow 1:00 your time)"],
    [true, "2026-11-24T18:00Z", day, 8, "Open until 20:00 (2:00 your time)"],
    [true, "2026-11-24T18:00Z", day, 13, "Open until 20:00 (tomorrow 7:00 your time)"],
    [true, "2026-11-25T00:00Z", day, -5, "Open until 2:00 (19:00 your time)"],
    [true, "2026-11-27T15:00Z", day, 9, "Open, closes on Friday at 17:00 (on Saturday 0:00 your time)"],
  ]) {
    const say = describe(
      riga.zone, { open, until: minutes(until) }, minutes(at), strings("en"), "en", () => offset * hour)
    assert.equal(say, expected)
  }
})

test("adds the usual wait, and when the reader's language is spoken if not always", () => {
  const say = (language, at) =>
    summary(rulesByPlan.seasons, "phone", minutes(at), strings(language), language, () => 120)
  assert.equal(
    say("en", "2026-11-23T06:30Z"),
    "Open until 20:00 · usual wait 12 min · in English: closed, opens at 9:00")
  assert.equal(
    say("ru", "2026-11-25T08:00Z"),
    "Работаем до 20:00 · обычно ждут 4 мин · по-русски: не работаем, ждём вас в пятницу с 23:00")
  assert.equal(say("en", "2026-11-24T20:00Z"), "In English: closed, opens tomorrow at 9:00")
  assert.equal(say("pl", "2026-11-25T08:00Z"), "Czynne do 20:00 · zwykle czeka się 4 min")
  assert.equal(summary(riga, "mail", minutes("2026-11-25T08:00Z"), strings("en"), "en", () => 120), "")
})

test("says by when a message sent now is answered", () => {
  for (const [language, id, at, expected] of phrases.dues) {
    const due = dueAt(riga, id, minutes(at))
    assert.equal(describeDue(riga.zone, due, minutes(at), strings(language), language), expected)
  }
})
