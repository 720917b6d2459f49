import Terminal

/// Line by line: each answer is repeated between angle brackets.
enum Lines {
  static func run(_ surroundings: Surroundings) -> Int32 {
    var port = LinePort(surroundings)
    guard port.write(["Écran \u{1B}[1mde\u{7} la « sonde »", "\(port.columns) colonnes"]) else {
      return status(port.pendingSignal)
    }
    while port.prompt(), let line = port.next() {
      guard port.write(["<\(line)> \(line.count)"]) else { break }
    }
    return status(port.pendingSignal)
  }

  private static func status(_ signal: Int32?) -> Int32 { signal.map { 128 + $0 } ?? 0 }
}
