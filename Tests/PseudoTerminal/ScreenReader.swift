import Display

/// What a terminal shows after the bytes it was sent: enough of ECMA-48 and xterm for curses.
package struct ScreenReader {
  package private(set) var columns: Int
  package private(set) var rows: Int
  package private(set) var cells: [[Character]]
  package private(set) var cursor = (row: 0, column: 0)
  /// The private modes that are on: 25 cursor, 1049 alternate screen, 2004 bracketed paste.
  package private(set) var modes: Set<Int> = [25]
  /// Sequences that are not known; a test fails on them rather than misread a screen.
  package private(set) var unknown: [String] = []

  private var main: [[Character]] = []
  private var saved = (row: 0, column: 0)
  /// Bytes not obeyed yet; a slice, which loses its first ones at no cost.
  private var pending: ArraySlice<UInt8> = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
  }

  /// The rows without the blanks at their end.
  package var lines: [String] {
    cells.map { row in
      guard let last = row.lastIndex(where: { $0 != " " }) else { return "" }
      // The second half of a wide character.
      return String(row[...last].filter { $0 != "\0" })
    }
  }

  package var text: String { lines.joined(separator: "\n") }
  package var isAlternate: Bool { modes.contains(1049) }
  package var isCursorShown: Bool { modes.contains(25) }
  package var isPasteBracketed: Bool { modes.contains(2004) }

  package mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.resized(cells, columns, rows)
    main = main.isEmpty ? main : Self.resized(main, columns, rows)
    move(cursor.row, cursor.column)
  }

  /// Reads bytes; what is cut at their end waits for the next ones.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let length = step(), length > 0 { pending.removeFirst(length) }
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private static func resized(
    _ cells: [[Character]], _ columns: Int, _ rows: Int
  ) -> [[Character]] {
    var resized = blank(columns, rows)
    for row in 0..<min(rows, cells.count) {
      for column in 0..<min(columns, cells[row].count) { resized[row][column] = cells[row][column] }
    }
    return resized
  }

  /// Obeys what comes first; returns its length, nil while it is not whole.
  private mutating func step() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0..<0x20: control(first)
    case 0x20..<0x7F: put(Character(Unicode.Scalar(first)))
    default: return character(first)
    }
    return 1
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(cursor.row, cursor.column - 1)
    case 0x09: move(cursor.row, (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: move(cursor.row, 0)
    case 0x07, 0x0E, 0x0F: break
    default: unknown.append("\(byte)")
    }
  }

  private mutating func character(_ lead: UInt8) -> Int? {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard pending.count >= length else { return nil }
    put(Character(String(decoding: pending.prefix(length), as: UTF8.self)))
    return length
  }

  private mutating func put(_ character: Character) {
    let width = character.columns
    if width == 0 {
      let column = max(0, cursor.column - 1)
      cells[cursor.row][column] = Character(String(cells[cursor.row][column]) + String(character))
      return
    }
    if cursor.column + width > columns { newLine() }
    guard cursor.column + width <= columns else { return }
    cells[cursor.row][cursor.column] = character
    if width == 2 { cells[cursor.row][cursor.column + 1] = "\0" }
    cursor.column += width
  }

  private mutating func newLine() {
    cursor.column = 0
    lineFeed()
  }

  private mutating func lineFeed() {
    if cursor.row + 1 < rows { return cursor.row += 1 }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func move(_ row: Int, _ column: Int) {
    cursor = (max(0, min(rows - 1, row)), max(0, min(columns - 1, column)))
  }
}

// MARK: - Escape sequences

extension ScreenReader {
  private mutating func escape() -> Int? {
    guard pending.count > 1 else { return nil }
    switch pending[pending.startIndex + 1] {
    case UInt8(ascii: "["): return sequence()
    case UInt8(ascii: "("), UInt8(ascii: ")"): return pending.count > 2 ? 3 : nil
    case UInt8(ascii: "M"): move(cursor.row - 1, cursor.column)
    case UInt8(ascii: "7"): saved = cursor
    case UInt8(ascii: "8"): cursor = saved
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknown.append("ESC \(pending.prefix(2).map(\.self))")
    }
    return 2
  }

  private mutating func sequence() -> Int? {
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40..<0x7F).contains($0) })
    else { return nil }
    let start = pending.startIndex
    let text = String(decoding: pending[start + 2..<end], as: UTF8.self)
    let final = Character(Unicode.Scalar(pending[end]))
    if text.hasPrefix("?"), final == "h" || final == "l" {
      for mode in Self.numbers(text.dropFirst()) { set(mode, final == "h") }
    } else {
      obey(final, Self.numbers(text[...]), text)
    }
    return end - start + 1
  }

  private static func numbers(_ text: Substring) -> [Int] {
    text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    if mode == 1049, isOn != isAlternate {
      if isOn {
        saved = cursor
        main = cells
        cells = Self.blank(columns, rows)
      } else {
        cells = main
        cursor = saved
        move(cursor.row, cursor.column)
      }
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func obey(_ final: Character, _ numbers: [Int], _ text: String) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "H", "f": move(count - 1, max(1, numbers.dropFirst().first ?? 1) - 1)
    case "d": move(count - 1, cursor.column)
    case "G": move(cursor.row, count - 1)
    case "A": move(cursor.row - count, cursor.column)
    case "B": move(cursor.row + count, cursor.column)
    case "C": move(cursor.row, cursor.column + count)
    case "D": move(cursor.row, cursor.column - count)
    case "J": eraseDisplay(first)
    case "K": eraseLine(first)
    case "X": erase(cursor.row, cursor.column..<min(columns, cursor.column + count))
    case "b": repeatLast(count)
    case "P": deleteCharacters(count)
    // Attributes, margins of the whole window, insertion off, window titles.
    case "m", "r", "l", "t": break
    default: unknown.append("CSI \(text)\(final)")
    }
  }

  private mutating func repeatLast(_ count: Int) {
    guard cursor.column > 0 else { return }
    let last = cells[cursor.row][cursor.column - 1]
    for _ in 0..<count { put(last) }
  }

  private mutating func deleteCharacters(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    cells[cursor.row] += Array(repeating: " ", count: count)
  }

  private mutating func eraseDisplay(_ part: Int) {
    eraseLine(part)
    let others = part == 2 ? 0..<rows : part == 1 ? 0..<cursor.row : cursor.row + 1..<rows
    for row in others { erase(row, 0..<columns) }
  }

  private mutating func eraseLine(_ part: Int) {
    let start = part == 0 ? min(cursor.column, columns) : 0
    erase(cursor.row, start..<(part == 1 ? min(columns, cursor.column + 1) : columns))
  }

  private mutating func erase(_ row: Int, _ columns: Range<Int>) {
    for column in columns { cells[row][column] = " " }
  }
}
