#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The secret under which a store's customers are hashed, in a file that only its owner reads.
///
/// Without the file nobody can try out whether a customer is in the store; whoever has only the
/// database has no customers. It is thirty-two hexadecimal digits.
struct CustomerKey: Sendable {
  let halves: (UInt64, UInt64)

  static func path(besideStore store: String) -> String {
    store.hasSuffix(".db") ? store.dropLast(3) + ".key" : store + ".key"
  }

  static func exists(at path: String) -> Bool { access(path, F_OK) == 0 }

  /// Reads the key, or makes one for a new store.
  init(besideStore store: String, isNew: Bool) throws(ContactLogError) {
    let path = Self.path(besideStore: store)
    if isNew, !Self.exists(at: path) {
      halves = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
      try write(to: path)
    } else {
      halves = try Self.read(path, store: store)
    }
  }

  private func write(to path: String) throws(ContactLogError) {
    let text = Array((hexadecimal(halves.0) + hexadecimal(halves.1) + "\n").utf8)
    // Nobody else may read it, not even for the moment between creating and closing it off.
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw StoreFinding.cannotWrite(LogFileFailure()).error(at: path) }
    defer { close(descriptor) }
    guard systemWrite(descriptor, text, text.count) == text.count, fsync(descriptor) == 0 else {
      throw StoreFinding.cannotWrite(LogFileFailure()).error(at: path)
    }
  }

  private static func read(
    _ path: String, store: String
  ) throws(ContactLogError) -> (UInt64, UInt64) {
    guard exists(at: path) else { throw StoreFinding.missingKey(path).error(at: store) }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw StoreFinding.openKey.error(at: path)
    }
    do {
      let text = String(decoding: try LogFile(path: path).read(64), as: UTF8.self)
      let digits = text.filter(\.isHexDigit)
      guard digits.count == 32, let first = UInt64(digits.prefix(16), radix: 16),
        let second = UInt64(digits.suffix(16), radix: 16)
      else { throw StoreFinding.brokenKey.error(at: path) }
      return (first, second)
    } catch let failure as LogFileFailure {
      throw StoreFinding.cannotRead(failure).error(at: path)
    } catch let error as ContactLogError {
      throw error
    } catch {
      throw StoreFinding.brokenKey.error(at: path)
    }
  }
}

/// The C function, named apart from the method.
private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8], _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
