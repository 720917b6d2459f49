import Course
import Display
import Interface
import Workshop

/// A facilitator before a room, and a world that keeps what happens in memory.
struct WorkshopStory {
  var state: State
  /// What the log holds, in order.
  private(set) var kept: [WorkshopEvent] = []
  /// Closing reports written.
  private(set) var reports: [Document] = []
  /// The disk is full: nothing is kept, no report is written.
  var isFull = false

  static let day = Day(number: 20_779)

  init(
    _ request: WorkshopRequest = WorkshopRequest(seed: 7), resuming events: [WorkshopEvent] = [],
    changes: [String: String] = [:]
  ) throws {
    let files = SampleCourse.files.merging(Self.files) { $1 }.merging(changes) { $1 }
    let session = Session(
      course: try Course(ContentFiles(files.mapValues { Array($0.utf8) })), progress: Progress(),
      settings: Settings(),
      installation: Installation(
        folder: "~/Parcours IAG/", dataFolder: "~/.local/share/parcours", hasDepot: false,
        issuer: .local),
      today: Self.day, isLinear: true, isSaving: true, random: SplitMix64(seed: 7))
    kept = events
    let page = WorkshopEntrance.page(
      request, unfinished: UnfinishedWorkshop(in: events), in: session)
    state = State(session, alone: page)
  }

  /// A workshop of 30 minutes on module 4, its cover on screen.
  static func opened(_ attendance: Int = 17) throws -> WorkshopStory {
    var story = try WorkshopStory()
    story.type("4", "suite", "30", String(attendance))
    return story
  }

  /// The same, on its first question.
  static func asked(_ attendance: Int = 17) throws -> WorkshopStory {
    var story = try opened(attendance)
    story.type("plan", "5")
    return story
  }

  mutating func type(_ lines: String...) {
    for line in lines { handle(.line(line)) }
  }

  mutating func press(_ keys: Key...) {
    for key in keys { handle(.key(key)) }
  }

  private mutating func handle(_ message: Message) {
    var pending = state.update(message)
    while !pending.isEmpty {
      guard let report = report(on: pending.removeFirst()) else { continue }
      pending += state.update(.report(report))
    }
  }

  private static let full = Complaint("Il n’y a plus de place.", "Libérez de la place.")

  private mutating func report(on effect: Effect) -> Report? {
    switch effect {
    case .recordWorkshop(let event):
      guard !isFull else { return .workshopUnrecorded(event, Self.full) }
      kept.append(event)
      return .workshopRecorded(event)
    case .closeWorkshop(_, let document):
      guard !isFull else { return .failed(Self.full) }
      reports.append(document)
      kept.append(.closed)
      return .workshopClosed(folder: "~/Parcours IAG/", files: ["atelier-2026-11-22.txt"])
    default: return nil
    }
  }

  /// What is read linearly, its lines joined.
  var said: String { lines.joined(separator: " ") }

  var lines: [String] { Linear.lines(state.document, after: nil, width: 66) }

  /// The last closing report as its text file has it.
  var report: String {
    reports.last.map { Linear.lines(reading: $0, width: 66).joined(separator: "\n") } ?? ""
  }

  /// All parts of what a window shows.
  func rows(_ columns: Int, _ rows: Int) -> [String] {
    func frame(_ part: Int) -> Frame {
      Grid.frame(
        state.document, columns: columns, rows: rows, part: part, theme: .dark)
    }
    return (0..<frame(0).parts).flatMap { ["partie \($0 + 1)"] + frame($0).lines }
  }

  static let files = [
    "04-donnees/scenarios.md": """
    # Scénarios

    ## S4.1
    <!--
    titre : Une plainte
    metier : accueil
    refs : RU04
    type : unique
    niveau : 2
    sources : cours
    -->

    ### Situation
    Un habitant se plaint de son voisin, pompier à Saint-Elme.

    ### Décision
    Je réécris sans la personne.

    ### Pourquoi
    Les détails désignent.

    ### À vous
    Que faire de ce courriel ?

    - [ ] Je le donne tel quel à l’outil.
      > Non. Le geste est rapide, mais il désigne.
    - [x] J’écris une demande générale.
      > Juste. La demande reste utile.
    """,
    "04-donnees/banque.md": """
    # Banque

    ## RU04-001
    <!--
    type : unique
    niveau : 1
    famille : nom
    refs : RU04
    sources : cours
    animateur : Qui reconnaîtrait cette personne ?
    -->
    Le père de trois enfants, pompier à Saint-Elme, refuse de payer la cantine.
    Peut-on reconnaître la personne ?

    - [ ] Non, car il n’y a pas de nom.
      > Non. L’absence de nom rassure sans rien cacher.
    - [x] Oui, en recoupant les détails.
      > Juste. Le métier et la commune suffisent.
    - [ ] On ne peut pas savoir.
      > En partie. Cela dépend du lieu, et ce lieu est petit.

    > Retirer le nom ne suffit pas.

    ## RU04-002
    <!--
    type : multiple
    niveau : 2
    famille : pieces
    refs : RU04
    sources : cours
    -->
    Quels documents contiennent des données ?

    - [x] Un tableau de présence nominatif.
      > Juste. Il liste des personnes reconnaissables.
    - [x] Une photo de groupe des agents.
      > Juste. Un visage désigne une personne.
    - [ ] Le plan de la salle des fêtes.
      > Non. Il ne montre que des murs et des portes.

    > Les fichiers joints comptent.
    """,
  ]
}
