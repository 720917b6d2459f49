/// Why a demande was not sealed, or does not open.
package enum SealFault: Error, Sendable, Hashable {
  /// The issuer's card may not be used.
  case card(FormFault)
  /// The sealed file has not the form it must.
  case file(FormFault)
  /// It opened, and what is inside is no request.
  case request(FormFault)
  /// Any cryptographic failure: the wrong key, an altered byte, a request of another protocol.
  case cannotOpen
}

extension SealFault {
  /// What is wrong, in French; the same words for every cryptographic failure.
  package var sentence: String {
    switch self {
    case .card(let fault): "La fiche de l’émetteur ne convient pas. \(fault.sentence)"
    case .file(let fault): "La demande scellée ne peut pas être lue. \(fault.sentence)"
    case .request(let fault): "La demande ne peut pas être lue. \(fault.sentence)"
    case .cannotOpen:
      "Cette demande ne s’ouvre pas : la clé n’est pas la bonne, ou elle est abîmée."
    }
  }

  /// What to do about it, in French.
  package var advice: String {
    switch self {
    case .card(let fault), .file(let fault), .request(let fault): fault.advice
    case .cannotOpen: "Demandez à la personne d’en faire une nouvelle."
    }
  }
}
