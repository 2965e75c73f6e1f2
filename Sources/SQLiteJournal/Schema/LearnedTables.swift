import Journal
import Model

/// What a transaction adds to what was learned, and takes off.
struct LearnedChange {
  private(set) var orders: [LearnedClass: Int] = [:]
  private(set) var terms: [String: [LearnedClass: Int]] = [:]
  /// How many counts of terms are changed.
  private(set) var count = 0

  mutating func add(_ sign: Int, _ lesson: Lesson) {
    let name = lesson.learnedClass
    orders[name, default: 0] += sign
    for term in lesson.terms {
      let known = terms[term]?[name]
      terms[term, default: [:]][name] = (known ?? 0) + sign
      if known == nil { count += 1 }
    }
  }
}

/// The counts that suggestions are made of, as a session reads and writes them; no row stays at zero.
struct LearnedTables {
  let session: Session

  /// What was learned about terms.
  func counts(_ terms: [String], category: CategoryCode?) throws(JournalError) -> LearnedCounts {
    let condition = category == nil ? "" : "AND category = ?1"
    var counts = LearnedCounts()
    let orders = try session.statement("SELECT category, unit, orders FROM learned_order WHERE 1 \(condition)")
    defer { orders.reset() }
    if let category { orders.bind(category.rawValue, 1) }
    while try orders.step() { counts.add(Int(orders.integer(2)), of: name(orders)) }
    let found = try session.statement("SELECT category, unit, orders FROM learned_term WHERE term = ?2 \(condition)")
    defer { found.reset() }
    for term in terms {
      if let category { found.bind(category.rawValue, 1) }
      found.bind(term, 2)
      while try found.step() { counts.add(Int(found.integer(2)), of: term, name(found)) }
    }
    return counts
  }

  /// Adds a change, in the order of the tables.
  func add(_ change: LearnedChange) throws(JournalError) {
    guard !change.orders.isEmpty else { return }
    for (name, count) in change.orders where count != 0 { try add(count, of: name) }
    for (term, counts) in change.terms.sorted(by: { $0.key < $1.key }) {
      for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count != 0 { try add(count, of: term, name) }
    }
  }

  private func add(_ count: Int, of name: LearnedClass) throws(JournalError) {
    let statement = try session.literal(
      """
      INSERT INTO learned_order VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET orders = orders + excluded.orders
      """)
    bind(name, to: statement, from: 1)
    statement.bind(Int64(count), 3)
    try statement.run()
    guard count < 0 else { return }
    let emptied = try session.literal("DELETE FROM learned_order WHERE category = ? AND unit = ? AND orders <= 0")
    bind(name, to: emptied, from: 1)
    try emptied.run()
  }

  private func add(_ count: Int, of term: String, _ name: LearnedClass) throws(JournalError) {
    let statement = try session.literal(
      """
      INSERT INTO learned_term VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET orders = orders + excluded.orders
      """)
    statement.bind(term, 1)
    bind(name, to: statement, from: 2)
    statement.bind(Int64(count), 4)
    try statement.run()
    guard count < 0 else { return }
    let emptied = try session.literal(
      "DELETE FROM learned_term WHERE term = ? AND category = ? AND unit = ? AND orders <= 0")
    emptied.bind(term, 1)
    bind(name, to: emptied, from: 2)
    try emptied.run()
  }

  private func bind(_ name: LearnedClass, to statement: SQLStatement, from index: Int32) {
    statement.bind(name.category?.rawValue ?? "", index)
    statement.bind(name.unit.rawValue, index + 1)
  }

  private func name(_ row: SQLStatement) -> LearnedClass {
    let category = row.text(0)
    return LearnedClass(category: category.isEmpty ? nil : CategoryCode(category), unit: UnitCode(row.text(1)))
  }
}
