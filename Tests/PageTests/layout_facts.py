"""What holds of the layout where pages are unlike the usual: right to left, long words, empty."""

import itertools

from facts import expect_equal, expect_nothing
from look_facts import is_without_fault
from page_probe import visit

PHONE = {"viewport": {"width": 320, "height": 640}}


def check_layout(facts, browser, host, name):
    """`name`: that of the site, as published by run.py."""
    for options, some in itertools.groupby(FACTS[name], lambda row: row[1]):
        with visit(browser, **options) as opened:
            for path, _, fact in some:
                opened.open(host.base + path)
                words = fact.__name__.replace("_", " ")
                facts.check(f"{name}: {path} {words}", fact, opened)


# Right to left


def reads_numbers_and_addresses_from_the_left(opened):
    directions = opened.page.evaluate(
        "[...document.querySelectorAll('.value > *')].map(e => getComputedStyle(e).direction)")
    assert directions and set(directions) == {"ltr"}, directions


def reads_a_notice_in_its_own_direction(opened):
    """One that lacks the page's language stands there in another."""
    notice = opened.page.locator(".bulletin span")
    expect_equal(notice.evaluate("e => getComputedStyle(e).direction"), "ltr", "direction")


def keeps_the_order_of_numbers_and_addresses_in_the_text(opened):
    """Each runs on one line from the left to the right: its last sign is at the right of its first."""
    turned = opened.page.evaluate("""(() => {
      const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
      const seen = []
      for (let node; (node = walker.nextNode());) {
        if (node.parentElement.closest(".crumbs")) continue
        for (const found of node.data.matchAll(/\\+971[\\s\\d]+0|https:\\S+\\/|help@example.com|\\/usr\\S+/g)) {
          const box = at => {
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            return range.getBoundingClientRect()
          }
          const [first, last] = [box(found.index), box(found.index + found[0].length - 1)]
          seen.push([found[0], first.top !== last.top || first.left < last.left])
        }
      }
      return seen
    })()""")
    expect_equal(len(turned), 5, "numbers and addresses")
    expect_nothing((text for text, is_in_order in turned if not is_in_order), "turned round")


def joins_its_letters(opened):
    spaced = opened.page.evaluate("""[...document.querySelectorAll("h1, h2, .brand")]
      .filter(e => !["normal", "0px"].includes(getComputedStyle(e).letterSpacing))
      .map(e => e.outerHTML.slice(0, 60))""")
    expect_nothing(spaced, "spaced letters")


def has_the_topic_at_the_left_of_the_text(opened):
    text, aside = (opened.page.locator(part).bounding_box() for part in ("article", ".aside"))
    assert aside["x"] + aside["width"] <= text["x"], f"{aside} beside {text}"


def numbers_its_steps_at_the_right(opened):
    step = opened.page.locator(".how-to .intro > ol > li").first
    place = step.evaluate("""e => {
      const range = document.createRange()
      range.selectNodeContents(e)
      range.setStartAfter(e.querySelector(".step"))
      return { text: range.getBoundingClientRect().right, box: e.getBoundingClientRect().right }
    }""")
    assert place["text"] <= place["box"] - 36, f"text over the number: {place}"


# Long words


def keeps_words_in_their_boxes(opened):
    """Lines of text within the nearest box that is drawn, and within the window."""
    outside = opened.page.evaluate("""(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const outside = []
      for (let node; (node = walker.nextNode());) {
        const parent = node.parentElement
        if (!node.data.trim() || parent.closest("script, .unseen, .search, [hidden], .skip")) continue
        const box = parent.closest(".card, .topics li, .toc, .timeline, pre, td, th, main, body")
          .getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const line of range.getClientRects()) {
          if (line.left < box.left - 1 || line.right > box.right + 1) {
            outside.push(`${node.data.trim().slice(0, 30)} in ${parent.localName}`)
          }
        }
      }
      return outside
    })()""")
    expect_nothing(outside, "outside of its box")


