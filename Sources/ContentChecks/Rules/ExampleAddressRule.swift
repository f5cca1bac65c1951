import Diagnostics
import Foundation
import KnowledgeBase

/// Finds addresses that `signpost init` wrote and nobody replaced.
package struct ExampleAddressRule: ContentRule {
  package let name = "example-address"
  package let severity = Diagnostic.Severity.warning
  package let headline = "Addresses are your own"
  package let reason = """
    A new help centre has addresses of example.com, which belongs to nobody (RFC 2606). Left as it \
    is, 'base-url' gives search engines, feeds, stickers and mails an address that doesn't exist, and \
    customers write to a mailbox that nobody reads.
    """

  package func check(_ content: CheckedContent) -> [Finding] {
    let site = content.library.site
    let own = [("base-url", site.baseURL), ("feedback", site.feedback ?? "")].map {
      (file: "signpost.yml", what: $0, address: $1)
    }
    let channels = (content.contact?.channels ?? []).map {
      (file: "contact.yml", what: "channel", address: $0.value)
    }
    // An address that can't be read isn't an example's: the file's errors say what is wrong with it.
    return (own + channels).filter {
      Self.isExample($0.address) && !content.faultyFiles.contains("\(content.root)/\($0.file)")
    }.map { place in
      Finding(
        "\(place.what) '\(place.address)' is an example's", cures: ["write your own"],
        file: "\(content.root)/\(place.file)")
    }
  }

  /// Of a mail address or a URL.
  package static func isExample(_ address: String) -> Bool {
    let host = URL(string: address)?.host ?? String(address.split(separator: "@").last ?? "")
    return ["example.com", "example.net", "example.org", "localhost"].contains {
      host == $0 || host.hasSuffix("." + $0)
    }
  }
}
