/// One line of a feed, format 1 (`docs/formats.md`).
package struct FeedLine: Encodable, Sendable {
  struct Reporter: Encodable, Sendable {
    var name: String
    var phone: String
    var identity: String?
  }

  struct Attachment: Encodable, Sendable {
    var kind: String
    var uri: String
    var sha256: String
  }

  struct Upstream: Encodable, Sendable {
    var number: String
    var level: String
    var deadline: String
  }

  struct Origin: Encodable, Sendable {
    var unit: String?
    var status: String
    var closed: String?
    var outcome: String?
    var stage: String?
  }

  struct Grid: Encodable, Sendable {
    var worker: String
    var role: String
    var kind: String
    var settled: Bool
  }

  struct CityManagement: Encodable, Sendable {
    var collector: String
    var `class`: String
    var code: String
    var checked: Bool
  }

  struct Enforcement: Encodable, Sendable {
    var `case`: String
    var brigade: String?
    var party: String
    var step: String
  }

  struct Hotline: Encodable, Sendable {
    var kind: String
    var channel: String
    var answered: Bool
  }

  struct Police: Encodable, Sendable {
    var alarm: String
    var kind: String
  }

  struct Emergency: Encodable, Sendable {
    var phase: String
    var incident: String
    var severity: Int
    var casualties: Int
  }

  struct Window: Encodable, Sendable {
    var window: String
    var matter: String
    var guide: String
    var step: String
  }

  let format = 1
  package var source: String
  package var id: String
  package var reported: String
  var occurred: String?
  package var place: String
  var address: String?
  package var lat: Double?
  package var lon: Double?
  package var category: String?
  var urgency: String?
  package var title: String
  package var text: String
  var reporter: Reporter?
  var confidential: Bool?
  var attachments: [Attachment]?
  var upstream: Upstream?
  var origin: Origin?
  var grid: Grid?
  var cityManagement: CityManagement?
  var enforcement: Enforcement?
  var hotline: Hotline?
  var police: Police?
  var emergency: Emergency?
  var window: Window?
}

extension FeedLine {
  /// When the source hands the report on: when it took it in, or, where it settled it, when it did so.
  ///
  /// All times of a feed have the same offset, so that their texts sort like the times.
  package var handedOn: String { max(reported, origin?.closed ?? reported) }
}
