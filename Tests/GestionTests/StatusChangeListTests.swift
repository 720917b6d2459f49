import Reports
import Testing
import parcours_gestion

private let id = "urn:uuid:00000000-0000-4000-8000-00000000000a"

@Suite("A list of badges to revoke")
struct StatusListTests {
  @Test("a badge is named by its id or its print, whatever the case")
  func references() throws {
    let text =
      "\u{FEFF}Motif;BADGE;Nom\r\nDépart;\(id.uppercased());x\r\nErreur;E-7f3c2a9104be66d0;y\r\n"
    let list = try StatusChangeList(reading: Array(text.utf8), file: "r.csv")
    #expect(list.rows.map(\.badge) == [.id(id), .fingerprint("E-7f3c2a9104be66d0")])
    #expect(list.rows.map(\.reason) == ["Départ", "Erreur"])
    #expect(list.rows.map(\.line) == [2, 3])
    #expect(list.remarks.map(\.description) == ["r.csv:1 : colonnes non lues : « Nom »."])
  }

  @Test("a print is known as people read it")
  func spaced() {
    #expect(BadgeReference("e-7F3C 2a91\u{A0}04be 66d0 ") == .fingerprint("E-7f3c2a9104be66d0"))
    // As `badge verifier` prints it.
    #expect(BadgeReference("7f3c 2a91 04be 66d0") == .fingerprint("E-7f3c2a9104be66d0"))
  }

  @Test(
    "what is no badge is not taken for one",
    arguments: [
      "", "E-", "E-7f3c", "E-7f3c2a9104be66d0a", "E-7f3c2a9104be66dg",
      "urn:uuid:1", "urn:uuid:00000000_0000-4000-8000-00000000000a", "=E-7f3c2a9104be66d0",
      id + "0",
    ])
  func noReference(text: String) { #expect(BadgeReference(text) == nil) }

  @Test("a line that cannot be used is refused by its number", arguments: bad)
  func badLine(line: String, sentence: String) throws {
    let text = "badge;motif\n\(id);Départ\n\(line)\n"
    let list = try StatusChangeList(reading: Array(text.utf8), file: "r.csv")
    #expect(list.rows.count == 1)
    #expect(list.refusals == [ListRefusal(line: 3, sentence)])
  }

  @Test("a reason may be left out")
  func noReason() throws {
    let text = "badge;motif\n\(id);\n"
    let list = try StatusChangeList(reading: Array(text.utf8), file: "r.csv")
    #expect(list.rows.map(\.reason) == ["sans motif"] && list.refusals.isEmpty)
  }

  @Test("the badge's column must be there; the report of a delivery is a list")
  func columns() throws {
    #expect(throws: TableError(.missingColumn("badge"), line: 1)) {
      try StatusChangeList(reading: Array("motif\nx\n".utf8), file: "r.csv")
    }
    let report = "Ligne;Résultat;Badge;Fichier\n2;délivré;\(id);a\n3;refusé;;\n"
    let list = try StatusChangeList(reading: Array(report.utf8), file: "r.csv", reason: "Erreur")
    #expect(list.rows.map(\.reason) == ["Erreur"])
    #expect(list.refusals.isEmpty)
  }
}

private let bad: [(line: String, sentence: String)] = [
  ("x;Départ", "Le badge n’est pas reconnu. Donnez son « urn:uuid:… » ou son « E-… »."),
  (
    "E-7f3c2a9104be66d0;a\u{1B}b", "Le motif doit tenir sur une ligne de 200 caractères."
  ),
  (
    "E-7f3c2a9104be66d0;\(String(repeating: "a", count: 201))",
    "Le motif doit tenir sur une ligne de 200 caractères."
  ),
  ("\(id);Encore", "Ce badge est déjà à la ligne 2."),
]

@Suite("The report of a batch")
struct BatchReportTests {
  @Test("a row for each line, in their order, safe for a spreadsheet")
  func csv() {
    var report = BatchReport([ListRefusal(line: 3, "La date manque.")])
    report.add(.init(line: 4, .delivered, badge: id, file: "=badge.svg"))
    report.add(.init(line: 2, .resumed, badge: id, file: "a\"b\u{1B}.svg", "Repris."))
    #expect(
      String(decoding: report.csv, as: UTF8.self) == """
        \u{FEFF}"Ligne";"Résultat";"Badge";"Fichier";"Explication"
        "2";"repris";"\(id)";"a""b.svg";"Repris."
        "3";"refusé";"";"";"La date manque."
        "4";"délivré";"\(id)";"'=badge.svg";""

        """)
  }

  @Test("counts are one sentence")
  func counts() {
    var report = BatchReport()
    #expect(report.counts == "Aucun badge à délivrer.")
    report.add(.init(line: 2, .delivered, badge: id))
    #expect(report.counts == "1 badge délivré.")
    report.add(.init(line: 3, .delivered, badge: id))
    report.add(.init(line: 4, .alreadyDelivered, badge: id))
    report.add(.init(line: 5, .refused, "a"))
    report.add(.init(line: 6, .refused, "b"))
    #expect(report.counts == "2 badges délivrés, 1 badge déjà délivré, 2 lignes refusées.")
    #expect(BatchReport.Outcome.allCases.map(report.count) == [2, 1, 0, 2])
  }
}
