import Course
import JSON
import Workshop

/// The members of a line, read one by one; each must be exactly of its kind.
struct WorkshopFields {
  let object: JSONObject

  func integer(_ key: String, in range: ClosedRange<Int>) throws(WorkshopLineFault) -> Int {
    guard let value = object[key]?.integer, range.contains(value) else { throw .damaged }
    return value
  }

  /// A name made for machines: no space, so that no sentence can pass for one.
  func identifier(_ key: String) throws(WorkshopLineFault) -> String {
    guard let text = object[key]?.string, (1...160).contains(text.utf8.count),
      text.utf8.allSatisfy(isPlain)
    else { throw .damaged }
    return text
  }

  func totals(_ key: String) throws(WorkshopLineFault) -> [Int] {
    guard let values = object[key]?.array, (2...8).contains(values.count) else { throw .damaged }
    let totals = values.compactMap(\.integer).filter(Totals.figures.contains)
    guard totals.count == values.count else { throw .damaged }
    return totals
  }

  func setup() throws(WorkshopLineFault) -> WorkshopSetup {
    guard let day = object["d"]?.string.flatMap({ Day(iso: $0) }) else { throw .damaged }
    let trade = object["tr"] == nil ? nil : try identifier("tr")
    let seed = try integer("s", in: WorkshopSetup.seeds)
    let choice = Agenda.Choice(
      minutes: try integer("min", in: 1...999), trade: trade, seed: UInt64(seed))
    return WorkshopSetup(
      module: try identifier("m"), choice: choice,
      attendance: try integer("p", in: WorkshopSetup.attendances), day: day,
      fingerprint: try identifier("f"))
  }
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122: true
  default: "-._".utf8.contains(byte)
  }
}

extension WorkshopEvent {
  /// Items of an agenda, from 0.
  private static let items = 0...999

  /// Reads the event of that name; nil when this version knows no such name.
  init?(name: String, _ fields: WorkshopFields) throws(WorkshopLineFault) {
    switch name {
    case "opened": self = .opened(try fields.setup())
    case "placed": self = .placed(item: try fields.integer("i", in: Self.items))
    case "voted":
      self = .voted(
        item: try fields.integer("i", in: Self.items), round: try fields.integer("r", in: 1...2),
        totals: try fields.totals("a"))
    case "revealed": self = .revealed
    case "undone": self = .undone
    case "reset": self = .reset(item: try fields.integer("i", in: Self.items))
    case "closed": self = .closed
    default: return nil
    }
  }

  /// The name in the file.
  var name: String {
    switch self {
    case .opened: "opened"
    case .placed: "placed"
    case .voted: "voted"
    case .revealed: "revealed"
    case .undone: "undone"
    case .reset: "reset"
    case .closed: "closed"
    }
  }

  /// The members of the line between `e` and `c`, in order.
  var members: [(String, JSON)] {
    switch self {
    case .opened(let setup): setup.members
    case .placed(let item), .reset(let item): [("i", .integer(item))]
    case .voted(let item, let round, let totals):
      [("i", .integer(item)), ("r", .integer(round)), ("a", .array(totals.map(JSON.integer)))]
    case .revealed, .undone, .closed: []
    }
  }
}

extension WorkshopSetup {
  fileprivate var members: [(String, JSON)] {
    [("m", .string(module))] + (choice.trade.map { [("tr", .string($0))] } ?? []) + [
      ("min", .integer(choice.minutes)),
      // A seed beyond what a person may type is refused when it is read back.
      ("s", .integer(Int(clamping: choice.seed))), ("p", .integer(attendance)),
      ("d", .string(day.description)), ("f", .string(fingerprint)),
    ]
  }
}
