import Foundation
import SiteTemplates
import Testing

@testable import CompactSource

@Suite struct CompactSourceTests {
  @Test(arguments: [
    ("a, b { color: red; margin: 0 }", "a,b{color:red;margin:0}"),
    (
      "/* Why. */\na b > c:hover {\n  width: calc(1px + 2em);\n}\n",
      "a b>c:hover{width:calc(1px + 2em)}"
    ),
    (
      "@media (width < 9em) { :is(a, b) ::after { content: \" (\" attr(href) \")\" } }",
      "@media (width < 9em){:is(a,b) ::after{content:\" (\" attr(href) \")\"}}"
    ),
    ("a {\n  font: 100%/1.6 \"A B\", c;\n}\n.d { --e: 1 }", "a{font:100%/1.6 \"A B\",c}.d{--e:1}"),
  ])
  func stylesLoseOnlySpaceWithoutMeaning(_ source: String, _ expected: String) {
    #expect(CompactStyle.of(source) == expected + "\n")
  }

  @Test(arguments: [
    (
      "// Why.\nlet a = 1 // here\n  /** Long\n   * words. */\n  b(\"// no\")\n",
      "let a=1\nb(\"// no\")"
    ),
    ("const { a, b } = c ?? [ d - e, + f ]", "const{a,b}=c??[d-e,+f]"),
    ("a + +b - -c + -d + ++e - (f) / /g/", "a+ +b- -c+ -d+ ++e-(f)/ /g/"),
    ("f(' a , b ', `x ${ g( { h : 1 } ) } y`) // it's", "f(' a , b ',`x ${g({h:1})} y`)"),
    ("if (/^[ /(] \\/ $/.test(a)) return a / b / c", "if(/^[ /(] \\/ $/.test(a))return a/b/c"),
    ("return /[' ]/.test( a )", "return/[' ]/.test(a)"),
    ("f({\n  a,\n  b\n}, () => {\n  a()\n})\n[c]", "f({a,b},()=>{a()})\n[c]"),
    ("for (const a of [b]) yield * c", "for(const a of[b])yield*c"),
  ])
  func scriptsLoseCommentsAndSpaceWithoutMeaning(_ source: String, _ expected: String) {
    #expect(CompactScript.of(source) == expected + "\n")
  }

  @Test(arguments: [
    // Everywhere it stands, the most frequent first; no word of the script is given again.
    (
      "const count = \"1\"\nfunction add(left, b) { return left + left + count }",
      "let c=\"1\"\nfunction d(a,b){return a+a+c}"
    ),
    ("const [first, last = top(first)] = list", "let[a,b=top(a)]=list"),
    ("for (const item of list) use(item)", "for(let a of list)use(a)"),
    ("const twice = value => value * 2", "let b=a=>a*2"),
    ("const text = `text ${text} ${ { text: 1 } }`", "let text=`text ${text} ${{text:1}}`"),
    ("const name = 1, kind = `a ${name} name`", "let a=1,kind=`a ${a} name`"),
    // What isn't assigned again is declared like the rest; texts stay.
    ("const one = \"const b\"\nuse(one)", "let a=\"const b\"\nuse(a)"),
    // Numbers stand where their names stood.
    ("const SIZE = 12\nconst [A, B] = [1, 2]\nuse(SIZE - B, `${A}`)", "use(12-2,`${1}`)"),
    ("use(1)\nconst SIZE = 12\nuse(2)", "use(1)\nuse(2)"),
    ("const size = 1\nconst use = size => size", "let a=1\nlet b=a=>a"),
    ("const size = 1\nuse(size.text)", "let a=1\nuse(a.text)"),
    ("const size = 1 + 1\nuse(size)", "let a=1+1\nuse(a)"),
    ("const [one, two] = [1, top]\nuse(one)", "let[a,b]=[1,top]\nuse(a)"),
    ("let size = 1\nuse(size)", "let a=1\nuse(a)"),
    ("{ const size = 1 }", "{let a=1}"),
    // What others know: properties, methods, what is exported or imported, by its short form too.
    ("const size = a.size", "let size=a.size"),
    ("const rest = [...rest]", "let a=[...a]"),
    ("const { from: start, size } = a\nuse(start, size)", "let{from:b,size}=a\nuse(b,size)"),
    ("const size = 1\nuse({ size })", "let size=1\nuse({size})"),
    (
      "const size = 1\nconst a = { size() { return 2 } }",
      "let size=1\nlet a={size(){return 2}}"
    ),
    (
      "class Big {\n  size = 1\n  of(size) { return size }\n}",
      "class a{size=1\nof(size){return size}}"
    ),
    ("export const one = 1\nconst two = one", "export let one=1\nlet a=one"),
    ("export const [one, two] = [1, 2]", "export let[one,two]=[1,2]"),
    ("export async function load(url) { }", "export async function load(a){}"),
    ("import { load } from \"b\"\nload(load)", "import{load}from \"b\"\nload(load)"),
    // What is the browser's beyond where it is declared.
    (
      "function one(page) { return page }\npage.open()",
      "function a(page){return page}\npage.open()"
    ),
    ("const one = page => page\nuse(page)", "let a=page=>page\nuse(page)"),
    ("const one = page =>\n  page\n    + page\nuse(1)", "let b=a=>\na\n+a\nuse(1)"),
    ("{ const page = 1 }\nuse(page)", "{let page=1}\nuse(page)"),
  ])
  func namesThatOnlyTheScriptKnowsBecomeShort(_ source: String, _ expected: String) {
    #expect(CompactScript.of(source, renames: true) == expected + "\n")
  }

  /// What the published scripts find is what the contract says.
  @Test(.enabled(if: Node.isInstalled, "Node.js runs the browser's script"))
  func publishedScriptsKeepTheContract() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("signpost-scripts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let (assets, scripts) = ("site-templates/assets", "Tests/ScriptTests")
    for name in [assets, scripts] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Tests/Contract"),
      withDestinationURL: tests.appendingPathComponent("Contract"))
    for name in ["search", "search-guesses", "search-facets"] {
      let path = "assets/\(name).js"
      try #require(SiteTemplates.published(path)).write(
        to: folder.appendingPathComponent("site-templates/\(path)"), atomically: false,
        encoding: .utf8)
    }
    let test = folder.appendingPathComponent("\(scripts)/search.test.mjs")
    try FileManager.default.copyItem(
      at: tests.appendingPathComponent("ScriptTests/search.test.mjs"), to: test)
    #expect(try Node.run(["--test", test.path]) == 0)
  }
}

private enum Node {
  static var isInstalled: Bool { (try? run(["--version"])) == 0 }

  /// - Returns: How it ended.
  static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
