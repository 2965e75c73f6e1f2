public import SafeText

/// A column of a table.
public struct TableColumn: Sendable, Hashable {
  /// What its header says.
  public var title: String
  /// How wide it is; a flexible one gets a share of what is left, its minimum at least.
  public var extent: Extent
  /// Where its texts sit.
  public var alignment: ColumnAlignment
  /// Where room is short the column of the lowest priority gives way first, of equals the one further right.
  public var priority: Int

  /// Makes a column.
  public init(_ title: String, _ extent: Extent, alignment: ColumnAlignment = .leading, priority: Int = 0) {
    self.title = title
    self.extent = extent
    self.alignment = alignment
    self.priority = priority
  }

  fileprivate var leastWidth: Int {
    switch extent {
    case .fixed(let width): max(0, width)
    case .flexible(_, let minimum): max(0, minimum)
    }
  }
}

/// Which columns of a table there is room for, and where they are.
public struct TableLayout: Sendable, Hashable {
  /// A column that is shown.
  public struct Placement: Sendable, Hashable {
    /// Its index in the columns given.
    public let column: Int
    /// Columns from the left edge of the table.
    public let offset: Int
    /// Columns across.
    public let width: Int
  }

  /// All columns, shown or not.
  public let columns: [TableColumn]
  /// Those shown, from left to right.
  public let placements: [Placement]

  /// Finds room.
  /// - Parameters:
  ///   - columns: from left to right.
  ///   - width: columns of the terminal.
  ///   - gap: blank columns between two of them.
  public init(_ columns: [TableColumn], width: Int, gap: Int = 1) {
    var kept = Array(columns.indices)
    func needed() -> Int { kept.reduce(gap * max(0, kept.count - 1)) { $0 + columns[$1].leastWidth } }
    while kept.count > 1, needed() > width,
      let least = kept.min(by: { (columns[$0].priority, -$0) < (columns[$1].priority, -$1) })
    {
      kept.removeAll { $0 == least }
    }
    let sizes = Extent.sizes(kept.map { columns[$0].extent }, total: width - gap * max(0, kept.count - 1))
    var offset = 0
    self.columns = columns
    placements = zip(kept, sizes).map { column, size in
      defer { offset += size + gap }
      return Placement(column: column, offset: offset, width: size)
    }
  }
}
