import Journal
import Model

/// Other names and numbers in the place of real ones: the same for the same, drawn from a seed, and nobody's.
///
/// Telephone numbers begin with 119 and have eleven digits, which none has.
struct Pseudonyms {
  private let seed: Int
  private var names: [String: String] = [:]
  private var numbers: [String: String] = [:]
  /// The names that texts are searched for, the longest first, by their first character.
  private var byInitial: [Character: [String]] = [:]
  private var taken: Set<String> = []

  /// Makes them for a seed.
  init(seed: Int) { self.seed = seed }

  /// Makes a person known, so that the name is found in texts.
  mutating func learn(_ name: String) { _ = self.name(name) }

  /// The name in the place of one; nothing stays nothing.
  mutating func name(_ name: String) -> String {
    // 王某 gives nobody away, and does not stand for one person.
    if name.isEmpty || name.hasSuffix("某") { return name }
    if let known = names[name] { return known }
    let made = draw("name", name) { digits in
      let surnames = Pseudonyms.surnames
      let given = Pseudonyms.given
      let first = String(surnames[digits[0] % surnames.count]) + String(given[digits[1] % given.count])
      return digits[2] % 3 == 0 ? first : first + String(given[digits[3] % given.count])
    } isFree: {
      !name.contains($0) && !$0.contains(name)
    }
    names[name] = made
    if name.count > 1, let first = name.first {
      byInitial[first, default: []].append(name)
      byInitial[first]?.sort { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    }
    return made
  }

  /// The telephone number in the place of one; nothing stays nothing.
  mutating func phone(_ phone: String) -> String {
    let digits = phone.filter(\.isWholeNumber)
    if digits.isEmpty { return "" }
    if let known = numbers[digits] { return known }
    let made = draw("phone", digits) { bytes in
      "119" + bytes.prefix(8).map { String($0 % 10) }.joined()
    } isFree: { _ in
      true
    }
    numbers[digits] = made
    return made
  }

  /// A text with the known names in it replaced, and all numbers that may be somebody's: of seven digits or more, and
  /// those of rooms.
  mutating func text(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      // The longest name first: one may be the beginning of another.
      if let name = byInitial[first]?.first(where: { rest.hasPrefix($0) }) {
        result += names[name] ?? name
        rest = rest.dropFirst(name.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return replaceNumbers(result)
  }

  private mutating func replaceNumbers(_ text: String) -> String {
    var result = ""
    var run = ""
    for character in text + "\n" {
      let joins = !run.isEmpty && (character == "-" || character == " " || character == "X" || character == "x")
      if character.isWholeNumber || joins {
        run.append(character)
        continue
      }
      if character == "室", !run.isEmpty {
        result += "某室"
        run = ""
        continue
      }
      let tail = String(run.reversed().prefix { !$0.isWholeNumber }.reversed())
      let body = String(run.dropLast(tail.count))
      result += body.count(where: \.isWholeNumber) >= 7 && !Pseudonyms.isDate(body) ? phone(body) + tail : run
      run = ""
      result.append(character)
    }
    return String(result.dropLast())
  }

  /// Whether a run of digits begins with a day: 2020-06-16, 20200616, 2020-06-16 08.
  private static func isDate(_ run: String) -> Bool {
    let digits = run.prefix { $0 != " " }.filter(\.isWholeNumber)
    guard digits.count == 8, let day = Int(digits) else { return false }
    return (1990...2100).contains(day / 10_000)
      && CivilDay(year: day / 10_000, month: day / 100 % 100, day: day % 100) != nil
  }

  private mutating func draw(
    _ kind: String, _ original: String, _ make: ([Int]) -> String, isFree: (String) -> Bool
  ) -> String {
    var attempt = 0
    while true {
      let bytes = JournalDigest.sha256(Array("\(seed) \(kind) \(attempt) \(original)".utf8))
      let made = make(bytes.map(Int.init))
      // After so many others a name twice is better than no end.
      if attempt > 1_000 || isFree(made) && taken.insert(made).inserted { return made }
      attempt += 1
    }
  }

  private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢")
  private static let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国海燕志林晓东春云凤卫飞鑫波斌宇浩然欣怡佳雪琴珍淑荣德福祥瑞龙庆")
}
