/// How the files of a folder lay at one moment, so that they needn't be looked at again.
///
///     FolderState(of: "content").files.first { $0.path == "en/refund.md" }?.stamp?.size  // 4096
package struct FolderState: Sendable {
  package struct File: Sendable {
    /// Below the folder.
    package let path: String
    /// Of what a link leads to; nil unless that is a file.
    package let stamp: FileStamp?
    package let isLink: Bool
  }

  /// When the look began, by the clock of files.
  package let time: Int
  package let stamp: FolderStamp
  /// Regular files and links, in no order; of hidden ones those that web servers read.
  package let files: [File]

  /// - Complexity: O(*n*) in the files.
  package init(of root: String) {
    time = FileStamp.now
    var files: [File] = []
    stamp = FolderStamp(of: root) { files.append($0) }
    self.files = files
  }
}
