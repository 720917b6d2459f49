import ArgumentParser
import Course
import Ledger
import Reports

/// `emetteur cle`: the life of the issuer's keys.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cle", abstract: "Changer, retirer ou déclarer compromise une clé.",
    subcommands: [NewKey.self, RetireKey.self, CompromisedKey.self], aliases: ["key"])
}

/// A new key in the place of the active one of its kind.
struct KeyChange {
  let issuer: IssuerFolder

  /// Writes the key, then enters it in the ledger; gives its fragment.
  func add(
    _ kind: KeyKind, _ ledger: inout Ledger, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) -> String {
    let files = try KeyFiles(issuer.folder)
    if kind == .ed25519 || kind == .rsa {
      _ = try issuer.requiredAddress("son identifiant est sa clé, qui ne peut pas changer")
    }
    let fragment = try freshFragment(kind, ledger.state, files)
    var isSealed = false
    for key in ledger.state.keys where try files.isSealed(key.fragment) { isSealed = true }
    let phrase: [UInt8]? = isSealed ? try passphrase.value() : nil
    if isSealed { try check(files, ledger.state, &passphrase) }
    let key = try IssuerSecret.generate(kind)
    try files.write(key, fragment, settings: issuer.settings, passphrase: phrase)
    let now = Machine().now
    do throws(LedgerError) {
      try ledger.record(
        .keyAdded(fragment: fragment, kind: kind, print: key.print(of: issuer.settings)), at: now)
    } catch {
      throw Complaint(error)
    }
    return fragment
  }

  /// A name that neither the ledger nor a file has: a key that an older ledger forgot is never replaced.
  private func freshFragment(
    _ kind: KeyKind, _ state: LedgerState, _ files: KeyFiles
  ) throws(Complaint) -> String {
    for number in 1...9_999 {
      let name = "\(kind.rawValue)-\(number)"
      if state.key(name) == nil, !files.has(name) { return name }
    }
    throw Complaint("Il y a trop de clés de cette sorte. Prévenez l’assistance.")
  }

  /// A new key is never sealed by another passphrase than the others.
  private func check(
    _ files: KeyFiles, _ state: LedgerState, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    for key in state.keys where try files.isSealed(key.fragment) {
      _ = try files.secret(key.fragment, key.kind, &passphrase)
      return
    }
  }

  func record(_ event: LedgerEvent, _ ledger: inout Ledger) throws(Complaint) {
    do throws(LedgerError) { try ledger.record(event, at: Machine().now) } catch {
      throw Complaint(error)
    }
  }
}

/// `emetteur cle nouvelle`: the former key signs no more and stays published.
struct NewKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nouvelle", abstract: "Faire une nouvelle clé ; l’ancienne reste publiée.",
    aliases: ["new"])

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Option(name: .customLong("sorte"), help: "Sorte de clé.")
  var kind = KeyKind.ed25519

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    var ledger = try issuer.ledger()
    var asked = AskedPassphrase(passphrase.source)
    let former = ledger.state.keys.filter { $0.kind == kind && $0.state == .active }
    let change = KeyChange(issuer: issuer)
    let fragment = try change.add(kind, &ledger, &asked)
    for key in former { try change.record(.keyRetired(fragment: key.fragment), &ledger) }
    let next =
      issuer.settings.address == nil
      ? "Remettez la nouvelle carte : emetteur montrer --carte FICHIER."
      : "Publiez de nouveau le site avant de délivrer."
    tellPerson(["Nouvelle clé : \(fragment). \(next)"])
  }
}

extension KeyKind: ExpressibleByArgument {}

/// `emetteur cle retirer`: a key that signs no more; what it signed holds.
struct RetireKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retirer", abstract: "Ne plus signer avec une clé.", aliases: ["retire"])

  @OptionGroup var issuer: IssuerOptions
  @Argument(help: ArgumentHelp("Nom de la clé, comme p256-1.", valueName: "cle"))
  var fragment: String

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    var ledger = try issuer.ledger()
    try KeyChange(issuer: issuer).record(.keyRetired(fragment: fragment), &ledger)
    tellPerson(["La clé \(fragment.plain) ne signe plus. Ce qu’elle a signé reste valable."])
    if let kind = ledger.state.key(fragment)?.kind, ledger.state.active(kind) == nil {
      tellPerson(["Aucune clé ne la remplace : emetteur cle nouvelle --sorte \(kind.rawValue)"])
    }
  }
}

