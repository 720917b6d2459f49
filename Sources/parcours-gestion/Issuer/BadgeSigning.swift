import Ledger
import OpenBadges

/// The keys of one issuer, opened, and what it needs to sign: the same award gives the same badge.
struct BadgeSigning {
  let settings: IssuerSettings
  /// The active keys that are opened; not all of them sign every badge.
  private let keys: SigningKeys
  private let issuing: Issuing
  private let rsa: RSASigningKey?

  /// Opens the active keys; complains when a kind that this issuer needs has none.
  init(
    _ issuer: IssuerFolder, _ state: LedgerState, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    settings = issuer.settings
    let files = try KeyFiles(issuer.folder)
    let documentKey = try BadgeSigning.active(.ed25519, state)
    guard case .ed25519(let document) = try files.secret(documentKey, .ed25519, &passphrase)
    else { throw BadgeSigning.missing(.ed25519) }
    guard settings.address != nil else {
      keys = SigningKeys(ed25519: documentKey)
      issuing = Issuing(document)
      rsa = nil
      return
    }
    let tokenKey = try BadgeSigning.active(.p256, state)
    guard case .p256(let token) = try files.secret(tokenKey, .p256, &passphrase)
    else { throw BadgeSigning.missing(.p256) }
    let published = try PublishedKeys(issuer, state)
    do throws(IssuingError) {
      issuing = try Issuing(published, document: document, token: .es256(token))
    } catch { throw Complaint(error.sentence, .refused) }
    let olderKey = settings.email == nil ? nil : state.active(.rsa)?.fragment
    keys = SigningKeys(ed25519: documentKey, p256: tokenKey, rsa: olderKey)
    if let olderKey, case .rsa(let key) = try files.secret(olderKey, .rsa, &passphrase) {
      rsa = key
    } else {
      rsa = nil
    }
  }

  private static func active(_ kind: KeyKind, _ state: LedgerState) throws(Complaint) -> String {
    guard let key = state.active(kind) else { throw missing(kind) }
    return key.fragment
  }

  private static func missing(_ kind: KeyKind) -> Complaint {
    Complaint(
      "Il n’y a pas de clé active de type \(kind.rawValue). "
        + "Faites-en une : emetteur cle nouvelle --sorte \(kind.rawValue).",
      .refused)
  }

  /// The keys that sign a badge which shows that of its holder, and no other.
  func signers(of recipient: PublishedRecipient) -> SigningKeys { used(keys, for: recipient) }

  /// The keys of a badge's latest signature: older ledgers name some that made no file of it.
  func signers(of badge: IssuedBadge) -> SigningKeys { used(badge.keys, for: badge.recipient) }

  /// Whether today's keys sign a badge as its latest signature did.
  func isCurrent(_ badge: IssuedBadge) -> Bool {
    signers(of: badge) == signers(of: badge.recipient)
  }

  /// A VC-JWT wants an address, an Open Badges 2.0 a hashed e-mail too.
  private func used(_ keys: SigningKeys, for recipient: PublishedRecipient) -> SigningKeys {
    guard settings.address != nil else { return SigningKeys(ed25519: keys.ed25519) }
    guard case .hashedEmail = recipient else {
      return SigningKeys(ed25519: keys.ed25519, p256: keys.p256)
    }
    return keys
  }

  /// Signs a badge of the ledger and reads every file back.
  func seal(
    _ badge: IssuedBadge, _ statement: StatedAchievement, _ pictures: BadgePictures, at now: Instant
  ) throws(Complaint) -> SignedBadge {
    let award: Award
    let sealed: SealedBadge
    do throws(IssuingError) {
      award = try self.award(badge, statement)
      sealed = try issuing.seal(award, in: pictures, created: now.seconds)
    } catch {
      throw Complaint(error.sentence, .refused)
    }
    let olderKey = signers(of: badge.recipient).rsa
    return SignedBadge(sealed: sealed, jws: try older(award, statement, olderKey))
  }

  /// The award that a badge of the ledger stands for.
  private func award(
    _ badge: IssuedBadge, _ statement: StatedAchievement
  ) throws(IssuingError) -> Award {
    var award = Award(
      id: badge.id, subject: badge.subject, achievement: statement.achievement(settings),
      issuer: settings.issuer,
      recipient: Recipient(badge.recipient), evidence: [Evidence(narrative: badge.evidence)],
      validFrom: badge.validFrom.seconds, validUntil: badge.validUntil.seconds)
    if badge.awarded != badge.validFrom { award.awarded = badge.awarded.seconds }
    do { award.status = try settings.statusEntries(of: badge) } catch { throw .status(error) }
    return award
  }

  /// The Open Badges 2.0 assertion; nil when no key signs one.
  private func older(
    _ award: Award, _ statement: StatedAchievement, _ fragment: String?
  ) throws(Complaint) -> String? {
    guard let rsa, let fragment, let address = settings.address else { return nil }
    let addresses = OlderAddresses(address.text, key: fragment, statement: statement.key)
    do throws(OlderRefusal) { return try OlderBadge.sealed(award, at: addresses, with: rsa) } catch
    {
      throw Complaint(error.sentence, .refused)
    }
  }
}

extension IssuerSettings {
  /// As Open Badges states it.
  var issuer: Issuer { Issuer(id: did, name: name, url: address?.text, email: email) }
}

extension Recipient {
  fileprivate init(_ published: PublishedRecipient) {
    self =
      switch published {
      case .nothing: .anonymous
      case .displayedName(let name): .displayedName(name)
      case .hashedEmail(let hash, let salt): .identityHash(hash, salt: salt)
      }
  }
}
