import Ledger
import OpenBadges

/// The keys of one issuer, opened, and what it needs to sign: the same award gives the same badge.
struct BadgeSigning {
  let settings: IssuerSettings
  let keys: SigningKeys
  private let issuing: Issuing
  private let rsa: RSASigningKey?

  /// Opens the active keys; complains when a kind has none.
  init(
    _ issuer: IssuerFolder, _ state: LedgerState, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    settings = issuer.settings
    let files = try KeyFiles(issuer.folder)
    let first = try BadgeSigning.active(.ed25519, state)
    let second = try BadgeSigning.active(.p256, state)
    let third = settings.address == nil || settings.email == nil ? nil : state.active(.rsa)
    keys = SigningKeys(ed25519: first, p256: second, rsa: third?.fragment)
    guard case .ed25519(let document) = try files.secret(first, .ed25519, &passphrase)
    else { throw BadgeSigning.missing(.ed25519) }
    guard settings.address != nil else {
      issuing = Issuing(document)
      rsa = nil
      return
    }
    guard case .p256(let token) = try files.secret(second, .p256, &passphrase)
    else { throw BadgeSigning.missing(.p256) }
    let published = try PublishedKeys(issuer, state)
    do throws(IssuingError) {
      issuing = try Issuing(published, document: document, token: .es256(token))
    } catch { throw Complaint(error.sentence, status: ExitStatus.refused) }
    if let third, case .rsa(let key) = try files.secret(third.fragment, .rsa, &passphrase) {
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
      status: ExitStatus.refused)
  }

  /// Signs a badge of the ledger and reads every file back.
  func seal(
    _ badge: IssuedBadge, _ statement: StatedAchievement, _ pictures: BadgePictures, at now: Instant
  ) throws(Complaint) -> SignedBadge {
    do throws(IssuingError) {
      let award = try award(badge, statement)
      let sealed = try issuing.seal(award, in: pictures, created: now.seconds)
      return SignedBadge(sealed: sealed, jws: try older(award, statement))
    } catch {
      throw Complaint(error.sentence, status: ExitStatus.refused)
    }
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
    award.status = settings.statusEntries(of: badge)
    return award
  }

  /// The Open Badges 2.0 assertion, which wants an RSA key and an e-mail; nil otherwise.
  private func older(
    _ award: Award, _ statement: StatedAchievement
  ) throws(IssuingError) -> String? {
    guard let rsa, let fragment = keys.rsa, let address = settings.address,
      case .identityHash = award.recipient
    else { return nil }
    let addresses = OlderAddresses(address, key: fragment, statement: statement.key)
    do throws(OlderRefusal) { return try OlderBadge.sealed(award, at: addresses, with: rsa) } catch
    {
      switch error {
      case .award(let refusal): throw .award(refusal)
      case .key(let error): throw .key(error)
      case .selfCheck(let verdict): throw .selfCheck(verdict)
      default: throw .selfCheck(.unusable)
      }
    }
  }
}

/// A badge in all its forms, verified.
struct SignedBadge {
  var sealed: SealedBadge
  /// Open Badges 2.0; nil when none is made.
  var jws: String?

  var fingerprint: String { sealed.fingerprint.text }

  /// The endings of the files and their bytes.
  var files: [(ending: String, bytes: [UInt8])] {
    sealed.files + (jws.map { [("jws", Array($0.utf8))] } ?? [])
  }
}

extension OlderAddresses {
  /// Where an issuer publishes the documents of one achievement, for badges signed by one key.
  ///
  /// A Profile of Open Badges 2.0 has one `publicKey`, and other programs refuse a list: each key after
  /// the first has a Profile, BadgeClasses and a RevocationList of its own.
  init(_ address: String, key: String, statement: String) {
    let base = key == "rsa-1" ? "\(address)ob2/" : "\(address)ob2/\(key)/"
    self.init(
      issuer: "\(base)emetteur.json", key: "\(address)ob2/\(key).json",
      badge: "\(base)\(statement).json", revocations: "\(base)retraits.json",
      image: "\(address)\(statement).svg")
  }
}

extension IssuerSettings {
  /// As Open Badges states it.
  var issuer: Issuer { Issuer(id: did, name: name, url: address, email: email) }

  /// Where a status list is published.
  func list(_ purpose: StatusPurpose, _ number: Int) -> String {
    "\(address ?? "")statuts/\(purpose.name)-\(number).json"
  }

  /// None for an issuer without an address: it could not say that a badge is revoked.
  func statusEntries(of badge: IssuedBadge) -> [StatusEntry] {
    guard address != nil else { return [] }
    let purposes: [StatusPurpose] = suspension ? [.revocation, .suspension] : [.revocation]
    return purposes.compactMap { purpose in
      let index = badge.index(purpose)
      return try? StatusEntry(
        list: list(purpose, index.list), purpose: purpose.listed, index: index.place)
    }
  }
}

extension StatusPurpose {
  /// In addresses.
  var name: String { self == .revocation ? "retraits" : "suspensions" }
  /// As lists say it.
  var listed: StatusList.Purpose { self == .revocation ? .revocation : .suspension }
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
