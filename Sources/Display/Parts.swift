/// Rows that stay together when they fit in a part.
struct Piece {
  var rows: [Row]
  /// Empty rows above, unless it opens a part.
  var gap = 0
}

/// A block in rows: one part holds it whole when it can, else it is cut between its pieces.
struct Unit {
  var pieces: [Piece]
  /// Empty rows above, unless it opens a part.
  var gap = 1
  /// What it is for the block below it.
  var bond = Bond.none
  /// The statement of choices, said again where they begin or go on in another part.
  var reminder: [Row] = []
  /// Begins with the statement itself.
  var hasStatement = false

  /// What keeps a block with the one below.
  enum Bond {
    case none
    /// An empty row between them.
    case title
    /// Nothing between them.
    case heading
    /// The question above its choices.
    case statement
  }

  var isEmpty: Bool { pieces.allSatisfy(\.rows.isEmpty) }

  /// All its rows, the gaps between pieces included.
  var rows: [Row] {
    pieces.enumerated().flatMap { index, piece in
      (index == 0 ? [] : Row.gap(piece.gap)) + piece.rows
    }
  }

  /// This block and the one below as one unit.
  func followed(by next: Unit) -> Unit {
    guard let first = next.pieces.first else { return self }
    var joined = next
    joined.gap = gap
    switch bond {
    case .none: return next
    case .statement:
      joined.hasStatement = true
      joined.pieces[0].gap = next.gap
      joined.pieces = pieces + joined.pieces
    case .title, .heading:
      let between = Row.gap(bond == .heading ? 0 : next.gap)
      joined.pieces[0] = Piece(rows: rows + between + first.rows)
    }
    return joined
  }
}

extension Row {
  static func gap(_ count: Int) -> [Row] { Array(repeating: .empty, count: count) }
}

/// Shares units out among parts of one height.
struct Pagination {
  let height: Int
  private var done: [[Row]] = []
  private var current: [Row] = []

  init(_ units: [Unit], height: Int) {
    self.height = max(1, height)
    for unit in units.joined(within: self.height) { add(unit) }
  }

  /// At least one, perhaps empty.
  var parts: [[Row]] { current.isEmpty && !done.isEmpty ? done : done + [current] }

  private mutating func add(_ unit: Unit) {
    let rows = unit.rows
    if append(rows, gap: unit.gap) { return }
    if rows.count <= height {
      turn()
      let isReminded = !unit.hasStatement && unit.reminder.count + rows.count <= height
      current = isReminded ? unit.reminder + rows : rows
      return
    }
    for (index, piece) in unit.pieces.enumerated() {
      let gap = index == 0 ? unit.gap : piece.gap
      add(piece.rows, gap: gap, reminder: index == 0 && unit.hasStatement ? [] : unit.reminder)
    }
  }

  private mutating func add(_ rows: [Row], gap: Int, reminder: [Row]) {
    if append(rows, gap: gap) { return }
    if reminder.count + rows.count <= height {
      turn()
      current = reminder + rows
    } else if rows.count <= height {
      turn()
      current = rows
    } else {
      flow(rows, gap: gap)
    }
  }

  /// What no part can hold goes on from one to the next.
  private mutating func flow(_ rows: [Row], gap: Int) {
    var rows = rows[...]
    if !current.isEmpty, current.count + gap < height { current += Row.gap(gap) } else { turn() }
    while !rows.isEmpty {
      let room = height - current.count
      current += rows.prefix(room)
      rows = rows.dropFirst(room)
      if !rows.isEmpty { turn() }
    }
  }

  private mutating func append(_ rows: [Row], gap: Int) -> Bool {
    let gap = current.isEmpty ? 0 : gap
    guard current.count + gap + rows.count <= height else { return false }
    current += Row.gap(gap) + rows
    return true
  }

  private mutating func turn() {
    if !current.isEmpty { done.append(current) }
    current = []
  }
}

extension [Unit] {
  /// Titles, headings and statements put with what is below them.
  ///
  /// Not when that would cut a block that one part can hold.
  fileprivate func joined(within height: Int) -> [Unit] {
    reversed().reduce(into: [Unit]()) { units, unit in
      if unit.isEmpty { return }
      if unit.bond != .none, let next = units.last {
        let joined = unit.followed(by: next)
        if joined.rows.count <= height || next.rows.count > height {
          units[units.count - 1] = joined
          return
        }
      }
      units.append(unit)
    }.reversed()
  }
}
