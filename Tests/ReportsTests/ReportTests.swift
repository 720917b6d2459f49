import Course
import Reports
import Testing

@Suite("The report")
struct ReportTests {
  @Test(
    "the newest version holds, numbers compared as numbers, then the latest day", arguments: rivals)
  func newest(files: [(version: String, day: String)], kept: String) throws {
    for files in [files, files.reversed()] {
      let records = files.map { record("7", version: $0.version, on: $0.day) }
      for agents in [nil, try list("matricule\n7\n"), try list("matricule\n8\n")] {
        let report = Report(intake(records), agents: agents)
        let rows = report.rows.filter { $0.status == .finished }
        #expect(rows.count == 1 && report.tally.replaced == 1)
        #expect(report.lines(.version, .day).contains(kept))
      }
    }
  }

  @Test("two courses of one agent are two rows and one agent")
  func twoCourses() throws {
    let records = [record("7", course: "ia"), record("7", course: "rgpd")]
    let report = Report(intake(records), agents: try list("matricule\n7\n8\n"))
    #expect(report.lines(.identifier, .course) == ["7|ia", "7|rgpd", "8|"])
    #expect(report.tally.finished == 1 && report.tally.missing == 1 && report.tally.replaced == 0)
  }

  @Test("only the days asked for count, both ends included", arguments: periods)
  func period(from: String?, through: String?, days: [String]) throws {
    let records = (1...3).map { record("\($0)", on: "2026-0\($0)-01") }
    let period = Period(
      from: from.flatMap { Day(iso: $0) }, through: through.flatMap { Day(iso: $0) })
    let report = Report(intake(records), agents: try list("matricule\n1\n2\n3\n"), period: period)
    #expect(report.rows.compactMap { $0.record?.day.description } == days)
    #expect(report.rows.count == 3 && report.tally.missing == 3 - days.count)
    #expect(report.tally.outOfPeriod == 3 - days.count)
  }

  @Test("a newer record outside the period does not hide the older one inside")
  func periodThenNewest() {
    let records = [record("1", version: "1", on: "2026-01-01"), record("1", version: "2")]
    let report = Report(
      intake(records), agents: nil, period: Period(through: Day(iso: "2026-06-30")))
    #expect(report.lines(.version) == ["1"])
  }

  @Test("rows follow employer, direction, service, name and first name folded, identifier")
  func order() throws {
    let list = try list(
      """
      matricule;nom;prénom;employeur;direction;service
      9;Éluard;Paul;Ville;DRH;Paie
      8;eluard;Ève;Ville;DRH;Paie
      7;Zola;Émile;Ville;DRH;Accueil
      6;Œuvrard;Zoé;Métropole;DSN;Données
      5;Obéron;Zoé;métropole;DSN;Données
      10;ÉLUARD;paul;Ville;DRH;Paie
      4;A;A;Ville;Bâtiments;X
      3;;;;;
      """)
    let strangers = [record("zz"), record("aa")]
    let plain = Report(intake(strangers), agents: list)
    #expect(plain.lines(.identifier).joined(separator: " ") == "3 5 6 4 7 8 10 9 aa zz")
    let byService = Report(intake(strangers), agents: list, sortedBy: .service)
    #expect(byService.lines(.identifier).joined(separator: " ") == "3 7 5 6 8 10 9 4 aa zz")
    let byDirection = Report(intake(strangers), agents: list, sortedBy: .direction)
    #expect(byDirection.lines(.identifier).joined(separator: " ") == "3 4 7 8 10 9 5 6 aa zz")
    let byEmployer = Report(intake(strangers), agents: list, sortedBy: .employer)
    #expect(byEmployer.rows == plain.rows)
  }

  @Test("the same files in another order give the same report")
  func stable() throws {
    let records = (0..<60).map {
      record("\($0 % 20)", version: "1.\($0 % 3)", on: "2026-01-\(10 + $0 % 7)")
    }
    let list = try list("matricule\n" + (0..<15).map { "\($0)\n" }.joined())
    let files = records.enumerated().map { ("suivi/\($0)", file($1)) }
    func rows(_ files: [(String, [UInt8])]) -> [Row] {
      var intake = Intake()
      for (name, bytes) in files { intake.take(bytes, from: name, hash: sha256) }
      return Report(intake, agents: list).rows
    }
    #expect(rows(files) == rows(files.reversed()))
  }

