// What availability.js tells of every case of the contract that the model is held to as well.
// Run: node --test Tests/ScriptTests

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import {
  byAvailability, callBackSlots, describe, describeDue, dueAt, isCurrent, stateAt, summary, waitAt,
} from "../../site-templates/assets/availability.js"

const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url)))
const contract = read("availability-contract.json")
const rulesByPlan = read("availability-rules.json")
const riga = rulesByPlan.riga

const minutes = text => Date.parse(text.replace("Z", ":00Z")) / 60000
const text = at => (at === null ? null : new Date(at * 60000).toISOString().slice(0, 16) + "Z")
const strings = language => read(`../../site-templates/strings/${language}.json`)

for (const plan of contract.plans) {
  test(`tells state, change and due time of every case: ${plan.name}`, () => {
    const rules = rulesByPlan[plan.name]
    assert.ok(plan.cases.length > 0)
    for (const [id, at, ...expected] of plan.cases) {
      const state = stateAt(rules, id, minutes(at))
      const told = [
        state && (state.open ? "open" : "closed"), state && text(state.until),
        text(dueAt(rules, id, minutes(at))),
      ]
      assert.deepEqual(told, expected, `${id} at ${at}`)
    }
  })
}

test("tells when a language is spoken, the usual wait, and the times for a call back", () => {
  const rules = rulesByPlan.seasons
  const { spoken, waits, callBacks } = contract.plans.find(plan => plan.name === "seasons")
  for (const [id, language, at, ...expected] of spoken) {
    const state = stateAt(rules, id, minutes(at), language)
    assert.deepEqual([state.open ? "open" : "closed", text(state.until)], expected, at)
  }
  for (const [id, at, wait] of waits) assert.equal(waitAt(rules, id, minutes(at)), wait, at)
  for (const [id, at, starts] of callBacks) {
    const slots = callBackSlots(rules, id, minutes(at), starts.length)
    assert.deepEqual(slots.map(([start]) => text(start)), starts, at)
    assert.ok(slots.every(([start, end]) => end - start === 90))
  }
})

test("says nothing about days that the rules don't cover", () => {
  assert.equal(isCurrent(riga, minutes("2027-06-30T20:59Z")), true)
  assert.equal(isCurrent(riga, minutes("2027-06-30T21:00Z")), false)
  assert.equal(isCurrent(riga, minutes("2025-12-31T21:59Z")), false)
})

test("puts the channels that are open first, then the next to open, then those without hours", () => {
  const order = byAvailability(riga, minutes("2026-11-28T15:00Z")).map(entry => entry.id)
  assert.deepEqual(
    order, ["always", "shop", "night", "gap", "phone", "office", "mail", "form", "never"])
})

const phrases = [
  // language, channel, moment, reader's offset, words
  ["en", "phone", "2026-11-25T10:00Z", 120, "Open until 20:00"],
  ["en", "phone", "2026-11-25T10:00Z", 60, "Open until 20:00 (19:00 your time)"],
  ["en", "phone", "2026-11-25T04:00Z", 120, "Closed, opens at 8:00"],
  ["en", "phone", "2026-11-25T19:00Z", 120, "Closed, opens tomorrow at 8:00"],
  ["en", "phone", "2026-11-28T19:00Z", 120, "Closed, opens on Monday at 8:00"],
  ["en", "gap", "2026-03-29T00:59Z", 180, "Closed, opens on 12 April at 3:15"],
  ["en", "night", "2026-11-27T20:30Z", 120, "Open until 4:30"],
  ["en", "shop", "2026-12-27T12:00Z", 120, "Open, closes on Thursday at 0:00"],
  ["en", "always", "2026-12-27T12:00Z", 120, "Open round the clock"],
  ["en", "never", "2026-12-27T12:00Z", 120, "Closed"],
  ["pl", "phone", "2026-11-25T10:00Z", 60, "Czynne do 20:00 (u Ciebie 19:00)"],
  ["pl", "phone", "2026-11-25T04:00Z", 120, "Nieczynne, zapraszamy od 8:00"],
  ["pl", "phone", "2026-11-25T19:00Z", 120, "Nieczynne, zapraszamy jutro od 8:00"],
  ["pl", "phone", "2026-11-30T19:00Z", 120, "Nieczynne, zapraszamy jutro od 8:00"],
  ["pl", "phone", "2026-11-17T19:00Z", 120, "Nieczynne, zapraszamy w czwartek od 8:00"],
  ["pl", "office", "2026-12-24T08:00Z", 120, "Nieczynne, zapraszamy w poniedziałek od 9:00"],
  ["pl", "gap", "2026-03-29T00:59Z", 180, "Nieczynne, zapraszamy 12 kwietnia od 3:15"],
  ["lv", "phone", "2026-11-25T10:00Z", 120, "Atvērts līdz plkst. 20:00"],
  ["lv", "phone", "2026-11-25T19:00Z", 120, "Slēgts, atvērsim rīt plkst. 8:00"],
  ["lv", "phone", "2026-11-28T19:00Z", 120, "Slēgts, atvērsim pirmdien plkst. 8:00"],
  ["lv", "gap", "2026-03-29T00:59Z", 180, "Slēgts, atvērsim 12. aprīlī plkst. 3:15"],
  ["ru", "phone", "2026-11-25T10:00Z", 120, "Открыто до 20:00"],
  ["ru", "phone", "2026-11-25T19:00Z", 120, "Закрыто, откроется завтра в 8:00"],
  ["ru", "phone", "2026-11-28T19:00Z", 120, "Закрыто, откроется в понедельник в 8:00"],
  ["ru", "gap", "2026-03-29T00:59Z", 180, "Закрыто, откроется 12 апреля в 3:15"],
]

test("says a state in the reader's language", () => {
  for (const [language, id, at, offset, expected] of phrases) {
    const state = stateAt(riga, id, minutes(at))
    assert.equal(
      describe(riga, state, minutes(at), strings(language), language, offset), expected)
  }
})

test("adds the usual wait, and when the reader's language is spoken if not always", () => {
  const say = (language, at) =>
    summary(rulesByPlan.seasons, "phone", minutes(at), strings(language), language, 120)
  assert.equal(
    say("en", "2026-11-23T06:30Z"),
    "Open until 20:00 · usual wait 12 min · in English: closed, opens at 9:00")
  assert.equal(
    say("ru", "2026-11-25T08:00Z"),
    "Открыто до 20:00 · обычно ждут 4 мин · по-русски: закрыто, откроется в пятницу в 23:00")
  assert.equal(say("pl", "2026-11-25T08:00Z"), "Czynne do 20:00 · zwykle czeka się 4 min")
  assert.equal(summary(riga, "mail", minutes("2026-11-25T08:00Z"), strings("en"), "en", 120), "")
})

test("says by when a message sent now is answered", () => {
  const at = minutes("2026-11-27T08:00Z")
  const say = (language, id) =>
    describeDue(riga, dueAt(riga, id, at), at, strings(language), language, 120)
  assert.equal(say("en", "phone"), "Write now and we answer by 12:00 today")
  assert.equal(say("en", "mail"), "Write now and we answer on Monday by 10:00")
  assert.equal(say("pl", "mail"), "Napisz teraz, odpowiemy w poniedziałek do 10:00")
  assert.equal(say("lv", "mail"), "Raksti tagad, atbildēsim pirmdien līdz plkst. 10:00")
  assert.equal(say("ru", "mail"), "Напишите сейчас, ответим в понедельник до 10:00")
})
