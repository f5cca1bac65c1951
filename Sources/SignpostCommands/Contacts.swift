import ArgumentParser
import ContactLog
import Diagnostics
import Foundation

/// `signpost contacts`: the store of contacts, redacted, over the years.
struct Contacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts",
    abstract: "Keeps the contacts of all months, without personal data.",
    discussion: """
      The store is one file, .signpost/contacts.db beside the content folder. Texts are redacted \
      before they are stored, and customers are hashes under the key in contacts.key, which only \
      you can read. 'signpost gaps' without a log reads the store.
      """,
    subcommands: [
      ContactsImport.self, ContactsList.self, ContactsForget.self, ContactsWaits.self,
    ])
}

/// Where the store of contacts is.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: "The store's file; else .signpost/contacts.db beside the content.")
  var store: String?

  /// The store beside the content folder, unless another is named.
  func path(content: ContentOptions) -> String {
    if let store { return store }
    let folder = content.content.split(separator: "/").dropLast().joined(separator: "/")
    let parent = content.content.hasPrefix("/") ? "/" + folder : folder
    return (parent.isEmpty || parent == "/" ? parent : parent + "/") + ".signpost/contacts.db"
  }

  /// Makes the folder for a new store, closed to others and to version control.
  func prepareFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try OutputFile.write("*\n", to: folder.appending(path: ".gitignore").path)
  }

  /// The store if there is one, or nil unless one was named.
  func openIfThere(content: ContentOptions) throws -> ContactStore? {
    let isThere = FileManager.default.fileExists(atPath: path(content: content))
    return isThere || store != nil ? try open(content: content) : nil
  }

  /// The store, or exit code 1 with the reason on standard error.
  func open(content: ContentOptions, creating: Bool = false) throws -> ContactStore {
    let path = path(content: content)
    return try Terminal.explaining {
      if creating { try prepareFolder(of: path) }
      return try ContactStore(at: path, creating: creating)
    }
  }
}

/// Numbers with their noun.
enum Counted {
  static func contacts(_ count: Int) -> String { count == 1 ? "1 contact" : "\(count) contacts" }
}

extension Terminal {
  /// Says why a log or the store can't be used, and ends with exit code 1.
  static func explaining<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ContactLogError {
      say(error.description)
      throw ExitCode(1)
    }
  }
}
