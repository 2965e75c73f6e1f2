import Foundation
public import Model

extension JournalEvent {
  /// Reads a stored payload.
  ///
  /// - Parameters:
  ///   - type: the event's type as stored.
  ///   - schema: the version of the payload's schema, from 1.
  ///   - payload: the stored bytes.
  /// - Throws: `JournalError` with code `.newer` for a type or a schema that this program does not know, `.encoding`
  ///   for bytes that are no such payload.
  public init(type: String, schema: Int, payload: [UInt8]) throws(JournalError) {
    guard let known = EventType(rawValue: type) else {
      throw JournalError(.newer, subject: type, detail: "unknown event type")
    }
    switch schema {
    case 1: self = try JournalEvent.read(known, payload)
    case 2...: throw JournalError(.newer, subject: type, detail: "schema \(schema)")
    default: throw JournalError(.encoding, subject: type, detail: "schema \(schema)")
    }
  }

  private static func read(_ type: EventType, _ payload: [UInt8]) throws(JournalError) -> JournalEvent {
    switch type {
    case .opened: .opened(try decode(payload, type))
    case .received: .order(.received(try decode(payload, type)))
    case .amended: .order(.amended(try decode(payload, type)))
    case .filed: .order(.filed(try decode(payload, type)))
    case .declined: .order(.declined(try decode(payload, type)))
    case .claimed: .order(.claimed(try decode(payload, type)))
    case .takenOver: .order(.takenOver(try decode(payload, type)))
    case .released: .order(.released)
    case .dispatched: .order(.dispatched(try decode(payload, type)))
    case .redispatched: .order(.redispatched(try decode(payload, type)))
    case .signed: .order(.signed(try decode(payload, type)))
    case .fedBack: .order(.fedBack(try decode(payload, type)))
    case .inspected: .order(.inspected(try decode(payload, type)))
    case .closed: .order(.closed(try decode(payload, type)))
    case .reopened: .order(.reopened(try decode(payload, type)))
    case .noted: .order(.noted(try decode(payload, type)))
    case .undone: .order(.undone(try decode(payload, type)))
    case .attached: .order(.attached(try decode(payload, type)))
    case .verified: .order(.verified(try decode(payload, type)))
    case .settled: .order(.settled(try decode(payload, type)))
    case .contacted: .order(.contacted(try decode(payload, type)))
    case .stepped: .order(.stepped(try decode(payload, type)))
    case .assisted: .order(.assisted(try decode(payload, type)))
    case .requested: .order(.requested(try decode(payload, type)))
    case .returned: .order(.returned(try decode(payload, type)))
    case .suspended: .order(.suspended(try decode(payload, type)))
    case .extended: .order(.extended(try decode(payload, type)))
    case .denied: .order(.denied(try decode(payload, type)))
    case .withdrawn: .order(.withdrawn)
    case .resumed: .order(.resumed(try decode(payload, type)))
    case .escalated: .order(.escalated(try decode(payload, type)))
    case .delegated: .order(.delegated(try decode(payload, type)))
    case .answered: .order(.answered(try decode(payload, type)))
    case .followedUp: .order(.followedUp(try decode(payload, type)))
    case .answeredBack: .order(.answeredBack(try decode(payload, type)))
    case .urged: .order(.urged(try decode(payload, type)))
    case .supervised: .order(.supervised(try decode(payload, type)))
    case .instructed: .order(.instructed(try decode(payload, type)))
    case .struckOff: .order(.struckOff(try decode(payload, type)))
    case .excluded: .order(.excluded(try decode(payload, type)))
    case .merged: .order(.merged(try decode(payload, type)))
    case .partAmended: .order(.partAmended(try decode(payload, type)))
    case .joined: .order(.joined(try decode(payload, type)))
    case .split: .order(.split(try decode(payload, type)))
    case .parted: .order(.parted(try decode(payload, type)))
    case .distinguished: .order(.distinguished(try decode(payload, type)))
    case .branched: .order(.branched(try decode(payload, type)))
    case .childEnded: .order(.childEnded(try decode(payload, type)))
    case .childReopened: .order(.childReopened(try decode(payload, type)))
    case .unmasked: .order(.unmasked(try decode(payload, type)))
    case .responseSet: .response(.set(try decode(payload, type)))
    case .responseLifted: .response(.lifted(try decode(payload, type)))
    case .scriptFired: .script(.fired(try decode(payload, type)))
    case .scriptSkipped: .script(.skipped(try decode(payload, type)))
    case .scriptDelayed: .script(.delayed(try decode(payload, type)))
    case .scriptAdded: .script(.added(try decode(payload, type)))
    case .scriptRemarked: .script(.remarked(try decode(payload, type)))
    case .shiftHandedOver: .shift(.handedOver(try decode(payload, type)))
    case .shiftTakenOver: .shift(.takenOver(try decode(payload, type)))
    case .pointsEarned: .points(.earned(try decode(payload, type)))
    case .pointsSpent: .points(.spent(try decode(payload, type)))
    case .pointsCorrected: .points(.corrected(try decode(payload, type)))
    }
  }

  private static func decode<Payload: Decodable>(
    _ payload: [UInt8], _ type: EventType
  ) throws(JournalError) -> Payload {
    do {
      return try JSONDecoder().decode(Payload.self, from: Data(payload))
    } catch {
      throw JournalError(.encoding, subject: type.rawValue, detail: "\(error)")
    }
  }
}

extension StoredEvent {
  /// The event that the payload holds.
  ///
  /// - Throws: `JournalError` with code `.newer` or `.encoding`.
  public func decoded() throws(JournalError) -> JournalEvent {
    try JournalEvent(type: header.type, schema: header.schema, payload: payload)
  }

  /// The order's event that the payload holds, with its columns.
  ///
  /// - Throws: `JournalError` with code `.newer` or `.encoding`, the latter also for an event that is no order's.
  public func decodedOrderEvent() throws(JournalError) -> DecodedEvent {
    guard case .order(let event) = try decoded() else {
      throw JournalError(.encoding, subject: header.type, detail: "no event of an order")
    }
    return DecodedEvent(header: header, event: event)
  }
}

extension DecodedEvent {
  /// The event as the order's folding takes it in.
  public var recorded: RecordedEvent {
    RecordedEvent(event: event, officer: header.officer, seat: header.seat, occurredAt: header.occurredAt)
  }
}
