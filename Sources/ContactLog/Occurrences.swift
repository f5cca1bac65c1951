/// How often something was met in a log, and the line where it began.
struct Occurrences: Hashable, Sendable {
  private(set) var count = 0
  private(set) var firstLine = 0

  mutating func add(_ line: Int) {
    if count == 0 { firstLine = line }
    count += 1
  }
}
