/// The places of a city, with the way up from each.
public struct PlaceTree: Sendable {
  /// Every place, in the order of the table.
  public let all: [Place]
  /// The towns, in the order of the table.
  public let towns: [Place]
  private let index: [PlaceCode: Int]
  private let townOf: [PlaceCode?]
  private let childrenOf: [[Int]]

  /// Links places; a loop in the tree simply ends the way up.
  public init(_ places: [Place]) {
    all = places
    towns = places.filter { $0.kind == .town }
    let index = Dictionary(
      places.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.index = index
    var childrenOf = Array(repeating: [Int](), count: places.count)
    for (child, place) in places.enumerated() {
      if let parent = place.parent.flatMap({ index[$0] }) { childrenOf[parent].append(child) }
    }
    self.childrenOf = childrenOf
    townOf = places.map { place in
      PlaceTree.climb(from: place, in: places, index: index) { $0.kind == .town }?.code
    }
  }

  /// The root, when the table has one.
  public var city: Place? { all.first { $0.kind == .city } }

  /// The place with a code.
  public subscript(code: PlaceCode) -> Place? {
    index[code].map { all[$0] }
  }

  /// The town that a place lies in or is; nothing for the city itself.
  public func town(of code: PlaceCode) -> PlaceCode? {
    index[code].flatMap { townOf[$0] }
  }

  /// The place of a level that a place lies in or is.
  public func ancestor(of code: PlaceCode, kind: Place.Kind) -> PlaceCode? {
    self[code].flatMap { start in
      PlaceTree.climb(from: start, in: all, index: index) { $0.kind == kind }?.code
    }
  }

  /// The way from just below the city down to a place, the place itself last.
  public func path(to code: PlaceCode) -> [Place] {
    var path: [Place] = []
    var next = self[code]
    while let place = next, place.kind != .city, path.count < 8 {
      path.append(place)
      next = place.parent.flatMap { self[$0] }
    }
    return path.reversed()
  }

  /// The places that lie directly in a place, in the order of the table.
  public func children(of code: PlaceCode) -> [Place] {
    index[code].map { childrenOf[$0].map { all[$0] } } ?? []
  }

  /// Whether a place is `scope` or lies in it.
  public func contains(_ code: PlaceCode, in scope: PlaceCode) -> Bool {
    guard let start = self[code] else { return false }
    return PlaceTree.climb(from: start, in: all, index: index) { $0.code == scope } != nil
  }

  private static func climb(
    from start: Place, in places: [Place], index: [PlaceCode: Int], until found: (Place) -> Bool
  ) -> Place? {
    var next: Place? = start
    var steps = 0
    while let place = next, steps < 8 {
      if found(place) { return place }
      next = place.parent.flatMap { index[$0] }.map { places[$0] }
      steps += 1
    }
    return nil
  }
}