def breaks_no_word_in_a_table(opened):
    """A table that is wider than the page is moved within its box, by keyboard too."""
    broken = opened.page.evaluate("""[...document.querySelectorAll("th, td")].filter(cell => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      const lines = new Set([...range.getClientRects()].map(line => line.top))
      return lines.size > Math.max(1, cell.textContent.trim().split(" ").length)
    }).map(cell => cell.textContent)""")
    expect_nothing(broken, "broken words")
    boxes = opened.page.locator(".scroll")
    assert boxes.count() == 2, "tables without a box"
    for n in range(2):
        box = boxes.nth(n)
        is_wide = box.evaluate("e => e.scrollWidth > e.clientWidth")
        expect_equal(box.evaluate("e => e.tabIndex"), 0 if is_wide else -1, "stop of the tabulator")
    expect_equal(
        opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), True, "fits")


def shows_a_logo_that_has_no_size_of_its_own(opened):
    box = opened.page.locator(".logo").bounding_box()
    expect_equal((box["width"], box["height"]), (128, 32), "logo")


def breaks_addresses_in_their_lines(opened):
    """Without a sign between their parts, at which some screen readers would stop."""
    expect_equal(
        opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), True, "fits")
    expect_equal(opened.page.locator("wbr").count(), 0, "marks of breaks")
    link = opened.page.locator(".prose a[href^=https]").first
    assert link.inner_text().startswith("https://") and " " not in link.inner_text(), link.inner_text()


# Few articles, and nothing found


def asks_for_a_question(opened):
    expect_equal(
        opened.page.locator("[role=status]").last.text_content(),
        "Type your question above, in your own words.", "hint")
    expect_equal(
        opened.page.evaluate("document.activeElement.id"), "_q", "where one can type")


def offers_all_articles_where_nothing_is_found(opened):
    link = opened.page.locator(".results .lead a")
    assert link.is_visible(), "no way on"
    assert link.bounding_box()["height"] >= 44, "too small for a finger"
    assert not opened.page.locator("ol.rows").is_visible(), "an empty list"
    leads_on = "reach us" in opened.page.locator(".results .lead").inner_text()
    expect_equal(leads_on, opened.page.locator(".contact").count() == 1, "speaks of channels")


def shows_what_is_asked_most_where_nothing_is_found(opened):
    links = opened.page.locator(".results .related a")
    links.first.wait_for()
    expect_equal(links.count(), 3, "articles")
    below = opened.page.locator(".contact").bounding_box()["y"]
    assert links.last.bounding_box()["y"] < below, "after the channels"
    expect_nothing(opened.everything_wrong(), "complaints")
    expect_nothing(opened.axe(), "axe")


def has_no_empty_part(opened):
    empty = opened.page.evaluate("""[...document.querySelectorAll("main section, main ul, main nav")]
      .filter(e => e.checkVisibility() && !e.textContent.trim()).map(e => e.outerHTML.slice(0, 60))""")
    expect_nothing(empty, "empty parts")


def says_nothing_of_channels_there_are_none(opened):
    expect_equal(opened.page.locator(".contact, .links a:not(.wide)").count(), 0, "contact")


def keeps_the_way_home_in_its_place(opened):
    opened.page.locator("ol.rows").wait_for()
    shift = opened.page.evaluate("seen.shift")
    assert shift <= 0.01, f"layout moved by {shift}"
    way, found = (opened.page.locator(part).bounding_box() for part in ("main .more", "ol.rows"))
    assert way["y"] < found["y"], "the way home moves when something is found"


# Many articles


def shows_some_articles_and_leads_to_all(opened):
    expect_equal(opened.page.locator(".rows > li").count(), 24, "articles")
    opened.page.click("main .more a")
    expect_equal(opened.page.locator(".letter li").count(), 40, "articles on the list of all")


def leads_by_letters_to_its_articles(opened):
    """The last letter begins on another page of the list."""
    opened.page.click("nav.letters a:last-child")
    opened.page.wait_for_url("**/#_letter-8")
    heading = opened.page.locator(".letter h2").last
    expect_equal(heading.inner_text(), "I", "last letter")
    assert heading.bounding_box()["y"] < 900, "the last letter isn't in sight"


