public import Model
import Synchronization

/// A city as loaded: its tables, the digest of its files, and what the reading warned of.
public struct LoadedCity: Sendable {
  /// The tables, linked.
  public let tables: CityTables
  /// What the screen calls each tier.
  public let tierNames: [Tier: String]
  /// The SHA-256 of the folder's files, 64 lower-case hexadecimal digits; see `FolderDigest` for what it covers.
  public let digest: String
  /// Warnings, by file, line and column.
  public let findings: [Finding]
  private let lazyIndex = LazyIndex()

  /// Bundles what was loaded.
  init(tables: CityTables, tierNames: [Tier: String], digest: String, findings: [Finding]) {
    self.tables = tables
    self.tierNames = tierNames
    self.digest = digest
    self.findings = findings
  }

  /// Places, units and sub-categories by pinyin, built on first use.
  ///
  /// The first use can take a tenth of a second and more: ask from a thread that nobody waits for.
  public var pinyinIndex: PinyinIndex { lazyIndex.index(of: tables) }

  private final class LazyIndex: Sendable {
    private let built = Mutex<PinyinIndex?>(nil)

    func index(of tables: CityTables) -> PinyinIndex {
      built.withLock { built in
        if let built { return built }
        let fresh = PinyinIndex(tables)
        built = fresh
        return fresh
      }
    }
  }
}
