import ArgumentParser
import Course
import Glibc
import JSON
import Ledger
import OpenBadges
import Reports

/// `parcours-gestion badge verifier FICHIER`: the same answer as the learner's program gives.
struct BadgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "badge", abstract: "Vérifier un badge.", subcommands: [Verify.self])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier", abstract: "Vérifie un badge, sans réseau.", aliases: ["verify"])

    @Argument(help: "Un badge .svg, .png, .json ou .jwt, ou - pour l’entrée standard.")
    var fichier: String
    @Flag(name: .customLong("json"), help: "Pour un programme.")
    var isJSON = false
    @Option(name: .customLong("confiance"), help: "Dossier d’émetteurs reconnus.")
    var trust: String?
    @Option(name: .customLong("destinataire"), help: "Courriel à comparer.")
    var recipient: String?

    mutating func run() throws {
      let store = try trust.map { try TrustFolder($0).store() } ?? .empty
      let report = Verifier(trust: store, now: Machine().now.seconds, recipient: recipient)
        .verify(try InputFile.read(fichier))
      let text =
        isJSON
        ? report.json.pretty
        : report.lines { Timestamp(seconds: $0).day.french }.joined(separator: "\n")
      try writeOutput(Array((text + "\n").utf8))
      guard report.exitCode == 0 else { throw Complaint("", status: report.exitCode) }
    }
  }
}

/// The files of a trust folder, each with its path below it.
struct TrustFolder {
  private let path: String
  /// Pages and pictures of a published site say nothing of keys.
  private static let others = [".html", ".svg", ".png", ".css"]

  init(_ path: String) { self.path = path }

  /// What the folder says of issuers; six levels down, two thousand files at most.
  func store() throws(Complaint) -> TrustStore {
    var files: [(name: String, bytes: [UInt8])] = []
    try collect("", depth: 6, into: &files)
    do throws(TrustError) { return try TrustStore(files: files) } catch {
      throw Complaint(error.sentence)
    }
  }

  private func collect(
    _ prefix: String, depth: Int, into files: inout [(name: String, bytes: [UInt8])]
  ) throws(Complaint) {
    guard let handle = opendir("\(path)/\(prefix)") else {
      throw Complaint("Le dossier « \(path.plain) » ne peut pas être lu. \(advice(errno))")
    }
    defer { closedir(handle) }
    var names: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") || name == ".well-known" else { continue }
      var status = stat()
      guard stat("\(path)/\(prefix)\(name)", &status) == 0 else { continue }
      names.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    for (name, isFolder) in names.sorted(by: { $0.name < $1.name }) {
      if isFolder, depth > 0 {
        try collect("\(prefix)\(name)/", depth: depth - 1, into: &files)
      } else if !isFolder, files.count < 2000, !Self.others.contains(where: name.hasSuffix) {
        files.append(("\(prefix)\(name)", try InputFile.read("\(path)/\(prefix)\(name)")))
      }
    }
  }
}
