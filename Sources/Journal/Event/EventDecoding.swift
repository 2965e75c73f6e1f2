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
