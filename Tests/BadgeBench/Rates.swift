import JSON
import OpenBadges

/// Operations a second, one after another on one core.
struct Rates {
  var template: SVGTemplate

  func run() throws {
    let edwards = Ed25519SigningKey.generate()
    let pictures = BadgePictures(svg: template)
    let curve = P256SigningKey.generate()
    let rdfc = Sample.award(1, issuer: edwards.did.text)
    let token = Sample.award(1, issuer: curve.did.text)
    let issuing = Issuing(edwards)
    try measure("rdfc signer+garnir") {
      let document = try DataIntegrity.secured(
        Credential.document(rdfc), by: edwards, created: Sample.day)
      _ = try template.baked(.document(document.bytes))
    }
    try measure("rdfc signer+garnir+vérifier") {
      _ = try issuing.seal(rdfc, in: pictures, created: Sample.day)
    }
    try measure("es256 signer+garnir") {
      _ = try template.baked(.token(Array(CredentialJWT.signed(token, by: .es256(curve)).utf8)))
    }
    try measure("es256 signer+garnir+vérifier") {
      let badge = try template.baked(
        .token(Array(CredentialJWT.signed(token, by: .es256(curve)).utf8)))
      precondition(Verifier(trust: .empty, now: Sample.day).verify(badge).exitCode == 5)
    }
    let document = try issuing.seal(rdfc, in: pictures, created: Sample.day).svg
    let jwt = try template.baked(.token(Array(CredentialJWT.signed(token, by: .es256(curve)).utf8)))
    let verifier = Verifier(trust: .empty, now: Sample.day)
    try measure("rdfc vérifier") { precondition(verifier.verify(document).exitCode == 5) }
    try measure("es256 vérifier") { precondition(verifier.verify(jwt).exitCode == 5) }
  }

  /// The best of five rounds of at least a fifth of a second.
  private func measure(_ name: String, _ body: () throws -> Void) throws {
    for _ in 0..<20 { try body() }
    var best = 0.0
    for _ in 0..<5 {
      let start = now()
      var count = 0
      while now() - start < 0.2 {
        for _ in 0..<20 { try body() }
        count += 20
      }
      best = max(best, Double(count) / (now() - start))
    }
    print("\(name) : \(Int(best)) /s")
  }
}
