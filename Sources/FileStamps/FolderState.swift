/// How the files of a folder lay at one moment, so that they needn't be looked at again.
///
///     FolderState(of: "content").files["en/refund.md"]?.size  // 4096
package struct FolderState: Sendable {
  /// When the look began, by the clock of files.
  package let time: Int
  package let stamp: FolderStamp
  /// By path below the folder; a link has the stamp of what it leads to.
  package let files: [String: FileStamp]

  /// - Complexity: O(*n*) in the files.
  package init(of root: String) {
    time = FileStamp.now
    var files: [String: FileStamp] = [:]
    stamp = FolderStamp(of: root) { files[$0] = $1 }
    self.files = files
  }
}
