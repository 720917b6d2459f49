extension UInt8 {
  /// Whether it is `A` to `Z`, `a` to `z` or `0` to `9` in ASCII.
  var isLetterOrDigit: Bool { (97...122).contains(self | 0x20) || (48...57).contains(self) }
}
