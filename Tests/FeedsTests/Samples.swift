import Feeds
import Foundation
import Model

/// A small city, and lines that are good in it.
enum Samples {
  static let city = makeCity(
    places: [
      Place(code: "320614", name: "海门市", kind: .city, parent: nil),
      Place(code: "320614113", name: "余东镇", kind: .town, parent: "320614"),
      Place(code: "320614113001", name: "凤城社区", kind: .village, parent: "320614113"),
      Place(code: "320614113002", name: "同名村", kind: .village, parent: "320614113"),
      Place(code: "320614113003", name: "同名村", kind: .village, parent: "320614113"),
    ],
    units: [
      HandlingUnit(code: "D-POLICE", name: "公安局", short: "公安局", kind: .department, place: "320614"),
      HandlingUnit(
        code: "E-320614113", name: "余东镇综合行政执法局", short: "执法局·余东", kind: .enforcementBureau, place: "320614113"),
    ],
    categories: [
      Category(
        code: "HL-TS-NOISE", scheme: .hotline, className: "投诉", name: "施工噪声", lead: .enforcement, level: "L-3D")
    ])

  static func makeCity(places: [Place], units: [HandlingUnit], categories: [Category]) -> CityTables {
    CityTables(
      code: "320614", name: "海门市", title: "海门市社会治理现代化指挥中心", site: "HM",
      calendar: WorkCalendar(zone: ZoneOffsets(initial: 28_800), hours: [], exceptions: [:]), claimMinutes: 10,
      sourceNames: [:], urgencyNames: [:], places: PlaceTree(places), units: UnitTable(units),
      categories: categories, levels: [], defaultLevel: "L-3D", seats: [], officers: [])
  }

  /// The keys that no report can do without.
  static let least = [
    "format": "1", "source": #""hotline""#, "id": #""HX1""#, "reported": #""2020-06-16T08:31:00+08:00""#,
    "place": #""320614113001""#, "text": #""夜间施工噪声扰民""#,
  ]

  /// A line with the least keys, some of them changed; an empty value leaves the key out.
  static func line(_ changes: [String: String] = [:]) -> String {
    let fields = least.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  static let full = """
    {"format":1,"source":"hotline","id":"HX20200616000123","reported":"2020-06-16T08:31:00+08:00",\
    "occurred":"2020-06-16T00:10:00Z","place":"320614113001","address":"凤城社区老街东段","lat":31.93,"lon":121.0700004,\
    "category":"HL-TS-NOISE","urgency":"urgent","title":"夜间施工噪声","text":"工地夜间施工\\n影响休息\\u0000",\
    "reporter":{"name":"王某","phone":"11900001234","identity":"000000199001011234"},"confidential":true,\
    "attachments":[{"kind":"photo","uri":"file:att/1.jpg","sha256":"\(String(repeating: "AB", count: 32))"}],\
    "upstream":{"number":"省12345-2020-0099","level":"province","deadline":"2020-06-18T17:30:00+08:00"},\
    "origin":{"unit":"D-POLICE","status":"Closed","closed":"2020-06-16T08:00:00+08:00","outcome":"已劝停","stage":"closed"},\
    "hotline":{"kind":"complaint","channel":"upstream","answered":true},"unknown":{"deep":[1,2,{"x":null}]}}
    """

  static func instant(_ text: String) -> Instant {
    InternetTime.instant(text) ?? Instant(milliseconds: .min)
  }
}

/// Decodes one line of the sample city's feed.
func decode(_ line: String, number: Int = 2, isExercise: Bool = false) throws(RejectedLine) -> IncomingReport {
  try decode(Array(line.utf8), number: number, isExercise: isExercise)
}

/// Decodes the bytes of one line of the sample city's feed.
func decode(
  _ bytes: [UInt8], number: Int = 2, isExercise: Bool = false
) throws(RejectedLine) -> IncomingReport {
  var decoder = ReportDecoder(city: Samples.city, isExercise: isExercise)
  return try decoder.decode(bytes, line: number)
}

/// Why one line is rejected; nothing when it is good.
func rejection(_ bytes: [UInt8], number: Int = 2) -> RejectedLine? {
  do {
    _ = try decode(bytes, number: number)
    return nil
  } catch {
    return error
  }
}

/// Why one line is rejected; nothing when it is good.
func rejection(_ line: String) -> RejectedLine? {
  rejection(Array(line.utf8))
}

/// A folder that is gone when it is no longer needed.
final class TemporaryFolder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "feeds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String {
    url.appending(path: name).path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }

  func append(_ text: String, to name: String) throws {
    let handle = try FileHandle(forWritingTo: url.appending(path: name))
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appending(path: name)))
  }
}
