public import Foundation
public import Model

/// Writes reports as lines of a feed, format 1 (`docs/formats.md`): what `ReportDecoder` reads.
public struct ReportLine {
  private let encoder = JSONEncoder()

  /// Makes a writer.
  public init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// A report's line, with its line feed; the same report is always the same bytes.
  ///
  /// - Throws: what the encoder throws; a report that was decoded can be encoded.
  public func line(_ incoming: IncomingReport) throws -> Data {
    var line = try encoder.encode(WrittenReport(incoming: incoming))
    line.append(0x0A)
    return line
  }
}

/// A report as it is written on the wire.
private struct WrittenReport: Encodable {
  let incoming: IncomingReport

  private enum Key: String, CodingKey {
    case format, source, id, reported, occurred, place, address, lat, lon, category, urgency, title, text
    case reporter, confidential, exercise, attachments, upstream, origin
    case grid, cityManagement, enforcement, hotline, police, emergency, window
    case name, phone, identity, number, level, deadline, unit, status, closed, outcome, stage
  }

  func encode(to encoder: any Encoder) throws {
    let report = incoming.report
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(1, forKey: .format)
    try box.encode(report.source.rawValue, forKey: .source)
    try box.encode(report.sourceID, forKey: .id)
    try box.encode(InternetTime.text(report.reportedAt), forKey: .reported)
    try box.encodeIfPresent(report.occurredAt.map(InternetTime.text), forKey: .occurred)
    try box.encode(report.place.rawValue, forKey: .place)
    if let location = report.location {
      if !location.address.isEmpty { try box.encode(location.address, forKey: .address) }
      try box.encodeIfPresent(location.latitude.map(WrittenReport.degrees), forKey: .lat)
      try box.encodeIfPresent(location.longitude.map(WrittenReport.degrees), forKey: .lon)
    }
    try box.encodeIfPresent(report.category?.rawValue, forKey: .category)
    try box.encode(report.urgency.rawValue, forKey: .urgency)
    try box.encode(report.title, forKey: .title)
    try box.encode(report.text, forKey: .text)
    if report.confidential { try box.encode(true, forKey: .confidential) }
    if report.exercise { try box.encode(true, forKey: .exercise) }
    if !report.attachments.isEmpty { try box.encode(report.attachments, forKey: .attachments) }
    try encodeReporter(&box)
    try encodeOrigins(report, &box)
    try encode(report.detail, &box)
  }

  private func encodeReporter(_ box: inout KeyedEncodingContainer<Key>) throws {
    guard let reporter = incoming.reporter, !reporter.isEmpty else { return }
    var inner = box.nestedContainer(keyedBy: Key.self, forKey: .reporter)
    for (key, value) in [(Key.name, reporter.name), (.phone, reporter.phone), (.identity, reporter.identity)]
    where !value.isEmpty {
      try inner.encode(value, forKey: key)
    }
  }

  private func encodeOrigins(_ report: Report, _ box: inout KeyedEncodingContainer<Key>) throws {
    if let upstream = report.upstream {
      var inner = box.nestedContainer(keyedBy: Key.self, forKey: .upstream)
      try inner.encode(upstream.number, forKey: .number)
      try inner.encode(upstream.level, forKey: .level)
      try inner.encodeIfPresent(upstream.deadline.map(InternetTime.text), forKey: .deadline)
    }
    if let origin = report.origin {
      var inner = box.nestedContainer(keyedBy: Key.self, forKey: .origin)
      try inner.encodeIfPresent(origin.unit?.rawValue, forKey: .unit)
      if !origin.status.isEmpty { try inner.encode(origin.status, forKey: .status) }
      if !origin.outcome.isEmpty { try inner.encode(origin.outcome, forKey: .outcome) }
      if let closed = origin.closedAt {
        try inner.encode(InternetTime.text(closed), forKey: .closed)
        try inner.encode("closed", forKey: .stage)
      }
    }
  }

  private func encode(_ detail: SourceDetail?, _ box: inout KeyedEncodingContainer<Key>) throws {
    switch detail {
    case .grid(let fields): try box.encode(fields, forKey: .grid)
    case .cityManagement(let fields): try box.encode(fields, forKey: .cityManagement)
    case .enforcement(let fields): try box.encode(fields, forKey: .enforcement)
    case .hotline(let fields): try box.encode(fields, forKey: .hotline)
    case .police(let fields): try box.encode(fields, forKey: .police)
    case .emergency(let fields): try box.encode(fields, forKey: .emergency)
    case .window(let fields): try box.encode(fields, forKey: .window)
    case nil: break
    }
  }

  private static func degrees(_ millionths: Int) -> Double { Double(millionths) / 1_000_000 }
}
