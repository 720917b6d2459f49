package import Course
import JSON

/// The file in which an agent hands over a completion record.
///
/// One JSON object in UTF-8, at most 64 KiB, with exactly the six keys of `CompletionRecord.keys`,
/// all texts, in any order and with any white space: compact, pretty and canonical are all read.
///
/// The fingerprint covers the RFC 8785 bytes of the five other keys. RFC 8785 sorts the keys, so
/// these bytes are, on one line, without any space or newline between the members:
///
///     {"date":"2026-11-21","identifiant":"00123",
///      "modalite":"en autonomie","parcours":"ia-generative","version":"1.2"}
///
/// and `empreinte` is `E-` and the first 8 bytes of their SHA-256 in lower-case hexadecimal. The
/// identifier is hashed as it stands in the file, before it is cleaned. Who writes a record writes
/// the same five members and `empreinte`, `JSON.pretty` with a final newline, for people to read.
package enum CompletionRecordFile {
  /// The most bytes that a record may hold.
  package static let largest = 65_536

  private static let longestText = 200
  private static let fingerprintKey = "empreinte"

  /// Reads a record and checks its fingerprint; `hash` is SHA-256, 32 bytes from any bytes.
  ///
  /// Its texts come back cleaned (`plain`, `plainIdentifier`); throws what makes it unusable.
  package static func read(
    _ bytes: [UInt8], hash: ([UInt8]) -> [UInt8]
  ) throws(RecordFault) -> CompletionRecord {
    guard bytes.count <= largest else { throw .tooLarge }
    let object = try object(in: bytes)
    try check(object)
    let stated = text(fingerprintKey, of: object)
    guard isFingerprint(stated) else { throw .badFingerprint }
    guard fingerprint(of: object, hash: hash) == stated else { throw .damaged }
    return try record(object)
  }

  /// The fingerprint of a record's other five facts, as they stand; its own is not looked at.
  package static func fingerprint(
    of record: CompletionRecord, hash: ([UInt8]) -> [UInt8]
  ) -> String {
    let values = [
      record.identifier, record.course, record.version, record.day.description,
      record.how.rawValue,
    ]
    let facts = zip(CompletionRecord.keys, values).map { ($0, JSON.string($1)) }
    return fingerprint(of: JSONObject(facts), hash: hash)
  }

  private static func fingerprint(of object: JSONObject, hash: ([UInt8]) -> [UInt8]) -> String {
    var facts = object
    facts[fingerprintKey] = nil
    return "E-" + hexadecimal(hash(JSON.object(facts).canonical).prefix(8))
  }

  private static func object(in bytes: [UInt8]) throws(RecordFault) -> JSONObject {
    let value: JSON
    do { value = try JSON(parsing: bytes) } catch { throw .notJSON(error) }
    guard let object = value.object else { throw .notAnObject }
    return object
  }

  /// The six keys, no other, each a text of a fair length.
  private static func check(_ object: JSONObject) throws(RecordFault) {
    for (key, value) in object.members {
      guard CompletionRecord.keys.contains(key) else { throw .unknownKey(key) }
      guard let text = value.string, text.unicodeScalars.count <= longestText
      else { throw .badText(key: key) }
    }
    for key in CompletionRecord.keys where object[key] == nil { throw .missingKey(key) }
  }

  private static func record(_ object: JSONObject) throws(RecordFault) -> CompletionRecord {
    guard let day = Day(iso: text("date", of: object)) else { throw .badDate }
    guard let how = Modality(rawValue: text("modalite", of: object)) else { throw .badModality }
    let record = CompletionRecord(
      identifier: text("identifiant", of: object).plainIdentifier,
      course: text("parcours", of: object).plain, version: text("version", of: object).plain,
      day: day, how: how, fingerprint: text(fingerprintKey, of: object))
    guard !record.identifier.isEmpty else { throw .badText(key: "identifiant") }
    guard !record.course.isEmpty else { throw .badText(key: "parcours") }
    guard !record.version.isEmpty else { throw .badText(key: "version") }
    return record
  }

  private static func text(_ key: String, of object: JSONObject) -> String {
    object[key]?.string ?? ""
  }

  private static func isFingerprint(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 18 && bytes.starts(with: "E-".utf8)
      && bytes.dropFirst(2).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let pairs = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: pairs, as: UTF8.self)
}
