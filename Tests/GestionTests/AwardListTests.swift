import Course
import Reports
import Testing
import parcours_gestion

@Suite("HR's list of badges")
struct AwardListTests {
  @Test(
    "any separator, line end, mark and encoding give the same rows", arguments: [";", ",", "\t"])
  func forms(separator: String) throws {
    let lines = [
      ["Courriel", "NOM", "Date", "Modalité", "Version", "Référence"],
      ["Ana.É@Ville.FR", "Dupont", "21/11/2026", "En autonomie", "1.0", "r1"],
      ["", "Œuf Noé", "2026-11-20", "en atelier encadré", "", ""],
      ["", "", "19/11/2026", "EN AUTONOMIE, sans surveillance", "", "matricule 7"],
    ]
    let shown = [
      "2|email(\"ana.é@ville.fr\")|2026-11-21|en autonomie|1.0|r1",
      "3|displayedName(\"Œuf Noé\")|2026-11-20|en atelier encadré||",
      "4|anonymous|2026-11-19|en autonomie||matricule 7",
    ]
    for end in ["\n", "\r\n", "\r"] {
      // A separator inside a field has its quotes.
      let text = lines.map { line in
        line.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator) + end
      }.joined()
      let windows = text.unicodeScalars.map { $0 == "Œ" ? 0x8C : UInt8($0.value) }
      for bytes in [Array(text.utf8), Array("\u{FEFF}\(text)".utf8), windows] {
        let list = try list(bytes)
        #expect(list.rows.map(show) == shown)
        #expect(list.refusals.isEmpty)
      }
    }
  }

  @Test("a line that cannot be used is refused by its number, the others are read", arguments: bad)
  func badLine(line: String, sentence: String) throws {
    let header = "courriel;nom;date;modalite;version;reference\n"
    let good = "a@b.fr;;21/11/2026;en autonomie;;\n"
    let list = try list(Array((header + good + "\n;;;\n" + line + "\n").utf8))
    #expect(list.rows.map(\.line) == [2])
    #expect(list.refusals == [ListRefusal(line: 5, sentence)])
    #expect(sentence.hasSuffix(".") && sentence.split(separator: " ").count <= 24)
  }

  @Test("what is no list is refused with its line", arguments: noLists)
  func noList(text: String, error: TableError) {
    #expect(throws: error) { try list(Array(text.utf8)) }
    let sentence = error.sentence(file: "a\u{1B}.csv")
    #expect(sentence.hasPrefix("a.csv:\(error.line) : ") && sentence.hasSuffix("."))
  }

  @Test("one person has one badge for one day, whatever version and reference say")
  func sources() throws {
    let rows = [
      "a@b.fr;;21/11/2026;en autonomie;;", "a@b.fr;;20/11/2026;en autonomie;;",
      ";a@b.fr;21/11/2026;en autonomie;;", ";a@b.fr;21/11/2026;en autonomie;;2",
      ";;21/11/2026;en autonomie;;1", ";;21/11/2026;en autonomie;;2",
    ]
    let head = "courriel;nom;date;modalite;version;reference\n"
    let first = try list(Array((head + rows.joined(separator: "\n")).utf8))
    #expect(Set(first.rows.map(\.source)).count == rows.count)
    #expect(first.rows.allSatisfy { $0.source.count == 64 })
    // A list that is kept and grown: a column more, a version more.
    for again in ["a@b.fr;;21/11/2026;en autonomie;2.0;", "a@b.fr;;1/1/2026;en autonomie;;9"] {
      let day = again.replacing("1/1/2026", with: "21/11/2026")
      #expect(try list(Array((head + day).utf8)).rows[0].source == first.rows[0].source)
    }
    let short = "courriel;date;modalite\nA@b.fr;2026-11-21;en autonomie"
    #expect(try list(Array(short.utf8)).rows[0].source == first.rows[0].source)
    let other = try AwardList(
      reading: Array((head + rows.joined(separator: "\n")).utf8), file: "x", badge: "autre",
      today: today)
    #expect(Set(other.rows.map(\.source)).isDisjoint(with: first.rows.map(\.source)))
  }

  @Test("what looks the same is the same: case, accents, spaces, form of the date")
  func sameRow() throws {
    let text = """
      courriel;nom;date;modalite;reference
      Zoe\u{301}@Ville.fr ;;21/11/2026;en autonomie;
      zo\u{E9}@ville.FR;;2026-11-21;En Autonomie;
      ;Zoe\u{301};21/11/2026;en autonomie;
      ;\u{A0}Zo\u{E9};21/11/2026;en autonomie;
      """
    let list = try list(Array(text.utf8))
    #expect(list.rows.map(\.line) == [2, 4])
    #expect(
      list.refusals == [
        ListRefusal(line: 3, "Cette ligne répète la ligne 2. Un seul badge est préparé."),
        ListRefusal(line: 5, "Cette ligne répète la ligne 4. Un seul badge est préparé."),
      ])
  }

  @Test("the source does not depend on the form in which the list was saved")
  func golden() throws {
    let text = "courriel,date,modalite\nA@b.fr,21/11/2026,en autonomie"
    let joined = ["ia", "courriel", "a@b.fr", "2026-11-21", ""].joined(separator: "\u{1F}")
    let expected = sha256(Array(joined.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }
    #expect(try list(Array(text.utf8)).rows.map(\.source) == [expected.joined()])
  }

  @Test("columns that are not read are named once, and two badges for one person are told")
  func remarks() throws {
    let text = """
      courriel;nom;Grade;date;modalite;Salaire
      a@b.fr;Ana;A;21/11/2026;en autonomie;1
      a@b.fr;Ana;A;20/11/2026;en autonomie;1
      """
    #expect(
      try list(Array(text.utf8)).remarks.map(\.description) == [
        "badges.csv:1 : colonnes non lues : « Grade », « Salaire ».",
        "badges.csv:1 : le nom n’est affiché que sur les badges des lignes sans courriel.",
        "badges.csv:3 : a le même destinataire que la ligne 2. Deux badges sont préparés.",
      ])
  }

  @Test(
    "an address under a header that is not known makes no badge", arguments: ["Mail perso", "x"])
  func unreadEmail(header: String) throws {
    let text = "nom;date;modalité;\(header)\nÉlodie;2026-11-21;en autonomie;elodie@ville.example\n"
    let list = try AwardList(
      reading: Array(text.utf8), file: "l.csv", badge: "b", today: today)
    #expect(list.rows.isEmpty)
    #expect(list.refusals.map(\.line) == [2])
    #expect(list.refusals[0].sentence.contains("courriel"))
  }

  @Test("a file that is no list is left before it fills the memory")
  func tooLong() {
    let text = "courriel;date;modalite\n" + String(repeating: "x\n", count: 6_000)
    #expect(throws: TableError(.tooLong, line: 5_002)) { try list(Array(text.utf8)) }
  }

  @Test("no bytes make it trap, and every row it gives can be signed")
  func noise() {
    var seed: UInt64 = 11
    let alphabet =
      Array("courriel;nom;date;modalite\n@.=\"\"\r,\ta1/".utf8) + [0, 0xC3, 0xA9, 0xFF, 0xFE, 0x80]
    for _ in 0..<2000 {
      var bytes = Array("nom;date;modalite;reference;courriel\nx;21/11/2026;en autonomie;".utf8)
      for _ in 0..<20 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(seed >> 33) % alphabet.count])
      }
      guard let list = try? list(Array(bytes[(Int(seed >> 40) % 3)...])) else { continue }
      for row in list.rows {
        #expect(row.reference.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      }
    }
  }
}

