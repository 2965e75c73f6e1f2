import City
import Foundation
import Model

/// A whole city, small enough to see, without a single finding; tests change a word of it and look what is found.
struct SmallCity {
  var files: [String: String] = [
    "city.yaml": """
    format: 1
    code: "320614"
    name: 海门市
    title: 海门市社会治理现代化指挥中心
    tierNames: { city: 市, town: 镇 }
    timeZone: Asia/Shanghai
    hours:
      - "08:30-12:00"
      - "14:00-17:30"
    claimMinutes: 10
    site: HM
    sources:
      grid: 网格
      cityManagement: 城管
      enforcement: 执法
      hotline: "12345"
      police: "110"
      emergency: 应急
      window: 一窗
      other: 其他
    urgencies: { normal: 一般, urgent: 紧急, critical: 特急 }
    rules:
      startRungs:
        grid: grid
        cityManagement: city
        enforcement: town
        hotline: city
        police: city
        emergency: city
        window: town
        other: city
      callerSources: [hotline]
      extensionCapPercent: 100
      returnsBeforeAssignment: 2
      followUpCalls: 3
      callerReworks: 2
      reworkPercent: 50
      gridSamplePercent: 10
      counterSamplePercent: 5
      urgentCallers: 3
      criticalCallers: 6
      amberPercent: 75

    """,
    "authority.csv": SmallCity.authority,
    "suspension-grounds.csv": """
    code,name,maximumDays
    WEATHER,恶劣天气,10

    """,
    "response-kinds.csv": """
    code,name,ground,wording
    FLOOD,防汛,WEATHER,已启动防汛响应
    WATER,供水,,

    """,
    "response-rules.csv": """
    kind,level,category,urgency,serviceLevel,raiseTo,waits
    FLOOD,IV,,urgent,L-DAY,,
    FLOOD,III,,normal,,critical,yes

    """,
    "places.csv": """
    code,name,kind,parent,adcode,pinyin,zone
    1,海门市,city,,,,
    1001,余东镇,town,1,,yu dong zhen,
    1002,三星镇,town,1,,,工业园区
    1001001,凤城社区,village,1001,,,
    1002001,叠石桥社区,village,1002,,,
    100100101,第一网格,grid,1001001,,,

    """,
    "grids.csv": """
    place,head,headTitle,partyBranch,publicist,assistant,patrol,fireSafety,mediator,sanitation
    100100101,沈国平,社区书记,第一党支部,甲,乙,丙,丁,戊,己

    """,
    "units.csv": """
    code,name,short,kind,place,parent,stationed,phone,pinyin,actsFor
    C,市指挥中心,市中心,cityCentre,1,,yes,11900000000,,
    D-POLICE,公安局,公安局,department,1,C,yes,,gong an ju,
    E-1,余东镇综合行政执法局,执法局·余东,enforcementBureau,1001,,no,,,1001
    E-2,三星镇综合行政执法局,执法局·三星,enforcementBureau,1002,,no,,,1002
    V-1,凤城社区居委会,凤城社区,village,1001001,,,,,
    V-2,叠石桥社区居委会,叠石桥社区,village,1002001,,,,,

    """,
    "catalogue.csv": """
    code,scheme,class,name,lead,co,level,guide,photo,keywords
    GR-1,grid,平安稳定,邻里纠纷,@village,D-POLICE,L-DAY,先劝 / 再调,no,邻里;吵架
    EN-1,enforcement,城市管理,占道经营,@enforcement,,L-DAY,到场/取证 / 劝离,yes,占道
    HL-1,hotline,投诉,夜间噪声,D-POLICE,@enforcement,L-DAY,,,噪声

    """,
    "service-levels.csv": SmallCity.levels,
    "seats.csv": """
    code,name,tier,place,role
    s1,受理,city,1,intake
    s2,派遣,city,1,dispatcher
    s3,值班长,city,1,chief
    s4,带班,city,1,leader
    s5,承办,town,1001,handler
    s6,核查,city,1,inspector
    s7,回访,city,1,followUp
    s8,督查,city,1,supervisor
    s9,观摩,city,1,observer

    """,
    "officers.csv": """
    code,name,phone,seats,accounts,duty
    O-1,陈某,11900000001,s2;s3,hm-chen,值班长
    O-2,顾某,11900000002,s4,hm-gu,带班

    """,
    "workdays.csv": """
    date,day,name
    2020-06-25,off,端午节
    2020-06-28,work,端午节

    """,
    "partners.csv": """
    code,name,kind,place,contact,phone,offers
    K-1,余东小学,school,1001,蔡某,11900000003,志愿者

    """,
  ]

  /// Every right for the leader, a seat that no test takes away.
  private static let authority: String = {
    "command,city,town\n"
      + AuthorityTable.Right.all.map { $0.name + ",leader,\n" }.joined()
  }()

  private static let levels: String = {
    var text = "code,urgency,stage,limit,clock\n"
    for urgency in ["normal", "urgent", "critical"] {
      for stage in ["file", "dispatch", "sign", "handle", "inspect", "close", "overall"] {
        text += "L-DAY,\(urgency),\(stage),30,\(urgency == "normal" ? "workingMinutes" : "clockMinutes")\n"
      }
    }
    return text
  }()

  /// Puts the files into a folder of their own, hands it to `body` and removes it.
  func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("city-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    return try body(folder.path)
  }

  /// What is found after a change, as `code file:line:column` each.
  func findings(file: String, replacing old: String, with new: String) throws -> [String] {
    var city = self
    let text = city.files[file] ?? ""
    guard text.contains(old) else { throw NoSuchText(file: file, text: old) }
    city.files[file] = text.replacingOccurrences(of: old, with: new)
    return try city.inFolder { CityFolder.check($0) }.map(SmallCity.brief)
  }

  static func brief(_ finding: Finding) -> String {
    "\(finding.code.rawValue) \(finding.file):\(finding.line):\(finding.column)"
  }

  /// A test wants to change what is not there.
  struct NoSuchText: Error {
    let file: String
    let text: String
  }
}
