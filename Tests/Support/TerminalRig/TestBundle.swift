import Glibc

/// Where the programs stand that the tests drive: beside the test bundle.
public enum TestBundle {
  /// The path of a program of this package.
  public static func program(_ name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { throw RigFailure("readlink \(errno)") }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if access(path + "/../" + name, X_OK) == 0 { return path + "/../" + name }
    guard let slash = path.lastIndex(of: "/") else { throw RigFailure(path) }
    let beside = String(path[...slash]) + name
    guard access(beside, X_OK) == 0 else { throw RigFailure("\(beside) has not been built") }
    return beside
  }
}
