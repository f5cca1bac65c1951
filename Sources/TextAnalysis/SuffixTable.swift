package struct SuffixTable: Sendable {
  package let text: String
  package func stem(_ word: String) -> String { word }
  package static func table(for language: String) -> SuffixTable? { nil }
}
