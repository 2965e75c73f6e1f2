import ArgumentParser
import Journal
import Model
import Operations

/// To whom an order goes.
struct DispatchOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("承办单位的代码或名称；不给时为派单目录的主办单位。", valueName: "单位"))
  var unit: String?

  @Option(name: .long, help: ArgumentHelp("协办单位，可以给几次。", valueName: "单位"))
  var coUnit: [String] = []

  @Option(name: .long, help: ArgumentHelp("小类代码，派单时一并改定。", valueName: "类别"))
  var category: String?

  @Option(name: .long, help: ArgumentHelp("给承办单位的话。", valueName: "文字"))
  var note = ""

  func dispatching(_ row: OrderRow, in acting: ActContext) throws -> Dispatching {
    let category = try category.map(acting.naming.category)
    let lead: UnitCode
    if let unit {
      lead = try acting.naming.unit(unit)
    } else {
      lead = try catalogued(category ?? row.category, row, acting)
    }
    return Dispatching(unit: lead, coUnits: try coUnit.map(acting.naming.unit), category: category, note: note)
  }

  private func catalogued(_ category: CategoryCode?, _ row: OrderRow, _ acting: ActContext) throws -> UnitCode {
    let city = acting.city
    guard let category = category.flatMap({ city.category($0) }) else {
      throw Failure(.refused, "\(row.number.text) 未定类别，请用 --unit 指定承办单位，或用 --category 定类别")
    }
    guard let unit = city.resolve(category.lead, at: row.place) else {
      throw Failure(.refused, "派单目录的主办单位在此地没有，请用 --unit 指定承办单位")
    }
    if row.confidential, let order = try acting.naming.viewpoint.operations.store.order(row.number)?.order,
      city.unitsLeftOut(of: order).contains(unit)
    {
      throw Failure(.refused, "\(row.number.text) 是保密件，文中提到目录的主办单位，请用 --unit 指定承办单位")
    }
    return unit
  }
}

/// `command-center dispatch`: send an order out.
struct DispatchCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "dispatch", abstract: "派单；待立案的一并立案。")

  @OptionGroup var act: ActOptions
  @OptionGroup var sending: DispatchOptions

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .dispatch(try sending.dispatching(row, in: acting))
  }
}

/// `command-center redispatch`: send an order to another unit.
struct RedispatchCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "redispatch", abstract: "改派给另一个单位。")

  @OptionGroup var act: ActOptions
  @OptionGroup var sending: DispatchOptions

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .redispatch(try sending.dispatching(row, in: acting))
  }
}
