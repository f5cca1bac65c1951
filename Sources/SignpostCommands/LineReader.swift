import Foundation

/// The lines of a file, each as soon as it is there: what comes through a pipe is read while whoever
/// writes goes on.
///
///     let lines = LineReader(path: "-")
///     while let line = lines?.next() { … }
final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  /// Memory of `getline`, which makes it larger for a longer line.
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// - Parameter path: `-` for standard input.
  /// - Returns: Nil for what can't be read, such as a folder.
  init?(path: String) {
    guard let file = path == "-" ? fdopen(STDIN_FILENO, "r") : fopen(path, "r") else { return nil }
    self.file = file
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
  }

  deinit {
    fclose(file)
    free(buffer)
  }

  /// The next line without its end; nil after the last.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  func next() -> Data? {
    let count = getline(&buffer, &capacity, file)
    guard count > 0, let buffer else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
    return Data(bytes.last == 10 ? bytes.dropLast() : bytes[...])
  }
}
