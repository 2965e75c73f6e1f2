import ArgumentParser
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center suggest`: who could handle an order, and how good such suggestions are.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "建议由谁承办：派单目录在前，已办结的相似工单在后；只建议，不派单。",
    discussion: "--evaluate 用已结案的工单检验：当日序号能被 5 整除的一份留作检验，其余学习，报首位和前三命中率。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "检验建议的准确率。")
  var evaluate = false

  @Option(name: .long, help: ArgumentHelp("检验时最多用最近结案的多少件。", valueName: "件数"))
  var most = 50_000

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("工单编号，例如 20200616-00142 或 0616-0142。", valueName: "编号"))
  var number: String?

  func validate() throws {
    guard evaluate == (number == nil) else { throw ValidationError("请给一个工单编号，或给 --evaluate，不能都给") }
    if most < 1 { throw ValidationError("--most 至少为 1") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let output = StandardOutput()
      if let number {
        let viewpoint = try opened.viewpoint(sitting)
        let row = try OrderNaming(viewpoint: viewpoint).row(number)
        let suggestions = try viewpoint.suggestions(for: row.number)
        let paper = SuggestionPaper(number: row.number, suggestions: suggestions, city: opened.city)
        if json { try output.json(paper) } else { for line in paper.lines { try output.line(line) } }
      } else {
        let trial = try opened.operations.trySuggestions(newest: most)
        if json { try output.json(TrialRecord(trial)) } else { for line in trial.lines { try output.line(line) } }
      }
      try output.flush()
    }
  }
}

/// The suggestions for an order, for people and programs.
struct SuggestionPaper: Encodable {
  let number: OrderNumber
  let suggestions: Suggestions
  let city: CityTables

  private enum Key: String, CodingKey { case number, lead, coUnits, learned, leftOut }

  private struct UnitRecord: Encodable {
    let unit: UnitCode
    let name: String?
  }

  private struct LearnedRecord: Encodable {
    let unit: UnitCode
    let name: String?
    let share: Int
    let orders: Int
    let terms: [String]
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(number.text, forKey: .number)
    try fields.encode(suggestions.lead.map(record), forKey: .lead)
    try fields.encode(suggestions.coUnits.map(record), forKey: .coUnits)
    try fields.encode(
      suggestions.learned.map {
        LearnedRecord(
          unit: $0.unit, name: city.units[$0.unit]?.name, share: $0.share, orders: $0.orders, terms: $0.terms)
      }, forKey: .learned)
    try fields.encode(suggestions.leftOut.count, forKey: .leftOut)
  }

  var lines: [String] {
    let lead = suggestions.lead.map { "目录主办  \(name($0))" } ?? "目录主办  没有"
    let helpers = suggestions.coUnits.map { "协办      \(name($0))" }
    let learned = suggestions.learned.map { found in
      let terms = found.terms.isEmpty ? "" : "  因为 " + found.terms.joined(separator: "、")
      return "近似 \(found.share)%  \(name(found.unit))  \(found.orders)件\(terms)"
    }
    let leftOut = suggestions.leftOut.isEmpty ? [] : ["保密件，文中提到的单位不列"]
    return [lead] + helpers + (learned.isEmpty ? ["近似      没有可参照的已办结工单"] : learned) + leftOut
  }

  private func name(_ unit: UnitCode) -> String { city.units[unit]?.name ?? unit.rawValue }
  private func record(_ unit: UnitCode) -> UnitRecord { UnitRecord(unit: unit, name: city.units[unit]?.name) }
}

/// What a trial came to, for programs.
private struct TrialRecord: Encodable {
  private struct ScoreRecord: Encodable {
    let first: Int
    let three: Int

    init(_ score: SuggestionTrial.Score) {
      first = score.first
      three = score.three
    }
  }

  private let trained: Int
  private let tested: Int
  private let catalogue: Int
  private let bySubcategory: ScoreRecord
  private let byWords: ScoreRecord

  init(_ trial: SuggestionTrial) {
    trained = trial.trained
    tested = trial.tested
    catalogue = trial.catalogue
    bySubcategory = ScoreRecord(trial.bySubcategory)
    byWords = ScoreRecord(trial.byWords)
  }
}

extension SuggestionTrial {
  /// What it came to, for people.
  fileprivate var lines: [String] {
    [
      "学习 \(trained) 件，检验 \(tested) 件（当日序号能被 5 整除的）",
      "派单目录主办  命中 \(share(catalogue))",
      "按小类学习    首位 \(share(bySubcategory.first))  前三 \(share(bySubcategory.three))",
      "只看文字      首位 \(share(byWords.first))  前三 \(share(byWords.three))",
    ]
  }

  private func share(_ hits: Int) -> String {
    guard tested > 0 else { return "—" }
    let tenths = (hits * 2_000 + tested) / (tested * 2)
    return "\(hits)/\(tested) \(tenths / 10).\(tenths % 10)%"
  }
}
