import FileStamps
import Foundation
import KnowledgeBase

/// What the last publication left, read on another core while the content is: none of it depends on
/// what has changed since.
///
///     let last = receipt.publication  // from now on the record is read
///     last.readTerms()
///     let content = loader.load()
package final class LastPublication: Sendable {
  private let workshopPath: String
  private let site: String
  private let recordStamp: FileStamp?
  private let workshop: Deferred<SiteWorkshop>
  private let terms: [Language: Deferred<KeptTerms>]

  init(site: String, workshop folder: String) {
    self.site = site
    workshopPath = folder
    recordStamp = SiteWorkshop.recordStamp(in: folder)
    workshop = Deferred { SiteWorkshop(folder, site: site) }
    terms = Dictionary(
      uniqueKeysWithValues: KeptTerms.languages(at: SiteWorkshop.termsBeginning(in: folder)).map {
        language in
        let path = SiteWorkshop.termsPath(in: language, folder)
        return (language, Deferred { KeptTerms(language, at: path) })
      })
    DispatchQueue.global().async { [workshop] in _ = workshop.value }
  }

  /// False once another publication has left something since this was begun to be read.
  package var isTheLast: Bool { SiteWorkshop.recordStamp(in: workshopPath) == recordStamp }

  /// Begins to read the terms too, which are needed unless the site is as it was left.
  package func readTerms() {
    for kept in terms.values { DispatchQueue.global().async { _ = kept.value } }
  }

  /// Nil for another folder or site than those of the last publication.
  func workshop(at folder: String, of site: String) -> SiteWorkshop? {
    folder == workshopPath && site == self.site ? workshop.value : nil
  }

  /// Nil where nothing was left.
  func terms(of language: Language) -> Deferred<KeptTerms>? { terms[language] }

  /// Whether terms are those that another publication would leave there.
  func hasTerms(of language: Language, at path: String?) -> Bool {
    path == SiteWorkshop.termsPath(in: language, workshopPath)
  }
}

extension PublicationReceipt {
  /// Begins to read what the publication left.
  package var publication: LastPublication { LastPublication(site: site, workshop: workshop) }
}
