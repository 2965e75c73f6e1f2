import Journal
public import Model

/// What rates, their parts and their spans are called.
extension Words {
  /// 指标.
  public static func rate(_ rate: Rate) -> String {
    switch rate {
    case .response: "响应率"
    case .solved: "解决率"
    case .satisfied: "满意率"
    case .onTime: "按时处置率"
    case .rework: "返工率"
    case .filing: "立案率"
    case .dispatchAccuracy: "准确派遣率"
    case .onSchedule: "按期结案率"
    case .gridFirst: "网格先发现"
    case .returned: "推诿（退单）"
    case .ladder: "办结"
    }
  }

  /// The code of a rate that is named as on screen; any other text as it is.
  static func rateName(_ text: String) -> String {
    Rate.allCases.first { rate($0) == text }?.rawValue ?? text
  }

  /// How an order stands in a rate.
  public static func standing(_ standing: RateStanding) -> String {
    switch standing {
    case .numerator: "分子"
    case .denominator: "只在分母"
    case .running: "未到环节"
    case .excluded: "剔除"
    case .void: "作废"
    case .duplicate: "并入他单"
    case .closedAtSource: "来时已结"
    case .declined: "不予受理"
    case .settled: "当场办结"
    case .notApplicable: "不涉及"
    case .unreached: "回访未通"
    }
  }

  /// 用时.
  public static func span(_ span: TimedSpan) -> String {
    switch span {
    case .filing: "立案"
    case .dispatch: "派遣"
    case .signing: "签收"
    case .handling: "处置"
    case .inspection: "核查"
    case .closing: "结案"
    case .followUp: "回访"
    case .overall: "全程"
    case .discovery: "发现（事发到来件）"
    }
  }

  /// Ten-thousandths as a percentage with one digit, `87.5%`; a dash where there is nothing to divide by.
  public static func percent(_ basisPoints: Int?) -> String {
    guard let basisPoints else { return "—" }
    let tenths = (basisPoints + 5) / 10
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A part of a whole in ten-thousandths, rounded to the nearest; nothing where there is no whole.
  public static func share(_ count: Int, of all: Int) -> Int? {
    all > 0 ? (count * 20_000 + all) / (all * 2) : nil
  }

  /// What was left out of a rate, by reason: `剔除 2、作废 1`; empty where nothing was.
  public static func leftOut(_ figure: RateFigure) -> String {
    figure.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { standing($0.key) + " \($0.value)" }
      .joined(separator: "、")
  }

  /// What rates are grouped by; nothing is all together.
  static func grouping(_ grouping: RateQuery.Grouping?) -> String {
    switch grouping {
    case nil: "全部"
    case .town?: "区镇"
    case .source?: "来源"
    case .unit?: "单位"
    case .grid?: "网格"
    case .officer?: "人员"
    }
  }

  /// Minutes as a span: `42分`, `3时05分`, `2日4时`.
  public static func minutes(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes)分" }
    if minutes < 24 * 60 { return "\(minutes / 60)时" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)分" }
    return "\(minutes / 1_440)日\(minutes / 60 % 24)时"
  }
}
