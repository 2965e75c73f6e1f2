import Model
import SeededRandom
import Testing

@Suite struct OrderNumberTests {
  @Test func `a number is written in full and short`() throws {
    let number = OrderNumber(day: 20_200_616, sequence: 142)
    #expect(number.text == "20200616-00142")
    #expect(number.short == "0616-0142")
    #expect(OrderNumber("20200616-00142") == number)
    #expect(OrderNumber(day: 20_200_101, sequence: 123_456).text == "20200101-123456")
    #expect(OrderNumber(day: 20_200_101, sequence: 12_345).short == "0101-12345")
  }

  @Test func `numbers of any day are read back from their writing and their key`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 1...5_000 {
      let day = CivilDay(epochDay: Int.random(in: -719_162...2_932_896, using: &generator)).compact
      let width = generator.pick([9, 99_999, 100_000, 999_999_999], or: 9)
      let number = OrderNumber(day: day, sequence: Int.random(in: 1...width, using: &generator))
      try #require(OrderNumber(number.text) == number, "\(number)")
      try #require(OrderNumber(key: number.key) == number)
    }
  }

  @Test func `numbers sort by day and then by sequence, as their keys do`() {
    let sorted = [(20_191_231, 99_999), (20_200_101, 1), (20_200_101, 2), (20_200_101, 100_000), (20_200_102, 1)]
      .map { OrderNumber(day: $0.0, sequence: $0.1) }
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted.map(\.key) == sorted.map(\.key).sorted())
  }

  @Test(arguments: [
    "", "-", "--", "20200616", "20200616-", "-00142", "20200616-0142", "20200616-00000", "20200616-0000000142",
    "20200616-000142", "20200616-000000142", "2020061-000142", "020200616-00142", "20200616-00142 ",
    " 20200616-00142", "20200616-00142\n", "20200616_00142", "20200616-00142-1", "20200616--0142", "+0200616-00142",
    "-0200616-00142", "20200616-+0142", "20200616-0x142", "２０２００６１６-００１４２", "20200616－00142", "20200616-0014２",
    "20201301-00001", "20200230-00001", "20200600-00001", "20200001-00001", "00000101-00001", "99999999-00001",
    "20200616-00142\u{0}", "\u{202E}20200616-00142", "20200616-00142\u{301}", "20200616-99999999999999999999999",
    "99999999999999999999-00001", "0616-0142",
  ])
  func `any other writing is no number`(text: String) {
    #expect(OrderNumber(text) == nil)
  }
}
