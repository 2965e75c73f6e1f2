import Desk
import Foundation
import Journal
import Model
import Testing

@testable import CommandCenter

@Suite("Rates as they are shown")
struct RateTests {
  private let shift: Shift
  private let day: RateQuery

  init() throws {
    shift = try Shift()
    day = RateQuery(from: 20_200_616, to: 20_200_616, now: shift.now)
  }

  @Test func `every rate shows numerator, denominator and what was left out, and they add up to the day's orders`()
    throws
  {
    let groups = try shift.store.rates(day)
    let lines = RateLines(city: shift.city).lines(day, groups)
    let tally = try #require(groups.first).tally
    for rate in Rate.allCases {
      let figure = tally.figure(rate)
      #expect(lines.contains { $0.contains("  \(figure.numerator)/\(figure.denominator)") }, "\(rate)")
      #expect(figure.denominator + figure.leftOut.values.reduce(0, +) == 717, "\(rate)")
    }
    #expect(lines.contains { $0.hasPrefix("按期结案率") && $0.contains("不计：") })
  }

  @Test(arguments: RateQuery.Grouping.allCases)
  func `groups have names and add up to the whole`(grouping: RateQuery.Grouping) throws {
    var query = day
    query.grouping = grouping
    let groups = RateNaming(city: shift.city).merged(try shift.store.rates(query), query)
    var sum = RateTally()
    for group in groups { sum.add(group.tally) }
    #expect(sum == (try #require(try shift.store.rates(day).first).tally))
    let titles = groups.map { RateNaming(city: shift.city).title($0, query) }
    #expect(Set(titles).count == titles.count && titles.allSatisfy { !$0.isEmpty }, "\(titles)")
    #expect(RateLines(city: shift.city).lines(query, groups).count == groups.count + 2)
  }

  @Test func `programs find every rate, every span and null where nothing is known`() throws {
    let data = try JSONEncoder().encode(
      RatesRecord(day, try shift.store.rates(day), city: shift.city))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let group = try #require((json["groups"] as? [[String: Any]])?.first)
    let rates = try #require(group["rates"] as? [String: [String: Any]])
    #expect(Set(rates.keys) == Set(Rate.allCases.map(\.rawValue)))
    #expect(rates["solved"]?["basisPoints"] is NSNull)
    let minutes = try #require(group["minutes"] as? [String: [String: Any]])
    #expect(Set(minutes.keys) == Set(TimedSpan.allCases.map(\.rawValue)))
    #expect(minutes["handling"]?["p90"] is NSNull)
  }

  @Test func `the steps of the ladder open to as many orders as they show`() throws {
    let tally = try #require(try shift.store.rates(day).first).tally
    let ladder = tally.ladder(shift.city.rung(of:))
    #expect(ladder.values.reduce(0, +) == tally.figure(.ladder).numerator)
    #expect(ladder.count > 1)
    for (rung, count) in ladder {
      let units = Set(shift.city.units.all.map(\.code).filter { shift.city.rung(of: $0) == rung })
      let list = RateList(.ladder, .numerator, step: RateList.Step(rung: rung, units: units))
      #expect(try shift.store.orders(behind: list, in: day, after: nil, limit: 1_000).rows.count == count, "\(rung)")
    }
  }
}
