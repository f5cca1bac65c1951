import TestSupport
import Testing

@testable import ContactLog

/// Whatever happens to a log's bytes, every row is accounted for, and good rows are read.
@Suite struct CorruptionTests {
  /// CSV and JSON lines, plain and quoted, with the reason `row 7` in row 7.
  private static func log(_ kind: UInt64, rows: Int) -> [String] {
    switch kind % 4 {
    case 0: ["id,date,reason"] + (0..<rows).map { "\($0),2026-10-15,row \($0)" }
    case 1: ["id;reason;note"] + (0..<rows).map { "\"\($0)\";\"row \($0)\";\"\"" }
    case 2: (0..<rows).map { "{\"id\":\($0),\"reason\":\"row \($0)\"}" }
    default: ["["] + (0..<rows).map { " {\"id\":\($0),\"reason\":\"row \($0)\"}," } + ["]"]
    }
  }

  @Test(arguments: 0..<400)
  func countsAddUpAndUntouchedRowsAreRead(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = 40
    var lines = Self.log(seed, rows: rows).map { Array($0.utf8) }
    let header = lines.count - rows - (seed % 4 == 3 ? 1 : 0)
    var touched: Set<Int> = []
    let noise = Array("\"\"\"\\,;\n\r\t{}[]:x\u{0}ą".utf8) + [0xFF, 0xC3]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let row = Int.random(in: 0..<rows, using: &random)
      touched.insert(row)
      let count = lines[header + row].count
      guard count > 0 else { continue }
      let place = Int.random(in: 0..<count, using: &random)
      let byte = noise.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<3, using: &random) {
      case 0: lines[header + row].remove(at: place)
      case 1: lines[header + row].insert(byte, at: place)
      default: lines[header + row][place] = byte
      }
    }
    let bytes = Array(lines.joined(separator: [0x0A])) + [0x0A]
    let log = try LogFixture(bytes)
    let summary = log.summary
    #expect(summary.rows == summary.accepted + summary.known + summary.rejected)
    #expect(summary.accepted == log.contacts.count)
    #expect(summary.rejected == log.said.count { $0.contains("[log-row]") })
    let read = Set(log.reasons)
    for row in 0..<rows where !touched.contains(row) {
      #expect(read.contains("row \(row)"), "seed \(seed): row \(row) of \(Array(touched).sorted())")
    }
  }

  /// The reader agrees with the obvious one, which splits a small well-formed text by hand.
  @Test(arguments: 0..<100)
  func fieldsComeOutAsTheyWentIn(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("ab ,;\t\"'\n|{}[]\\:ąжē")
    let delimiter = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
    var expected: [String] = []
    var text = "id\(delimiter)reason\(delimiter)note\r\n"
    for row in 0..<50 {
      let field =
        "x" + String((0..<8).compactMap { _ in alphabet.randomElement(using: &random) }) + "y"
      expected.append(field)
      let quoted = "\"" + field.replacing("\"", with: "\"\"") + "\""
      text += [String(row), quoted, "\"\""].joined(separator: delimiter) + "\r\n"
    }
    let log = try LogFixture(text)
    #expect(log.reasons == expected, "seed \(seed)")
  }

  @Test func workGrowsWithTheSizeNotItsSquare() {
    // Inputs that make a careless reader start over: quotes that swallow, objects that don't end.
    let patterns = [
      "1,\"a\n", "\"\n", "1,\"\"a\n", "1,2,3\n", "{\"a\":\n", "{\"a\":[[[\n", "},{\n", "\r",
      "\"\"\"",
    ]
    for pattern in patterns {
      for head in ["id,reason\n", "[{\"reason\":\"a\"},\n", "{\"reason\":\"a\"}\n"] {
        func seconds(_ size: Int) -> Double {
          let text = head + String(repeating: pattern, count: size / pattern.utf8.count)
          return processorSeconds { _ = try? LogFixture(text) }
        }
        _ = seconds(10_000)
        let one = seconds(50_000)
        let four = seconds(200_000)
        #expect(four < one * 10 + 0.1, "\(head)\(pattern)")
      }
    }
  }
}
