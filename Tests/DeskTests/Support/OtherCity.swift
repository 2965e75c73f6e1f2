import City
import Desk
import Journal
import Model
import Operations

/// A desk of the second fixture city, with requests as its residents make them.
enum OtherCity {
  static let newYork = Result { try CityFolder.load(Fixtures.root + "/fixtures/nyc311") }

  /// 15:20:05 of 28 February 2023 in New York.
  static let afternoon = Instant(seconds: 1_677_615_605)

  private static let requests: [(place: PlaceCode, category: CategoryCode, title: String, address: String)] = [
    ("MN-04", "HPD-ELEVATOR", "ELEVATOR · MAINTENANCE", "419 WEST 17 STREET"),
    ("BX-01", "HPD-ELECTRIC", "ELECTRIC · NO LIGHTING", "659 CAULDWELL AVENUE"),
    ("BK-UNSPEC", "HPD-DOOR-WINDOW", "DOOR/WINDOW · WINDOW FRAME", "EASTERN PARKWAY & NOSTRAND AVENUE"),
    ("SI-02", "HPD-APPLIANCE", "APPLIANCE · ELECTRIC/GAS RANGE", "2450 HYLAN BOULEVARD"),
    ("QN-83", "HPD-ELECTRIC", "ELECTRIC · POWER OUTAGE", "CROSS BAY BOULEVARD"),
    ("MN-64", "HPD-ELEVATOR", "ELEVATOR · REPAIR NEEDED IN BOTH CARS OF THE BUILDING", "CENTRAL PARK WEST"),
  ]

  static func desk(width: Int, height: Int) throws -> DeskDriver {
    let desk = try DeskDriver(width: width, height: height, at: afternoon, city: newYork.get())
    for (turn, request) in requests.enumerated() {
      let report = Report(
        source: .hotline, sourceID: "569\(turn)", reportedAt: afternoon.adding(minutes: -600 * (6 - turn)),
        place: request.place, location: Location(address: request.address), category: request.category,
        urgency: turn == 1 ? .urgent : .normal, title: request.title,
        text: request.title + "; RESIDENTIAL BUILDING; " + request.address,
        origin: OriginState(unit: "HPD", status: "Open"),
        detail: .hotline(HotlineItem(kind: .complaint, channel: .seat, answered: false)))
      _ = try desk.operations.takeIn(IncomingReport(report: report), account: "feed")
    }
    try desk.open()
    return desk
  }
}
