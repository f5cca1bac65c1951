import FileStamps

/// A folder of the site whose name changes with its content, so that browsers may keep its files
/// for ever: a search index. From one publication to the next few of its files change, while all
/// get another path.
struct VersionedFolder: Equatable {
  struct File: Equatable {
    /// Below the folder.
    let name: String
    /// Of what it was made from; 0 for the compressed form of the file before it.
    let source: UInt64
    /// Of its text; 0 likewise.
    let text: UInt64
    /// As it was left; nil until that is known.
    var stamp: FileStamp?

    var isCompressed: Bool { text == 0 && source == 0 }
  }

  /// What a folder is to hold.
  struct Draft: Sendable {
    let names: [String]
    /// By file, of everything that it is made from: what was made from the same isn't made again.
    let sources: [UInt64]
    /// Makes the text of a file.
    let text: @Sendable (Int) -> String
    /// The folder's path, by digests of all texts.
    let path: @Sendable ([UInt64]) -> String
  }

  /// Below the site: `search/en-1k2j`.
  let path: String
  var files: [File] = []
  /// The path of this folder in the site before, and the names of files that aren't there or differ.
  var former: String
  var difference: [String] = []

  func path(of name: String) -> String { path + "/" + name }
}

/// What becomes of the files of a versioned folder.
struct VersionedFolderChanges {
  /// Names below the folder.
  var added: [String] = []
  var changed: [String] = []
  var removed: [String] = []

  var all: [String] { added + changed + removed }
}
