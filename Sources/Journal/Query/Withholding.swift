public import Model

extension OrderRow {
  /// The row of a confidential order as it is shown to those who may not know who reported.
  public func withheld(in city: CityTables) -> OrderRow {
    var row = self
    row.title = Sight.mark
    row.place = city.places.coarse(place)
    return row
  }

  /// The row as if no more than its town were known of its place.
  public var inTownOnly: OrderRow {
    var row = self
    row.place = town ?? ""
    return row
  }
}

extension OrderFile {
  /// The file of a confidential order as it is shown to those who may not know who reported.
  public func withheld(in city: CityTables) -> OrderFile {
    OrderFile(
      order: order.withheld(in: city),
      events: events.map { $0.withheld(in: city) }, reporters: [:])
  }
}

extension DecodedEvent {
  /// The event of a confidential order as it is shown to those who may not know who reported.
  public func withheld(in city: CityTables) -> DecodedEvent {
    var header = header
    header.place = city.places.coarse(header.place)
    return DecodedEvent(header: header, event: event.withheld(in: city))
  }
}
