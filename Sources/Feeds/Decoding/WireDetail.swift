/// The fields of a source's own object as they stand on the wire.
struct WireDetail {
  var worker: String?
  var role: String?
  var settled: Bool?
  var collector: String?
  var classification: String?
  var code: String?
  var checked: Bool?
  var number: String?
  var brigade: String?
  var party: String?
  var channel: String?
  var answered: Bool?
  var alarm: String?
  var phase: String?
  var incident: String?
  var severity: Int?
  var casualties: Int?
  var window: String?
  var matter: String?
  var guide: String?
  /// Of `grid`, `hotline` and `police`.
  var kind: String?
  /// Of `enforcement` and `window`.
  var step: String?
}
