import ArgumentParser
import City
import Drill
import Foundation
import Journal
import Model

/// Which city.
struct CityOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("城市目录（places.csv、units.csv 等）。", valueName: "目录"),
    completion: .directory)
  var city = CityOptions.standard

  private static var standard: String {
    ProcessInfo.processInfo.environment["COMMAND_CENTER_CITY"] ?? "fixtures/haimen"
  }
}

/// Which journal, and on whose authority.
struct SittingOptions: ParsableArguments {
  @OptionGroup var cityOptions: CityOptions

  @Option(name: .long, help: ArgumentHelp("日志文件；不给时用本用户数据目录下该城市的日志。", valueName: "文件"), completion: .file())
  var journal: String?

  @Option(name: .long, help: ArgumentHelp("席位编码；不给时用本账号的席位，没有的在正式日志里用观摩席，在演示、演练里用市级值班长席。", valueName: "席位"))
  var seat: String?

  /// The journal's file: the one that was named, or the city's under the user's data directory (XDG Base Directory
  /// Specification, XDG_DATA_HOME).
  func journalPath(city: CityTables) -> String {
    journal ?? SittingOptions.ownJournal(of: city)
  }

  /// A city's journal under the user's data directory.
  static func ownJournal(of city: CityTables) -> String { dataFolder + "/" + city.code + ".db" }

  /// The program's folder under the user's data directory.
  static var dataFolder: String {
    let environment = ProcessInfo.processInfo.environment
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? (environment["HOME"] ?? ".") + "/.local/share") + "/command-center"
  }

  /// The officer and the seat that act.
  ///
  /// - Parameters:
  ///   - city: the city.
  ///   - kind: what the journal is for.
  ///
  ///   - account: the operating-system account.
  ///
  /// - Throws: `Failure` when the city has no such seat, or the account may not take it.
  func authority(
    in city: CityTables, kind: JournalKind, account: String = Account.name
  ) throws -> Authority {
    let own = city.officers.first { $0.accounts.contains(account) }
    let wanted = seat.map { SeatCode($0) } ?? own?.seats.first
    if kind == .drill { return try drillAuthority(in: city) }
    // An account that is an officer's sits on that officer's seats; only an exercise lends others.
    if let own, let wanted, city.seat(wanted) != nil, !own.seats.contains(wanted) {
      throw Failure(
        .refused,
        "账号 \(account) 是\(own.name)的，不能坐 \(wanted.rawValue)；可坐 \(own.seats.map(\.rawValue).joined(separator: "、"))")
    }
    // Nobody's account acts in an exercise or a demonstration only; in earnest it looks on.
    let role: Role = own == nil && kind == .live ? .observer : .chief
    if role == .observer, wanted.flatMap({ city.seat($0) }).map({ $0.role != role }) ?? false {
      throw Failure(
        .refused,
        "账号 \(account) 不在 officers.csv 的 accounts 列里，在正式日志里只能坐观摩席；请把账号写到人员名下，或换本人的账号")
    }
    let chosen = wanted ?? city.seats.first { $0.tier == .city && $0.role == role }?.code
    if chosen == nil, role == .observer {
      throw Failure(
        .refused, "账号 \(account) 不在 officers.csv 的 accounts 列里，seats.csv 里也没有市级观摩席，不能看正式日志；请先补表")
    }
    guard let chosen, let seat = city.seat(chosen) else {
      throw Failure(.noSeat, "城市里没有席位 \(wanted?.rawValue ?? "（市级值班长）")，请用 --seat 指定 seats.csv 里的席位")
    }
    let officer =
      own.flatMap { $0.seats.contains(chosen) ? $0 : nil }
      ?? (role == .observer ? nil : city.officers.first { $0.seats.contains(chosen) })
    return Authority(officer: officer?.code ?? OfficerCode(account), seat: seat, account: account)
  }
}

extension SittingOptions {
  /// In an exercise everybody may sit anywhere, and what is done is done in the name of the seat's own officer, so that
  /// it is the same whoever sat there.
  private func drillAuthority(in city: CityTables) throws -> Authority {
    let code = seat.map { SeatCode($0) } ?? city.seats.first { $0.tier == .city && $0.role == .chief }?.code
    guard let code, let seat = city.seat(code) else {
      throw Failure(.noSeat, "城市里没有席位 \(code?.rawValue ?? "（市级值班长）")，请用 --seat 指定 seats.csv 里的席位")
    }
    return DrillEngine.authority(of: seat, in: city)
  }
}

/// The operating-system account that runs the program.
enum Account {
  static var name: String {
    guard let entry = getpwuid(geteuid()) else { return String(geteuid()) }
    return String(cString: entry.pointee.pw_name)
  }
}
