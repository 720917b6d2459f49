package import Course

/// The fold of a journal's lines, whole or as far as it goes.
struct Replay {
  private(set) var lines: [JournalLine] = []
  private(set) var progress = Progress()

  init() {}

  init(_ lines: [JournalLine]) {
    for line in lines { add(line) }
  }

  /// Adds a line of the file; `order` when its number is not above the last.
  mutating func take(_ bytes: [UInt8]) throws(LineFault) {
    let line = try JournalLine(reading: bytes)
    guard line.number > progress.lastNumber else { throw .order }
    add(line)
  }

  mutating func add(_ line: JournalLine) {
    lines.append(line)
    progress.apply(line)
  }
}

extension Progress {
  /// Applies a line; an unknown event changes nothing but the last number and time.
  package mutating func apply(_ line: JournalLine) {
    if let stamped = line.stamped {
      apply(stamped)
    } else {
      lastNumber = line.number
      lastTime = line.time
    }
  }
}
