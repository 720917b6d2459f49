import Ledger
import Reports

/// The folder of an issuer: its settings, keys, ledger and statements.
struct IssuerFolder {
  let folder: PrivateFolder
  let settings: IssuerSettings

  /// The option, `PARCOURS_EMETTEUR`, or the person's own data folder.
  static func path(_ chosen: String?) throws(Complaint) -> String {
    if let path = chosen ?? Machine.environment("PARCOURS_EMETTEUR") { return path }
    if let base = Machine.environment("XDG_DATA_HOME"), base.hasPrefix("/") {
      return "\(base)/parcours-gestion/emetteur"
    }
    guard let home = Machine.environment("HOME") else {
      throw Complaint("Le dossier personnel est inconnu. Indiquez --emetteur DOSSIER.")
    }
    return "\(home)/.local/share/parcours-gestion/emetteur"
  }

  /// Opens an issuer that exists; complains when others may read it.
  init(_ chosen: String?) throws(Complaint) {
    let path = try IssuerFolder.path(chosen)
    guard WholeFile.isFolder(path) else {
      throw Complaint(
        "Il n’y a pas d’émetteur dans « \(path.plain) ». Créez-le : emetteur creer --nom NOM.")
    }
    folder = try PrivateFolder(checking: path)
    guard folder.has(IssuerSettings.fileName) else {
      throw Complaint(
        "Il n’y a pas d’émetteur dans « \(path.plain) ». Créez-le : emetteur creer --nom NOM.")
    }
    let text = String(decoding: try folder.read(IssuerSettings.fileName), as: UTF8.self)
    guard let settings = IssuerSettings(text) else {
      throw Complaint(
        "« \(folder.path(IssuerSettings.fileName).plain) » est mal écrit. Remettez la sauvegarde.")
    }
    self.settings = settings
    // All of them, whatever this command opens.
    let keys = try PrivateFolder(checking: folder.path("cles"))
    for name in try WholeFile.names(in: keys.path) { try keys.check(name, limit: 1 << 20) }
  }

  /// The ledger, held until it is dropped; a torn last line is told.
  func ledger() throws(Complaint) -> Ledger {
    try checkLedger()
    let ledger: Ledger
    do throws(LedgerError) { ledger = try Ledger.open(directory: folder.path) } catch {
      throw Complaint(error)
    }
    if let aside = ledger.setAside {
      tellPerson([
        "La dernière ligne du registre n’était pas entière : elle est dans « \(aside) »."
      ])
    }
    try check(ledger.state)
    return ledger
  }

  /// What the ledger says, read without holding it.
  func state() throws(Complaint) -> LedgerState {
    try checkLedger()
    let state: LedgerState
    do throws(LedgerError) { state = try Ledger.read(directory: folder.path).state } catch {
      throw Complaint(error)
    }
    try check(state)
    return state
  }

  /// An issuer is made with keys: a ledger that knows none, or others, is not its own.
  private func check(_ state: LedgerState) throws(Complaint) {
    guard !state.keys.isEmpty else {
      throw Complaint(
        "Le registre « \(folder.path(Ledger.fileName).plain) » est vide. Remettez la sauvegarde.")
    }
    try KeyFiles(folder).check(state, of: settings)
  }

  /// Its rights; a missing ledger is never made anew: badges would be forgotten.
  private func checkLedger() throws(Complaint) {
    guard folder.has(Ledger.fileName) else {
      throw Complaint(
        "Le registre « \(folder.path(Ledger.fileName).plain) » manque. Remettez la sauvegarde.")
    }
    try folder.check(Ledger.fileName, limit: 1 << 28)
  }

  /// The address; refuses what needs one.
  func requiredAddress(_ what: String) throws(Complaint) -> IssuerAddress {
    if let address = settings.address { return address }
    throw Complaint(
      "Cet émetteur n’a pas d’adresse : \(what). Créez un émetteur avec --adresse.",
      .refused)
  }
}
