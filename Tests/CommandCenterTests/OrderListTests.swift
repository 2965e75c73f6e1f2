import Foundation
import Journal
import Model
import Operations
import Testing

@testable import CommandCenter

@Suite("Lists of orders")
struct OrderListTests {
  @Test(arguments: OrderQuery.Sort.allCases)
  func `page by page a list is the whole list`(sort: OrderQuery.Sort) throws {
    let shift = try Shift()
    let query = OrderQuery(tab: .all, sort: sort)
    let whole = try shift.store.page(
      query, anchor: .top, before: 0, after: .max, seat: "", effort: .full
    ).rows.map(\.number)
    var list = OrderListing(viewpoint: try shift.viewpoint(), query: query, most: .max)
    var found: [OrderNumber] = []
    while case let rows = try list.next(), !rows.isEmpty { found += rows.map(\.number) }
    // Of the 720 reports three go on with an incident that an order has.
    #expect(whole.count == 717)
    #expect(found == whole)
    #expect(!list.hasMore)
  }

  @Test(arguments: [1, 499, 500, 501, 717, 1_000])
  func `no more are listed than were asked for`(most: Int) throws {
    let shift = try Shift()
    var list = OrderListing(viewpoint: try shift.viewpoint(), query: OrderQuery(tab: .all), most: most)
    var count = 0
    while case let rows = try list.next(), !rows.isEmpty { count += rows.count }
    #expect(count == min(most, 717))
    #expect(list.hasMore == (most < 717))
  }

  @Test func `an order is found by its full number and by what the screen shows`() throws {
    let shift = try Shift()
    let naming = OrderNaming(viewpoint: try shift.viewpoint())
    let number = OrderNumber(day: 20_200_616, sequence: 142)
    #expect(try naming.row("20200616-00142").number == number)
    #expect(try naming.row("0616-0142").number == number)
    for bad in ["", "0616-9999", "20200616-99999", "142", "０６１６-0142", "x"] {
      let error = #expect(throws: Failure.self) { try naming.row(bad) }
      #expect(error?.code == .noSeat, "\(bad)")
    }
  }

  @Test func `places and units are named by code or by name`() throws {
    let shift = try Shift(day: false)
    let naming = OrderNaming(viewpoint: try shift.viewpoint())
    let town = try #require(shift.city.places.towns.first)
    #expect(try naming.place(town.code.rawValue) == town.code)
    #expect(try naming.place(town.name) == town.code)
    let unit = try #require(shift.city.units.all.first)
    #expect(try naming.unit(unit.name) == unit.code)
    #expect(throws: Failure.self) { try naming.unit("没有的单位") }
  }

  @Test func `an order as programs read it has every key and no telephone number`() throws {
    let shift = try Shift(day: false)
    let number = try shift.order { incoming in
      incoming.report.title = "请回电 13800138000"
      incoming.report.origin = OriginState(unit: "X", status: "受理中")
    }
    let record = OrderRecord(try shift.row(number), city: shift.city)
    let fields = try #require(try object(record))
    #expect(
      Set(fields.keys) == [
        "number", "version", "stage", "urgency", "source", "sourceID", "town", "townName", "place", "placeName",
        "category", "categoryName", "unit", "unitName", "title", "arrivedAt", "enteredAt", "stageDue", "overallDue",
        "closedAt", "outcome", "claim", "reports", "attachments", "amendments", "confidential", "originUnit",
        "originStatus", "upstreamNumber",
      ])
    #expect(fields["number"] as? String == number.text)
    #expect(fields["closedAt"] is NSNull)
    #expect(fields["claim"] is NSNull)
    #expect(fields["originStatus"] as? String == "受理中")
    #expect((fields["title"] as? String)?.contains("138****8000") == true)
  }

  @Test func `an order's file masks who reported and hides him where it is confidential`() throws {
    let shift = try Shift(day: false)
    let open = try shift.order { _ in }
    let secret = try shift.order { incoming in
      incoming.report.sourceID = "H2"
      incoming.report.confidential = true
    }
    for (number, wanted) in [(open, "张"), (secret, nil as String?)] {
      let file = try #require(try shift.store.order(number))
      let row = try shift.row(number)
      let record = try #require(try object(OrderFileRecord(file, row: row, city: shift.city)))
      let reports = try #require(record["reports"] as? [[String: Any]])
      let name = reports.first?["reporterName"] as? String
      #expect(name?.prefix(1) == wanted?.prefix(1))
      let text = String(
        decoding: try JSONEncoder().encode(OrderFileRecord(file, row: row, city: shift.city)), as: UTF8.self)
      let paper = OrderPaper(file: file, row: row, city: shift.city).lines.joined(separator: "\n")
      for output in [text, paper] {
        #expect(!output.contains("11900001234"))
        #expect(!output.contains("张三丰"))
      }
    }
  }

  private func object(_ value: some Encodable) throws -> [String: Any]? {
    try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any]
  }
}
