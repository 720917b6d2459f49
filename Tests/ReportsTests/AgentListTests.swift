import Course
import Reports
import Testing

@Suite("HR's list of agents")
struct AgentListTests {
  static let expected = ["00123|Dupont|Élise|Ville|DSN|Données", "1E5|Œuf|Noé|Métropole|DRH|Paie"]

  private static func text(_ separator: String, _ end: String) -> String {
    [
      ["Matricule", "NOM", "prénom", "Employeur", "Direction", "Service", "Date d'arrivée"],
      ["00123", "Dupont", "Élise", "Ville", "DSN", "Données", "01/09/2020"],
      ["1E5", "Œuf", "Noé", "Métropole", "DRH", "Paie", "2021-02-03"],
    ].map { $0.joined(separator: separator) + end }.joined()
  }

  @Test("any separator, any line end, with or without a mark", arguments: [";", ",", "\t"])
  func separators(separator: String) throws {
    for end in ["\n", "\r\n", "\r"] {
      for mark in ["", "\u{FEFF}", "sep=\(separator)\(end)"] {
        let list = try list(mark + AgentListTests.text(separator, end))
        #expect(list.agents.map(shown) == AgentListTests.expected)
        #expect(list.agents.map(\.arrival?.description) == ["2020-09-01", "2021-02-03"])
        #expect(list.remarks.isEmpty && list.linesLeftOut == 0)
      }
    }
  }

  @Test("the encodings that spreadsheets write are read alike")
  func encodings() throws {
    let text = AgentListTests.text(";", "\r\n")
    let windows = text.unicodeScalars.map { $0 == "Œ" ? 0x8C : UInt8($0.value) }
    let latin9 = text.unicodeScalars.map { $0 == "Œ" ? 0xBC : UInt8($0.value) }
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [windows, latin9, little, big, big + [0]] {
      let list = try AgentList(reading: bytes, file: "agents.csv")
      #expect(list.agents.map(shown) == AgentListTests.expected)
    }
  }

  @Test("every byte of Windows-1252 and Latin-9 gives the letter of the standard")
  func letters() throws {
    let windows: [(UInt8, String)] = [(0x80, "€"), (0x92, "’"), (0x9C, "œ"), (0x9F, "Ÿ")]
    let latin9: [(UInt8, String)] = [
      (0xA4, "€"), (0xA6, "Š"), (0xA8, "š"), (0xB4, "Ž"), (0xB8, "ž"), (0xBC, "Œ"), (0xBD, "œ"),
      (0xBE, "Ÿ"), (0xE9, "é"), (0xDF, "ß"),
    ]
    for (byte, letter) in windows + latin9 {
      let bytes = Array("matricule;nom\n1;a".utf8) + [byte, UInt8(ascii: "b")]
      #expect(try AgentList(reading: bytes, file: "x").agents.map(\.name) == ["a\(letter)b"])
    }
    let undefined = Array("matricule;nom\n1;a".utf8) + [0x81, 0xE9]
    #expect(try AgentList(reading: undefined, file: "x").agents.map(\.name) == ["a\u{FFFD}é"])
  }

  @Test("a file may mix encodings: each field is judged alone")
  func mixed() throws {
    let bytes = Array("matricule;nom\n1;Zoé\n2;Zo".utf8) + [0xE9, 0x0A]
    #expect(try AgentList(reading: bytes, file: "x").agents.map(\.name) == ["Zoé", "Zoé"])
  }

  @Test(
    "headers are known whatever their case, accents, order and neighbours", arguments: headerLines)
  func headers(header: String, firstNames: [String]) throws {
    let list = try list("\(header)\nx;7\n")
    #expect(list.agents.map(\.identifier) == ["7"])
    #expect(list.agents.map(\.firstName) == firstNames)
  }

  @Test(
    "every way to write the date of arrival's header is known",
    arguments: [
      "Date d'arrivée", "date d’arrivee", "ARRIVÉE", "date_arrivée", "Date arrivée",
    ])
  func arrival(header: String) throws {
    let list = try list("matricule,\(header)\n1,02/03/2024\n2,mars 2024\n3\n")
    #expect(list.agents.map(\.arrival) == [Day(iso: "2024-03-02"), nil, nil])
  }

  @Test("quotes hold separators, quotes and line ends")
  func quotes() throws {
    let list = try list(
      "matricule;nom;service\r\n\"1\";\"Dupont \"\"Zoé\"\"; née\";\"a\r\nb\"\r\n2;L\"Hermitte;c")
    #expect(list.agents.map(\.name) == ["Dupont \"Zoé\"; née", "L\"Hermitte"])
    #expect(list.agents.map(\.service) == ["a b", "c"])
    #expect(list.remarks.isEmpty)
  }

