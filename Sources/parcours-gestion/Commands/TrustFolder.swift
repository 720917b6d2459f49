import Glibc
import OpenBadges
import Reports

/// The files of a trust folder, each with its path below it.
struct TrustFolder {
  private let path: String
  /// Pages and pictures of a published site say nothing of keys; nor do files that are being written.
  private static let others = [".html", ".svg", ".png", ".css", ".parcours-nouveau"]
  private static let mostFiles = 2000
  private static let mostBytes = 2 << 20
  private static let mostInAll = 64 << 20

  init(_ path: String) { self.path = path }

  /// What the folder says of issuers; sixteen levels down, two thousand files at most.
  func store() throws(Complaint) -> TrustStore {
    guard !path.isEmpty else { throw Complaint("Donnez un dossier après --confiance.") }
    var files: [(name: String, bytes: [UInt8])] = []
    try collect("", depth: 16, into: &files)
    do throws(TrustError) {
      let store = try TrustStore(files: files)
      if !store.unread.isEmpty {
        tellPerson([
          "Sans rapport avec un émetteur, non lus : \(store.unread.joined(separator: ", ").plain)."
        ])
      }
      return store
    } catch {
      throw Complaint(error.sentence)
    }
  }

  private func collect(
    _ prefix: String, depth: Int, into files: inout [(name: String, bytes: [UInt8])]
  ) throws(Complaint) {
    var names: [(name: String, isFolder: Bool)] = []
    for name in try WholeFile.entries(of: "\(path)/\(prefix)") {
      guard !name.hasPrefix(".") || name == ".well-known" else { continue }
      var status = stat()
      guard stat("\(path)/\(prefix)\(name)", &status) == 0 else {
        // A broken link, or a name that is no UTF-8 text: nothing is there to read.
        if errno == ENOENT { continue }
        throw WholeFile.unreadable("\(path)/\(prefix)\(name)", errno)
      }
      names.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    for (name, isFolder) in names {
      if isFolder {
        guard depth > 0 else {
          throw Complaint("« \(path.plain) » a trop de sous-dossiers. Rapprochez les fichiers.")
        }
        try collect("\(prefix)\(name)/", depth: depth - 1, into: &files)
      } else if !Self.others.contains(where: name.lowercased().hasSuffix) {
        let total = files.reduce(0) { $0 + $1.bytes.count }
        guard files.count < Self.mostFiles else {
          throw Complaint("« \(path.plain) » a plus de 2 000 fichiers. Gardez ceux des émetteurs.")
        }
        guard total <= Self.mostInAll else {
          throw Complaint("« \(path.plain) » dépasse 64 Mio. Gardez les fichiers des émetteurs.")
        }
        files.append(("\(prefix)\(name)", try read("\(path)/\(prefix)\(name)")))
      }
    }
  }

  /// A regular file of at most 2 MiB: a pipe or a device is never waited for.
  private func read(_ file: String) throws(Complaint) -> [UInt8] {
    let number = open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else { throw WholeFile.unreadable(file, errno) }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.mostBytes
    else {
      throw Complaint("« \(file.plain) » n’est pas un fichier d’émetteur. Retirez-le du dossier.")
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard let bytes = readAll(number, limit: Self.mostBytes, buffer: &buffer)
    else { throw WholeFile.unreadable(file, errno) }
    return bytes
  }
}
