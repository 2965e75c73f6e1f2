import ArgumentParser
import Foundation

/// Measures how fast and how small the program is.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures how fast and how small the program is.",
    subcommands: [Run.self, Frame.self, SearchTimes.self, Writer.self],
    defaultSubcommand: Run.self)
}

/// Where the city's files are.
struct CityOption: ParsableArguments {
  @Option(help: "The city's folder.", completion: .directory)
  var city = "fixtures/haimen"
}

/// Measures, prints a table, and writes it down.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure, print a table, write it down.")

  /// What can be measured.
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case keys, start, rest, filter, proposals, rates, live, drill, fairness, `import`
  }

  @OptionGroup var cityOption: CityOption

  @Option(help: "Where command-center and fixture-feeds are.", completion: .directory)
  var programs = ".build/release"

  @Option(help: "Where the data is made and kept.", completion: .directory)
  var data = "bench-data"

  @Option(help: "Orders of the large journal.")
  var large = 1_000_000

  @Option(help: "Orders of the small journal.")
  var small = 10_000

  @Option(help: "The document that the table is written to; only when everything was measured.", completion: .file())
  var out: String?

  @Argument(help: "What to measure; everything when nothing is named.")
  var parts: [Part] = []

  func run() throws {
    let machine = try Machine(sizes: [small, large])
    let data = BenchData(
      folder: absolute(self.data), city: absolute(cityOption.city), programs: absolute(programs), large: large,
      small: small)
    try data.prepare()
    var table = ResultTable()
    for part in parts.isEmpty ? Part.allCases : parts {
      switch part {
      case .keys: try KeyMeasure(data: data).run(into: &table)
      case .start: try StartMeasure(data: data).run(into: &table)
      case .rest: try RestMeasure(data: data).run(into: &table)
      case .filter: try FilterMeasure(data: data).run(into: &table)
      case .proposals: try ProposalMeasure(data: data).run(into: &table)
      case .rates: try RateMeasure(data: data).run(into: &table)
      case .live: try LiveMeasure(data: data).run(into: &table)
      case .drill: try DrillMeasure(data: data).run(into: &table)
      case .fairness: try FairnessMeasure(data: data).run(into: &table)
      case .import: try ImportMeasure(data: data).run(into: &table)
      }
    }
    if let out, parts.isEmpty { try table.write(to: out, machine: machine) }
  }

  private func absolute(_ path: String) -> String { URL(filePath: path).path }
}

/// Prints what a recording showed: the pictures of the documents are made so.
struct Frame: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print what a recording showed.")

  @Argument(help: "The recording, as --record makes it.", completion: .file()) var recording: String
  @Option(help: "Seconds after its beginning; its end when not given.") var at: Double?

  func run() throws {
    print(try Recording(path: recording).screen(at: at).picture)
  }
}

/// One of several desks that write at once.
struct Writer: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write flat out for some seconds.", shouldDisplay: false)

  @OptionGroup var cityOption: CityOption
  @Argument(help: "The journal.") var journal: String
  @Argument(help: "Which desk this is.") var desk: Int
  @Argument(help: "When to begin, in seconds since the Unix epoch.") var start: Double

  func run() throws {
    let data = BenchData(folder: "", city: cityOption.city, programs: "", large: 0, small: 0)
    let (made, longest) = try FlatOutWriter.run(data, journal: journal, desk: desk, start: start)
    print(made, longest)
  }
}
