// Turns the parts of an article that differ by platform into tabs. Without this script they stand one
// below the other, each under its name.

const CHOICE = "tab"

/** What the reader chose before, else the reader's own platform, by a word in a tab's name. */
function preferred(labels) {
  const chosen = labels.indexOf(remembered())
  if (chosen >= 0) return chosen
  const device = navigator.userAgent.toLowerCase()
  const platforms = [
    [/iphone|ipad/, /\b(ios|iphone|ipad|apple)\b/], [/android/, /\bandroid\b/],
    [/windows/, /\bwindows\b/], [/mac os/, /\b(mac|macos)\b/], [/linux/, /\blinux\b/],
  ]
  const words = platforms.find(([pattern]) => pattern.test(device))?.[1]
  return Math.max(0, labels.findIndex(label => words?.test(label.toLowerCase())))
}

function remembered() {
  try { return sessionStorage.getItem(CHOICE) } catch { return null }
}

function remember(label) {
  try { sessionStorage.setItem(CHOICE, label) } catch { /* not allowed here: nothing is remembered */ }
}

/** @param {Element} group @param {number} number makes the ids of its tabs */
function upgrade(group, number) {
  const panels = [...group.children].filter(child => child.matches(".tab"))
  const labels = panels.map(panel => panel.querySelector(".tab-label").textContent.trim())
  const list = document.createElement("div")
  list.setAttribute("role", "tablist")
  const buttons = panels.map((panel, index) => {
    const button = document.createElement("button")
    Object.assign(button, { type: "button", id: `tab-${number}-${index}`, textContent: labels[index] })
    button.setAttribute("role", "tab")
    panel.id ||= `panel-${number}-${index}`
    button.setAttribute("aria-controls", panel.id)
    panel.setAttribute("role", "tabpanel")
    panel.setAttribute("aria-labelledby", button.id)
    panel.querySelector(".tab-label").hidden = true
    button.addEventListener("click", () => choose(labels[index]))
    return button
  })
  list.append(...buttons)
  list.addEventListener("keydown", event => {
    const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight"
    const current = buttons.indexOf(document.activeElement)
    const next = {
      [forward]: current + 1, [backward]: current - 1 + buttons.length, Home: 0,
      End: buttons.length - 1,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = next % buttons.length
    choose(labels[index])
    buttons[index].focus()
  })
  group.prepend(list)
  return { labels, show(index) {
    panels.forEach((panel, other) => { panel.hidden = other !== index })
    buttons.forEach((button, other) => {
      button.setAttribute("aria-selected", String(other === index))
      button.tabIndex = other === index ? 0 : -1
    })
  } }
}

/** Shows a choice in every group that has it. */
let groups = []
function choose(label) {
  remember(label)
  for (const { labels, show } of groups) if (labels.includes(label)) show(labels.indexOf(label))
}

/** Shows the panel that the address leads into. */
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const panel = target?.closest(".tab")
  if (!panel?.hidden) return
  choose(panel.querySelector(".tab-label").textContent.trim())
  target.scrollIntoView()
}

/** @param {Document} page */
export function showTabs(page) {
  groups = [...page.querySelectorAll(".tabs")].map(upgrade)
  for (const { labels, show } of groups) show(preferred(labels))
  follow()
  addEventListener("hashchange", follow)
}
