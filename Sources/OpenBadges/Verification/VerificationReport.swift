public import JSON

/// The answer to "what is this file worth?": each policy, what became of it, and a conclusion.
public struct VerificationReport: Sendable, Hashable {
  private var outcomes: [Policy: Outcome] = [:]
  /// Nil unless the proof held.
  public internal(set) var facts: BadgeFacts?
  /// Nil unless the proof held.
  public internal(set) var fingerprint: Fingerprint?

  init() {}

  /// What became of a policy; until it is looked at, that a former one failed.
  public internal(set) subscript(policy: Policy) -> Outcome {
    get { outcomes[policy] ?? .notChecked(.earlierFailure) }
    set { outcomes[policy] = newValue }
  }

  /// The worst that was found: form and proof first, then the holder, dates, and the issuer.
  public var verdict: Verdict {
    if case .failed(let flaw) = self[.structure], flaw.isUnusable { return .unusable }
    guard self[.structure].isHeld, self[.proof].isHeld else { return .invalid }
    if case .failed = self[.recipient] { return .invalid }
    if case .failed(let flaw) = self[.status] { return flaw == .statusForm ? .invalid : .revoked }
    guard self[.dates].isHeld else { return .outOfDates }
    guard self[.issuer].isHeld else { return .issuerNotRecognised }
    return isStatusSettled ? .valid : .statusNotChecked
  }

  /// Whether the badge announces no list, or its lists were read: what is not checked is not valid.
  ///
  /// The older unsigned list is let off, as 1EdTech's own validator does, and the words say it.
  private var isStatusSettled: Bool {
    self[.status].isHeld || self[.status] == .notChecked(.noStatusInBadge)
      || self[.status] == .notChecked(.statusOfOlderKind)
  }

  /// What a program exits with.
  public var exitCode: Int32 { verdict.rawValue }

  /// Holds a policy if `body` passes, fails it with its flaw otherwise.
  mutating func settle<Value>(
    _ policy: Policy, _ body: () throws(Flaw) -> Value
  ) -> Value? {
    do throws(Flaw) {
      let value = try body()
      self[policy] = .held
      return value
    } catch {
      self[policy] = .failed(error)
      return nil
    }
  }
}

extension VerificationReport {
  /// The report for `--json`: French keys without accents, dates as in the credential.
  public var json: JSON {
    var members = JSONObject([
      ("verdict", .string(conclusion)), ("code", .integer(Int(exitCode))),
      ("controles", .array(Policy.allCases.map { control($0) })),
    ])
    members["empreinte"] = fingerprint.map { .string($0.text) }
    members["faits"] = facts.map(\.json)
    return .object(members)
  }

  private func control(_ policy: Policy) -> JSON {
    let (state, reason): (String, String?) =
      switch self[policy] {
      case .held: ("respecte", nil)
      case .failed(let flaw): ("echoue", flaw.rawValue)
      case .notChecked(let omission): ("non-controle", omission.rawValue)
      }
    var members = JSONObject([("nom", .string(policy.rawValue)), ("etat", .string(state))])
    members["raison"] = reason.map(JSON.string)
    members["phrase"] = self[policy].sentence.map(JSON.string)
    return .object(members)
  }
}

extension BadgeFacts {
  fileprivate var json: JSON {
    var members = JSONObject([
      ("identifiant", .string(id)), ("badge", .string(name)), ("emetteur", .string(issuer)),
    ])
    members["nomEmetteur"] = issuerName.map(JSON.string)
    members["reconnuComme"] = recognisedAs.map(JSON.string)
    members["valableDu"] = CredentialDate.text(validFrom).map(JSON.string)
    members["valableJusquAu"] = validUntil.flatMap(CredentialDate.text).map(JSON.string)
    members["titulaire"] = .string(holder.french)
    members["sujet"] = subject.map(JSON.string)
    members["preuves"] = .array(evidence.map(JSON.string))
    return .object(members)
  }
}
