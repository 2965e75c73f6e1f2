import Model

/// A report's fields as they stand on the wire, before any of them has been looked at.
struct WireReport: Decodable {
  struct Reporter: Decodable {
    var name: String?
    var phone: String?
    var identity: String?
  }

  struct Attachment: Decodable {
    var kind: String?
    var uri: String?
    var sha256: String?
  }

  struct Upstream: Decodable {
    var number: String?
    var level: String?
    var deadline: String?
  }

  struct Origin: Decodable {
    var unit: String?
    var status: String?
    var closed: String?
    var outcome: String?
    var stage: String?
  }

  var format: Int?
  var source: String?
  var id: String?
  var reported: String?
  var occurred: String?
  var place: String?
  var address: String?
  var lat: Double?
  var lon: Double?
  var category: String?
  var urgency: String?
  var title: String?
  var text: String?
  var reporter: Reporter?
  var confidential: Bool?
  var exercise: Bool?
  var attachments: [Attachment]?
  var upstream: Upstream?
  var origin: Origin?
  /// The object named like `source`; those of other sources are not looked at.
  var detail: WireDetail?
}

extension WireReport {
  fileprivate enum CodingKeys: String, CodingKey {
    case format, source, id, reported, occurred, place, address, lat, lon, category, urgency, title, text
    case reporter, confidential, exercise, attachments, upstream, origin
    case grid, cityManagement, enforcement, hotline, police, emergency, window
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    format = try box.number(Int.self, forKey: .format)
    source = try box.decodeIfPresent(String.self, forKey: .source)
    id = try box.decodeIfPresent(String.self, forKey: .id)
    reported = try box.decodeIfPresent(String.self, forKey: .reported)
    occurred = try box.decodeIfPresent(String.self, forKey: .occurred)
    place = try box.decodeIfPresent(String.self, forKey: .place)
    address = try box.decodeIfPresent(String.self, forKey: .address)
    lat = try box.number(Double.self, forKey: .lat)
    lon = try box.number(Double.self, forKey: .lon)
    category = try box.decodeIfPresent(String.self, forKey: .category)
    urgency = try box.decodeIfPresent(String.self, forKey: .urgency)
    title = try box.decodeIfPresent(String.self, forKey: .title)
    text = try box.decodeIfPresent(String.self, forKey: .text)
    reporter = try box.decodeIfPresent(Reporter.self, forKey: .reporter)
    confidential = try box.decodeIfPresent(Bool.self, forKey: .confidential)
    exercise = try box.decodeIfPresent(Bool.self, forKey: .exercise)
    attachments = try box.decodeIfPresent([Attachment].self, forKey: .attachments)
    upstream = try box.decodeIfPresent(Upstream.self, forKey: .upstream)
    origin = try box.decodeIfPresent(Origin.self, forKey: .origin)
    if let name = source, let own = Source(rawValue: name), let key = CodingKeys(detailOf: own) {
      detail = try WireDetail(of: own, in: box, at: key)
    }
  }
}

extension WireReport.CodingKeys {
  fileprivate init?(detailOf source: Source) {
    switch source {
    case .grid: self = .grid
    case .cityManagement: self = .cityManagement
    case .enforcement: self = .enforcement
    case .hotline: self = .hotline
    case .police: self = .police
    case .emergency: self = .emergency
    case .window: self = .window
    case .other: return nil
    }
  }
}