def leads_from_page_to_page_of_its_articles(opened):
    """By keyboard and without script; the address that it began with stays the first page's."""
    titles, pages = [], 0
    while True:
        titles += opened.page.locator(".letter li").all_inner_texts()
        pages += 1
        following = opened.page.locator("nav.pages [rel=next]")
        if not following.count():
            break
        following.focus()
        with opened.page.expect_navigation():
            opened.page.keyboard.press("Enter")
    expect_equal(pages, 9, "pages")
    expect_equal(len(set(titles)), 1000, "articles")
    while opened.page.locator("nav.pages [rel=prev]").count():
        with opened.page.expect_navigation():
            opened.page.click("nav.pages [rel=prev]")
        pages -= 1
    expect_equal(pages, 1, "pages back")


def hides_what_skips_to_the_text(opened):
    """Until it has the focus, at twice the size of text too."""
    opened.page.evaluate("document.documentElement.style.fontSize = '200%'")
    skip = opened.page.locator(".skip")
    box = skip.bounding_box()
    assert box["y"] + box["height"] <= 0, f"in sight: {box}"
    opened.page.keyboard.press("Tab")
    assert skip.bounding_box()["y"] >= 0, "out of sight with the focus"


def keeps_the_button_that_says_no_under_the_pointer(opened):
    """It opens the reasons below itself."""
    button = opened.page.locator(".feedback summary")
    opened.page.locator(".related").scroll_into_view_if_needed()
    before = button.bounding_box()
    button.click()
    opened.page.locator(".feedback details li").first.wait_for()
    after = button.bounding_box()
    expect_equal((after["x"], after["y"]), (before["x"], before["y"]), "where it is")


def says_of_channels_side_by_side_what_holds_now_in_one_line(opened):
    """Right below the number or address, before the hours; the hours too begin in one line."""
    live = ".channels li:has([data-channel])"
    for part in (".state", ".times"):
        tops = opened.page.locator(f"{live} {part}").evaluate_all(
            "all => all.map(e => Math.round(e.getBoundingClientRect().top))")
        assert len(tops) == 2 and len(set(tops)) == 1, f"{part} at {tops}"
    order = opened.page.locator(live).first.evaluate("e => [...e.children].map(e => e.className)")
    assert order.index("state") == order.index("value") + 1, order


def ends_no_piece_of_a_state_in_a_sign(opened):
    """What stands beside a state may go to another line, which its separator would end."""
    opened.page.locator(".contact .state small").first.wait_for()
    expect_nothing(
        (text for text in opened.page.locator(".contact .state").all_inner_texts() if "·" in text),
        "separators")


def has_the_way_to_people_and_languages_beside_its_name(opened):
    tops = opened.page.locator(".brand, .links, .languages").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().y + e.offsetHeight / 2)")
    assert max(tops) - min(tops) < 2, f"on several lines: {tops}"


def puts_three_channels_beside_each_other(opened):
    tops = opened.page.locator(".channels > li").evaluate_all(
        "all => all.map(e => Math.round(e.getBoundingClientRect().top))")
    expect_equal([tops.count(top) for top in sorted(set(tops))], [3, 2], "channels in a row")


def prints_three_channels_beside_each_other(opened):
    opened.page.emulate_media(media="print")
    puts_three_channels_beside_each_other(opened)
    keeps_words_in_their_boxes(opened)
    expect_nothing(
        (height for height in opened.page.locator(".channels .value").evaluate_all(
            "all => all.map(e => e.offsetHeight)") if height > 40), "heights of addresses")


def breaks_no_address_of_a_channel(opened):
    heights = opened.page.locator(".channels .value").evaluate_all(
        "all => all.map(e => e.firstElementChild.getClientRects().length)")
    expect_equal(heights, [1] * 5, "lines of each address")


