import ArgumentParser
import Reports

/// `emetteur creer`: a new issuer, its keys and its ledger.
struct CreateIssuer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creer", abstract: "Créer un émetteur et ses clés.",
    discussion: """
      Avec une adresse, l’émetteur publie un site et peut retirer un badge. Sans adresse, il ne le \
      peut pas.
      """, aliases: ["create"])

  @OptionGroup var issuer: IssuerOptions
  @Option(
    name: .customLong("nom"), help: ArgumentHelp("Nom de l’émetteur.", valueName: "nom"))
  var name: String
  @Option(
    name: .customLong("adresse"),
    help: ArgumentHelp("Adresse du site à publier, en https.", valueName: "adresse"))
  var address: String?
  @Option(
    name: .customLong("courriel"),
    help: ArgumentHelp("Courriel d’un service.", valueName: "courriel"))
  var email: String?
  @Flag(name: .customLong("rsa"), help: "Faire aussi une clé RSA, pour Open Badges 2.0.")
  var rsa = false
  @Flag(name: .customLong("suspension"), help: "Pouvoir suspendre un badge, puis le rétablir.")
  var suspension = false
  @OptionGroup var passphrase: PassphraseOptions
  @Flag(name: .customLong("sans-phrase-secrete"), help: "Ne pas protéger les clés.")
  var isOpen = false

  func run() throws {
    let path = try IssuerFolder.path(issuer.folder)
    guard try !WholeFile.isFolder(path) || WholeFile.entries(of: path).isEmpty else {
      throw Complaint(
        "Le dossier « \(path.plain) » n’est pas vide. Choisissez-en un autre avec --emetteur.",
        .refused)
    }
    let address = try self.address.map { text throws(Complaint) in try IssuerAddress(text) }
    try check(hasAddress: address != nil)
    let phrase = try newPassphrase()
    let creation = IssuerCreation(
      name: name.trimmed, address: address, email: email, suspension: suspension, hasRSA: rsa,
      passphrase: phrase, now: Machine().now)
    let settings = try creation.create(path)
    tellPerson(lines(settings, path, isSealed: phrase != nil))
  }

  private func check(hasAddress: Bool) throws(Complaint) {
    let name = name.trimmed
    guard !name.isEmpty, name.isVisible, name.count <= 100 else {
      throw Complaint("Le nom de l’émetteur tient sur une ligne de 100 caractères. Corrigez-le.")
    }
    if let email, !email.isEmail {
      throw Complaint("Le courriel « \(email.plain) » n’est pas reconnu. Corrigez-le.")
    }
    guard hasAddress || !rsa && !suspension else {
      throw Complaint("--rsa et --suspension demandent une adresse. Ajoutez --adresse.")
    }
    guard !rsa || email != nil else {
      throw Complaint("Open Badges 2.0 demande un courriel de service. Ajoutez --courriel.")
    }
  }

  /// Nil for keys that are not sealed.
  private func newPassphrase() throws(Complaint) -> [UInt8]? {
    guard !isOpen else {
      guard passphrase.descriptor == nil else {
        throw Complaint("Choisissez --phrase-secrete-fd ou --sans-phrase-secrete, l’un des deux.")
      }
      return nil
    }
    let phrase = try passphrase.source.read(isNew: true)
    if case .descriptor(let number) = passphrase.source, phrase.isEmpty {
      throw Complaint(
        "Le descripteur \(number) ne donne pas de phrase. Donnez-en une, ou --sans-phrase-secrete.")
    }
    return phrase.isEmpty ? nil : phrase
  }

  private func lines(_ settings: IssuerSettings, _ path: String, isSealed: Bool) -> [String] {
    var lines = ["Émetteur créé : \(settings.name).", "Identifiant : \(settings.did)"]
    lines.append("Dossier : \(path.plain). Gardez-en une sauvegarde.")
    lines.append("Carte pour les demandes : emetteur montrer --carte emetteur.json")
    if !isSealed { lines.append("Ses clés ne sont pas protégées par une phrase secrète.") }
    if settings.address == nil {
      lines.append("Sans adresse, un badge délivré ne pourra pas être retiré.")
    }
    if settings.suspension {
      lines.append("Chaque badge aura deux listes ; le schéma de 1EdTech n’en prévoit qu’une.")
    }
    return lines
  }
}
