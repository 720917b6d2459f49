import Crypto
package import JSON

extension DataIntegrity {
  /// The hashes of a document without its proof and of a proof without its value.
  ///
  /// EdDSA Cryptosuites 1.0, §3.2.3 to §3.2.5 and §3.3.3 to §3.3.5.
  package static func hashes(
    of document: JSONObject, _ proof: JSONObject, _ suite: Suite,
    _ vocabulary: Vocabulary = .pinned
  ) throws(ProofError) -> Hashes {
    guard suite == .rdfc else {
      return Hashes(
        proof: sha256(JSON.object(proof).canonical),
        document: sha256(JSON.object(document).canonical))
    }
    do {
      return Hashes(
        proof: sha256(try quads(proof, of: document, vocabulary)),
        document: sha256(try LinkedData.canonical(.object(document), vocabulary)))
    } catch { throw .document(error) }
  }

  /// The proof's canonical form, read with the words of the document.
  private static func quads(
    _ proof: JSONObject, of document: JSONObject, _ vocabulary: Vocabulary
  ) throws(LinkedDataError) -> [UInt8] {
    var configuration = proof
    configuration["@context"] = document["@context"]
    do { return try LinkedData.canonical(.object(configuration), vocabulary) } catch {
      throw error.under("proof")
    }
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return Array(hasher.finalize())
  }

  /// The members of a proof before it has its value; JCS keeps the document's contexts in it.
  static func options(
    _ suite: Suite, _ created: String, _ method: String, context: JSON?
  ) -> JSONObject {
    var options = JSONObject()
    if suite == .jcs { options["@context"] = context }
    options["type"] = "DataIntegrityProof"
    options["cryptosuite"] = .string(suite.rawValue)
    options["created"] = .string(created)
    options["verificationMethod"] = .string(method)
    options["proofPurpose"] = "assertionMethod"
    return options
  }

  /// The issuer's identifier, alone or in an object.
  static func issuer(of document: JSONObject) throws(ProofError) -> String {
    guard let issuer = document["issuer"]?.string ?? document["issuer"]?["id"]?.string
    else { throw .malformed("issuer") }
    return issuer
  }
}
