/// Two lower-case digits for each byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  for byte in bytes {
    digits.append(digit(byte >> 4))
    digits.append(digit(byte & 15))
  }
  return String(decoding: digits, as: UTF8.self)
}

private func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
