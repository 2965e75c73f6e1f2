/// A report's fields as they stand on the wire, before any of them has been looked at.
struct WireReport {
  struct Reporter {
    var name: String?
    var phone: String?
    var identity: String?
  }

  struct Attachment {
    var kind: String?
    var uri: String?
    var sha256: String?
  }

  struct Upstream {
    var number: String?
    var level: String?
    var deadline: String?
  }

  struct Origin {
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
