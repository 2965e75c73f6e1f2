import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SafeText

/// `command-center proposals N`: which orders may tell of the same event as one.
struct ProposalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals", abstract: "疑同：可能是同一事件的工单，连同依据；只提出，不并单。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("工单编号，例如 20200616-00142 或 0616-0142。", valueName: "编号"))
  var number: String

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let viewpoint = try opened.viewpoint(sitting)
      let row = try OrderNaming(viewpoint: viewpoint).row(number)
      let proposals: [Proposal]
      do throws(OperationError) {
        proposals = try viewpoint.proposals(for: row.number)
      } catch {
        throw Failure(.journal, RefusalWords.text(error, city: opened.city, zone: opened.city.calendar.zone))
      }
      let output = StandardOutput()
      if json {
        try output.json(proposals.map { ProposalRecord($0, city: opened.city) })
      } else {
        for proposal in proposals {
          try output.line(ProposalWords.line(proposal, beside: row.arrivedAt, city: opened.city))
          try output.line("  " + ProposalWords.sum(proposal.likeness))
        }
        if proposals.isEmpty { try output.line("没有疑同") }
      }
      try output.flush()
    }
  }
}

/// A proposal as programs read it.
private struct ProposalRecord: Encodable {
  private struct Item: Encodable {
    let evidence: String
    let value: Int?
    let words: [String]?
    let points: Int
  }

  private let number: String
  private let source: String
  private let reportedAt: String
  private let score: Int
  private let evidence: [Item]

  init(_ proposal: Proposal, city: CityTables) {
    number = proposal.number.text
    source = proposal.source.rawValue
    reportedAt = InstantText.utc(proposal.reportedAt)
    score = proposal.likeness.score
    evidence = proposal.likeness.items.map(ProposalRecord.item)
  }

  private static func item(_ item: Likeness.Item) -> Item {
    func made(_ name: String, _ value: Int? = nil, _ words: [String]? = nil) -> Item {
      Item(evidence: name, value: value, words: words, points: item.points)
    }
    return switch item.evidence {
    case .distance(let metres): made("metres", metres)
    case .place(let kind): made("same-" + kind.rawValue)
    case .otherPlace: made("other-place")
    case .address(let share): made("address-percent", share)
    case .sameBuilding: made("same-building")
    case .otherBuilding: made("other-building")
    case .sameCategory: made("same-category")
    case .relatedCategory: made("related-category")
    case .words(let runs): made("words", nil, runs)
    case .sameNumber: made("same-number")
    case .time(let apart): made("minutes-apart", Int(apart / 60_000))
    case .sameCaller: made("same-caller")
    case .otherSource: made("other-source")
    }
  }
}
