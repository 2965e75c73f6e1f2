public import Model

/// Looks up what the clocks of a time zone show, from 1990 to the end of 2059.
///
/// The system's zone files are read directly, in less than a tenth of a millisecond. Foundation's `TimeZone` reads
/// the tables of its internationalization first, and a statically linked program that has no other use for those
/// may be linked without them and then knows no zones at all.
public enum TimeZones {
  /// The first year whose changes are looked up.
  static let firstYear = 1990
  /// The year after the last whose changes are looked up.
  static let endYear = 2060

  /// The offsets of a zone, or nothing when no zone has that name.
  /// - Parameter name: a name of the IANA time zone database, such as `Asia/Shanghai`.
  public static func offsets(of name: String) -> ZoneOffsets? {
    guard isName(name) else { return nil }
    for folder in ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"] {
      if let bytes = FolderFile(name, in: folder, log: FindingLog())?.bytes, let file = ZoneInfoFile(bytes) {
        return file.offsets
      }
    }
    return builtIn[name]
  }

  /// Zones that serve where the system has no zone files, as in small containers.
  ///
  /// Source: IANA time zone database (public domain), file `asia`: China's summer time ended in 1991.
  static let builtIn: [String: ZoneOffsets] = [
    "UTC": ZoneOffsets(initial: 0),
    "Asia/Shanghai": ZoneOffsets(
      initial: 28_800,
      changes: [
        .init(from: Instant(seconds: 640_116_000), offset: 32_400),
        .init(from: Instant(seconds: 653_418_000), offset: 28_800),
        .init(from: Instant(seconds: 671_565_600), offset: 32_400),
        .init(from: Instant(seconds: 684_867_600), offset: 28_800),
      ]),
  ]

  /// Whether a text may be the name of a zone, and no way out of the folder of zones.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      guard let first = part.first, isLetter(first) else { return false }
      return part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x5F }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
