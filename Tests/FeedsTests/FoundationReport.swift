import Foundation
import Model

@testable import Feeds

/// A report's fields as Foundation's decoder reads them: slow, and plain enough to be believed.
struct FoundationReport: Decodable {
  private struct Reporter: Decodable {
    let name, phone, identity: String?
  }

  private struct Attachment: Decodable {
    let kind, uri, sha256: String?
  }

  private struct Upstream: Decodable {
    let number, level, deadline: String?
  }

  private struct Origin: Decodable {
    let unit, status, closed, outcome, stage: String?
  }

  private enum Key: String, CodingKey {
    case format, source, id, reported, occurred, place, address, lat, lon, category, urgency, title, text
    case reporter, confidential, exercise, attachments, upstream, origin
    case grid, cityManagement, enforcement, hotline, police, emergency, window
  }

  let wire: WireReport

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    var wire = WireReport()
    wire.format = try box.number(Int.self, forKey: .format)
    wire.source = try box.decodeIfPresent(String.self, forKey: .source)
    wire.id = try box.decodeIfPresent(String.self, forKey: .id)
    wire.reported = try box.decodeIfPresent(String.self, forKey: .reported)
    wire.occurred = try box.decodeIfPresent(String.self, forKey: .occurred)
    wire.place = try box.decodeIfPresent(String.self, forKey: .place)
    wire.address = try box.decodeIfPresent(String.self, forKey: .address)
    wire.lat = try box.number(Double.self, forKey: .lat)
    wire.lon = try box.number(Double.self, forKey: .lon)
    wire.category = try box.decodeIfPresent(String.self, forKey: .category)
    wire.urgency = try box.decodeIfPresent(String.self, forKey: .urgency)
    wire.title = try box.decodeIfPresent(String.self, forKey: .title)
    wire.text = try box.decodeIfPresent(String.self, forKey: .text)
    wire.reporter = try box.decodeIfPresent(Reporter.self, forKey: .reporter).map {
      WireReport.Reporter(name: $0.name, phone: $0.phone, identity: $0.identity)
    }
    wire.confidential = try box.decodeIfPresent(Bool.self, forKey: .confidential)
    wire.exercise = try box.decodeIfPresent(Bool.self, forKey: .exercise)
    wire.attachments = try box.decodeIfPresent([Attachment].self, forKey: .attachments)?.map {
      WireReport.Attachment(kind: $0.kind, uri: $0.uri, sha256: $0.sha256)
    }
    wire.upstream = try box.decodeIfPresent(Upstream.self, forKey: .upstream).map {
      WireReport.Upstream(number: $0.number, level: $0.level, deadline: $0.deadline)
    }
    wire.origin = try box.decodeIfPresent(Origin.self, forKey: .origin).map {
      WireReport.Origin(
        unit: $0.unit, status: $0.status, closed: $0.closed, outcome: $0.outcome, stage: $0.stage)
    }
    if let source = wire.source.flatMap(Source.init), let key = Key(rawValue: source.rawValue),
      box.contains(key), try !box.decodeNil(forKey: key)
    {
      wire.detail = try WireDetail(
        of: source, in: box.nestedContainer(keyedBy: FoundationDetailKey.self, forKey: key))
    }
    self.wire = wire
  }
}

private enum FoundationDetailKey: String, CodingKey {
  case worker, role, settled, collector, code, checked, brigade, party, channel, answered, alarm, phase, incident
  case severity, casualties, window, matter, guide, kind, step
  case classification = "class"
  case number = "case"
}

extension WireDetail {
  fileprivate init(of source: Source, in box: KeyedDecodingContainer<FoundationDetailKey>) throws {
    self.init()
    switch source {
    case .grid:
      worker = try box.decodeIfPresent(String.self, forKey: .worker)
      role = try box.decodeIfPresent(String.self, forKey: .role)
      kind = try box.decodeIfPresent(String.self, forKey: .kind)
      settled = try box.decodeIfPresent(Bool.self, forKey: .settled)
    case .cityManagement:
      collector = try box.decodeIfPresent(String.self, forKey: .collector)
      classification = try box.decodeIfPresent(String.self, forKey: .classification)
      code = try box.decodeIfPresent(String.self, forKey: .code)
      checked = try box.decodeIfPresent(Bool.self, forKey: .checked)
    case .enforcement:
      number = try box.decodeIfPresent(String.self, forKey: .number)
      brigade = try box.decodeIfPresent(String.self, forKey: .brigade)
      party = try box.decodeIfPresent(String.self, forKey: .party)
      step = try box.decodeIfPresent(String.self, forKey: .step)
    case .hotline:
      kind = try box.decodeIfPresent(String.self, forKey: .kind)
      channel = try box.decodeIfPresent(String.self, forKey: .channel)
      answered = try box.decodeIfPresent(Bool.self, forKey: .answered)
    case .police:
      alarm = try box.decodeIfPresent(String.self, forKey: .alarm)
      kind = try box.decodeIfPresent(String.self, forKey: .kind)
    case .emergency:
      phase = try box.decodeIfPresent(String.self, forKey: .phase)
      incident = try box.decodeIfPresent(String.self, forKey: .incident)
      severity = try box.number(Int.self, forKey: .severity)
      casualties = try box.number(Int.self, forKey: .casualties)
    case .window:
      window = try box.decodeIfPresent(String.self, forKey: .window)
      matter = try box.decodeIfPresent(String.self, forKey: .matter)
      guide = try box.decodeIfPresent(String.self, forKey: .guide)
      step = try box.decodeIfPresent(String.self, forKey: .step)
    case .other: break
    }
  }
}

extension KeyedDecodingContainer {
  /// A number that may be missing; one that the type can't hold is told with its key, which Foundation leaves out.
  fileprivate func number<Number: Decodable & Numeric>(_ type: Number.Type, forKey key: Key) throws -> Number? {
    do {
      return try decodeIfPresent(type, forKey: key)
    } catch let error where !(error is DecodingError) {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: codingPath + [key], debugDescription: "\(error)"))
    }
  }
}

extension Flaw {
  /// What a decoding error of Foundation's says of a line that is well-formed.
  init(_ error: DecodingError) {
    switch error {
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self.init(.wrongType, key: Flaw.path(context.codingPath), subject: Flaw.name(of: type))
    case .keyNotFound(let key, let context):
      self.init(.missing, key: Flaw.path(context.codingPath + [key]))
    case .dataCorrupted(let context):
      self.init(context.codingPath.isEmpty ? .malformed : .outOfRange, key: Flaw.path(context.codingPath))
    @unknown default:
      self.init(.malformed)
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "文本"
    case is Int.Type: "整数"
    case is Double.Type: "数"
    case is Bool.Type: "true 或 false"
    case is [Any].Type: "数组"
    default: "对象"
    }
  }
}
