package import JSON

/// The place of a badge in a status list: what its `credentialStatus` says.
public struct StatusEntry: Sendable, Hashable {
  /// The list's address, `https`.
  public let list: String
  /// What the list is for.
  public let purpose: StatusList.Purpose
  /// From 0.
  public let index: Int

  /// Throws for an address that is not `https`, or an index that no list can have.
  public init(list: String, purpose: StatusList.Purpose, index: Int) throws(StatusRefusal) {
    guard Address.isHTTPS(list), !list.utf8.contains(UInt8(ascii: "#")) else { throw .address }
    guard (0..<StatusList.mostBytes * 8).contains(index) else { throw .indexOutside }
    self.list = list
    self.purpose = purpose
    self.index = index
  }

  /// The BitstringStatusListEntry of Bitstring Status List v1.0 §2.1: the index is a string.
  package var json: JSON {
    [
      "id": "\(list)#\(index)", "type": "BitstringStatusListEntry",
      "statusPurpose": .string(purpose.rawValue), "statusListIndex": "\(index)",
      "statusListCredential": .string(list),
    ]
  }

  /// Reads one entry; a number in place of the string, a sign or a leading zero are refused.
  package init(reading json: JSON) throws(StatusRefusal) {
    guard json["type"] == "BitstringStatusListEntry", json["id"] == nil || json["id"]?.string != nil
    else { throw .type }
    guard let name = json["statusPurpose"]?.string, let purpose = StatusList.Purpose(rawValue: name)
    else { throw .purpose }
    guard json["statusSize"] == nil || json["statusSize"] == 1 else { throw .size }
    guard let list = json["statusListCredential"]?.string else { throw .address }
    guard let digits = json["statusListIndex"]?.string, let index = StatusEntry.number(digits)
    else { throw .indexForm }
    try self.init(list: list, purpose: purpose, index: index)
  }

  private static func number(_ digits: String) -> Int? {
    let bytes = Array(digits.utf8)
    guard (1...18).contains(bytes.count), bytes.count == 1 || bytes[0] != UInt8(ascii: "0"),
      bytes.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
