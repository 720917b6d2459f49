import Course
import Display
import Interface
import Testing

private let issuer = Installation.Issuer.configured(name: "CDG 35")

/// Someone who passed the exam and stands on the map.
private func passed(
  hasDepot: Bool = true, issuer: Installation.Issuer = issuer, isSaving: Bool = true
) throws -> Story {
  var story = try ExamTests.ready(hasDepot: hasDepot, issuer: issuer, isSaving: isSaving)
  try story.passExam()
  story.type("plan")
  return story
}

extension Story {
  fileprivate var awards: [Effect] {
    effects.filter { if case .award = $0 { true } else { false } }
  }

  /// The same person, after the program was closed and opened again.
  fileprivate func later(hasDepot: Bool = true, purged: Bool = false) throws -> Story {
    var progress = state.session.progress
    if purged {
      let number = progress.lastNumber + 1
      progress.apply(
        StampedEvent(
          number: number, time: progress.lastTime ?? Timestamp(seconds: 0),
          event: .purged(kept: [])))
    }
    return try Story(
      progress: progress, hasDepot: hasDepot, issuer: state.session.installation.issuer)
  }
}

private let returned = ReturnedBadge(
  id: "urn:uuid:7", fingerprint: "E-00", folder: "~/Parcours IAG/", files: ["badge.svg"])

@Suite("The badge of this machine")
struct LocalBadgeTests {
  @Test("the badge is optional, names its local issuer, and carries the identity chosen")
  func badge() throws {
    var story = try ExamTests.ready()
    try story.passExam()
    story.type("", "00123", "oui", "")
    #expect(story.said.contains("sans lien avec une collectivité"))
    story.type("2", "Camille Exemple")
    #expect(story.awards == [.award(.name("Camille Exemple"))])
    #expect(story.said.contains("7f3c 2a91 04be 66d0"))
  }

  @Test("once written it is a fact: the map and the data page say so at once")
  func known() throws {
    var story = try passed(issuer: .local)
    story.type("badge", "1")
    #expect(story.facts.last == .awarded(id: "urn:uuid:1", fingerprint: "E-7f3c2a9104be66d0"))
    story.type("plan")
    #expect(story.said.contains("Badge, reçu"))
    story.type("badge")
    #expect(story.said.contains("Un badge est déjà dans votre dossier."))
  }

  @Test("« non » is no badge now, with a kind word")
  func no() throws {
    var story = try passed(issuer: .local)
    story.type("badge", "non")
    #expect(story.said.contains("Pas de badge pour l’instant."))
    #expect(story.said.contains("Examen final"))
    #expect(story.awards.isEmpty)
  }
}

@Suite("The demande for a badge")
struct BadgeDemandTests {
  @Test("nothing is asked before a distinct « oui », on a page that says what leaves")
  func consent() throws {
    var story = try passed()
    story.type("badge")
    #expect(story.said.contains("Il est signé par : CDG 35."))
    #expect(story.said.contains("La demande contient vos réponses à l’examen."))
    story.type("3", "camille@ville.example")
    #expect(story.awards.isEmpty)
    #expect(story.said.contains("les questions tirées pour vous, vos réponses et votre choix"))
    #expect(story.said.contains("camille@ville.example"))
    #expect(story.said.contains("Elle est pour : CDG 35."))
    #expect(story.said.contains("puis détruit la demande"))
    #expect(story.said.contains("Envoyer la demande ? Tapez oui ou non"))
    story.type("", "1", "peut-être")
    #expect(story.awards.isEmpty)
    story.type("oui")
    #expect(story.awards == [.award(.email("camille@ville.example"))])
    #expect(story.said.contains("est remise à : CDG 35"))
  }

  @Test("« non » sends nothing, and the choice is there again")
  func refusing() throws {
    var story = try passed()
    story.type("badge", "1", "non")
    #expect(story.awards.isEmpty && story.facts.last != .requested(file: "demande-1.json"))
    #expect(story.said.contains("Que doit-il dire de vous ?"))
  }

  @Test("both pages that bind are read whole before a line is taken")
  func readBefore() throws {
    var story = try passed()
    story.type("badge")
    #expect(story.state.isReadBeforeAnswering)
    story.type("1")
    #expect(story.state.isReadBeforeAnswering)
    story.type("oui")
    #expect(!story.state.isReadBeforeAnswering)
  }

