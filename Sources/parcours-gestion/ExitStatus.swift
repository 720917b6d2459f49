/// What a command tells the one that started it.
enum ExitStatus {
  static let done: Int32 = 0
  /// What was asked is refused, or some of it is.
  static let refused: Int32 = 1
  /// Bad usage, an input or an output that cannot be used.
  static let unusable: Int32 = 2
}
