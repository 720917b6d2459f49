/// What was found in a log when it was opened.
package struct Recovery: Sendable, Hashable {
  /// The lines that are kept, without their newline.
  package var lines: [[UInt8]]
  /// A last line that was not whole: cut from the log, or left out when only reading.
  package var setAside: [UInt8]?
  /// The file the cut line went to; nil when nothing was cut.
  package var setAsideName: String?
  /// Bytes of the kept lines in the file.
  var length: Int
  /// Whether the last kept line ends with its newline.
  var isEnded: Bool

  /// Splits the bytes of a log; only the last line is judged, since only it can be torn.
  init(of bytes: [UInt8], isWhole: ([UInt8]) -> Bool) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    isEnded = lines.last?.isEmpty == true
    length = bytes.count
    if isEnded { lines.removeLast() }
    guard let last = lines.last, !isWhole(last) else { return }
    setAside = last
    lines.removeLast()
    length -= last.count + (isEnded ? 1 : 0)
    isEnded = true
  }
}
