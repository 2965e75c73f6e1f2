import ArgumentParser
import Journal
import Model
import SQLiteJournal

/// Times what a filter costs the journal by itself, without a desk: to find out where a filter's time goes.
struct SearchTimes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Time the journal's answers to filters.")

  @OptionGroup var cityOption: CityOption
  @Argument(help: "The journal.") var journal: String
  @Argument(help: "Words.") var words: [String]

  func run() throws {
    let data = BenchData(folder: "", city: cityOption.city, programs: "", large: 0, small: 0)
    let seat = try Seat(data, journal: journal)
    for word in words {
      let query = OrderQuery(filter: TextFilter(words: [word], digits: Int(word).map { _ in word }))
      var line = word
      for effort in [SearchEffort.newest, .full] {
        var times: [Double] = []
        var page = OrderPage(rows: [], hasBefore: false, hasAfter: false)
        for _ in 0..<15 {
          let start = ContinuousClock.now
          page = try seat.store.page(
            query, anchor: .top, before: 0, after: 228, seat: seat.authority.seat, effort: effort)
          times.append((ContinuousClock.now - start).milliseconds)
        }
        let sample = Sample(times)
        line += "  \(effort): \(page.rows.count) rows\(page.isPartial ? ", partial" : ""), "
        line += "p50 \(sample.median.brief), most \(sample.most.brief) ms"
      }
      print(line)
    }
    try seat.store.close()
  }
}
