import Model

extension WireReport {
  /// Reads the keys that a report has; those that are not known are passed over.
  init(_ line: JSONObject) throws(Flaw) {
    format = try line.whole("format")
    source = try line.text("source")
    id = try line.text("id")
    reported = try line.text("reported")
    occurred = try line.text("occurred")
    place = try line.text("place")
    address = try line.text("address")
    lat = try line.decimal("lat")
    lon = try line.decimal("lon")
    category = try line.text("category")
    urgency = try line.text("urgency")
    title = try line.text("title")
    text = try line.text("text")
    reporter = try line.object("reporter").map(Reporter.init)
    confidential = try line.flag("confidential")
    exercise = try line.flag("exercise")
    attachments = try line.list("attachments", Attachment.init)
    upstream = try line.object("upstream").map(Upstream.init)
    origin = try line.object("origin").map(Origin.init)
    if let own = source.flatMap(Source.init), let key = own.detailKey {
      detail = try line.object(key).map { (object) throws(Flaw) in try WireDetail(object, of: own) }
    }
  }
}

extension WireReport.Reporter {
  fileprivate init(_ object: JSONObject) throws(Flaw) {
    name = try object.text("name")
    phone = try object.text("phone")
    identity = try object.text("identity")
  }
}

extension WireReport.Attachment {
  fileprivate init(_ object: JSONObject) throws(Flaw) {
    kind = try object.text("kind")
    uri = try object.text("uri")
    sha256 = try object.text("sha256")
  }
}

extension WireReport.Upstream {
  fileprivate init(_ object: JSONObject) throws(Flaw) {
    number = try object.text("number")
    level = try object.text("level")
    deadline = try object.text("deadline")
  }
}

extension WireReport.Origin {
  fileprivate init(_ object: JSONObject) throws(Flaw) {
    unit = try object.text("unit")
    status = try object.text("status")
    closed = try object.text("closed")
    outcome = try object.text("outcome")
    stage = try object.text("stage")
  }
}

extension WireDetail {
  /// Reads the keys that `source` has.
  init(_ object: JSONObject, of source: Source) throws(Flaw) {
    switch source {
    case .grid:
      worker = try object.text("worker")
      role = try object.text("role")
      kind = try object.text("kind")
      settled = try object.flag("settled")
    case .cityManagement:
      collector = try object.text("collector")
      classification = try object.text("class")
      code = try object.text("code")
      checked = try object.flag("checked")
    case .enforcement:
      number = try object.text("case")
      brigade = try object.text("brigade")
      party = try object.text("party")
      step = try object.text("step")
    case .hotline:
      kind = try object.text("kind")
      channel = try object.text("channel")
      answered = try object.flag("answered")
    case .police:
      alarm = try object.text("alarm")
      kind = try object.text("kind")
    case .emergency:
      phase = try object.text("phase")
      incident = try object.text("incident")
      severity = try object.whole("severity")
      casualties = try object.whole("casualties")
    case .window:
      window = try object.text("window")
      matter = try object.text("matter")
      guide = try object.text("guide")
      step = try object.text("step")
    case .other: break
    }
  }
}

extension Source {
  /// The key of its own object; nothing where it has none.
  fileprivate var detailKey: StaticString? {
    switch self {
    case .grid: "grid"
    case .cityManagement: "cityManagement"
    case .enforcement: "enforcement"
    case .hotline: "hotline"
    case .police: "police"
    case .emergency: "emergency"
    case .window: "window"
    case .other: nil
    }
  }
}
