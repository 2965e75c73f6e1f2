extension OrderCommand {
  /// The command as it is when it is given some time later than it was made: what it says of times moves along.
  ///
  /// - Parameter milliseconds: how much later.
  public func later(by milliseconds: Int64) -> OrderCommand {
    func moved(_ call: PhoneCall?) -> PhoneCall? {
      call.map { PhoneCall(name: $0.name, number: $0.number, at: $0.at.adding(milliseconds: milliseconds)) }
    }
    switch self {
    case .sign(let call): return .sign(call: moved(call))
    case .contact(let text, let call): return .contact(text: text, call: moved(call))
    case .assist(var assisting):
      assisting.call = moved(assisting.call)
      return .assist(assisting)
    case .feedBack(var feedback):
      feedback.call = moved(feedback.call)
      return .feedBack(feedback)
    case .requestReturn(var asking):
      asking.call = moved(asking.call)
      return .requestReturn(asking)
    case .requestSuspension(var asking):
      asking.until = asking.until.adding(milliseconds: milliseconds)
      asking.call = moved(asking.call)
      return .requestSuspension(asking)
    case .requestExtension(var asking):
      asking.call = moved(asking.call)
      return .requestExtension(asking)
    case .answer(var answering):
      answering.call = moved(answering.call)
      return .answer(answering)
    case .instruct(var instructing):
      instructing.due = instructing.due.adding(milliseconds: milliseconds)
      return .instruct(instructing)
    default: return self
    }
  }
}
