/// The way a report comes in: a source of the feed, with the hotline's two channels apart.
package enum Channel: Int, CaseIterable, Sendable {
  case seat, upstream, grid, cityManagement, enforcement, police, window, emergency, other

  /// The feed's word for the source.
  package var source: String {
    switch self {
    case .seat, .upstream: "hotline"
    case .grid: "grid"
    case .cityManagement: "cityManagement"
    case .enforcement: "enforcement"
    case .police: "police"
    case .window: "window"
    case .emergency: "emergency"
    case .other: "other"
    }
  }

  /// What the source's own numbers begin with.
  var prefix: String {
    switch self {
    case .seat: "HX"
    case .upstream: "SJ"
    case .grid: "WG"
    case .cityManagement: "CG"
    case .enforcement: "ZF"
    case .police: "JQ"
    case .window: "YC"
    case .emergency: "YJ"
    case .other: "QT"
    }
  }

  /// The catalogue schemes that the channel files its reports under, the likeliest first.
  var schemes: [String] {
    switch self {
    case .seat, .upstream: ["hotline", "grid", "cityEvent", "cityPart", "enforcement"]
    case .grid: ["grid", "cityEvent", "cityPart", "enforcement"]
    case .cityManagement: ["cityPart", "cityEvent", "grid"]
    case .enforcement: ["enforcement", "cityEvent", "grid", "cityPart"]
    case .police, .window: ["other"]
    case .emergency: ["cityEvent", "grid", "cityPart", "hotline"]
    case .other: ["grid", "hotline", "cityEvent", "cityPart"]
    }
  }

  /// How busy the channel is in each hour of an ordinary day, in any unit.
  var hourly: [Double] {
    switch self {
    case .seat: [6, 4, 3, 2, 2, 4, 11, 24, 44, 60, 57, 40, 25, 27, 42, 52, 45, 34, 25, 23, 21, 18, 13, 9]
    case .upstream: [0, 0, 0, 0, 0, 0, 0, 1, 8, 14, 12, 7, 2, 3, 9, 12, 10, 5, 1, 0, 0, 0, 0, 0]
    case .grid: [0, 0, 0, 0, 0, 1, 4, 10, 24, 30, 26, 15, 6, 8, 18, 24, 19, 12, 6, 4, 3, 1, 0, 0]
    case .cityManagement: [0, 0, 0, 0, 0, 0, 1, 6, 14, 18, 16, 9, 3, 6, 14, 17, 13, 8, 3, 1, 0, 0, 0, 0]
    case .enforcement: [0, 0, 0, 0, 0, 0, 2, 6, 9, 12, 10, 5, 2, 4, 9, 10, 8, 6, 6, 5, 4, 2, 1, 0]
    case .police: [9, 7, 5, 4, 3, 3, 5, 8, 10, 11, 10, 9, 9, 8, 9, 10, 10, 12, 13, 14, 15, 15, 13, 11]
    case .window: [0, 0, 0, 0, 0, 0, 0, 0, 8, 18, 16, 8, 0, 0, 10, 15, 11, 4, 0, 0, 0, 0, 0, 0]
    case .emergency: [2, 2, 2, 2, 2, 3, 4, 6, 7, 8, 8, 7, 6, 6, 7, 8, 8, 7, 6, 5, 4, 4, 3, 3]
    case .other: [1, 0, 0, 0, 0, 0, 2, 5, 8, 11, 10, 9, 9, 7, 8, 10, 8, 8, 9, 10, 10, 8, 5, 2]
    }
  }

  /// How readily the channel tells of an event that others tell of too.
  var echo: Double {
    switch self {
    case .seat: 6
    case .grid: 4
    case .cityManagement: 3
    case .enforcement, .police, .other: 2
    case .upstream, .emergency: 1.5
    case .window: 0
    }
  }
}
