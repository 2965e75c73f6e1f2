public import Terminal

/// Where each pane lies on a terminal of a size; what there is no room for is missing.
public struct DeskLayout: Sendable, Equatable {
  /// The least columns that a desk needs.
  public static let leastWidth = 60
  /// The least rows that a desk needs.
  public static let leastHeight = 16

  /// The head line.
  public let head: Rect
  /// The towns in one line, on narrow terminals.
  public let townLine: Rect?
  /// The towns with their counts.
  public let towns: Rect?
  /// Arrivals of the last 24 hours.
  public let plot: Rect?
  /// What waits for this seat.
  public let mine: Rect?
  /// Who is on duty.
  public let roster: Rect?
  /// The list.
  public let queue: Rect
  /// The order's detail.
  public let detail: Rect
  /// What happened lately, on wide terminals.
  public let activity: Rect?
  /// What happened last, in one line.
  public let ticker: Rect
  /// The keys that work.
  public let keys: Rect

  /// Whether a terminal is too small for a desk.
  public static func isTooSmall(width: Int, height: Int) -> Bool {
    width < leastWidth || height < leastHeight
  }

  /// Rows of orders that the list shows: its height without border and column heads.
  public var queueRows: Int { max(1, queue.height - 3) }

  /// Lays a terminal out.
  ///
  /// - Parameters:
  ///   - width: columns.
  ///   - height: rows.
  ///   - townCount: rows that the town pane would like, the whole city included.
  public init(width: Int, height: Int, townCount: Int) {
    let screen = Rect(row: 0, col: 0, width: width, height: height)
    let isNarrow = width < 100 || height < 28
    let parts = screen.rows([
      .fixed(1), .fixed(isNarrow && height >= 20 ? 1 : 0), .flexible(weight: 1, minimum: 0), .fixed(1), .fixed(1),
    ])
    head = parts[0]
    ticker = parts[3]
    keys = parts[4]
    let body = parts[2]
    if isNarrow {
      townLine = parts[1].isEmpty ? nil : parts[1]
      towns = nil
      plot = nil
      mine = nil
      roster = nil
      activity = nil
      // The detail has the few lines that an order can be judged by; the list has the rest.
      let detailHeight = height >= 40 ? body.height * 2 / 5 : height >= 24 ? 7 : height >= 20 ? 5 : 4
      let split = body.rows([.flexible(weight: 1, minimum: 0), .fixed(detailHeight)])
      queue = split[0]
      detail = split[1]
      return
    }
    townLine = nil
    let isWide = width >= 160
    // The list keeps its units and numbers; what room is left beside it the other columns share.
    let columns = body.columns([
      .fixed(width >= 180 ? 38 : 27), .flexible(weight: 1, minimum: 0),
      .fixed(isWide ? min(60, 44 + (width - 160) * 2 / 5) : 0),
    ])
    let left = columns[0].rows([
      .fixed(min(townCount + 3, body.height / 2)), .fixed(body.height >= 50 ? 8 : 7),
      .flexible(weight: 2, minimum: 4), .flexible(weight: 3, minimum: 4),
    ])
    towns = left[0]
    plot = left[1]
    mine = left[2].height >= 3 ? left[2] : nil
    roster = left[3].height >= 3 ? left[3] : nil
    if isWide {
      queue = columns[1]
      let right = columns[2].rows([.flexible(weight: 3, minimum: 0), .flexible(weight: 1, minimum: 0)])
      detail = right[0]
      activity = right[1]
    } else {
      let split = columns[1].rows([.flexible(weight: 11, minimum: 0), .flexible(weight: 9, minimum: 0)])
      queue = split[0]
      detail = split[1]
      activity = nil
    }
  }
}

extension DeskState {
  /// Where each pane lies.
  public var layout: DeskLayout {
    DeskLayout(width: width, height: height, townCount: townItems.count)
  }
}
