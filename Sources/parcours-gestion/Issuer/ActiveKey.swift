import Ledger

extension LedgerState {
  /// The newest active key of a kind.
  func active(_ kind: KeyKind) -> LedgerKey? {
    keys.last { $0.kind == kind && $0.state == .active }
  }
}
