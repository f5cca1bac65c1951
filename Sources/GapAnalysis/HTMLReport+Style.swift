extension HTMLReport {
  static let style = """
    :root{color-scheme:light dark;--ink:#1a1d21;--quiet:#545c66;--ground:#fff;--raised:#f6f7f9;--line:#dce0e5;--gap:#b3401c;--gap-ground:#fbe9e2;--asked:#1f5f99;--asked-ground:#e4eef8;--good:#1d6b3c}
    @media (prefers-color-scheme:dark){:root{--ink:#eceff2;--quiet:#a9b2bc;--ground:#14171b;--raised:#1c2026;--line:#343a42;--gap:#f0895f;--gap-ground:#3a2219;--asked:#7db6ee;--asked-ground:#17293a;--good:#7fcf9b}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    main{max-width:76rem;margin-inline:auto;padding:2.5rem 1.25rem 4rem}
    h1{font-size:clamp(1.7rem,4vw,2.5rem);line-height:1.15;font-weight:680;max-width:26em;margin-block:.25rem .75rem;text-wrap:balance}
    h2{font-size:1.35rem;font-weight:660;margin-block:0 .25rem}
    h3{font-size:1.05rem;font-weight:640;margin-block:0 .35rem;line-height:1.35}
    h4{font-size:.8rem;font-weight:600;color:var(--quiet);margin-block:.9rem .2rem}
    section{margin-block-start:3rem}
    .period{color:var(--quiet);margin:0} q{quotes:"“" "”"} html[lang=pl] q{quotes:"„" "”"} html[lang=ru] q{quotes:"«" "»"}
    .findings{margin:1.25rem 0 0;max-width:60rem} .findings div{display:grid;grid-template-columns:minmax(8.5rem,max-content) 1fr;gap:.1rem 1rem;padding-block:.4rem;border-block-start:1px solid var(--line)} .findings dt{color:var(--quiet)} .findings dd{margin:0;font-variant-numeric:tabular-nums} .findings q{font-weight:640}
    .intro{color:var(--quiet);margin-block:0 1rem;max-width:66ch}
    .quiet{color:var(--quiet)} .count{color:var(--quiet);font-weight:400;font-size:1rem;margin-inline-start:.35em}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,45%),1fr));gap:1px;border:1px solid var(--line);border-radius:10px;overflow:hidden;margin-block:2rem 0}
    .tiles div{box-shadow:0 0 0 1px var(--line);padding:1rem 1.1rem} .tiles dt{font-size:.85rem;color:var(--quiet)}
    .tiles dd{margin:0;font-size:1.7rem;font-weight:640;font-variant-numeric:tabular-nums;line-height:1.25} .tiles .note{font-size:.85rem;font-weight:400;color:var(--quiet)}
    .first{padding-inline-start:1.4em;max-width:60rem} .first li{margin-block:.45rem;padding-inline-start:.25em}
    a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:.2em} a:hover{text-decoration-color:currentColor}
    a:focus-visible,.scroll:focus-visible{outline:3px solid var(--asked);outline-offset:2px;border-radius:3px}
    .scroll{overflow-x:auto} table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    th,td{text-align:start;vertical-align:top;padding:.55rem .7rem;border-block-end:1px solid var(--line)}
    thead th{font-size:.82rem;font-weight:600;color:var(--quiet);vertical-align:bottom;border-block-end-width:2px}
    tbody th{font-weight:400;min-width:15rem} .number{text-align:end;white-space:nowrap} thead .number{white-space:normal} .wide{white-space:nowrap}
    .bar{width:6.5rem;height:.7rem;vertical-align:-.05rem;margin-inline-end:.5rem} .bar rect{fill:var(--asked)} .bar.gap rect{fill:var(--gap)}
    .spark rect{fill:var(--quiet)} .spark rect:last-child{fill:var(--asked)} .spark{vertical-align:middle}
    .more{color:var(--gap);font-weight:600} .fewer{color:var(--good);font-weight:600} .too-few-to-tell{color:var(--quiet)}
    .chip{display:inline-block;font-size:.8rem;line-height:1.3;padding:.1rem .5rem;border-radius:99px;background:var(--asked-ground);color:var(--asked);white-space:nowrap} .chip.gap{background:var(--gap-ground);color:var(--gap)}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr));gap:1.1rem;align-items:start;margin-block-start:1.75rem}
    .topic{background:var(--raised);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.2rem;break-inside:avoid;overflow-wrap:anywhere} .topic:target{outline:3px solid var(--asked)}
    .topic p{margin-block:.35rem} .rank{color:var(--quiet);font-weight:400;margin-inline-end:.15em}
    .advice{font-weight:600} .decision{border-inline-start:3px solid var(--asked);padding-inline-start:.6rem}
    .facts{display:grid;grid-template-columns:auto 1fr;gap:.15rem .9rem;margin-block:.75rem;font-size:.92rem} .facts div{display:contents} .facts dt{color:var(--quiet)} .facts dd{margin:0;font-variant-numeric:tabular-nums}
    .reasons,.quotes{padding-inline-start:1.1em;margin-block:.35rem;font-size:.92rem} .quotes{list-style:"– ";font-style:italic} .ids{font-size:.82rem;color:var(--quiet)} cite{font-style:normal}
    code{font:.95em ui-monospace,monospace}
    figure{margin:0;break-inside:avoid} .pareto{width:100%;min-width:42rem;height:auto;display:block;font:13px system-ui,sans-serif} .pareto text{fill:var(--quiet)} .pareto .gap{fill:var(--gap)} .pareto .asked{fill:var(--asked)}
    .pareto .axis{stroke:var(--line)} .pareto .limit{stroke:var(--quiet);stroke-dasharray:3 5} .pareto .running{fill:none;stroke:var(--ink);stroke-width:2}
    .legend{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;list-style:none;padding:0;margin-block:.5rem;font-size:.9rem}
    .key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-inline-end:.45em} .key.gap{background:var(--gap)} .key.asked{background:var(--asked)} .key.running{height:2px;width:1.4em;background:var(--ink);vertical-align:.3em}
    .heat{background:color-mix(in srgb,var(--asked) var(--share),var(--ground));text-align:end} .heat .quiet{color:inherit;display:inline-block;min-width:2.2em}
    @media(max-width:40rem){main{padding:1.5rem 1rem} .findings div{grid-template-columns:1fr} tbody th{min-width:11rem} th,td{padding:.5rem .5rem}}
    @media print{html{font-size:9.5pt} body{font-size:inherit;line-height:1.4} main{max-width:none;padding:0} section{margin-block-start:1.7rem} section:has(figure),.intro{break-inside:avoid} .scroll{overflow:visible} .tiles{grid-template-columns:repeat(5,1fr);margin-block-start:1.2rem} .tiles div{padding:.6rem .7rem} .tiles dd{font-size:1.2rem} .pareto{min-width:0}
    .cards{display:block;columns:2;column-gap:.6rem;font-size:8.5pt;margin-block-start:.8rem} .topic{padding:.6rem .7rem;margin-block-end:.6rem;break-inside:auto;box-decoration-break:clone;-webkit-box-decoration-break:clone} .topic h3{font-size:10pt} .facts{margin-block:.4rem;font-size:inherit} .reasons,.quotes{font-size:inherit}
    h2,h3,h4,.intro,thead{break-after:avoid} .intro+.scroll,h2+.scroll{break-before:avoid} tr{break-inside:avoid} a{text-decoration:none} table{font-size:8.5pt} thead th{font-size:7.5pt} tbody th{min-width:8rem} .number,.chip{white-space:normal} .bar{width:2.5rem;margin-inline-end:.25rem} th,td{padding:.25rem .3rem}}
    @page{margin:14mm}
    """
}
