import FileStamps
import Foundation
import TextAnalysis

/// What a publication leaves so that nothing is read or made while it would come out the same: what
/// it was made from, until when the clock leaves it as it is, and what it said.
///
///     if let receipt = PublicationReceipt(at: path), receipt.holds(for: source, at: Date()) {
///       print(receipt.answer)
///     }
package struct PublicationReceipt: Equatable, Sendable {
  private static let format = 1

  /// Of everything that the site was made from but the clock, as it was before it was read.
  let source: UInt64
  /// The minutes since 1970 in which the same source gives the same site.
  let minutes: Range<Int>
  let site: String
  let workshop: String
  /// The record in the workshop, which tells how the files of the site were left.
  let record: FileStamp
  /// What was said about the publication.
  package let remarks: String
  package let answer: String
  /// Whether anything was found that is to be mended.
  package let hasFindings: Bool

  /// Nil when the publication left no record.
  ///
  /// - Parameters:
  ///   - source: of everything that the site was made from, as it was before it was read.
  ///   - minutes: see `SiteGenerator.Report.minutes`.
  package init?(
    source: UInt64, minutes: Range<Int>, site: URL, workshop: URL, remarks: String, answer: String,
    hasFindings: Bool
  ) {
    self.source = source
    self.minutes = minutes
    self.site = site.standardizedFileURL.path
    self.workshop = workshop.standardizedFileURL.path
    guard let record = SiteWorkshop.recordStamp(in: self.workshop) else { return nil }
    self.record = record
    self.remarks = remarks
    self.answer = answer
    self.hasFindings = hasFindings
  }

  /// Whether a publication would leave the site as it is: it is made from the same, and every file of
  /// it lies as it was left.
  ///
  /// - Parameter publication: what was read already of what the publication left.
  /// - Complexity: O(*n*) in the files of the site, on all cores.
  package func holds(
    for source: UInt64, at date: Date, of publication: LastPublication? = nil
  ) -> Bool {
    guard source == self.source, minutes.contains(SiteGenerator.minute(of: date)),
      SiteWorkshop.recordStamp(in: workshop) == record
    else { return false }
    let read = publication?.workshop(at: workshop, of: site)
    return (read ?? SiteWorkshop(workshop, site: site)).isUntouched
  }

  // MARK: - On disk

  /// Nil for what isn't there, is damaged, or another version's.
  package init?(at path: String) {
    guard let bytes = DiskFile(path).bytes() else { return nil }
    var reader = RawArrayReader(bytes)
    guard let numbers = reader.numbers(Int.self), let texts = reader.strings(), reader.isWhole(),
      numbers.count == 8, numbers[0] == Self.format, numbers[2] <= numbers[3], texts.count == 4
    else { return nil }
    source = UInt64(bitPattern: Int64(numbers[1]))
    minutes = numbers[2]..<numbers[3]
    record = FileStamp(size: numbers[4], nanoseconds: numbers[5], inode: numbers[6])
    hasFindings = numbers[7] != 0
    (site, workshop, remarks, answer) = (texts[0], texts[1], texts[2], texts[3])
  }

  /// Leaves it for the next publication; a folder that can't be written to is left alone.
  package func keep(at path: String) {
    var writer = RawArrayWriter()
    writer.append([
      Self.format, Int(truncatingIfNeeded: source), minutes.lowerBound, minutes.upperBound,
      record.size, record.nanoseconds, record.inode, hasFindings ? 1 : 0,
    ])
    writer.append([site, workshop, remarks, answer])
    writer.seal()
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let draft = DiskFile("\(path).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try writer.bytes.withUnsafeBytes { _ = try draft.write($0) }
      if rename(draft.path, path) != 0 { unlink(draft.path) }
    } catch {
      unlink(draft.path)
    }
  }
}
