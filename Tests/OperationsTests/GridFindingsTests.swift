import Feeds
import Journal
import Model
import Operations
import Testing

@Suite("What grids found")
struct GridFindingsTests {
  @Test func `each grid's findings agree with a plain recount, by sort, open and closed, within the span`() throws {
    let counter = try Counter()
    var decoder = ReportDecoder(city: counter.city)
    for (index, line) in try Fixtures.lines(Fixtures.feed("day.jsonl")).enumerated() where !line.isEmpty {
      let incoming = try decoder.decode(line, line: index + 1)
      counter.clock.set(max(counter.clock.now, incoming.report.reportedAt))
      guard case .accepted(let number) = try counter.operations.takeIn(incoming, account: "feed") else { continue }
      guard incoming.report.source == .grid, index.isMultiple(of: 3) else { continue }
      _ = try? counter.operations.perform(
        .settle(Settling(text: "好了")), on: number, by: counter.authority("city-chief"), id: "s\(index)")
    }
    for seat in ["city-chief", "city-observe", "town-320614113-chief"] as [SeatCode] {
      let viewpoint = Viewpoint(counter.operations, of: try counter.authority(seat))
      let found = try viewpoint.gridFindings(GridSpan(from: 20_200_616, to: 20_200_616))
      var expected: [PlaceCode: [GridAlert.Kind: [Int]]] = [:]
      for row in try counter.rows() {
        let order = try #require(try counter.store.order(row.number)).order
        guard case .grid(let alert)? = order.reports[0].detail, row.number.day == 20_200_616,
          counter.city.places[order.core.place]?.kind == .grid, let file = try viewpoint.file(row.number),
          file.order.reports[0].detail != nil
        else { continue }
        expected[order.core.place, default: [:]][alert.kind, default: [0, 0]][order.stage.isDone ? 1 : 0] += 1
      }
      #expect(found.mapValues { $0.counts.mapValues { [$0.open, $0.closed] } } == expected, "\(seat)")
      #expect(!expected.isEmpty)
    }
    let viewpoint = Viewpoint(counter.operations, of: try counter.authority("city-chief"))
    #expect(try viewpoint.gridFindings(GridSpan(from: 20_200_101, to: 20_200_301)).isEmpty)
  }
}
