/// A unit of time whose raw value is how people write several of it: `working days`.
package protocol TimeUnit: CaseIterable, RawRepresentable where RawValue == String {}

extension TimeUnit {
  /// The number and the unit, singular or plural, that a text says; nil unless it says just these.
  ///
  ///     ReviewCycle.Unit.amount(in: "6 months")  // (6, .months)
  package static func amount(in text: String) -> (number: Int, unit: Self)? {
    let words = text.lowercased().split(separator: " ")
    guard let number = words.first.flatMap({ Int($0) }) else { return nil }
    let name = words.dropFirst().joined(separator: " ")
    guard
      let unit = allCases.first(where: { $0.rawValue == name || $0.rawValue == name + "s" })
    else { return nil }
    return (number, unit)
  }
}
