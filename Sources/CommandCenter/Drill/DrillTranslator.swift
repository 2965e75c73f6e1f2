import ArgumentParser
import Drill
import Journal
import Model
import Operations

/// Reads recorded words as the sub-commands that they are, so that a drill needs no language of its own.
struct DrillTranslator {
  private static let types: [String: any ParsableCommand.Type] = Dictionary(
    CommandCenter.configuration.groupedSubcommands.flatMap(\.subcommands).compactMap { type in
      type.configuration.commandName.map { ($0, type) }
    }, uniquingKeysWith: { first, _ in first })

  /// What words ask for.
  ///
  /// - Parameters:
  ///   - words: the sub-command and its arguments.
  ///   - viewpoint: what the seat that gives the command sees.
  ///   - now: the virtual time.
  func deeds(_ words: [String], viewpoint: Viewpoint, now: Instant) throws(UnreadableWords) -> [DrillDeed] {
    guard let name = words.first, let type = DrillTranslator.types[name] else {
      throw UnreadableWords("没有子命令 \(words.first ?? "")")
    }
    let parsed: any ParsableCommand
    do {
      parsed = try type.parseAsRoot(Array(words.dropFirst()))
    } catch {
      throw UnreadableWords("\(name)：\(type.message(for: error))")
    }
    let naming = OrderNaming(viewpoint: viewpoint)
    do {
      switch parsed {
      case let act as any OrderAct:
        let context = ActContext(naming: naming, now: now)
        return try act.act.numbers.map { text in
          let row = try naming.row(text)
          return .order(try act.command(for: row, in: context), on: row.number)
        }
      case let act as any PairAct:
        return [
          .pair(
            act.command, kept: try naming.row(act.pair.kept).number,
            other: try naming.row(act.pair.other).number)
        ]
      case let set as ResponseSetCommand:
        return [.response(set.command(at: try place(set.naming, naming, viewpoint)))]
      case let lift as ResponseLiftCommand:
        return [.response(lift.command(at: try place(lift.naming, naming, viewpoint)))]
      case let script as any ScriptAct: return [.script(script.command)]
      case let give as HandOverGiveCommand: return [.handOver(notes: give.notes)]
      case let confirm as HandOverConfirmCommand: return [.takeOver(text: confirm.text)]
      default: throw UnreadableWords("\(name) 不是席位能在演练里办的子命令")
      }
    } catch let error as UnreadableWords {
      throw error
    } catch {
      throw UnreadableWords(Failure(error).description)
    }
  }

  /// The place that a response is for: the one that was named, or what the seat commands.
  private func place(
    _ options: ResponseNaming, _ naming: OrderNaming, _ viewpoint: Viewpoint
  ) throws -> PlaceCode {
    try options.place.map(naming.place) ?? viewpoint.sight.town ?? viewpoint.city.places.city?.code
      ?? PlaceCode(viewpoint.city.code)
  }
}
