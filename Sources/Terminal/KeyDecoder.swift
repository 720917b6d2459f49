package import Display

/// Bytes typed at a terminal, turned into keys whatever the way they are cut.
///
/// Curses' own reader is not used: without waiting, `get_wch` loses a character whose bytes come
/// apart, swallows what follows a byte that is no UTF-8, and types the end of unknown sequences.
package struct KeyDecoder: Sendable {
  /// Longest pasted text kept, in bytes; the rest of the paste is dropped.
  package static let pasteLimit = 65_536

  private enum State: Hashable {
    case ground
    /// The first bytes of a UTF-8 character, and how many it has.
    case character([UInt8], count: Int)
    case escape
    /// After `ESC [`: the parameters so far (ECMA-48 §5.4).
    case sequence([UInt8])
    /// After `ESC O`: keys of a keypad (ECMA-48 SS3).
    case keypad
    /// After `ESC [ [`: function keys of the Linux console.
    case console
    case paste(PasteBuffer)
  }

  private let charset: Charset
  private var state = State.ground
  private var keys: [Key] = []
  /// How many of the keys were taken: removing each at its turn would cost the square of a line.
  private var taken = 0

  /// Keys of a terminal that takes this charset.
  package init(_ charset: Charset = .utf8) { self.charset = charset }

  /// The oldest key not yet taken.
  package mutating func next() -> Key? {
    guard taken < keys.count else {
      keys.removeAll(keepingCapacity: true)
      taken = 0
      return nil
    }
    taken += 1
    return keys[taken - 1]
  }

  /// How long the rest of a key may take, in milliseconds; nil when nothing is awaited.
  package var patience: Int? {
    switch state {
    case .ground, .character: nil
    // A terminal sends a sequence in one piece; nobody types its second byte so soon.
    case .escape: 25
    case .sequence, .keypad, .console: 250
    case .paste: 1000
    }
  }

  /// Adds bytes as they come, cut anywhere.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  /// The rest will not come: a lone Échap is a key, a paste ends here, a cut sequence is nothing.
  package mutating func giveUp() {
    let abandoned = state
    state = .ground
    switch abandoned {
    case .escape: keys.append(.escape)
    case .character: keys.append(.character("\u{FFFD}"))
    case .paste(let paste): keys.append(.paste(paste.text(in: charset)))
    case .ground, .sequence, .keypad, .console: break
    }
  }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .ground: begin(byte)
    case .character(let bytes, let count): join(byte, to: bytes, count: count)
    case .escape: afterEscape(byte)
    case .sequence(let parameters): continueSequence(parameters, byte)
    case .keypad: endKeypad(byte)
    case .console: state = .ground
    case .paste: continuePaste(byte)
    }
  }

  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0..<0x20, 0x7F: keys += KeyTable.control(byte)
    case 0x20..<0x7F: keys.append(.character(Character(Unicode.Scalar(byte))))
    default: charset == .utf8 ? beginCharacter(byte) : type(Charset.latin9(byte))
    }
  }

  /// A lead byte of UTF-8 (RFC 3629 §4).
  private mutating func beginCharacter(_ byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: state = .character([byte], count: 2)
    case 0xE0...0xEF: state = .character([byte], count: 3)
    case 0xF0...0xF4: state = .character([byte], count: 4)
    default: keys.append(.character("\u{FFFD}"))
    }
  }

  private mutating func join(_ byte: UInt8, to bytes: [UInt8], count: Int) {
    guard byte & 0xC0 == 0x80 else {
      giveUp()
      return feed(byte)
    }
    let joined = bytes + [byte]
    guard joined.count == count else {
      return state = .character(joined, count: count)
    }
    state = .ground
    type(String(decoding: joined, as: UTF8.self).unicodeScalars.first)
  }

  private mutating func type(_ scalar: Unicode.Scalar?) {
    guard let scalar, scalar.properties.generalCategory != .control else { return }
    keys.append(.character(Character(scalar)))
  }

  private mutating func afterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .keypad
    default:
      // Two keys typed apart and delivered together.
      giveUp()
      feed(byte)
    }
  }

  private mutating func continueSequence(_ parameters: [UInt8], _ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty: state = .console
    case 0x20..<0x40: state = .sequence(parameters.count < 32 ? parameters + [byte] : parameters)
    case 0x40..<0x7F: endSequence(parameters, byte)
    default:
      // No sequence holds such a byte: what came before it is lost.
      state = .ground
      feed(byte)
    }
  }

  private mutating func endSequence(_ parameters: [UInt8], _ final: UInt8) {
    let isPaste = final == UInt8(ascii: "~") && parameters == Array("200".utf8)
    state = isPaste ? .paste(PasteBuffer()) : .ground
    if let key = KeyTable.sequence(parameters, final) { keys.append(key) }
  }

  private mutating func endKeypad(_ byte: UInt8) {
    // `ESC O 5 C`, an old form of Ctrl-→: the figure says which modifier.
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return }
    state = .ground
    if let key = KeyTable.keypad(byte) { return keys.append(key) }
    if byte < 0x20 || byte >= 0x7F { feed(byte) }
  }

  private mutating func continuePaste(_ byte: UInt8) {
    // Taken out of the state so that its bytes are not copied.
    guard case .paste(var paste) = state else { return }
    state = .ground
    paste.append(byte)
    if paste.isComplete {
      keys.append(.paste(paste.text(in: charset)))
    } else {
      state = .paste(paste)
    }
  }
}
