import SafeText
import Testing

@Suite("Masking and folding")
struct MaskingTests {
  @Test("telephone numbers keep three and four digits")
  func phones() {
    #expect(Masking.phone("11900005678") == "119****5678")
    #expect(Masking.phone("+8611900005678") == "+86119****5678")
    #expect(Masking.phone("82201234") == "82****34")
    #expect(Masking.phone("110") == "***")
    #expect(Masking.phone("") == "")
  }

  @Test("identity numbers keep three and four characters")
  func identityNumbers() {
    #expect(Masking.identityNumber("000000190001010019") == "000***********0019")
    #expect(Masking.identityNumber("1234567") == "*******")
  }

  @Test("of a name the surname stays")
  func names() {
    #expect(Masking.name("王小明") == "王某")
    #expect(Masking.name("欧阳小明") == "欧阳某")
    #expect(Masking.name("王某") == "王某")
    #expect(Masking.name("Smith") == "S***")
    #expect(Masking.name("") == "")
  }

  @Test("mobile numbers in free text are hidden, longer runs of digits are not")
  func freeTextPhones() {
    #expect(Masking.freeText("请回电11900005678，谢谢") == "请回电119****5678，谢谢")
    #expect(Masking.freeText("119 0000 5678 或 119-0000-5678") == "119 **** 5678 或 119-****-5678")
    #expect(Masking.freeText("+8611900005678") == "+86119****5678")
    #expect(Masking.freeText("１１９００００５６７８") == "１１９****５６７８")
    #expect(Masking.freeText("单号202006161190000568 无关") == "单号202006161190000568 无关")
    #expect(Masking.freeText("20200616-00142 号工单") == "20200616-00142 号工单")
    #expect(Masking.freeText("21900005678") == "21900005678")
  }

  @Test("identity numbers in free text are hidden when their check digit is right")
  func freeTextIdentityNumbers() throws {
    let right = try #require(Self.withCheckDigit("00000019000101001"))
    let digits = String(right.prefix(17))
    #expect(Masking.freeText("身份证\(right)。") == "身份证000***********\(right.suffix(4))。")
    let wrong = digits + (right.hasSuffix("1") ? "2" : "1")
    #expect(Masking.freeText(wrong) == wrong)
    #expect(Masking.freeText("9" + right) == "9" + right)
  }

  @Test("every check digit is recognised, X and x too")
  func checkDigits() throws {
    var seen: Set<Character> = []
    for sequence in 100..<300 {
      let number = try #require(Self.withCheckDigit("00000019000101\(sequence)"))
      seen.formUnion(number.suffix(1))
      let masked = "000***********\(number.suffix(4))"
      #expect(Masking.freeText(number) == masked)
      #expect(Masking.freeText(number.lowercased()) == masked.lowercased())
    }
    #expect(seen == Set("0123456789X"))
  }

  /// The check digit by the definition: the weighted sum is congruent to 1 modulo 11, X stands for ten.
  private static func withCheckDigit(_ digits: String) -> String? {
    let values = digits.compactMap(\.wholeNumberValue)
    for check in 0...10 {
      var sum = check
      for (position, value) in values.enumerated() {
        // Weights are powers of two by position from the right, where the check digit has 1.
        var weight = 1
        for _ in 0..<(17 - position) { weight = weight * 2 % 11 }
        sum += weight * value
      }
      if sum % 11 == 1 { return digits + (check == 10 ? "X" : String(check)) }
    }
    return nil
  }

  @Test("cells that a spreadsheet could run are guarded", arguments: ["=1+1", "+86", "-2", "@SUM", "\tx", "\rx", "＝1"])
  func formulas(cell: String) {
    #expect(FormulaGuard.guarded(cell) == "'" + cell)
  }

  @Test("other cells are left as they are", arguments: ["", "海门", "1-2", "a=b", "'x"])
  func harmlessCells(cell: String) {
    #expect(FormulaGuard.guarded(cell) == cell)
  }

  @Test("full-width forms fold to half-width ones")
  func folding() {
    #expect(HalfWidth.folded("：／？１２ＡＢｚ　～") == ":/?12ABz ~")
    #expect(HalfWidth.folded("海门、abc。") == "海门、abc。")
  }
}
