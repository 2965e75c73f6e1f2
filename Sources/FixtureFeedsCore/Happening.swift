/// Something that happened, apart from who tells of it.
struct Happening: Sendable {
  let matter: Matter
  let spot: Spot
  let start: LocalTime
  let thing: String
  let few: Int
  let many: Int
  let building: Int
  /// How long it has gone on: days, on a storm day hours; 0 is just now.
  let length: Int
  let isStorm: Bool
  let person: String
  /// Which of the matter's wordings its first teller uses.
  let turn: Int

  /// Something of the matter's kind at a spot, its particulars drawn.
  init(_ matter: Matter, at spot: Spot, start: LocalTime, isStorm: Bool, _ random: inout SplitMix64) {
    self.matter = matter
    self.spot = spot
    self.start = start
    self.isStorm = isStorm
    thing = matter.things.isEmpty ? "" : random.pick(matter.things)
    few = random.within(2...9)
    many = random.within(11...88)
    building = random.within(1...38)
    length = random.chance(0.25) ? 0 : random.within(1...9)
    person = People.somebody(&random)
    turn = random.below(60)
  }

  /// The same kind of thing in another building of the same place.
  func moved(toBuilding other: Int, start: LocalTime, _ random: inout SplitMix64) -> Happening {
    Happening(copying: self, building: other, start: start, turn: random.below(60))
  }

  private init(copying source: Happening, building: Int, start: LocalTime, turn: Int) {
    matter = source.matter
    spot = source.spot
    thing = source.thing
    few = source.few
    many = source.many
    length = source.length
    isStorm = source.isStorm
    person = source.person
    self.building = building
    self.start = start
    self.turn = turn
  }

  /// How long it has gone on, in the words of teller number `teller`.
  func since(_ teller: Int) -> String {
    if length == 0 { return ["刚刚发现", "今天才出现", "以前没有过"][teller % 3] }
    let unit = isStorm ? "个小时" : "天"
    return ["已有\(length)\(unit)", "持续了\(length)\(unit)", "前后\(length)\(unit)了"][teller % 3]
  }
}