  @Test(
    "what is asked for and to whom fits one part of an ordinary window", arguments: ["1", "2", "3"])
  func oneScreen(choice: String) throws {
    var story = try passed()
    story.type("badge")
    let choices = story.rows(80, 24).joined(separator: "\n")
    #expect(choices.contains("L’empreinte de votre courriel"), "\(choices)")
    story.type(choice)
    if choice != "1" { story.type(choice == "2" ? "Camille Exemple" : "camille@ville.example") }
    let rows = story.rows(80, 24).joined(separator: "\n")
    #expect(rows.contains("questions tirées") && rows.contains("Envoyer la demande ?"), "\(rows)")
  }

  @Test("asked once, it is asked for everywhere: the map, the data page, the badge page")
  func once() throws {
    var story = try passed()
    story.type("badge", "1", "oui", "plan")
    #expect(story.facts.last == .requested(file: "demande-1.json"))
    #expect(story.said.contains("Badge, demandé"))
    story.type("badge")
    #expect(story.said.contains("n’a pas encore répondu") && story.said.contains("demande-1.json"))
    story.type("1", "oui")
    #expect(story.awards.count == 1)
    story.type("plan", "données")
    #expect(story.said.contains("Badge : demandé, pas encore reçu"))
  }

  @Test("a demande that cannot be noted is still told, and may be noted again")
  func unrecorded() throws {
    var story = try passed()
    story.type("badge", "1")
    story.refusesFacts = true
    story.type("oui")
    #expect(story.said.contains("Votre demande n’est pas encore notée ici"))
    story.refusesFacts = false
    story.type("réessayer")
    #expect(story.state.session.progress.requestFile == "demande-1.json")
    #expect(story.awards.count == 1)
  }

  @Test("wherever the page is opened from, the depot is looked at")
  func everywhere() throws {
    var story = try passed()
    story.type("badge", "1", "oui")
    story.collected = .collected(returned)
    story.type("plan", "attestation", "00123", "oui", "non", "")
    #expect(story.said.contains("L’émetteur a délivré votre badge."))
    let session = try story.later().state.session
    let page = try #require(Entrance.page(isBadge: true, in: session))
    #expect(State(session, opening: [page]).arrival == [.collectBadge])
  }

  @Test("a badge collected is a fact, noted once")
  func collected() throws {
    var story = try passed()
    story.type("badge", "1", "oui", "plan")
    story.collected = .collected(returned)
    story.type("badge", "plan", "badge", "plan")
    #expect(story.facts.count { $0 == .awarded(id: "urn:uuid:7", fingerprint: "E-00") } == 1)
    #expect(story.said.contains("Badge, reçu"))
    story.type("données")
    #expect(story.said.contains("Badge : reçu le"))
  }

  @Test("once HR has emptied the depot, the page says where the badge is, or that it is gone")
  func emptied() throws {
    var story = try passed()
    story.type("badge", "1", "oui", "plan")
    story.collected = .collected(returned)
    story.type("badge")
    var later = try story.later(purged: true)
    later.collected = .held(folder: "~/Parcours IAG/", files: ["badge.svg"])
    later.type("badge")
    #expect(later.said.contains("Il est dans le dossier ~/Parcours IAG/"))
    var gone = try story.later(purged: true)
    gone.type("badge")
    #expect(gone.said.contains("Il n’est plus dans le dossier"))
  }

  @Test("a refusal says so, and one may ask again while the answers are kept")
  func refused() throws {
    var story = try passed()
    story.type("badge", "1", "oui", "plan")
    story.collected = .refused("La demande ne s’ouvre pas.")
    story.type("badge")
    #expect(story.said.contains("L’émetteur n’a pas délivré le badge. La demande ne s’ouvre pas."))
    story.collected = nil
    story.type("refaire", "1", "oui")
    #expect(story.state.session.progress.requests == ["demande-1.json", "demande-2.json"])
    story.type("plan", "badge")
    #expect(story.said.contains("demande-2.json"))
  }

