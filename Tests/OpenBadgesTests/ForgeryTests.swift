import JSON
import OpenBadges
import Testing

/// Every way to change one place of a document.
enum Places {
  /// The paths to all members and elements below a value, outermost first.
  static func all(_ value: JSON, _ path: [String] = []) -> [[String]] {
    let children: [(String, JSON)] =
      value.object.map { $0.members.map { ($0.key, $0.value) } }
      ?? (value.array ?? []).enumerated().map { ("\($0.offset)", $0.element) }
    return children.flatMap { key, child in [path + [key]] + all(child, path + [key]) }
  }

  /// The value with the one at a path replaced, or taken away by nil.
  static func replaced(_ value: JSON, _ path: [String], _ change: (JSON) -> JSON?) -> JSON {
    guard let key = path.first else { return change(value) ?? .null }
    let rest = Array(path.dropFirst())
    if var members = value.object, let child = members[key] {
      members[key] = rest.isEmpty ? change(child) : replaced(child, rest, change)
      return .object(members)
    }
    guard var elements = value.array, let place = Int(key) else { return value }
    if rest.isEmpty, let changed = change(elements[place]) {
      elements[place] = changed
    } else if rest.isEmpty {
      elements.remove(at: place)
    } else {
      elements[place] = replaced(elements[place], rest, change)
    }
    return .array(elements)
  }

  /// Another value of the same kind.
  static func other(_ value: JSON) -> JSON {
    switch value {
    case .string(let text): .string(text + "x")
    case .bool(let value): .bool(!value)
    case .integer(let number): .integer(number + 1)
    case .array(let elements): .array(elements + ["x"])
    case .object(let members): JSON.object(members).with("x", "x")
    default: 1
    }
  }
}

@Suite("One change in a good badge") struct ForgeryTests {
  private static func verifier(_ naming: Naming, _ signed: Signed) throws -> Verifier {
    try Issued.verifier(Issued.folder(naming, signed))
  }

  /// A JSON credential, changed in each place, its proof included.
  @Test(
    "no member of a credential or of its proof can be changed, taken away, renamed or doubled",
    arguments: [Signed.rdfc, .jcs])
  func documents(_ signed: Signed) throws {
    guard case .document(let bytes) = try Issued.payload(.didKey, signed) else { return }
    let good = try JSON(parsing: bytes)
    let verifier = try Self.verifier(.didKey, signed)
    var count = 0
    for path in Places.all(good) {
      let renamed = Places.replaced(good, Array(path.dropLast())) { parent in
        guard let key = path.last, let value = parent.object?[key] else { return parent }
        return parent.with(key, nil).with(key + "x", value)
      }
      for forged in [
        Places.replaced(good, path) { _ in nil }, Places.replaced(good, path, Places.other),
        Places.replaced(good, path) { _ in .null }, Places.replaced(good, path) { _ in [] },
        Places.replaced(good, path) { _ in 12 }, renamed,
      ] where forged != good {
        // The third context defines no word of this badge: for rdfc it says nothing.
        if signed == .rdfc, path.starts(with: ["@context", "2"]),
          forged["@context"]?.array?.count == 2
        {
          continue
        }
        let report = verifier.verify(forged.bytes)
        #expect(report.verdict != .valid, "\(path) \(forged.text.count)")
        #expect(report.facts == nil, "\(path)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  @Test(
    "a member written twice, anywhere, is refused as such", arguments: [Signed.rdfc, .jcs, .es256])
  func doubled(_ signed: Signed) throws {
    let payload = try Issued.payload(.didKey, signed)
    let good = signed.isToken ? try Forge.payload() : try JSON(parsing: payload.bytes)
    let text = good.text
    let verifier = try Self.verifier(.didKey, signed)
    var places = 0
    for start in text.indices where text[start...].hasPrefix("\":") {
      // Each member follows one that bears its name.
      guard let open = text[..<start].lastIndex(of: "\"") else { continue }
      let member = text[open...start] + ":0,"
      let forged = text[..<open] + member + text[open...]
      let file =
        signed.isToken
        ? try Forge.token(headerText: Forge.header().text, payloadText: String(forged))
        : String(forged)
      #expect(verifier.verify(Array(file.utf8))[.structure] == .failed(.tokenDuplicateMember))
      places += 1
    }
    #expect(places > 40)
  }

  @Test("no member of a token's payload can be changed", arguments: [Signed.es256, .rs256, .edDSA])
  func payloads(_ signed: Signed) throws {
    let parts = String(decoding: try Issued.payload(.didWeb, signed).bytes, as: UTF8.self)
      .split(separator: ".").map(String.init)
    let good = try JSON(parsing: try #require(Base64URL.decoded(parts[1])))
    let verifier = try Self.verifier(.didWeb, signed)
    for path in Places.all(good) {
      for change in [{ _ in nil }, Places.other] as [(JSON) -> JSON?] {
        let forged = Places.replaced(good, path, change)
        let token = "\(parts[0]).\(Forge.letters(forged.bytes)).\(parts[2])"
        let report = verifier.verify(Array(token.utf8))
        #expect(report.exitCode == 1, "\(path)")
        #expect(report.facts == nil)
      }
    }
    // The same values in another order or spelling are other bytes.
    let spelled = Forge.letters(Array(good.pretty.utf8))
    let report = verifier.verify(Array("\(parts[0]).\(spelled).\(parts[2])".utf8))
    #expect(report[.proof] == .failed(.signature))
  }

  @Test(
    "base64url has one spelling in each part", arguments: [Signed.es256, .rs256, .edDSA], 0..<3)
  func letters(_ signed: Signed, _ index: Int) throws {
    let parts = String(decoding: try Issued.payload(.didWeb, signed).bytes, as: UTF8.self)
      .split(separator: ".").map(String.init)
    let verifier = try Self.verifier(.didWeb, signed)
    let part = parts[index]
    let (head, tail) = (String(part.prefix(20)), String(part.dropFirst(21)))
    let ends: [String] = [
      "=", "==", " ", "\t", "\r\n ", "A", "AA", "AAAA", ".", "%3D", "\u{0}", "\u{E9}",
    ]
    let insides: [String] = ["\n", " ", "+", "/", "%", "\u{0}", "\u{E9}", "=", "", "AA"]
    var all: [String] = ends.map { part + $0 } + insides.map { head + $0 + tail }
    all += ["=" + part, " " + part, "", "A", "AA", "e30", "bnVsbA", "W10"]
    all += [String(part.dropLast()), String(part.dropFirst()), String(part.reversed())]
    all += [part.uppercased(), part.lowercased()]
    for forged in all where forged != part {
      var altered = parts
      altered[index] = forged
      let report = verifier.verify(Array(altered.joined(separator: ".").utf8))
      #expect(report.exitCode == 1 || report.exitCode == 2, "\(forged.prefix(40))")
      #expect(report.facts == nil)
    }
  }
}

extension BadgePayload {
  fileprivate var bytes: [UInt8] {
    switch self {
    case .token(let bytes), .document(let bytes), .assertion(let bytes), .hosted(let bytes, _):
      bytes
    }
  }
}
