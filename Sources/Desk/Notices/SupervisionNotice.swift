public import Journal
public import Model
import SafeText

/// 督办通知书: what a unit gets on paper when its order is supervised, with room for its answer and seal.
public struct SupervisionNotice: Sendable, Equatable {
  /// A line of the notice: what it is called, and what it says.
  public struct Field: Sendable, Equatable {
    /// What it is called.
    public let label: String
    /// What it says; nothing hostile is in it, and no number of anybody to call.
    public let text: String

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = SafeText(Masking.freeText(text)).string
    }
  }

  /// Who sends it.
  public let centre: String
  /// The notice's own number: year, order, and which notice of the order it is.
  public let number: String
  /// What it says, from top to bottom.
  public let fields: [Field]

  /// The heading.
  public static let heading = "督 办 通 知 书"
  /// What the unit fills in.
  public static let answers = ["办理情况", "办结时间", "未按期办结的原因"]
  /// Who signs for the unit.
  public static let signatures = ["承办单位（盖章）", "负责人（签字）", "日期"]

  /// Makes the notice of an order's last supervision; nothing for an order that is not supervised.
  ///
  /// - Parameters:
  ///   - file: the order's file.
  ///   - city: the tables of the day.
  public init?(_ file: OrderFile, in city: CityTables) {
    var last: (event: DecodedEvent, supervised: OrderEvent.Supervised)?
    var count = 0
    for event in file.events {
      guard case .supervised(let supervised) = event.event else { continue }
      last = (event, supervised)
      count += 1
    }
    guard let last else { return nil }
    let order = file.order
    let zone = city.calendar.zone
    let civil = zone.civil(last.event.header.occurredAt)
    centre = SafeText(city.title).string
    number = "督〔\(civil.day.year)〕\(order.number.text)-\(count)"
    let unit = order.core.unit.map { city.units[$0]?.name ?? $0.rawValue } ?? "（尚未派单，由指挥中心办理）"
    let path = city.places.path(to: order.core.place).map(\.name).joined(separator: "·")
    func due(_ instant: Instant?) -> String { instant.map { TimeWords.full($0, in: zone) } ?? "—" }
    fields = [
      Field("承办单位", unit), Field("工单编号", order.number.text),
      Field("督办级别", "\(last.supervised.level)级督办"),
      Field("事项", order.reports.first?.title ?? ""), Field("地点", path.isEmpty ? city.name : path),
      Field("现在环节", Words.stage(order.stage)), Field("环节期限", due(order.core.stageDue)),
      Field("总期限", due(order.core.overallDue)),
      Field("督办要求", RaiseWords.demand(last.supervised)),
      Field("签发", EventWords.who(last.event.header, last.event.event, city: city)),
      Field("签发时间", TimeWords.full(last.event.header.occurredAt, in: zone)),
    ]
  }
}