  @Test("without the answers, the exam passed again opens the choice again")
  func passedAgain() throws {
    var first = try passed()
    first.type("badge", "1", "oui")
    var story = try first.later(purged: true)
    story.collected = .refused("La demande ne s’ouvre pas.")
    story.type("badge")
    #expect(story.said.contains("repassez l’examen depuis la carte"))
    story.type("refaire")
    #expect(!story.said.contains("Que doit-il dire de vous ?"))
    story.type("plan")
    story.collected = nil
    try story.passExam()
    story.type("plan", "badge")
    #expect(story.said.contains("Que doit-il dire de vous ?"))
    story.type("1", "oui")
    #expect(story.awards.count == 1)
  }

  @Test("without a depot, the page recalls the file, to whom it goes and how the badge comes back")
  func noDepot() throws {
    var story = try passed(hasDepot: false)
    story.type("badge", "3", "camille@ville.example")
    #expect(story.said.contains("Préparer la demande ?"))
    #expect(story.said.contains("vous remettrez vous-même le fichier"))
    story.type("oui")
    #expect(story.said.contains("Remettez-lui ce fichier : ~/Parcours IAG/demande-1.json"))
    #expect(!story.said.contains("signé par Émetteur local"))
    story.type("plan", "badge")
    #expect(story.said.contains("Son fichier : ~/Parcours IAG/demande-1.json"))
    #expect(story.said.contains("demande-1.svg"))
    #expect(story.said.contains("Rien n’arrive tout seul"))
    story.type("refaire")
    #expect(story.said.contains("Que doit-il dire de vous ?"))
    var later = try story.later(hasDepot: false, purged: true)
    later.type("badge")
    #expect(later.said.contains("demande-1.json"))
    #expect(!later.said.contains("Tapez refaire"))
    #expect(later.said.contains("Repassez l’examen"))
  }

  @Test("a guest is told where the answer will be, and is promised nothing")
  func guest() throws {
    var story = try passed(isSaving: false)
    story.type("badge", "1")
    #expect(story.said.contains("Cette session ne garde rien"))
    story.type("oui")
    for _ in 0..<2 {
      #expect(!story.said.contains("y arrivera") && !story.said.contains("Revenez plus tard"))
      #expect(story.said.contains("/srv/depot/badges/") && story.said.contains("demande-1.svg"))
      story.type("plan", "badge")
    }
  }

  @Test("without a readable card nothing is asked, and no path passes for a name")
  func unreadable() throws {
    var story = try passed(issuer: .unreadable(card: "/etc/parcours/emetteur.json"))
    story.type("badge")
    #expect(story.said.contains("Le badge ne peut pas être demandé pour l’instant."))
    #expect(story.said.contains("service informatique"))
    #expect(!story.said.contains("signé par") && !story.said.contains("Que doit-il dire"))
    story.type("1", "oui")
    #expect(story.awards.isEmpty)
  }

  @Test("without the answers of the exam nothing is asked, and the way out is said")
  func tooLate() throws {
    var story = try passed().later(purged: true)
    story.type("badge")
    #expect(story.said.contains("Repassez l’examen depuis la carte"))
    #expect(!story.said.contains("Que doit-il dire"))
  }

  @Test("after a year unused, one is told that a demande waits before the progress goes")
  func yearLater() throws {
    var story = try passed()
    story.type("badge", "1", "oui")
    let progress = story.state.session.progress
    for (losing, isTold) in [(progress, true), (Progress(), false)] {
      story.state = State(
        story.state.session,
        opening: [ClockPage("Un an.", question: "Est-ce juste ?", losing: losing)])
      #expect(story.said.contains("Votre demande de badge sera oubliée aussi") == isTold)
    }
  }

  @Test("erasing says what it removed from the depot and what it could not")
  func erased() throws {
    var story = try passed()
    story.type("badge", "1", "oui", "plan", "données", "effacer")
    #expect(story.said.contains("Une demande de badge attend."))
    story.type("oui")
    #expect(story.said.contains("Vos demandes de badge seront effacées"))
    story.erased = Erased(requests: ["demande-1.json"], left: ["/srv/depot/badges/demande-1.svg"])
    story.type("oui")
    #expect(story.said.contains("Retiré du dépôt : - demande-1.json"))
    #expect(story.said.contains("/srv/depot/badges/demande-1.svg"))
    #expect(story.state.session.progress == Progress())
  }
}
