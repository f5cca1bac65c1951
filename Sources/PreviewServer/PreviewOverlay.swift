import Foundation

/// The script and style that a previewed page gets beside its own: it waits for the next build,
/// reloads when the page itself changed, and lists what is wrong over it.
enum PreviewOverlay {
  /// Below every site's root, a name that no article can have.
  static let path = "/.signpost-preview/"

  /// The page with the overlay's two files in its head.
  static func added(to page: Data) -> Data {
    guard let end = page.firstRange(of: Data("</head>".utf8)) else { return page }
    let tags =
      "<link rel=\"stylesheet\" href=\"\(path)overlay.css\">"
      + "<script type=\"module\" src=\"\(path)overlay.js\"></script>"
    return page[..<end.lowerBound] + Data(tags.utf8) + page[end.lowerBound...]
  }

  static let style = """
    #signpost-preview { position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 2147483647;
      max-block-size: 50vh; overflow: auto; margin: 0; padding: 12px 16px; background: #1a1d21;
      color: #f4f6f8; font: 14px/1.5 ui-monospace, monospace; border-block-start: 4px solid #dc532d; }
    #signpost-preview pre { margin: 0 0 12px; font: inherit; white-space: pre-wrap; }
    #signpost-preview button { float: inline-end; font: inherit; padding: 4px 12px; color: inherit;
      background: #3a4048; border: 1px solid #8a929b; border-radius: 4px; cursor: pointer; }
    #signpost-preview b { display: block; margin-block-end: 8px; }
    @media print { #signpost-preview { display: none; } }

    """

  static let script = """
    // Null where there is no such page.
    const text = () => fetch(location.href, { cache: "no-store" })
      .then(answer => answer.ok ? answer.text() : null)
    let shown = await text()
    let build = 0

    // Whether a finding is of the article that is shown, by the end of its path: en/cards/lost.md.
    const isOfPage = finding => {
      const parts = finding.split(/[.:]/, 1)[0].split("/")
      const page = location.pathname.replace(/[/]$/, "")
      return parts.some((_, i) => i > 0 && i < parts.length - 1 && page.endsWith("/" + parts.slice(i).join("/")))
    }

    function show(findings, heading) {
      document.getElementById("signpost-preview")?.remove()
      if (!findings.length) return
      const box = document.createElement("section")
      box.id = "signpost-preview"
      box.setAttribute("aria-label", "Signpost preview")
      const close = document.createElement("button")
      close.textContent = "Close"
      close.addEventListener("click", () => box.remove())
      const title = document.createElement("b")
      title.textContent = heading
      box.append(close, title, ...findings.map(finding => {
        const entry = document.createElement("pre")
        entry.textContent = finding
        return entry
      }))
      document.body.append(box)
    }

    for (;;) {
      try {
        const answer = await fetch(`\(path)changes?after=${build}`, { cache: "no-store" })
        const state = await answer.json()
        if (state.build !== build) {
          const current = await text()
          // A page whose article is faulty stays in sight while it is mended.
          const isLost = current === null && shown !== null && state.findings.length > 0
          if (build && current !== shown && !isLost) location.reload()
          if (!isLost) shown = current
          build = state.build
          const own = state.findings.filter(isOfPage)
          const others = state.findings.filter(finding => !own.includes(finding))
          show([...own, ...others], !state.complete ? "Nothing could be built; this is the last state"
            : !isLost ? "To mend"
            : own.length ? "This page can’t be built; this is its last state"
            : "This page isn’t there any more; this is its last state")
        }
      } catch {
        await new Promise(resolve => setTimeout(resolve, 1000))
      }
    }

    """
}
