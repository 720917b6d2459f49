/// Why a demande gives no badge.
struct RequestRefusal: Error {
  /// What is wrong and what to do.
  var sentence: String
  /// Whether the demande stays: another day, it may be served.
  var stays = false
}
