import Glibc

/// Why a file of a feed can't be read or written.
public struct FeedFileError: Error, Sendable, Equatable {
  /// The reasons.
  public enum Code: String, Sendable {
    /// There is no such file.
    case missing
    /// The account may not.
    case denied
    /// It is a folder.
    case folder
    /// It is a pipe, a device or a socket, where a file is needed that keeps what stands in it.
    case special
    /// The disk is full.
    case full
    /// The system reports another failure.
    case failed
  }

  /// The reason.
  public let code: Code
  /// The file as it was named.
  public let path: String
  /// The system's error number.
  public let number: Int32

  /// Makes an error out of the system's number.
  public init(path: String, number: Int32) {
    self.path = path
    self.number = number
    code =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM, EROFS: .denied
      case EISDIR: .folder
      case ESPIPE: .special
      case ENOSPC, EDQUOT: .full
      default: .failed
      }
  }

  /// What happened and what to do, for an officer; the file's name is not part of it.
  public var reason: String {
    switch code {
    case .missing: "文件不存在；请核对路径"
    case .denied: "没有权限；请检查文件和目录的权限"
    case .folder: "这是目录，不是文件；请指定文件"
    case .special: "这是管道或设备，不能跟随；请指定普通文件"
    case .full: "磁盘已满；请腾出空间后重试"
    case .failed: "系统错误 \(number)；请检查磁盘后重试"
    }
  }
}