  @Test(
    "a line that cannot be used is named by its number, and the rest is read",
    arguments: brokenLines)
  func brokenLine(line: String, remark: String) throws {
    let list = try list("matricule;nom\n1;\"a\nb\"\n\(line)\n2;c\n\n;\n3\n4;d;;\n")
    #expect(list.agents.map(\.identifier) == ["1", "2", "3", "4"])
    #expect(list.remarks.map(\.description) == ["agents.csv:4 : \(remark)"])
    #expect(list.linesLeftOut == 1)
  }

  @Test("an open quote takes one line with it, not the file")
  func openQuotes() throws {
    let list = try list("matricule;nom\n1;\"a\n2;\"b\n3;c\n4;\"d\n")
    #expect(list.agents.map(\.identifier) == ["3"])
    #expect(list.remarks.map(\.place) == ["agents.csv:2", "agents.csv:3", "agents.csv:5"])
  }

  @Test("a repeated line counts once; another agent with the same identifier is told")
  func repeated() throws {
    let list = try list("matricule;nom\n1;a\n1;a\n2;b\n2;c\n")
    #expect(list.agents.map(\.name) == ["a", "b", "c"])
    #expect(
      list.remarks.map(\.description) == [
        "agents.csv:3 : répète la ligne 2. Comptée une fois.",
        "agents.csv:5 : a le même matricule que la ligne 4. Ses fiches restent à part.",
      ])
    #expect(list.linesLeftOut == 0)
  }

  @Test("what is no list is refused with its line", arguments: noLists)
  func noList(text: String, error: TableError) throws {
    #expect(throws: error) { try list(text) }
    let sentence = error.sentence(file: "a\u{1B}gents.csv")
    #expect(sentence.hasPrefix("agents.csv:\(error.line) : ") && sentence.hasSuffix("."))
  }

  @Test("the separator is the one under which most columns are known")
  func sniffing() throws {
    let list = try list("matricule,nom;usage,service\n1,a;b,c\n")
    #expect(list.agents.map(\.service) == ["c"])
  }

  @Test("when nothing tells separators apart, it is the semicolon")
  func noSeparator() throws {
    let list = try list("matricule\n7,5\n8;x\n")
    #expect(list.agents.map(\.identifier) == ["7,5"])
    #expect(list.remarks.map(\.place) == ["agents.csv:3"])
  }

  @Test("control characters never leave the list")
  func controls() throws {
    let list = try list("matricule;nom\n0\u{1B}0\u{202E}1;Du\u{1B}[31mpont\u{7F}\tA\n")
    #expect(list.agents.map(shown) == ["001|Du[31mpont A||||"])
  }

  @Test("no bytes make it trap, and it always ends")
  func noise() {
    var seed: UInt64 = 7
    let alphabet = Array("matricule;nom\n1;\"\"\r,\t".utf8) + [0, 0xC3, 0xA9, 0xFF, 0xFE, 0x80]
    for _ in 0..<3000 {
      var bytes = Array("matricule;nom\n".utf8)
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(seed >> 33) % alphabet.count])
      }
      let start = Int(seed >> 40) % 15
      guard let list = try? AgentList(reading: Array(bytes[start...]), file: "x") else { continue }
      #expect(list.agents.allSatisfy { !$0.identifier.isEmpty })
    }
  }
}

private func shown(_ agent: Agent) -> String {
  [
    agent.identifier, agent.name, agent.firstName, agent.employer, agent.direction, agent.service,
  ].joined(separator: "|")
}

private let headerLines: [(header: String, firstNames: [String])] = [
  ("PRENOM;matricule", ["x"]), ("Prénom ;\u{A0}MATRICULE\u{A0}", ["x"]),
  ("pre\u{301}nom;Matricule;Paie", ["x"]), ("\"Prénom\";\"Matricule\"", ["x"]),
  ("surnom;matricule", [""]),
]

private let brokenLines: [(line: String, remark: String)] = [
  (";Dupont", "ligne écartée. Le matricule manque."),
  ("\u{200B} ;Dupont", "ligne écartée. Le matricule manque."),
  ("9;a;b;c", "ligne écartée. Elle a 4 colonnes, l’en-tête 2."),
  ("\"9;Dupont", "ligne écartée. Un guillemet ouvrant n’est pas refermé."),
  ("9;\"Dupont\"x", "ligne écartée. Du texte suit un guillemet fermant."),
]

private let noLists: [(text: String, error: TableError)] = [
  ("", TableError(.empty, line: 1)), ("\n\r\n ; \n", TableError(.empty, line: 1)),
  ("nom;prénom\nx;y\n", TableError(.missingColumn("matricule"), line: 1)),
  ("\n\nnom\n", TableError(.missingColumn("matricule"), line: 3)),
  ("matricule;nom;Nom\n", TableError(.repeatedColumn("Nom"), line: 1)),
  ("PK\u{3}\u{4}…", TableError(.workbook, line: 1)),
]
