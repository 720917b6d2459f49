/// The prefixes that hold at a place of a document (Namespaces in XML 1.0).
struct Namespaces {
  static let svg = Array("http://www.w3.org/2000/svg".utf8)
  /// Of Open Badges 3.0 ("Baked Badges").
  static let openBadges = Array("https://purl.imsglobal.org/ob/v3p0".utf8)
  /// Of Open Badges 1 and 2.
  static let olderOpenBadges = Array("http://openbadges.org".utf8)
  private static let xml = Array("http://www.w3.org/XML/1998/namespace".utf8)

  /// More than any picture declares at once; each lookup is a walk through them.
  private static let most = 64

  private var bindings: [(prefix: [UInt8], name: [UInt8])] = [
    ([], []), (Array("xml".utf8), xml),
  ]

  /// How many prefixes hold, to come back to by `leave`.
  var count: Int { bindings.count }

  /// Takes in the declarations of a tag.
  mutating func enter(_ tag: MarkupTag, of scanner: MarkupScanner) throws(Flaw) {
    for attribute in tag.attributes {
      let name = scanner.bytes[attribute.name]
      guard name.starts(with: "xmlns".utf8) else { continue }
      let rest = name.dropFirst(5)
      guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { continue }
      let prefix = Array(rest.dropFirst())
      let value = scanner.replaced(attribute.value)
      // §2.2 and §3: `xml` and `xmlns` are nobody's to bind, and a prefix is never unbound.
      guard bindings.count < Namespaces.most, rest.isEmpty || !value.isEmpty,
        !prefix.starts(with: "xml".utf8)
      else { throw .svgMalformed }
      bindings.append((prefix, value))
    }
  }

  mutating func leave(to count: Int) { bindings.removeLast(bindings.count - count) }

  /// The namespace and local part of an element's name; a prefix nobody declared is refused.
  func resolved(_ name: ArraySlice<UInt8>) throws(Flaw) -> (
    space: [UInt8], local: ArraySlice<UInt8>
  ) {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    let prefix = name[..<(colon ?? name.startIndex)]
    guard let binding = bindings.last(where: { $0.prefix.elementsEqual(prefix) })
    else { throw .svgMalformed }
    return (binding.name, colon.map { name[($0 + 1)...] } ?? name)
  }

  /// Refuses attributes whose prefix nobody declared.
  func check(_ tag: MarkupTag, of scanner: MarkupScanner) throws(Flaw) {
    for attribute in tag.attributes {
      let name = scanner.bytes[attribute.name]
      guard name.contains(UInt8(ascii: ":")), !name.starts(with: "xmlns:".utf8) else { continue }
      _ = try resolved(name)
    }
  }
}
