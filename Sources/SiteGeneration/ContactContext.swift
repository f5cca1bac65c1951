import Availability
import Foundation
import KnowledgeBase
struct ContactContext {
  let channels: [[String: Any]]
  let timeZone: String
  init(_ plan: ContactPlan?, language: Language, site: Site, strings: SiteStrings) { channels = []; timeZone = "" }
  static func rules(of plan: ContactPlan, from: Date) -> String { "{}" }
}
