import Foundation
import GRDB
import Journal
import JournalConformance
import Model

@testable import SQLiteJournal

/// Makes journals in a folder and damages their files with plain SQL.
struct SQLiteJournalFactory: JournalFactory {
  let folder: ScratchFolder
  var options = JournalOptions.desk

  func make(opening: StoredEvent) throws(JournalError) -> any JournalStore {
    try SQLiteJournal.open(folder.file(), .restoring(opening), options: options)
  }

  func tamper(_ store: any JournalStore, _ tampering: Tampering) throws -> any JournalStore {
    guard let store = store as? SQLiteJournal else { return store }
    try store.close()
    let database = try DatabaseQueue(path: store.paths.database)
    try database.write { try $0.apply(tampering) }
    try database.close()
    return try SQLiteJournal.open(store.paths.database, .existing, options: options)
  }
}

extension JournalOptions {
  /// A desk's options, but for how many orders may wait.
  static func desk(waiting: Int) -> JournalOptions {
    var options = JournalOptions.desk
    options.waiting = waiting
    return options
  }
}

extension Database {
  fileprivate func apply(_ tampering: Tampering) throws {
    switch tampering {
    case .removeEvent(let sequence):
      try execute(sql: "DELETE FROM event WHERE sequence = ?", arguments: [sequence])
    case .removeTail(let sequence):
      try execute(sql: "DELETE FROM event WHERE sequence >= ?", arguments: [sequence])
    case .removeOrder(let number):
      try execute(sql: "DELETE FROM event WHERE stream = ?", arguments: [number.key])
      try execute(sql: "DELETE FROM stream WHERE id = ?", arguments: [number.key])
      try execute(sql: "DELETE FROM orders WHERE key = ?", arguments: [number.key])
      try execute(sql: "DELETE FROM report WHERE key = ?", arguments: [number.key])
    case .changePayload(let sequence, let bytes):
      try execute(
        sql: "UPDATE event SET payload = ? WHERE sequence = ?", arguments: [Data(bytes), sequence])
    case .changeOfficer(let sequence, let officer):
      try execute(
        sql: "UPDATE event SET officer = ? WHERE sequence = ?", arguments: [officer.rawValue, sequence])
    case .changeChain(let sequence, let chain):
      try execute(sql: "UPDATE event SET chain = ? WHERE sequence = ?", arguments: [Data(chain), sequence])
    case .changeStreamHead(let stream, let chain):
      try execute(
        sql: "UPDATE stream SET chain = ? WHERE id = ? OR (kind = ? AND name = ?)",
        arguments: [Data(chain), stream.orderNumber?.key, stream.kind.rawValue, stream.id])
    case .removeStreamHead(let stream):
      try execute(
        sql: "DELETE FROM stream WHERE id = ? OR (kind = ? AND name = ?)",
        arguments: [stream.orderNumber?.key, stream.kind.rawValue, stream.id])
    case .changeHead(let chain): try execute(sql: "UPDATE head SET chain = ?", arguments: [Data(chain)])
    case .removeCommand(let sequence):
      try execute(sql: "DELETE FROM command WHERE sequence = ?", arguments: [sequence])
    case .removeRow(let number):
      try execute(sql: "DELETE FROM orders WHERE key = ?", arguments: [number.key])
    case .changeTitle(let number, let title):
      try execute(sql: "UPDATE orders SET title = ? WHERE key = ?", arguments: [title, number.key])
    case .changeBoard(let cell, let count):
      try execute(
        sql: "UPDATE counter SET orders = orders + ? WHERE town = ? AND source = ? AND stage = ?",
        arguments: [count, cell.town?.rawValue ?? "", cell.source.column, cell.stage.column])
    case .changeArrivals(let hour, let town, let count):
      try execute(
        sql: "UPDATE arrival SET orders = orders + ? WHERE hour = ? AND town = ?",
        arguments: [count, hour, town?.rawValue ?? ""])
    case .changeRateFact(let number, let standings):
      try execute(sql: "UPDATE rate SET standings = ? WHERE key = ?", arguments: [standings, number.key])
    case .removeRateCells(let day): try execute(sql: "DELETE FROM rate_cell WHERE day = ?", arguments: [day])
    case .changeLearned(let name, let count):
      try execute(
        sql: "INSERT INTO learned_order VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET orders = orders + ?3",
        arguments: [name.category?.rawValue ?? "", name.unit.rawValue, count])
    case .changeName(let sequence, let name):
      try execute(sql: "UPDATE personal SET name = ? WHERE sequence = ?", arguments: [name, sequence])
    }
  }
}
