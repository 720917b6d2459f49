/// The two families of badges that a picture may carry, each in its own place.
enum BadgeEdition: Sendable, Hashable, CaseIterable {
  /// Open Badges 3.0.
  case credential
  /// Open Badges 2.0.
  case assertion

  /// The family that an SVG element is of; nil for any other element.
  init?(_ space: [UInt8], _ local: ArraySlice<UInt8>) {
    if space == Namespaces.openBadges, local.elementsEqual("credential".utf8) {
      self = .credential
    } else if space == Namespaces.olderOpenBadges, local.elementsEqual("assertion".utf8) {
      self = .assertion
    } else {
      return nil
    }
  }

  /// Of the PNG chunk.
  var keyword: String { self == .credential ? "openbadgecredential" : "openbadges" }
  /// Of the SVG element.
  var namespace: [UInt8] {
    self == .credential ? Namespaces.openBadges : Namespaces.olderOpenBadges
  }
  /// Local part of the SVG element's name.
  var element: String { self == .credential ? "credential" : "assertion" }
}

/// What a picture carries, as bytes that nothing has verified yet.
public enum BadgePayload: Sendable, Hashable {
  /// Open Badges 3.0: a compact JWS.
  case token([UInt8])
  /// Open Badges 3.0: a JSON credential with its proofs inside, in UTF-8.
  case document([UInt8])
  /// Open Badges 2.0: the compact JWS of an assertion.
  case assertion([UInt8])
  /// Open Badges 2.0: an unsigned assertion, in UTF-8, and the address that vouches for it.
  ///
  /// A PNG has no room for the address; it is the assertion's own `id` then.
  case hosted([UInt8], address: [UInt8]?)

  var edition: BadgeEdition {
    switch self {
    case .token, .document: .credential
    case .assertion, .hosted: .assertion
    }
  }

  /// What a file holds: a `.json`, `.jwt`, `.jws`, `.svg` or `.png`, told apart by its bytes.
  ///
  /// A token alone, or a JSON text alone, is taken for one of Open Badges 3.0.
  public init(reading file: [UInt8]) throws(Flaw) { self = try Container.payload(of: file) }

  /// The payload of a PNG chunk: JSON starts with a brace, a token never does.
  init(_ text: [UInt8], of edition: BadgeEdition) {
    let isJSON = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    self =
      switch (edition, isJSON) {
      case (.credential, false): .token(text)
      case (.credential, true): .document(text)
      case (.assertion, false): .assertion(text)
      case (.assertion, true): .hosted(text, address: nil)
      }
  }

  /// What a PNG chunk holds.
  var text: [UInt8] {
    switch self {
    case .token(let text), .document(let text), .assertion(let text), .hosted(let text, _): text
    }
  }
}
