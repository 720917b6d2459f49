/// The policies that rest on what the verifier knows, the same for both versions of the standard.
struct Judgement {
  var trust: TrustStore
  /// Seconds since 1970.
  var now: Int
  /// The address that the badge must be for; nil when nobody asks.
  var recipient: String?

  /// Whether the issuer is one of those recognised.
  func issuer(_ id: String) -> Outcome {
    if trust.label(of: id) != nil { return .held }
    return trust.isEmpty ? .notChecked(.noTrust) : .failed(.issuerUnknown)
  }

  /// Both ends included.
  func dates(from start: Int, until end: Int?) -> Outcome {
    if now < start { return .failed(.notYetValid) }
    if let end, now > end { return .failed(.expired) }
    return .held
  }

  /// `check` throws when the badge is not for that address.
  func recipient(_ check: (String) throws(Flaw) -> Void) -> Outcome {
    guard let recipient else { return .notChecked(.noRecipientGiven) }
    do throws(Flaw) {
      try check(recipient)
      return .held
    } catch { return .failed(error) }
  }
}
