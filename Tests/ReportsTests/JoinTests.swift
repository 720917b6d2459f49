import Course
import Reports
import Testing

@Suite("Identifiers joined with HR's list")
struct JoinTests {
  @Test("who is meant", arguments: meetings)
  func match(list: [String], typed: String, shown: String, attached: Bool) throws {
    let text = "matricule;nom\n" + list.map { "\($0);\($0)" }.joined(separator: "\n")
    let report = Report(intake([record(typed)]), agents: try ReportsTests.list(text))
    let row = try #require(report.rows.first { $0.status == .finished })
    #expect(row.identifier == shown)
    #expect((row.agent != nil) == attached)
    #expect(report.tally.unattached == (attached ? 0 : 1))
    #expect(report.tally.missing == list.count - (attached ? 1 : 0))
  }

  @Test("zeros that are forgiven are counted and told")
  func zeros() throws {
    let list = try list("matricule\n00123\n0456\n")
    let report = Report(intake([record("123"), record("456"), record("0456")]), agents: list)
    #expect(report.tally.zerosForgiven == 2)
    #expect(
      report.remarks.map(\.description) == [
        "suivi/0.json : zéros retrouvés : 123 est rattaché au matricule 00123.",
        "suivi/1.json : zéros retrouvés : 456 est rattaché au matricule 0456.",
      ])
    #expect(report.tally.finished == 2 && report.tally.replaced == 1)
  }

  @Test("a list that lost all its zeros tells ten examples and counts all")
  func manyZeros() throws {
    let list = try list("matricule\n" + (1...40).map { "\($0)\n" }.joined())
    let report = Report(intake((1...40).map { record("00\($0)") }), agents: list)
    #expect(report.tally.zerosForgiven == 40 && report.tally.finished == 40)
    #expect(report.remarks.count == 10)
  }

  @Test("two agents with one identifier: their records stay apart, each of them")
  func sharedIdentifier() throws {
    let list = try list("matricule;nom\n7;a\n7;b\n8;c\n")
    let records = [record("7"), record("7", version: "2.0"), record("8")]
    let report = Report(intake(records), agents: list)
    #expect(
      report.lines(.identifier, .name, .version, .status) == [
        "7|a||Non remis", "7|b||Non remis", "8|c|1.0|Terminé", "7||1.0|Terminé", "7||2.0|Terminé",
      ])
    #expect(report.tally.unattached == 2 && report.tally.replaced == 0)
    #expect(
      report.remarks.map(\.description) == [
        "agents.csv:3 : a le même matricule que la ligne 2. Ses fiches restent à part.",
        "suivi/0.json : non rattaché. Le matricule 7 peut désigner 2 agents.",
        "suivi/1.json : non rattaché. Le matricule 7 peut désigner 2 agents.",
      ])
  }

  @Test("two candidates once zeros are forgiven: nobody is chosen")
  func twoCandidates() throws {
    let list = try list("matricule\n0123\n00123\n")
    let report = Report(intake([record("123")]), agents: list)
    #expect(
      report.lines(.identifier, .status) == ["00123|Non remis", "0123|Non remis", "123|Terminé"])
    #expect(
      report.remarks.map(\.description) == [
        "suivi/0.json : non rattaché. Le matricule 123 peut désigner 2 agents."
      ])
  }
}

private let meetings: [(list: [String], typed: String, shown: String, attached: Bool)] = [
  // identifiers of the list, identifier of the record, identifier of the row, attached
  (["00123"], "00123", "00123", true), (["00123"], "123", "00123", true),
  (["123"], "00123", "123", true), (["123", "00123"], "00123", "00123", true),
  (["123", "00123"], "0123", "0123", false), (["0"], "000", "0", true),
  (["1E5"], "1E5", "1E5", true), (["100000"], "1E5", "1E5", false),
  (["1E5"], "100000", "100000", false), (["0x1F"], "0x1F", "0x1F", true),
  (["31"], "0x1F", "0x1F", false), (["A01"], "A1", "A1", false), (["A1"], "0A1", "0A1", false),
  (["a1"], "A1", "A1", false), (["123"], " 123\u{A0}", "123", true),
  (["123"], "1\u{200B}2\u{7}3\n", "123", true), (["É1"], "E\u{301}1", "É1", true),
  (["18446744073709551617"], "1", "1", false), (["00"], "0", "00", true),
  (["12"], "1 2", "1 2", false), (["１２"], "12", "12", false),
]
