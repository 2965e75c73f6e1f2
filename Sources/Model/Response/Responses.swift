/// 应急响应: the responses that stand, as their events make them.
public struct Responses: Sendable, Equatable {
  /// A response that stands.
  public struct Response: Sendable, Equatable {
    /// As it was set last.
    public var setting: ResponseEvent.Setting
    /// Who set it as it is now, and when.
    public var signature: Signature
    /// Since when a response of its kind has stood there, UTC.
    public var since: Instant
  }

  /// Those that stand, in the order of their beginning.
  public private(set) var standing: [Response] = []
  /// How many events have made them.
  public private(set) var version = 0

  /// Makes the state in which nothing stands.
  public init() {}

  /// Takes an event in.
  ///
  /// - Returns: whether it could follow; nothing is changed otherwise.
  @discardableResult
  public mutating func take(_ event: ResponseEvent, by signature: Signature) -> Bool {
    switch event {
    case .set(let setting):
      if let index = index(setting.kind, setting.place) {
        standing[index].setting = setting
        standing[index].signature = signature
      } else {
        standing.append(Response(setting: setting, signature: signature, since: signature.at))
      }
    case .lifted(let lifting):
      guard let index = index(lifting.kind, lifting.place) else { return false }
      standing.remove(at: index)
    }
    version += 1
    return true
  }

  /// The response of a kind that stands for exactly this place.
  public func response(_ kind: String, at place: PlaceCode) -> Response? {
    index(kind, place).map { standing[$0] }
  }

  private func index(_ kind: String, _ place: PlaceCode) -> Int? {
    standing.firstIndex { $0.setting.kind == kind && $0.setting.place == place }
  }
}