FACTS = {
    "sample": [
        ("/en/", {"timezone_id": "Asia/Tokyo"}, ends_no_piece_of_a_state_in_a_sign),
        ("/lv/archive/", {}, says_of_channels_side_by_side_what_holds_now_in_one_line),
    ] + [
        (f"/{language}/archive/", PHONE, has_the_way_to_people_and_languages_beside_its_name)
        for language in ("en", "lv", "pl", "ru")
    ] + [
        ("/ru/nowhere/vozvrat-deneg/", {}, keeps_the_way_home_in_its_place),
        ("/en/search/", {}, asks_for_a_question),
        ("/ru/payments/", PHONE, hides_what_skips_to_the_text),
        ("/pl/payments/refund/", PHONE, keeps_the_button_that_says_no_under_the_pointer),
        ("/en/search/?q=xyzzyq", PHONE, offers_all_articles_where_nothing_is_found),
        ("/en/search/?q=xyzzyq", PHONE, shows_what_is_asked_most_where_nothing_is_found),
    ],
    "right to left": [
        ("/ar/contact/", {}, reads_numbers_and_addresses_from_the_left),
        ("/ar/contact/", {}, reads_a_notice_in_its_own_direction),
        ("/ar/call/", {}, keeps_the_order_of_numbers_and_addresses_in_the_text),
        ("/ar/payments/refund/", {}, joins_its_letters),
        ("/ar/payments/refund/", {}, has_the_topic_at_the_left_of_the_text),
        ("/ar/payments/card/", {}, numbers_its_steps_at_the_right),
        ("/ar/payments/card/", PHONE, keeps_words_in_their_boxes),
    ],
    "one article": [
        ("/en/", {}, has_no_empty_part),
        ("/en/hello/", {}, has_no_empty_part),
        ("/en/hello/", {}, says_nothing_of_channels_there_are_none),
        ("/en/search/?q=xyzzyq", {}, offers_all_articles_where_nothing_is_found),
    ],
    "long words": [
        (path, options, keeps_words_in_their_boxes)
        for path in (
            "/de/hilfe/de/", "/de/hilfe/de/thema/", "/de/hilfe/de/thema/frage/",
            "/de/hilfe/de/contact/", "/de/hilfe/de/a-z/")
        for options in ({}, PHONE)
    ] + [
        ("/de/hilfe/de/thema/frage/", options, fact)
        for options in ({}, PHONE) for fact in (breaks_no_word_in_a_table, is_without_fault)
    ] + [
        ("/de/hilfe/de/adressen/", PHONE, fact)
        for fact in (keeps_words_in_their_boxes, breaks_addresses_in_their_lines, is_without_fault)
    ],
    "logo": [
        ("/en/hello/", options, shows_a_logo_that_has_no_size_of_its_own)
        for options in ({}, PHONE)
    ],
    "five channels": [
        ("/en/hello/", {}, puts_three_channels_beside_each_other),
        ("/en/hello/", {}, breaks_no_address_of_a_channel),
        ("/en/hello/", PHONE, breaks_no_address_of_a_channel),
        ("/en/hello/", {"viewport": {"width": 657, "height": 930}}, prints_three_channels_beside_each_other),
        ("/en/hello/", PHONE, keeps_words_in_their_boxes),
    ],
    "long titles": [
        (path, options, keeps_words_in_their_boxes)
        for path in ("/pl/", "/pl/skargi/", "/pl/skargi/pytanie-1/", "/pl/a-z/")
        for options in ({}, PHONE)
    ],
    "no categories": [
        ("/en/", {}, shows_some_articles_and_leads_to_all),
        ("/en/question-1/", {}, has_no_empty_part),
    ],
    "thousand articles": [
        ("/en/all/", {}, leads_by_letters_to_its_articles),
        ("/en/a-z/", {}, leads_by_letters_to_its_articles),
        ("/en/all/", {"java_script_enabled": False}, leads_from_page_to_page_of_its_articles),
        ("/en/a-z/", {"java_script_enabled": False}, leads_from_page_to_page_of_its_articles),
        ("/en/all/2/", {}, is_without_fault),
        ("/en/all/", PHONE, keeps_words_in_their_boxes),
    ],
}
