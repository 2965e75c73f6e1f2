/// What kind of day is made.
package struct Scenario: Sendable {
  /// Midnight that the day begins with.
  package let midnight: LocalTime
  package let quotas: [(channel: Channel, count: Int)]
  /// How many events are told of by several reports.
  let groups: Int
  /// How many pairs look alike and are not the same event.
  let decoys: Int
  /// What the events' names in the truth begin with.
  let prefix: String
  let isStorm: Bool

  /// Tuesday 16 June 2020: 720 reports, in the mix of a neighbouring county's published week.
  package static let day = Scenario(
    midnight: LocalTime(seconds: 1_592_236_800),
    quotas: [
      (.seat, 390), (.upstream, 42), (.grid, 150), (.cityManagement, 45), (.enforcement, 22), (.police, 28),
      (.window, 20),
      (.emergency, 8), (.other, 15),
    ], groups: 72, decoys: 40, prefix: "E0616-", isStorm: false)

  /// Tuesday 4 August 2020, an invented typhoon that makes land in the afternoon: 3,600 reports.
  package static let typhoon = Scenario(
    midnight: LocalTime(seconds: 1_596_470_400),
    quotas: [
      (.seat, 1_830), (.upstream, 130), (.grid, 900), (.cityManagement, 210), (.enforcement, 80), (.police, 230),
      (.window, 20), (.emergency, 140), (.other, 60),
    ], groups: 480, decoys: 150, prefix: "E0804-", isStorm: true)

  /// The typhoon's strength in each hour; landfall is at 15.
  private static let storm: [Double] = [
    0.3, 0.3, 0.3, 0.4, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2, 1.5, 1.9, 2.4, 3.2, 4.2, 5.2, 5.4, 4.8, 3.8, 3.0, 2.4, 1.9, 1.5,
    1.2,
  ]

  func hourly(_ channel: Channel) -> [Double] {
    guard isStorm, channel != .window else { return channel.hourly }
    let top = channel.hourly.max() ?? 1
    return zip(channel.hourly, Self.storm).map { usual, storm in (usual / top + 0.5) * storm }
  }

  func weight(_ matter: Matter, hour: Int) -> Double {
    let usual = (isStorm ? matter.typhoon : matter.ordinary) * matter.hours.weight(hour)
    return isStorm && matter.ordinary == 0 ? usual * Self.storm[hour] / 2 : usual
  }
}
