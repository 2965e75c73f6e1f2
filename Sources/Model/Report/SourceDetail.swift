/// The fields that only one source has.
public enum SourceDetail: Sendable, Equatable {
  /// 网格.
  case grid(GridAlert)
  /// 城管.
  case cityManagement(CityManagementCase)
  /// 执法.
  case enforcement(EnforcementCase)
  /// 12345.
  case hotline(HotlineItem)
  /// 110.
  case police(PoliceItem)
  /// 应急.
  case emergency(EmergencyReport)
  /// 一窗.
  case window(WindowApplication)
}

/// What a grid worker found.
public struct GridAlert: Sendable, Equatable, Codable {
  /// The five kinds of findings.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 安全隐患.
    case hazard
    /// 百姓诉求.
    case appeal
    /// 社情民意.
    case opinion
    /// 影响稳定因素.
    case stability
    /// 社区建设意见.
    case suggestion
  }

  /// The worker's name.
  public var worker: String
  /// The worker's part in the grid.
  public var role: String
  /// Which of the five kinds.
  public var kind: Kind
  /// Whether the grid has settled it on the spot.
  public var settled: Bool

  /// Makes an alert.
  public init(worker: String, role: String, kind: Kind, settled: Bool) {
    self.worker = worker
    self.role = role
    self.kind = kind
    self.settled = settled
  }
}

/// What a collector of city management found.
public struct CityManagementCase: Sendable, Equatable, Codable {
  /// Event or part.
  public enum Class: String, Sendable, Codable, CaseIterable {
    /// 事件.
    case event
    /// 部件.
    case part
  }

  /// The collector's number.
  public var collector: String
  /// Event or part.
  public var classification: Class
  /// The code of digital city management.
  public var code: String
  /// Whether it was looked at on site before it was reported.
  public var checked: Bool

  /// Makes a case.
  public init(collector: String, classification: Class, code: String, checked: Bool) {
    self.collector = collector
    self.classification = classification
    self.code = code
    self.checked = checked
  }

  private enum CodingKeys: String, CodingKey {
    case collector, code, checked
    case classification = "class"
  }
}

/// A case of an enforcement brigade.
public struct EnforcementCase: Sendable, Equatable, Codable {
  /// The sub-steps of an enforcement case.
  public enum Step: String, Sendable, Codable, CaseIterable {
    /// 巡查.
    case patrol
    /// 执法立案.
    case filing
    /// 调查取证.
    case investigation
    /// 告知.
    case notice
    /// 决定.
    case decision
    /// 执行.
    case execution
    /// 执法结案.
    case closing
  }

  /// The case number.
  public var number: String
  /// The brigade.
  public var brigade: UnitCode
  /// The party concerned.
  public var party: String
  /// How far the case is.
  public var step: Step

  /// Makes a case.
  public init(number: String, brigade: UnitCode, party: String, step: Step) {
    self.number = number
    self.brigade = brigade
    self.party = party
    self.step = step
  }

  private enum CodingKeys: String, CodingKey {
    case brigade, party, step
    case number = "case"
  }
}

/// A call to the hotline, or one that was referred from above.
public struct HotlineItem: Sendable, Equatable, Codable {
  /// The hotline's kinds.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 咨询.
    case inquiry
    /// 求助.
    case help
    /// 投诉.
    case complaint
    /// 举报.
    case report
    /// 建议.
    case suggestion
    /// 表扬.
    case praise
  }

  /// Where a hotline item came in.
  public enum Channel: String, Sendable, Codable, CaseIterable {
    /// The city's own seats.
    case seat
    /// Referred from above.
    case upstream
  }

  /// What the caller wants.
  public var kind: Kind
  /// Where it came in.
  public var channel: Channel
  /// Whether the counter answered it at once.
  public var answered: Bool

  /// Makes an item.
  public init(kind: Kind, channel: Channel, answered: Bool) {
    self.kind = kind
    self.channel = channel
    self.answered = answered
  }
}

/// A non-emergency police item.
public struct PoliceItem: Sendable, Equatable, Codable {
  /// What it is about.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 纠纷.
    case dispute
    /// 求助.
    case help
    /// 交通.
    case traffic
    /// 噪声.
    case noise
    /// 其他.
    case other
  }

  /// The alarm's number.
  public var alarm: String
  /// What it is about.
  public var kind: Kind

  /// Makes an item.
  public init(alarm: String, kind: Kind) {
    self.alarm = alarm
    self.kind = kind
  }
}

/// A report of the emergency office.
public struct EmergencyReport: Sendable, Equatable, Codable {
  /// 初报, 续报, 终报.
  public enum Phase: String, Sendable, Codable, CaseIterable {
    /// 初报.
    case first
    /// 续报.
    case followUp
    /// 终报.
    case final
  }

  /// Which report of the incident.
  public var phase: Phase
  /// The incident's number.
  public var incident: String
  /// Severity, 1 (gravest) to 4.
  public var severity: Int
  /// Dead and injured so far.
  public var casualties: Int

  /// Makes a report.
  public init(phase: Phase, incident: String, severity: Int, casualties: Int) {
    self.phase = phase
    self.incident = incident
    self.severity = severity
    self.casualties = casualties
  }
}

/// An application at a service window.
public struct WindowApplication: Sendable, Equatable, Codable {
  /// The steps of an application.
  public enum Step: String, Sendable, Codable, CaseIterable {
    /// 受理.
    case accept
    /// 审查.
    case review
    /// 决定.
    case decide
    /// 送达.
    case deliver
  }

  /// The window.
  public var window: String
  /// What is applied for.
  public var matter: String
  /// The guide that applies.
  public var guide: String
  /// How far it is.
  public var step: Step

  /// Makes an application.
  public init(window: String, matter: String, guide: String, step: Step) {
    self.window = window
    self.matter = matter
    self.guide = guide
    self.step = step
  }
}

extension SourceDetail: Codable {
  private enum CodingKeys: String, CodingKey {
    case grid, enforcement, hotline, police, emergency, window
    case cityManagement = "city_management"
  }

  /// Reads an object whose only key names the source.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = box.allKeys.first, box.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "one source's fields expected"))
    }
    self =
      switch key {
      case .grid: .grid(try box.decode(GridAlert.self, forKey: key))
      case .cityManagement: .cityManagement(try box.decode(CityManagementCase.self, forKey: key))
      case .enforcement: .enforcement(try box.decode(EnforcementCase.self, forKey: key))
      case .hotline: .hotline(try box.decode(HotlineItem.self, forKey: key))
      case .police: .police(try box.decode(PoliceItem.self, forKey: key))
      case .emergency: .emergency(try box.decode(EmergencyReport.self, forKey: key))
      case .window: .window(try box.decode(WindowApplication.self, forKey: key))
      }
  }

  /// Writes an object whose only key names the source.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .grid(let fields): try box.encode(fields, forKey: .grid)
    case .cityManagement(let fields): try box.encode(fields, forKey: .cityManagement)
    case .enforcement(let fields): try box.encode(fields, forKey: .enforcement)
    case .hotline(let fields): try box.encode(fields, forKey: .hotline)
    case .police(let fields): try box.encode(fields, forKey: .police)
    case .emergency(let fields): try box.encode(fields, forKey: .emergency)
    case .window(let fields): try box.encode(fields, forKey: .window)
    }
  }
}
