import Model
import Testing

@Suite("Evidence that two reports tell of one event")
struct EvidenceTests {
  private static func place(_ latitude: Int, _ longitude: Int) -> Location {
    Location(address: "", latitude: latitude, longitude: longitude)
  }

  private static func same(_: inout Report) {}

  @Test(
    "the distance is worth its full points near by, nothing at the far end, and speaks against beyond",
    arguments: [
      // Metres by hand: 0.0001° of latitude is 11.1 m, of longitude at 32° 11.1 × cos 32° = 9.4 m.
      (0, 0, 0, 30), (450, 0, 50, 30), (898, 0, 99, 30), (1_797, 0, 200, 15), (0, 2_119, 200, 15), (2_700, 0, 300, 0),
      (2_720, 0, 302, -60), (90_000_000, 170_000_000, 222_600, -60),
    ])
  func distance(_ north: Int, _ east: Int, _ metres: Int, _ points: Int) throws {
    let items = CorrelationCity.items(
      { $0.location = Self.place(32_000_000, 121_000_000) },
      { $0.location = Self.place(32_000_000 + north, 121_000_000 + east) })
    let item = try #require(items.first)
    guard case .distance(let found) = item.evidence else {
      Issue.record("no distance")
      return
    }
    #expect(metres > 100_000 ? found > 100_000 : abs(found - metres) <= 1, "\(found) m")
    #expect(metres > 100_000 ? item.points == points : abs(item.points - points) <= 1)
  }

  @Test(
    "without two points the tree of places counts",
    arguments: [
      ("G111", "G111", Evidence.place(.grid), 20), ("G111", "G112", .place(.village), 12),
      ("G111", "V11", .place(.village), 12), ("V11", "V12", .otherPlace, -60), ("V11", "T1", .place(.town), 6),
      ("T1", "T1", .place(.town), 6), ("T1", "T2", .otherPlace, -60), ("V11", "CITY", .place(.city), 6),
    ] as [(PlaceCode, PlaceCode, Evidence, Int)])
  func tree(_ one: PlaceCode, _ other: PlaceCode, _ evidence: Evidence, _ points: Int) {
    let items = CorrelationCity.items({ $0.place = one }, { $0.place = other })
    #expect(items.first == Likeness.Item(evidence, points))
  }

  @Test(
    "addresses count by the words they share, the names of town and village left out",
    arguments: [
      ("东镇东一村市场南门", "东一村市场南门", 100, 25), ("市场南门", "学校后墙", 0, -25),
      // 市场 场南 南门 | 市场 场南 南大 大门: two of seven shared, doubled.
      ("市场南门", "市场南大门", 57, 3),
    ])
  func address(_ one: String, _ other: String, _ share: Int, _ points: Int) {
    let items = CorrelationCity.items(
      { $0.location = Location(address: one) }, { $0.location = Location(address: other) })
    #expect(items.contains(Likeness.Item(.address(share: share), points)))
  }

  @Test func `an address that only one of them has counts for nothing`() {
    let items = CorrelationCity.items({ $0.location = Location(address: "市场南门") }, Self.same)
    #expect(!items.contains { if case .address = $0.evidence { true } else { false } })
  }

  @Test(
    "buildings of other numbers speak against, one of the same number for",
    arguments: [
      ("3幢有烟", "12幢有烟", Evidence.otherBuilding, -60), ("3幢有烟", "３幢冒烟", .sameBuilding, 15),
      ("3幢、5幢有烟", "5幢冒烟", .sameBuilding, 15), ("3号楼有烟", "3幢冒烟", .sameBuilding, 15),
      ("3号楼有烟", "4栋冒烟", .otherBuilding, -60), ("3个人", "12幢", nil, 0),
    ] as [(String, String, Evidence?, Int)])
  func buildings(_ one: String, _ other: String, _ evidence: Evidence?, _ points: Int) {
    let items = CorrelationCity.items({ $0.text = one }, { $0.text = other })
    let found = items.first { $0.evidence == .sameBuilding || $0.evidence == .otherBuilding }
    #expect(found == evidence.map { Likeness.Item($0, points) })
  }

  @Test(
    "sub-categories are the same, related by a keyword, related by the other's words, or nothing",
    arguments: [
      ("LANE", "", "LANE", "", Evidence.sameCategory, 20), ("LANE", "", "PARKING", "", .relatedCategory, 12),
      ("HELP", "小区有积水", "FLOOD", "", .relatedCategory, 12), ("LANE", "", "LAMP", "", nil, 0),
      // A keyword of one character says too little.
      ("FLOOD", "桥下", "HELP", "", nil, 0),
    ] as [(CategoryCode, String, CategoryCode, String, Evidence?, Int)])
  func categories(
    _ one: CategoryCode, _ text: String, _ other: CategoryCode, _ others: String, _ evidence: Evidence?, _ points: Int
  ) {
    let items = CorrelationCity.items(
      {
        $0.category = one
        $0.text = text
      },
      {
        $0.category = other
        $0.text = others
      })
    let found = items.first { $0.evidence == .sameCategory || $0.evidence == .relatedCategory }
    #expect(found == evidence.map { Likeness.Item($0, points) })
  }

