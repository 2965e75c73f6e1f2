import Foundation
import Model

/// The words of a sub-command, put together one option after the other.
struct SpokenWords {
  private(set) var words: [String]

  init(_ name: String...) {
    words = name
  }

  /// An option with its value; nothing is said where there is none.
  func with(_ option: String, _ value: String?) -> SpokenWords {
    guard let value, !value.isEmpty else { return self }
    var longer = self
    // A value that begins like an option must stand with it.
    longer.words += value.hasPrefix("-") ? ["--\(option)=\(value)"] : ["--" + option, value]
    return longer
  }

  /// An option that stands for itself.
  func flag(_ option: String, _ isSet: Bool = true) -> SpokenWords {
    var longer = self
    if isSet { longer.words.append("--" + option) }
    return longer
  }

  /// What stands without an option.
  func plus(_ word: String) -> SpokenWords {
    var longer = self
    longer.words.append(word)
    return longer
  }

  /// The call in which something was asked for or answered; its time only where it is not the command's own.
  func with(_ call: PhoneCall?, at instant: Instant) -> SpokenWords {
    guard let call else { return self }
    let spoken = with("caller", call.name).with("phone", call.number)
    return call.at == instant ? spoken : spoken.with("at", ExactText.utc(call.at))
  }
}
