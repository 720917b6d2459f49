import Course
import Reports
import Testing

@Suite("The CSV for French Excel")
struct CSVTests {
  @Test("the whole file, byte for byte")
  func golden() throws {
    let list = try list(
      """
      Matricule;Nom;Prénom;Employeur;Direction;Service
      00123;Dupont;Élise;Ville;DSN;2e étage
      1E5;"O""Hara; d'";Noé;Ville;DRH;=1+1
      0x1F;Faux;Zoé;Ville;DRH;12/03
      42;-Le Goff;Max;Ville;DRH;Paie
      """)
    let records = [
      record("123", version: "1.2", how: .supervised), record("1E5", version: "1.10"),
      record("inconnu", version: "2"),
    ]
    let report = Report(intake(records), agents: list)
    let expected = """
      \u{FEFF}"Matricule";"Nom";"Prénom";"Employeur";"Direction";"Service";"Parcours";"Version";\
      "Statut";"Date";"Modalité";"Empreinte"
      "'1E5";"O""Hara; d'";"Noé";"Ville";"DRH";"'=1+1";"ia";"'1.10";"Terminé";"21/11/2026";\
      "en autonomie";"\(records[1].fingerprint)"
      "0x1F";"'Faux";"Zoé";"Ville";"DRH";"'12/03";"";"";"Non remis";"";"";""
      "42";"'-Le Goff";"Max";"Ville";"DRH";"Paie";"";"";"Non remis";"";"";""
      "'00123";"Dupont";"Élise";"Ville";"DSN";"2e étage";"ia";"'1.2";"Terminé";"21/11/2026";\
      "en atelier encadré";"\(records[0].fingerprint)"
      "inconnu";"";"";"";"";"";"ia";"2";"Terminé";"21/11/2026";"en autonomie";\
      "\(records[2].fingerprint)"

      """
    #expect(String(decoding: CSV.write(report), as: UTF8.self) == expected)
    #expect(CSV.write(report).starts(with: [0xEF, 0xBB, 0xBF, 0x22]))
    #expect(!CSV.write(report).contains(0x0D))
  }

  @Test(
    "a text that a spreadsheet would change gets an apostrophe",
    arguments: [
      "00123", "0001", "00", "1E5", "1e5", "1E-5", "1E+5", "1.5E3", "12/03", "12/03/2026", "3-4",
      "1.2",
      "1.2.3", "2026.1", "01.02", "1,5", ".5", ",5", "123456789", "0123456789",
      "12345678901234567890",
      "1 234", "12\u{A0}345", "12\u{202F}345", "(12)", "5%", "5 %", "5 €", "€5", "$5", "12:30",
      "12h30",
      "5 PM", "3 mars", "3 mars 2026", "lundi 3 mars 2026", "1er mars 2026", "mai-24", "mars 12",
      "MARS12", "SEPT2",
      "DEC1",
      "MARCH1", "janv. 24", "2026-11-21", "2026-11-21T09:00", "VRAI", "Faux", "true", "FALSE",
      "=1+1", "+33 6 12 34 56 78", "-5", "-", "@SUM(A1)", "＝1", "'t Hooft", "''", "1 1/2",
    ])
  func guarded(text: String) throws {
    #expect(try cell(text) == "'" + text)
  }

  @Test(
    "a text that a spreadsheet leaves alone is left alone",
    arguments: [
      "0", "7", "123", "12345678", "0x1F", "A12", "E45", "T12", "P123", "AB-12-03", "123A", "12D5",
      "1E5E", "123E", "2e étage", "2/3 enfance", "3 rue de Mars", "Mars", "Mai", "Dupont", "d'Or",
      "E-0123456789abcdef", "E-1234567890123456", "E-0000e12345678901", "M12", "MA12",
      "marseille 13",
      "Vraiment", "a;b", "a\"b", "N°5", "12_03", "#N/A", "1j", "2026-W05", "Œuvre 3",
    ])
  func bare(text: String) throws {
    #expect(try cell(text) == text)
  }

  @Test("what is invisible does not reach the file")
  func invisible() throws {
    #expect(try cell("a\u{1B}[31mb\u{202E}\u{0}c\u{85}d") == "a[31mbc d")
    #expect(try cell("\u{200B}=1+1") == "'=1+1")
    #expect(try cell("\u{FEFF}00123") == "'00123")
  }

  @Test("columns are the twelve asked for, in order")
  func columns() {
    let expected = """
      Matricule; Nom; Prénom; Employeur; Direction; Service; Parcours; Version; Statut; Date; \
      Modalité; Empreinte
      """
    #expect(Column.allCases.map(\.rawValue).joined(separator: "; ") == expected)
  }

  @Test("even an empty report has its header")
  func empty() {
    let lines = CSV.write(Report(Intake(), agents: nil)).split(separator: 0x0A)
    #expect(lines.count == 1)
  }

  /// What stands in the cell of a name, quotes undone.
  private func cell(_ text: String) throws -> String {
    let quoted =
      "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
    let report = Report(Intake(), agents: try list("matricule;nom\nx;\(quoted)\n"))
    let line = String(decoding: CSV.write(report), as: UTF8.self).split(separator: "\n")[1]
    let body = try #require(line.wholeMatch(of: #/"x";"(.*?)"(;"[^"]*"){10}/#)?.output.1)
    return String(body).replacing("\"\"", with: "\"")
  }
}
