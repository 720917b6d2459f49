import Display

/// What the keyboards of xterm, rxvt, PuTTY, tmux, the Linux console and a VT220 send.
enum KeyTable {
  /// Control characters; those of line editors stand for the keys that a terminal may lack.
  static func control(_ byte: UInt8) -> [Key] {
    switch byte {
    case 0x0D, 0x0A: [.enter]
    case 0x09: [.tab]
    case 0x08, 0x7F: [.backspace]
    case 0x03: [.interrupt]
    case 0x04: [.endOfInput]
    case 0x01: [.home]
    case 0x05: [.end]
    case 0x02: [.left]
    case 0x06: [.right]
    case 0x10: [.up]
    case 0x0E: [.down]
    // Ctrl-L repaints.
    case 0x0C: [.resize]
    default: []
    }
  }

  /// After `ESC [`: the modifiers, in the second parameter, change nothing.
  static func sequence(_ parameters: [UInt8], _ final: UInt8) -> Key? {
    // `<`, `=`, `>` and `?` begin what is no key (ECMA-48 §5.4.1).
    if let first = parameters.first, (0x3C...0x3F).contains(first) { return nil }
    if final == UInt8(ascii: "~") { return numbered(number(parameters)) }
    return cursor(final)
  }

  /// After `ESC O`: cursor keys in application mode, and the numeric pad's figures.
  static func keypad(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "p")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(byte - UInt8(ascii: "p") + UInt8(ascii: "0"))))
    default: cursor(byte)
    }
  }

  private static func cursor(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  private static func numbered(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  /// The first parameter, when it is one figure.
  private static func number(_ parameters: [UInt8]) -> Int? {
    let first = parameters.prefix { $0 != UInt8(ascii: ";") }
    guard first.count == 1, let figure = first.first else { return nil }
    return Int(figure) - Int(UInt8(ascii: "0"))
  }
}
