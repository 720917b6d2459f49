import Course
import Display
import JSON
import OpenBadges

extension CompletionRecord {
  /// The record of a completion for an identifier, with its fingerprint.
  static func of(_ completion: Progress.Completion, identifier: String) -> CompletionRecord {
    var record = CompletionRecord(
      identifier: identifier, course: completion.course, version: completion.version,
      day: completion.day, how: completion.how, fingerprint: "")
    record.fingerprint = Fingerprint.of(JSON.object(JSONObject(record.members)).canonical).text
    return record
  }

  /// The file handed in: the six keys of `CompletionRecord.keys`, nothing else.
  var file: [UInt8] {
    let members = members + [("empreinte", JSON.string(fingerprint))]
    return Array((JSON.object(JSONObject(members)).pretty + "\n").utf8)
  }

  private var members: [(String, JSON)] {
    [
      ("identifiant", .string(identifier)), ("parcours", .string(course)),
      ("version", .string(version)), ("date", .string(day.description)),
      ("modalite", .string(how.rawValue)),
    ]
  }
}

/// The attestation in text and as a page, and the record, written in the agent's folder.
struct AttestationFiles {
  static let recordName = "suivi.json"
  static let names = ["attestation.txt", "attestation.html", recordName]

  var record: CompletionRecord
  var course: Course
  var completion: Progress.Completion

  /// Writes the three files; returns their names, the first to open first.
  func write(in folder: String) throws(FileFault) -> [String] {
    try FileStore.makeFolder(folder)
    let document = document
    let text = Linear.lines(reading: document, width: 66).joined(separator: "\n") + "\n"
    let page = HTMLPage.render(title: "Attestation", [document], footer: Self.credit)
    try FileStore.write(Array(text.utf8), to: "\(folder)/attestation.txt")
    try FileStore.write(Array(page.utf8), to: "\(folder)/attestation.html")
    try FileStore.write(record.file, to: "\(folder)/\(Self.recordName)")
    return Self.names
  }

  private static let credit =
    "Principes d’usage d’après le rapport IA de la Ville de Rennes et de Rennes Métropole, CC BY-SA 4.0."

  private var document: Document {
    let modules = course.modules.filter(\.counts).map(\.title).joined(separator: " ; ")
    return Document(
      place: .init(
        long: "Attestation", short: "Attestation", spoken: "Attestation de suivi de formation"),
      blocks: [
        .facts([
          .init("matricule", record.identifier),
          .init("parcours", "\(course.title), version \(record.version)"),
          .init("terminé le", record.day.french),
          .init("façon", record.how.rawValue),
          .init("empreinte", Fingerprint(record.fingerprint)?.grouped ?? record.fingerprint),
        ]),
        .paragraph(Text("Modules suivis : \(modules). L’examen final est réussi.")),
        .paragraph("Ce document n’est ni un diplôme, ni une habilitation à utiliser un outil."),
        .paragraph("Il ne contient ni réponse ni score."),
      ])
  }
}
