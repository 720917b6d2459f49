import Ledger

extension Ledger {
  /// Records an event; complains of what cannot be.
  mutating func enter(_ event: LedgerEvent, at time: Instant) throws(Complaint) {
    do throws(LedgerError) { try record(event, at: time) } catch { throw Complaint(error) }
  }
}

extension Complaint {
  /// What was asked is refused, or the ledger itself cannot be used.
  init(_ error: LedgerError) {
    switch error {
    case .refused, .malformed: self.init(error.sentence, .refused)
    default: self.init(error.sentence)
    }
  }
}
