public import Model
public import Operations
import SafeText

/// How a proposal is told: `0616-0129 执法 80米 2小时前 「消防通道」「南门」`.
public enum ProposalWords {
  /// A proposal in one line.
  ///
  /// - Parameters:
  ///   - proposal: the proposal.
  ///   - arrivedAt: when the order beside it arrived, UTC.
  ///   - city: the tables of the day.
  public static func line(_ proposal: Proposal, beside arrivedAt: Instant, city: CityTables) -> String {
    let evidence = proposal.likeness.items.map(\.evidence)
    let direction = proposal.reportedAt > arrivedAt ? "后" : "前"
    // Words come last: they are the longest, and what there is no room for is cut off.
    let ordered = evidence.filter { !isWords($0) } + evidence.filter(isWords)
    let words = [proposal.number.short, city.sourceNames[proposal.source] ?? ""] + ordered.map { told($0, direction) }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The score and all that it is made of, in one line.
  public static func sum(_ likeness: Likeness) -> String {
    let items = likeness.items.map { item in
      "\(full(item.evidence)) \(item.points > 0 ? "+" : "")\(item.points)"
    }
    return "\(likeness.score) 分：" + items.joined(separator: "  ")
  }

  /// A piece of evidence by itself, with all that it says.
  private static func full(_ evidence: Evidence) -> String {
    switch evidence {
    case .distance(let metres): "相距\(metres)米"
    case .place(let kind): samePlace(kind)
    case .otherPlace: "不在一村"
    case .address(let share): "地址相同\(share)%"
    case .sameBuilding: "同一楼号"
    case .otherBuilding: "楼号不同"
    case .sameCategory: "类别相同"
    case .relatedCategory: "类别相近"
    case .words(let runs): runs.isEmpty ? "用词相近" : runs.map { "「\($0)」" }.joined()
    case .sameNumber: "来源同一编号"
    case .time(let apart): "相差" + span(apart)
    case .sameCaller: "同一来电人"
    case .otherSource: "来源不同"
    }
  }

  /// What of it a line has room for.
  private static func told(_ evidence: Evidence, _ direction: String) -> String {
    switch evidence {
    case .distance(let metres): "\(metres)米"
    case .time(let apart): span(apart) + direction
    case .place, .sameBuilding, .otherBuilding, .words, .sameNumber, .sameCaller: full(evidence)
    case .otherPlace, .address, .sameCategory, .relatedCategory, .otherSource: ""
    }
  }

  private static func isWords(_ evidence: Evidence) -> Bool {
    if case .words = evidence { true } else { false }
  }

  private static func samePlace(_ kind: Place.Kind) -> String {
    switch kind {
    case .grid: "同网格"
    case .village: "同村"
    case .town: "同镇"
    case .city: "同城"
    }
  }

  private static func span(_ milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    return minutes < 60 ? "\(minutes)分" : "\((minutes + 30) / 60)小时"
  }
}
