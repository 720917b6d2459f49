/// The text of a field, whatever program wrote it.
///
/// UTF-8 when it is valid; else Windows-1252 when a byte is among 80–9F, where Latin-9 has only
/// controls; else Latin-9. Each field is judged alone: lists pasted together mix encodings.
package func fieldText(_ bytes: [UInt8]) -> String {
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  let isWindows = bytes.contains { (0x80...0x9F).contains($0) }
  var text = String.UnicodeScalarView()
  for byte in bytes { text.append(isWindows ? windows1252(byte) : latin9(byte)) }
  return String(text)
}

/// The bytes in UTF-8 when they are UTF-16 with a byte order mark (« Texte Unicode » of Excel), or
/// without their UTF-8 mark; otherwise as they are.
package func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
  if bytes.starts(with: [0xFF, 0xFE]) { return utf8(ofUTF16: bytes, low: 0, high: 1) }
  if bytes.starts(with: [0xFE, 0xFF]) { return utf8(ofUTF16: bytes, low: 1, high: 0) }
  return bytes
}

private func utf8(ofUTF16 bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
    UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
  guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
  return windowsLetters[Int(byte) - 0x80]
}

/// What bytes 80–9F are in Windows-1252; the five that it leaves undefined are U+FFFD.
private let windowsLetters = Array("€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars)

/// ISO 8859-15: Latin-1 but for eight letters.
private func latin9(_ byte: UInt8) -> Unicode.Scalar {
  switch byte {
  case 0xA4: "€"
  case 0xA6: "Š"
  case 0xA8: "š"
  case 0xB4: "Ž"
  case 0xB8: "ž"
  case 0xBC: "Œ"
  case 0xBD: "œ"
  case 0xBE: "Ÿ"
  default: Unicode.Scalar(byte)
  }
}
