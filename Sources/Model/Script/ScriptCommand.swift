/// What the conductor asks of a drill's script.
public enum ScriptCommand: Sendable, Equatable {
  /// 立即下达.
  case fire(inject: String)
  /// 取消.
  case skip(inject: String)
  /// 推迟 by minutes.
  case delay(inject: String, minutes: Int)
  /// 增发.
  case add(Adding)
  /// 导调记录.
  case remark(String)

  /// A message that the script did not have.
  public struct Adding: Sendable, Equatable {
    /// Through which source.
    public var source: Source
    /// Where.
    public var place: PlaceCode
    /// The sub-category, where it is known.
    public var category: CategoryCode?
    /// How pressing.
    public var urgency: Urgency
    /// The title.
    public var title: String
    /// The text.
    public var text: String
    /// In how many minutes; 0 for now.
    public var minutes: Int

    /// Makes a message.
    public init(
      source: Source, place: PlaceCode, category: CategoryCode? = nil, urgency: Urgency = .normal, title: String,
      text: String, minutes: Int = 0
    ) {
      self.source = source
      self.place = place
      self.category = category
      self.urgency = urgency
      self.title = title
      self.text = text
      self.minutes = minutes
    }
  }
}
