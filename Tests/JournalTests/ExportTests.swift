import Course
import JSON
import Journal
import Testing

@Suite("« Mes données »") struct ExportTests {
  private func export(_ events: [Event]) throws -> Export {
    let start = try #require(Timestamp(iso: "2026-11-21T09:05:59Z"))
    return Export(
      try events.enumerated().map { index, event in
        let time = Timestamp(seconds: start.seconds + 86_400 * (index / 8))
        return try JournalLine(StampedEvent(number: index + 1, time: time, event: event))
      })
  }

  @Test("the text says every fact under its day")
  func text() throws {
    let expected = """
      Ce que le parcours garde de vous sur cet ordinateur.
      Les heures sont en temps universel (UTC).

      21 novembre 2026
      - 9 h 05, information sur vos données affichée.
      - 9 h 05, métier choisi : marches_publics.
      - 9 h 05, rappels de révision acceptés.
      - place dans le parcours : étape L4.1, écran 2 sur 5.
      - 9 h 05, réponse à la question RU04-009 : 2 3, juste (empreinte 9c1f).
      - 9 h 05, réponse à la question RU04-010 : 1, à revoir (empreinte 00ff).
      - 9 h 05, réponse à la question L4.1-q1 : aucun numéro (empreinte 0000).
      - 9 h 05, questions d’évaluation tirées : RU01-001 (ordre 2 1 3).

      22 novembre 2026
      - 9 h 05, réponse d’évaluation à la question RU01-001 : 1 0 1 (empreinte abcd).
      - 9 h 05, évaluation rendue.
      - 9 h 05, parcours terminé : usage, version 1.0 (contenu sha256:00ff), en atelier encadré.
      - 9 h 05, attestation remise.
      - 9 h 05, demande de badge déposée : d-4f5a.demande.
      - 9 h 05, badge écrit : urn:uuid:6b1c (empreinte E-0011).
      - 9 h 05, anciennes réponses effacées ; gardé pour la révision : RU04-010 (boîte 2, le 22/11/2026).

      """
    #expect(try export(everyEvent).text == expected)
  }

  @Test("an empty journal says so")
  func empty() throws {
    #expect(try export([]).text == "Le parcours ne garde rien de vous sur cet ordinateur.\n")
    #expect(try export([]).json.text.hasSuffix(#""evenements":[]}"#))
  }

  @Test("lines that cannot be read are counted, never left out in silence")
  func unread() throws {
    let none = Export([], unread: 1)
    #expect(!none.text.contains("ne garde rien"))
    #expect(none.text.hasSuffix("\n1 ligne du journal ne peut pas être lue.\n"))
    #expect(none.json["lignesIllisibles"] == 1)
    #expect(Export([], unread: 2).text.hasSuffix("2 lignes du journal ne peuvent pas être lues.\n"))
  }

  @Test("an unknown event is shown by its name and exported whole")
  func unknown() throws {
    let source = sealed(#"{"v":1,"n":1,"t":"2026-11-21T09:05:59Z","e":"later","x":[1,"é"]"#)
    let export = Export([try JournalLine(reading: Array(source.utf8))])
    #expect(export.text.contains("information d’une version plus récente du programme : later."))
    #expect(export.json["evenements"]?[0]?["x"] == [1, "é"])
  }

  @Test("the JSON holds every member of every line, without the checksums")
  func json() throws {
    let json = try export(everyEvent).json
    let events = try #require(json["evenements"]?.array)
    #expect(events.count == everyEvent.count)
    #expect(
      events[4].text
        == #"{"v":1,"n":5,"t":"2026-11-21T09:05:59Z","e":"answered","q":"RU04-009","a":[2,3],"h":"9c1f","ok":true}"#
    )
    #expect(events.allSatisfy { $0["c"] == nil && $0["e"] != nil })
    #expect(try JSON(parsing: json.pretty) == json)
  }
}
