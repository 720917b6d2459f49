import Glibc
import Ledger
import OpenBadges

/// Making an issuer's folder beside its place, then giving it its name: whole or not at all.
struct IssuerCreation {
  let name: String
  let address: IssuerAddress?
  let email: String?
  let suspension: Bool
  let hasRSA: Bool
  let passphrase: [UInt8]?
  let now: Instant

  func create(_ path: String) throws(Complaint) -> IssuerSettings {
    var path = path
    while path.hasSuffix("/") { path.removeLast() }
    try WholeFile.makeFolder(WholeFile.folder(of: path))
    let draft = try IssuerCreation.draft(of: path)
    let folder = try PrivateFolder(checking: draft)
    let settings: IssuerSettings
    do throws(Complaint) { settings = try fill(folder) } catch {
      IssuerCreation.remove(draft)
      throw error
    }
    guard rename(draft, path) == 0 else {
      let code = errno
      IssuerCreation.remove(draft)
      throw WholeFile.unwritable(path, code)
    }
    WholeFile.flushFolder(of: path)
    return settings
  }

  private func fill(_ folder: PrivateFolder) throws(Complaint) -> IssuerSettings {
    let first = Ed25519SigningKey.generate()
    let settings = IssuerSettings(
      name: name, address: address, email: email, suspension: suspension,
      did: address?.did ?? first.did.text)
    _ = try PrivateFolder.making(folder.path("cles"))
    let files = try KeyFiles(folder)
    var kinds: [KeyKind] = [.ed25519, .p256, .x25519]
    if hasRSA { kinds.append(.rsa) }
    var added: [LedgerEvent] = []
    for kind in kinds {
      let key = kind == .ed25519 ? .ed25519(first) : try IssuerSecret.generate(kind)
      let fragment = "\(kind.rawValue)-1"
      try files.write(key, fragment, settings: settings, passphrase: passphrase)
      added.append(.keyAdded(fragment: fragment, kind: kind, print: key.print(of: settings)))
    }
    do throws(LedgerError) {
      var ledger = try Ledger.open(directory: folder.path)
      for event in added { try ledger.record(event, at: now) }
    } catch {
      throw Complaint(error)
    }
    try folder.write(Array(settings.text.utf8), to: IssuerSettings.fileName)
    return settings
  }

  /// A folder of its own: what stands beside the place may be somebody else's.
  private static func draft(of path: String) throws(Complaint) -> String {
    var template = Array("\(path).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw WholeFile.unwritable(path, errno) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Two levels deep, which is all that was made.
  private static func remove(_ path: String) {
    for name in (try? WholeFile.entries(of: path)) ?? [] {
      let inside = (try? WholeFile.entries(of: "\(path)/\(name)")) ?? []
      for inner in inside { unlink("\(path)/\(name)/\(inner)") }
      if unlink("\(path)/\(name)") != 0 { rmdir("\(path)/\(name)") }
    }
    rmdir(path)
  }
}