  @Test("broken files are named and counted; every record is counted once")
  func counts() throws {
    var intake = intake([
      record("1"), record("1", version: "2"), record("002"), record("9"), record("9"),
      record("3", on: "2020-01-01"), record("5"),
    ])
    intake.take(Array("{".utf8), from: "suivi/a\u{1B}[2J.json", hash: sha256)
    intake.leaveOut("suivi/lien", .notRegular)
    let list = try list("matricule;nom\n1;a\n2;b\n3;c\n5;d\n5;e\n;f\n")
    let report = Report(intake, agents: list, period: Period(from: Day(iso: "2026-01-01")))
    #expect(
      report.tally.lines == [
        "Fiches : 9", "Fiches écartées : 2", "Fiches hors période : 1",
        "Fiches remplacées par une plus récente : 2", "Non rattachés : 2", "Zéros retrouvés : 1",
        "Agents de la liste : 5", "Lignes écartées de la liste : 1", "Terminés : 2",
        "Non remis : 3",
      ])
    #expect(
      report.remarks.map(\.description) == [
        "suivi/a[2J.json : fiche écartée. Octet 2 : le texte JSON s’arrête trop tôt.",
        "suivi/lien : fiche écartée. Ce n’est pas un fichier ordinaire.",
        "agents.csv:6 : a le même matricule que la ligne 5. Ses fiches restent à part.",
        "agents.csv:7 : ligne écartée. Le matricule manque.",
        "suivi/6.json : non rattaché. Le matricule 5 peut désigner 2 agents.",
        "suivi/2.json : zéros retrouvés : 002 est rattaché au matricule 2.",
      ])
  }

  @Test("without a list, records stand alone and nobody is missing")
  func withoutList() {
    let report = Report(intake([record("2"), record("1")]), agents: nil)
    #expect(report.lines(.identifier, .name, .status) == ["1||Terminé", "2||Terminé"])
    #expect(
      report.tally.lines == [
        "Fiches : 2", "Fiches écartées : 0", "Fiches hors période : 0",
        "Fiches remplacées par une plus récente : 0", "Terminés : 2",
      ])
  }

  @Test("an empty depot gives the agents, none of them done")
  func emptyDepot() throws {
    let report = Report(Intake(), agents: try list("matricule\n2\n1\n"))
    #expect(report.lines(.identifier, .status) == ["1|Non remis", "2|Non remis"])
    #expect(report.tally.seen == 0 && report.tally.missing == 2)
  }

  @Test("a thousand records are each somebody's, and only theirs")
  func many() throws {
    let records = (0..<1000).map { record("\($0)", version: "\($0)") }
    let list = try list("matricule;nom\n" + (0..<1200).map { "0\($0);N\($0)\n" }.joined())
    let report = Report(intake(records), agents: list)
    #expect(report.tally.zerosForgiven == 1000 && report.tally.missing == 200)
    for row in report.rows {
      let number = row.identifier.dropFirst()
      #expect(row.agent?.name == "N\(number)" && row.record?.version ?? "\(number)" == number)
    }
  }
}

private let rivals: [(files: [(version: String, day: String)], kept: String)] = [
  ([("1.9", "2026-05-01"), ("1.10", "2026-01-01")], "1.10|2026-01-01"),
  ([("1.0", "2026-05-01"), ("1.0", "2026-06-01")], "1.0|2026-06-01"),
  ([("1", "2026-05-01"), ("1.0", "2026-04-01")], "1|2026-05-01"),
  ([("2", "2026-05-01"), ("10", "2025-04-01")], "10|2025-04-01"),
  ([("1.0-essai", "2026-05-01"), ("1.0", "2025-04-01")], "1.0|2025-04-01"),
  ([("1.0+b", "2026-05-01"), ("1.0+a", "2026-06-01")], "1.0+a|2026-06-01"),
  ([("2026.1", "2026-05-01"), ("2026.2", "2025-06-01")], "2026.2|2025-06-01"),
  ([("1.2.1", "2026-05-01"), ("1.2", "2026-06-01")], "1.2.1|2026-05-01"),
  ([("1.a", "2026-05-01"), ("1.b", "2025-06-01")], "1.b|2025-06-01"),
  (
    [("99999999999999999999.1", "2026-05-01"), ("100000000000000000000", "2025-06-01")],
    "100000000000000000000|2025-06-01"
  ),
  ([("..", "2026-05-01"), ("-", "2026-06-01")], "-|2026-06-01"),
]

private let periods: [(from: String?, through: String?, days: [String])] = [
  (nil, nil, ["2026-01-01", "2026-02-01", "2026-03-01"]),
  ("2026-02-01", nil, ["2026-02-01", "2026-03-01"]),
  (nil, "2026-02-01", ["2026-01-01", "2026-02-01"]),
  ("2026-02-01", "2026-02-01", ["2026-02-01"]), ("2027-01-01", nil, []),
]
