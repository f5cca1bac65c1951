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

  static let name = "contacts"

  /// The store beside the content folder, unless another is named.
  func path(content: ContentOptions) -> String {
    store ?? Self.folder(content: content) + "/\(Self.name).db"
  }

  /// What is known of contacts is kept in `.signpost` beside the content.
  static func folder(content: ContentOptions) -> String {
    let folder = content.content.split(separator: "/").dropLast().joined(separator: "/")
    let parent = content.content.hasPrefix("/") ? "/" + folder : folder
    return (parent.isEmpty || parent == "/" ? parent : parent + "/") + ".signpost"
  }

  /// Makes the folder for a new store. Another folder than `.signpost` that is there stays as it is.
  func prepareFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard store == nil || !FileManager.default.fileExists(atPath: folder) else { return }
    try Self.closeFolder(of: path)
  }

  /// Makes the folder of a file, closed to others and to version control, also where another
  /// command has made it.
  static func closeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    let manager = FileManager.default
    let isClosed: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try manager.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: isClosed)
    try manager.setAttributes(isClosed, ofItemAtPath: folder.path)
    let ignored = folder.appending(path: ".gitignore").path
    if !manager.fileExists(atPath: ignored) { try OutputFile.write("*\n", to: ignored) }
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
