import BadgeRequest
import Glibc
import Reports

/// Where demandes come from and badges go: a depot's `demandes` and `badges`, or a demande handed
/// over as a file and the folder chosen for its badge.
struct RequestDepot {
  /// One entry of `demandes`.
  struct Entry {
    var name: String
    /// The account that made the file.
    var owner: Int
    var bytes: [UInt8]
    /// Which file it is, whatever takes its name later.
    fileprivate var file: (device: dev_t, number: ino_t)

    /// The name of the answer, without its ending.
    var stem: String { name.hasSuffix(".json") ? String(name.dropLast(5)) : name }
  }

  private let demandes: String
  private let badges: String
  /// The one demande handed over; nil for all those of a depot.
  private let only: String?

  /// A depot, whose two folders must be there; complains when its demandes cannot be listed.
  init(_ path: String) throws(Complaint) {
    demandes = "\(path)/demandes"
    badges = "\(path)/badges"
    only = nil
    for name in ["demandes", "badges"] where !WholeFile.isFolder("\(path)/\(name)") {
      throw Complaint(
        "Le dépôt « \(path.plain) » n’a pas de dossier « \(name) ». Vérifiez --depot.")
    }
    guard access(demandes, R_OK | X_OK) == 0 else { throw WholeFile.unreadable(demandes, errno) }
  }

  /// One demande handed over as a file; its badge goes to that folder, which is made.
  init(file: String, output: String) throws(Complaint) {
    guard access(file, R_OK) == 0 else { throw WholeFile.unreadable(file, errno) }
    demandes = WholeFile.folder(of: file)
    badges = output
    only = file.split(separator: "/").last.map(String.init) ?? file
    try WholeFile.makeFolder(output)
  }

  /// Whether a demande must say which account put it there, for only a depot tells accounts apart.
  var isOfAccounts: Bool { only == nil }

  /// The names that may be demandes, sorted; hidden ones are left alone.
  func names() throws(Complaint) -> [String] {
    if let only { return [only] }
    return try WholeFile.names(in: demandes)
  }

  /// Nil for what is no regular file of a plain name and of the right size; complains of one that this
  /// account may not read.
  func entry(_ name: String) throws(Complaint) -> Entry? {
    let isPlain =
      (1...120).contains(name.utf8.count) && name.hasSuffix(".json")
      && name.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
    guard isPlain else { return nil }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let number = open("\(demandes)/\(name)", flags)
    guard number >= 0 else {
      guard errno == EACCES else { return nil }
      throw Complaint(
        "Ce compte ne peut pas lire cette demande. Demandez ce droit au service informatique.",
        .refused)
    }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
      status.st_size <= SealedRequest.largest
    else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard let bytes = readAll(number, limit: SealedRequest.largest, buffer: &buffer)
    else { return nil }
    return Entry(
      name: name, owner: Int(status.st_uid), bytes: bytes, file: (status.st_dev, status.st_ino))
  }

  /// Whether the badge of a demande is there.
  func hasBadge(_ stem: String) -> Bool { access("\(badges)/\(stem).svg", F_OK) == 0 }

  /// Whether any answer bears that name: nothing of somebody else is ever replaced.
  func holds(_ stem: String) -> Bool {
    ["svg", "png", "json", "jwt", "jws"].contains {
      access("\(badges)/\(stem).\($0)", F_OK) == 0
    }
  }

  /// Writes the badge under the demande's name, the picture last: it says that all is there.
  func answer(_ stem: String, _ badge: SignedBadge) throws(Complaint) {
    for (ending, bytes) in badge.files.reversed() where ending != "jws" {
      try WholeFile.write(bytes, to: "\(badges)/\(stem).\(ending)", mode: 0o644)
    }
    // What an earlier round said is no longer true.
    unlink("\(badges)/\(stem).refus.txt")
  }

  /// Says why there is no badge.
  func refuse(_ stem: String, _ sentence: String) throws(Complaint) {
    let bytes = Array((sentence + "\n").utf8)
    try WholeFile.write(bytes, to: "\(badges)/\(stem).refus.txt", mode: 0o644)
  }

  /// Destroys a demande, which holds answers; another that took its name meanwhile stays.
  func remove(_ entry: Entry) throws(Complaint) {
    let file = "\(demandes)/\(entry.name)"
    var status = stat()
    if lstat(file, &status) == 0, (status.st_dev, status.st_ino) != entry.file { return }
    guard unlink(file) == 0 || errno == ENOENT else { throw WholeFile.unwritable(file, errno) }
    WholeFile.flushFolder(of: file)
  }
}