private let today = Day(iso: "2026-11-21") ?? Day(number: 0)

private func list(_ bytes: [UInt8]) throws(TableError) -> AwardList {
  try AwardList(
    reading: bytes, file: "badges.csv", badge: "ia", today: today)
}

private func show(_ row: AwardRow) -> String {
  "\(row.line)|\(row.recipient)|\(row.day)|\(row.how.rawValue)|\(row.version)|\(row.reference)"
}

private let address = "L’adresse de courriel n’est pas reconnue. Corrigez-la."
private let formula = "Le nom commence comme une formule. Retapez-le au clavier."
private let hidden = "La case « nom » a un caractère invisible. Retapez-la au clavier."
private let noDay = "La date n’est pas un jour. Écrivez-la comme 21/11/2026."
private let choices = "« en autonomie » ou « en atelier encadré »."
private let bad: [(line: String, sentence: String)] = [
  ("a;;21/11/2026;en autonomie", address), ("a@b;;21/11/2026;en autonomie", address),
  ("a@@b.fr;;21/11/2026;en autonomie", address), ("a b@c.fr;;21/11/2026;en autonomie", address),
  ("a@b..fr;;21/11/2026;en autonomie", address), ("=a@b.fr;;21/11/2026;en autonomie", address),
  ("a\u{200B}@b.fr;;21/11/2026;en autonomie", address),
  ("<a@b.fr>;;21/11/2026;en autonomie", address), ("@b.fr;;21/11/2026;en autonomie", address),
  (";=1+1;21/11/2026;en autonomie", formula), (";@SOMME;21/11/2026;en autonomie", formula),
  (";-2;21/11/2026;en autonomie", formula), (";＋2;21/11/2026;en autonomie", formula),
  (";Du\u{1B}[31mpont;21/11/2026;en autonomie", hidden),
  (";Du\tpont;21/11/2026;en autonomie", hidden),
  (";Du\u{202E}pont;21/11/2026;en autonomie", hidden),
  (";\"Du\npont\";21/11/2026;en autonomie", hidden),
  (
    ";\(String(repeating: "é", count: 101));21/11/2026;en autonomie",
    "La case « nom » dépasse 100 caractères."
  ),
  (";;21/11/2026;en autonomie", "Ni courriel, ni nom, ni référence. Ajoutez une référence."),
  (";A;;en autonomie", "La date manque. Écrivez-la comme 21/11/2026."),
  (";A;31/11/2026;en autonomie", noDay), (";A;11/21/2026;en autonomie", noDay),
  (";A;hier;en autonomie", noDay),
  (";A;22/11/2026;en autonomie", "La date est dans l’avenir. Corrigez-la."),
  (";A;21/11/2026;", "La modalité manque. Écrivez \(choices)"),
  (";A;21/11/2026;chez moi", "La modalité n’est pas reconnue. Écrivez \(choices)"),
  ("a;b;c;d;e;f;g", "Elle a 7 colonnes, l’en-tête en a 6."),
  ("\"a;b", "Un guillemet ouvrant n’est pas refermé."),
  ("\"a\"b;c", "Du texte suit un guillemet fermant."),
]

private let noLists: [(text: String, error: TableError)] = [
  ("", TableError(.empty, line: 1)), ("\n \n;;\n", TableError(.empty, line: 1)),
  ("PK\u{3}\u{4}", TableError(.workbook, line: 1)),
  ("nom;date\na;b", TableError(.missingColumn("modalite"), line: 1)),
  ("\nnom;modalite\na;b", TableError(.missingColumn("date"), line: 2)),
  ("nom;date;modalite;Nom\n", TableError(.repeatedColumn("Nom"), line: 1)),
]
