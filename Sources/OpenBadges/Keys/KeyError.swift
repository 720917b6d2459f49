/// Why a key or a key's identifier cannot be used.
public enum KeyError: Error, Sendable, Hashable, CaseIterable {
  case notPEM
  case notP256
  case notEd25519
  case notRSA
  case sizeRSA
  case exponentRSA
  case notDIDJWK
  case notDIDKey
  case notDIDWeb
  case fragment
  case notMultikey
  case malformedJWK
  case privateJWK
  case wrongUse
  case pointOffCurve
  case cannotSign

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .notPEM: "Ce fichier n’est pas une clé au format PEM. Choisissez le fichier de la clé."
    case .notP256: "Cette clé n’est pas du type P-256. Créez une clé avec ce programme."
    case .notEd25519: "Cette clé n’est pas du type Ed25519. Créez une clé avec ce programme."
    case .notDIDKey: "Cet identifiant n’est pas de la forme did:key. Recopiez-le en entier."
    case .notDIDWeb: "Cet identifiant n’est pas de la forme did:web. Recopiez-le en entier."
    case .fragment:
      "Deux clés publiées portent le même nom, ou un nom ne convient pas. Changez-le."
    case .notMultikey: "La clé publique n’est pas une Multikey connue. Demandez-la à l’émetteur."
    case .notRSA: "Cette clé privée n’est pas du type RSA. Choisissez le fichier de la clé RSA."
    case .sizeRSA: "La clé RSA doit avoir de 2048 à 8192 bits. Créez-en une autre."
    case .exponentRSA: "L’exposant de la clé RSA est dangereux. Demandez une autre clé."
    case .notDIDJWK: "Cet identifiant n’est pas de la forme did:jwk. Recopiez-le en entier."
    case .malformedJWK: "La clé publique est mal écrite. Demandez-la de nouveau à l’émetteur."
    case .privateJWK: "Une clé privée se trouve à la place de la clé publique. Prévenez l’émetteur."
    case .wrongUse: "Cette clé n’est pas faite pour signer des badges. Prévenez l’émetteur."
    case .pointOffCurve: "La clé publique est fausse. Demandez-la de nouveau à l’émetteur."
    case .cannotSign: "La signature n’a pas pu être faite. Recommencez avec une autre clé."
    }
  }
}
