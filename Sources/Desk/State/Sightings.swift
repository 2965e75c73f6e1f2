import Journal
import Model

/// Which versions of orders a drill's seat has seen, and when by the drill's clock, as far as this sitting knows.
///
/// The journal keeps only the last version that a seat has seen; what was unread at a moment is told from here.
struct Sightings: Sendable {
  private struct Sighting {
    let version: Int
    /// Nothing where it was seen before this sitting came to the order.
    let at: Instant?

    func wasThere(at instant: Instant) -> Bool { at.map { $0 <= instant } ?? true }
  }

  private var known: [OrderNumber: [Sighting]] = [:]

  /// Takes in how a row stands in the present.
  mutating func meet(_ row: OrderRow, at now: Instant) {
    if row.unread {
      if known[row.number] == nil { known[row.number] = [] }
    } else {
      see(row.number, version: row.version, at: known[row.number] == nil ? nil : now)
    }
  }

  /// Notes that a version was seen.
  mutating func see(_ number: OrderNumber, version: Int, at now: Instant?) {
    guard known[number]?.last.map({ $0.version < version }) ?? true else { return }
    known[number, default: []].append(Sighting(version: version, at: now))
  }

  /// Whether a version had not been seen at a moment; what this sitting has never met counts as seen.
  func isUnread(_ number: OrderNumber, version: Int, at instant: Instant) -> Bool {
    guard let sightings = known[number] else { return false }
    return !sightings.contains { $0.version >= version && $0.wasThere(at: instant) }
  }

  /// What was known of a moment.
  func cut(at instant: Instant) -> Sightings {
    var cut = self
    cut.known = known.mapValues { sightings in sightings.filter { $0.wasThere(at: instant) } }
    return cut
  }

  /// What had been seen at a moment, with the last version of each.
  func seen(at instant: Instant) -> [OrderNumber: Int] {
    known.compactMapValues { sightings in sightings.last { $0.wasThere(at: instant) }?.version }
  }
}
