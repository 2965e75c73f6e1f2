/// Hides what identifies a person: telephone numbers, identity numbers, names.
public enum Masking {
  /// A telephone number with its middle hidden: `138****5678` of eleven digits, the last three digits and two before
  /// them for anything of six or more, stars for less.
  /// - Parameter number: the number as written; its last eleven characters count as a mobile number if they are digits.
  public static func phone(_ number: String) -> String {
    let characters = Array(number)
    let digits = characters.filter(\.isWholeNumber).count
    if digits >= 11, characters.count >= 11 {
      return String(characters.dropLast(8)) + "****" + String(characters.suffix(4))
    }
    guard characters.count >= 6 else { return String(repeating: "*", count: characters.count) }
    return String(characters.prefix(2)) + String(repeating: "*", count: characters.count - 4)
      + String(characters.suffix(2))
  }

  /// An identity number with the birth date and sequence hidden: `110***********1234`.
  /// - Parameter number: usually 18 characters; of less than eight nothing is shown.
  public static func identityNumber(_ number: String) -> String {
    let characters = Array(number)
    guard characters.count >= 8 else { return String(repeating: "*", count: characters.count) }
    return String(characters.prefix(3)) + String(repeating: "*", count: characters.count - 7)
      + String(characters.suffix(4))
  }

  /// A name with only its surname shown: `王某`, `欧阳某`; of a name in Latin letters the first letter and `***`.
  public static func name(_ name: String) -> String {
    guard let first = name.first else { return name }
    if first.isASCII { return "\(first)***" }
    let isCompound = name.count > 2 && compoundSurnames.contains(String(name.prefix(2)))
    return String(name.prefix(isCompound ? 2 : 1)) + "某"
  }

  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "司空",
    "端木", "南宫", "西门", "独孤", "轩辕", "百里", "呼延", "闻人", "澹台", "太史", "申屠", "公冶", "濮阳", "淳于", "单于",
  ]

  /// Free text with the mobile and identity numbers in it masked.
  ///
  /// A mobile number is eleven digits that begin with 1, alone or after `86`, in one run or grouped 3-4-4 by spaces or
  /// hyphens; an identity number is eighteen characters whose check digit is right. Neither may be part of a longer run
  /// of digits. Full-width digits count as digits.
  public static func freeText(_ text: String) -> String {
    // Eleven digits are needed for either, and few texts hold them.
    guard text.unicodeScalars.lazy.filter({ FoldedText.code(of: $0).map(IdentityNumber.isDigit) ?? false }).count >= 11
    else { return text }
    return FoldedText(text).masked()
  }
}