/// `emetteur cle compromise`: a key in other hands; what it signed is signed again.
struct CompromisedKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compromise",
    abstract: "Déclarer une clé compromise et signer de nouveau ses badges.",
    discussion: "Relancée, la commande finit les badges qui manquent.")

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: ArgumentHelp("Nom de la clé, comme ed25519-1.", valueName: "cle"))
  var fragment: String
  @Option(
    name: .customLong("depuis"),
    help: ArgumentHelp("Premier jour du risque, comme 2026-11-21.", valueName: "jour"))
  var since: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    let machine = Machine()
    var asked = AskedPassphrase(passphrase.source)
    try declare(issuer, machine, &asked)
    var issuing = try BadgeIssuing(issuer, machine, &asked)
    let badges = issuing.ledger.state.signed(by: fragment).filter { !$0.isAwaited }
    let unfinished = issuing.ledger.state.badges.filter {
      !$0.isDelivered && $0.wasSignedAgain && !$0.isAwaited
    }
    let output = try BadgeOutput(output.folder, issuer)
    var count = 0
    for badge in badges where badge.isStillGood(at: machine.now) {
      let (next, signed) = try issuing.reissue(badge.issued)
      try finish(next.id, signed, output, &issuing)
      count += 1
    }
    for badge in unfinished where badge.isStillGood(at: machine.now) {
      try finish(badge.issued.id, try issuing.resume(badge.issued), output, &issuing)
      count += 1
    }
    tellPerson(
      [
        "Badges signés par \(fragment.plain) : \(badges.count).",
        "Badges signés de nouveau : \(count), dans « \(output.path.plain) ».",
      ] + (count > 0 ? ["Publiez de nouveau le site, puis remettez ces badges."] : []))
    let others = issuing.ledger.state.keys.filter { !$0.isCompromised }
      .map(\.fragment).filter { badges.first?.issued.keys.contains($0) ?? false }
    if !others.isEmpty {
      tellPerson([
        "Les anciens fichiers signés par \(others.joined(separator: ", ")) restent valables.",
        "Si tout le coffre a été copié, déclarez aussi ces clés.",
      ])
    }
  }

  private func finish(
    _ id: String, _ badge: SignedBadge, _ output: BadgeOutput, _ issuing: inout BadgeIssuing
  ) throws(Complaint) {
    let name = try output.write(badge, in: "resigne-\(badge.fingerprint)")
    try issuing.deliver(id)
    try writeOutput(Array("\(id)\t\(name)\n".utf8))
  }

  /// Enters the compromise once, with a new key when this one was active.
  private func declare(
    _ issuer: IssuerFolder, _ machine: Machine, _ asked: inout AskedPassphrase
  ) throws(Complaint) {
    var ledger = try issuer.ledger()
    guard let key = ledger.state.key(fragment) else {
      throw Complaint(LedgerError.refused(.unknownKey(fragment)))
    }
    let change = KeyChange(issuer: issuer)
    if case .compromised = key.state {
    } else {
      let since = try Machine.instant(since) ?? machine.now
      guard since <= machine.now else {
        throw Complaint("Le jour du risque est dans l’avenir. Corrigez --depuis.")
      }
      // The new key first: a stop in between leaves an issuer that can still sign.
      if key.state == .active { _ = try change.add(key.kind, &ledger, &asked) }
      try change.record(.keyCompromised(fragment: fragment, since: since), &ledger)
    }
  }
}

extension Machine {
  /// The start of a day that a person typed.
  static func instant(_ text: String?) throws(Complaint) -> Instant? {
    guard let text else { return nil }
    guard let day = Day(typed: text) else {
      throw Complaint("Le jour « \(text.plain) » n’existe pas. Écrivez 2026-11-21 ou 21/11/2026.")
    }
    return Instant(day)
  }
}

extension LedgerBadge {
  /// Whether it may still be signed again: neither revoked nor ended.
  func isStillGood(at now: Instant) -> Bool {
    if case .revoked = status { return false }
    return issued.validUntil > now
  }

  /// Whether its demande is still in the depot: `delivrer --depot` signs it again and returns it.
  var isAwaited: Bool { !isDelivered && issued.draw != nil }

  var wasSignedAgain: Bool { issued.validFrom != issued.awarded }
}

extension LedgerKey {
  fileprivate var isCompromised: Bool { if case .compromised = state { true } else { false } }
}
