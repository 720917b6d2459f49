import ArgumentParser
import Course
import Display
import JSON
import OpenBadges

/// `parcours badge …`.
struct BadgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "badge", abstract: "Obtenir, exporter ou vérifier un badge.",
    subcommands: [Obtain.self, Export.self, Verify.self])

  /// `badge obtenir`.
  struct Obtain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "obtenir", abstract: "Prépare le badge.", aliases: ["get"])

    @OptionGroup var options: OpeningOptions

    mutating func run() throws { try options.open(.badge) }
  }

  /// `badge exporter DIR`: the badge, its token, the public key and the issuer's name for a trust folder.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exporter", abstract: "Copie le badge et la clé publique.", aliases: ["export"])

    @Argument(help: "Dossier où copier.")
    var folder: String
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let locations = try Locations.find(common.choices)
      try BadgeExport(locations: locations).run(to: folder)
      try Standard.say("Le badge est copié dans \(folder).")
    }
  }

  /// `badge verifier FICHIER`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier", abstract: "Vérifie un badge.", aliases: ["verify"])

    @Argument(help: "Un badge .svg, .png, .json, .jwt ou .jws, ou - pour l’entrée standard.")
    var file: String
    @Flag(name: .customLong("json"), help: "Pour un programme.")
    var isJSON = false
    @Option(
      name: [.customLong("confiance"), .customLong("trust")], help: "Dossier d’émetteurs reconnus.")
    var trust: String?
    @Option(
      name: [.customLong("destinataire"), .customLong("recipient")], help: "Courriel à comparer.")
    var recipient: String?

    mutating func run() throws {
      let report = try BadgeReading.report(file, trust: trust, recipient: recipient)
      try Standard.say(
        isJSON
          ? report.json.pretty
          : report.lines { Timestamp(seconds: $0).day.french }.joined(separator: "\n"))
      guard report.exitCode == 0 else { throw Stop(report.exitCode, "") }
    }
  }
}

/// Reading a badge's file and saying what it is worth.
enum BadgeReading {
  static func report(
    _ file: String, trust: String?, recipient: String?
  ) throws(Stop) -> VerificationReport {
    if let recipient, !recipient.contains("@") {
      throw Stop(2, "« \(recipient) » n’est pas un courriel.", "Corrigez --destinataire.")
    }
    let store = try trust.map { folder throws(Stop) in try self.store(folder) } ?? .empty
    do throws(FileFault) {
      let bytes = file == "-" ? try FileStore.readInput() : try FileStore.read(file)
      return Verifier(trust: store, now: Clock.now().seconds, recipient: recipient).verify(bytes)
    } catch {
      throw Stop(2, error.sentence, error.advice)
    }
  }

  /// A folder of issuers to recognise: names, keys, lists, as they were published.
  private static func store(_ folder: String) throws(Stop) -> TrustStore {
    guard FileStore.isFolder(folder) else {
      throw Stop(
        2, "« \(folder) » n’est pas un dossier.", "Indiquez le dossier des émetteurs reconnus.")
    }
    let files: [(name: String, bytes: [UInt8])]
    do throws(FileFault) { files = try TrustFolder.files(in: folder) } catch {
      throw Stop(2, error.sentence, error.advice)
    }
    do throws(TrustError) {
      let store = try TrustStore(files: files)
      if !store.unread.isEmpty {
        Standard.complain(
          "Sans rapport avec un émetteur, non lus : \(store.unread.joined(separator: ", ").printable)."
        )
      }
      return store
    } catch {
      throw Stop(2, error.sentence)
    }
  }
}

/// What `badge exporter` copies.
struct BadgeExport {
  var locations: Locations

  func run(to folder: String) throws(Stop) {
    let keys = try LocalIssuer(locations).published()
    let names = BadgeFiles(folder: locations.folder).present
    guard !names.isEmpty else {
      throw Stop(
        1, "Il n’y a pas de badge dans \(locations.folderShown)",
        "Obtenez-en un d’abord : parcours badge obtenir.")
    }
    do throws(FileFault) {
      try FileStore.makeFolder(folder)
      for name in names {
        try FileStore.write(
          try FileStore.read("\(locations.folder)/\(name)"), to: "\(folder)/\(name)")
      }
      for key in keys { try FileStore.write(Array(key.text.utf8), to: "\(folder)/\(key.name)") }
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }
}
