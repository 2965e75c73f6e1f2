import Glibc

/// A file of a city's folder, read whole.
package struct FolderFile {
  /// The most bytes that a table may have.
  static let limit = 32 << 20

  /// The file's name within the folder.
  package let name: String
  /// Its bytes.
  package let bytes: [UInt8]

  /// Reads a file of a folder; what stands against it goes to the log, but not that an optional one is missing.
  package init?(_ name: String, in folder: String, log: FindingLog, isOptional: Bool = false) {
    let cell = Cell(file: name, line: 1, column: 1)
    // Not blocking, so that a pipe in the place of a table is refused and not waited for.
    let descriptor = open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT, isOptional { return nil }
      let reason = errno == ENOENT ? "文件不存在" : "无法打开文件（\(String(cString: strerror(errno)))）"
      log.add(.fileUnreadable, at: cell, "\(reason)，请检查 \(name)。")
      return nil
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      log.add(.fileUnreadable, at: cell, "\(name) 不是普通文件。")
      return nil
    }
    guard status.st_size <= FolderFile.limit else {
      log.add(.fileTooLarge, at: cell, "文件超过 \(FolderFile.limit >> 20) MiB，不可能是一张表。")
      return nil
    }
    guard let bytes = FolderFile.read(descriptor, size: Int(status.st_size)) else {
      log.add(.fileUnreadable, at: cell, "读取文件时出错（\(String(cString: strerror(errno)))）。")
      return nil
    }
    self.name = name
    self.bytes = bytes
  }

  private static func read(_ descriptor: Int32, size: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { return }
        count += got
      }
    }
    return failed ? nil : bytes
  }
}
