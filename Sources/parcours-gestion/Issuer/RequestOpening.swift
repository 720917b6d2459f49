import BadgeRequest
import Ledger

extension SealFault {
  /// Written by a newer program: this one is to be updated, and the demande will be read.
  fileprivate var isOfAnotherVersion: Bool {
    switch self {
    case .file(.otherFormat), .request(.otherFormat): true
    default: false
    }
  }
}

/// The private keys that open demandes, former ones too.
struct RequestOpening {
  private let did: String
  private let keys: [String: ReceivingKey]

  init(
    _ issuer: IssuerFolder, _ state: LedgerState, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    did = issuer.settings.did
    let files = try KeyFiles(issuer.folder)
    var keys: [String: ReceivingKey] = [:]
    for known in state.keys where known.kind == .x25519 {
      let name = known.fragment
      guard case .x25519(let key) = try files.secret(name, .x25519, &passphrase) else { continue }
      keys[name] = key
    }
    self.keys = keys
  }

  func open(_ bytes: [UInt8]) throws(RequestRefusal) -> BadgeRequest {
    let file: SealedRequest
    do throws(FormFault) { file = try SealedRequest(reading: bytes) } catch {
      throw refusal(.file(error))
    }
    // The wrong --emetteur must not destroy what another would serve.
    guard file.issuer == did else {
      throw RequestRefusal(
        sentence: "Cette demande s’adresse à un autre émetteur. Vérifiez --emetteur et --depot.",
        stays: true)
    }
    guard let known = keys[file.keyID] else {
      throw RequestRefusal(
        sentence: "Cette demande est scellée pour une clé inconnue. "
          + "Remettez la clé sauvegardée dans « cles ».", stays: true)
    }
    do throws(SealFault) { return try RequestSeal.open(file, with: known) } catch {
      throw refusal(error)
    }
  }

  private func refusal(_ fault: SealFault) -> RequestRefusal {
    RequestRefusal(sentence: "\(fault.sentence) \(fault.advice)", stays: fault.isOfAnotherVersion)
  }
}
