import Availability
import Diagnostics
enum ContactFile {
  static let name = "contact.yml"
  static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> ContactPlan? { nil }
}
