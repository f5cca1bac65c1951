import ArgumentParser
import Foundation

/// A file that a command was told to write.
enum OutputFile {
  static func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// Writes all or nothing, with the folders above it.
  ///
  /// - Throws: Exit code 1, after saying what failed.
  static func write(_ data: Data, to path: String) throws {
    do {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url, options: .atomic)
    } catch {
      Terminal.say(
        "\(path): error: file can't be written [output]\n  cure: check the folder and the disk")
      throw ExitCode(1)
    }
  }
}
