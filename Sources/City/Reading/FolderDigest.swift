import Crypto

/// The digest that names a city's files as they were.
///
/// SHA-256 over the files that `CityFolder` reads, in the order of their names as bytes; of each the length of the
/// name (eight bytes, big-endian), the name, the length of the content (likewise) and the content.
package enum FolderDigest {
  /// The digest of files, as 64 lower-case hexadecimal digits.
  package static func hex(of files: [FolderFile]) -> String {
    var hash = SHA256()
    for file in files.sorted(by: { $0.name < $1.name }) {
      update(&hash, with: Array(file.name.utf8))
      update(&hash, with: file.bytes)
    }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func update(_ hash: inout SHA256, with bytes: [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }
}
