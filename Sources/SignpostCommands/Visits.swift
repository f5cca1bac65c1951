import ArgumentParser

/// `signpost visits`: what people did on the site instead of making contact.
struct Visits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visits",
    abstract: "Counts views, searches and stickers from the web server's logs.",
    discussion: """
      Counts by day go into the store of contacts. Who visited isn't kept: no address, no \
      browser; and what was searched for is redacted.
      """,
    subcommands: [VisitsImport.self, VisitsList.self])
}