  @Test(
    "words in common count by how rare they are, up to a bound, and are named",
    arguments: [
      // Three rare pairs.
      ("来电人反映消防通道被占", "附近消防通道堵了", 9, ["消防通道"]),
      // One rare, one usual.
      ("货车很多，车辆很多", "货车，车辆", 4, ["货车", "车辆"]),
      ("来电人反映", "来电人反映", 0, nil),
      ("一二三四五六七八九十", "一二三四五六七八九十", 20, ["一二三四五六七八九十"]),
      ("Water MAIN leak", "ＷＡＴＥＲ main", 6, []), ("A1 2020", "a1 2020", 3, []),
    ] as [(String, String, Int, [String]?)])
  func words(_ one: String, _ other: String, _ points: Int, _ runs: [String]?) {
    let items = CorrelationCity.items({ $0.text = one }, { $0.text = other })
    let found = items.first { if case .words = $0.evidence { true } else { false } }
    #expect(found == runs.map { Likeness.Item(.words($0), points) })
  }

  @Test func `words of an address are counted there and not twice`() {
    let items = CorrelationCity.items(
      {
        $0.location = Location(address: "石桥市场")
        $0.text = "石桥市场"
      },
      {
        $0.location = Location(address: "石桥市场")
        $0.text = "石桥市场"
      })
    #expect(!items.contains { if case .words = $0.evidence { true } else { false } })
  }

  @Test func `a confidential report names no words and no caller`() {
    let correlation = CorrelationCity.correlation()
    let open = correlation.sketch(CorrelationCity.report { $0.text = "私设赌场" }, phone: "11900000001")
    let secret = correlation.sketch(
      CorrelationCity.report {
        $0.text = "私设赌场"
        $0.confidential = true
      }, phone: "11900000001")
    let items = correlation.likeness(open, secret).items
    #expect(items.contains(Likeness.Item(.words([]), 9)))
    #expect(!items.contains { $0.evidence == .sameCaller })
  }

  @Test(
    "the points of time fall evenly over the window",
    arguments: [(0, 10), (144, 9), (720, 5), (1_439, 0), (1_440, 0), (5_000, 0)])
  func time(_ minutes: Int, _ points: Int) {
    let items = CorrelationCity.items(Self.same, { $0.reportedAt = TestCity.at(9).adding(minutes: -minutes) })
    #expect(items.contains(Likeness.Item(.time(apart: Int64(minutes) * 60_000), points)))
  }

  @Test(
    "the same caller counts however the number is written, and otherwise another source does",
    arguments: [
      ("11900000001", "119 0000-0001", Source.hotline, Evidence.sameCaller, 25),
      ("11900000001", "11900000002", .hotline, .otherSource, 5), ("", "", .hotline, .otherSource, 5),
      ("", "", .grid, nil, 0),
    ] as [(String, String, Source, Evidence?, Int)])
  func who(_ one: String, _ other: String, _ source: Source, _ evidence: Evidence?, _ points: Int) {
    let correlation = CorrelationCity.correlation()
    let items = correlation.likeness(
      correlation.sketch(CorrelationCity.report(), phone: one),
      correlation.sketch(CorrelationCity.report { $0.source = source }, phone: other)
    ).items
    let found = items.first { $0.evidence == .sameCaller || $0.evidence == .otherSource }
    #expect(found == evidence.map { Likeness.Item($0, points) })
  }

  @Test func `a source's own number for the event is evidence of its own, an empty one is none`() {
    func emergency(_ incident: String) -> (inout Report) -> Void {
      {
        $0.detail = .emergency(EmergencyReport(phase: .first, incident: incident, severity: 1, casualties: 0))
      }
    }
    let number = Likeness.Item(.sameNumber, 60)
    #expect(CorrelationCity.items(emergency("E-1"), emergency("E-1")).contains(number))
    #expect(!CorrelationCity.items(emergency("E-1"), emergency("E-2")).contains(number))
    #expect(!CorrelationCity.items(emergency(""), emergency("")).contains(number))
    #expect(
      CorrelationCity.items(
        { $0.upstream = Upstream(number: "S-1", level: "省") }, { $0.upstream = Upstream(number: "S-1", level: "市") }
      ).contains(number))
  }
}
