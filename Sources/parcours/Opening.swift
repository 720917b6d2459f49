import Course
import Display
import Glibc
import Interface
import Journal
import Terminal

/// Opening the course: files, journal, first question, pages, then the loop.
struct Opening {
  /// Where the person asked to begin.
  enum Target {
    case map
    case module(String?)
    case attestation, badge
    /// What is shown first, and where it is read again from.
    case preview(PreviewSource, ContentPreview)
    case workshop(WorkshopChoice)
  }

  var choices = Locations.Choices()
  var isLinear = false
  var isGuest = false
  var target = Target.map

  init(
    choices: Locations.Choices = Locations.Choices(), isLinear: Bool = false,
    isGuest: Bool = false, target: Target = .map
  ) {
    self.choices = choices
    self.isLinear = isLinear
    self.isGuest = isGuest
    self.target = target
  }

  /// Reads a command line made only of the course's own options; nil for any other.
  ///
  /// ArgumentParser would understand it too, in twice the time the first frame takes.
  init?(_ arguments: [String]) {
    self.init()
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--lineaire": isLinear = true
      case "--invite": isGuest = true
      default:
        guard let value = rest.popFirst(), choices.set(word, value) else { return nil }
      }
    }
  }

  /// Runs the whole session; returns the exit code.
  func run() -> Int32 {
    do throws(Stop) {
      let installed = try Installed.find(choices)
      let learner = try Learner.open(installed.locations, isGuest: isGuest)
      return try run(installed, learner)
    } catch {
      Standard.complain(error.problem, error.advice)
      return error.code
    }
  }

  private func run(_ installed: Installed, _ learner: consuming Learner) throws(Stop) -> Int32 {
    let surroundings = Surroundings(Locations.environment)
    let hook = TestHook(Locations.environment("PARCOURS_ESSAI"))
    let pages = learner.pages
    let progress = learner.progress
    let isSaving = learner.isSaving
    let world = World(
      installed, journal: learner.takeJournal(), isGuest: isGuest, acknowledge: hook.acknowledge)
    if case .workshop = target { world.workshop = try WorkshopStore(installed.locations) }
    var settings = settings(of: world)
    var lines = LineMode(forced: isLinear || !Terminals.isInteractive(surroundings), surroundings)
    guard let linear = lines.choose(&settings, saving: world) else {
      return exitCode(lines.signal)
    }
    let session = Session(
      course: installed.course, progress: progress, settings: settings,
      installation: installed.installation(), today: Clock.today(), isLinear: linear,
      isSaving: world.workshop?.isSaving ?? isSaving, random: SplitMix64(seed: Chance.seed()))
    var program = Program(state: try state(session, pages, world.workshop), world: world)
    program.begin()
    if !linear, var port = CursesPort(surroundings) {
      let signal = GridLoop.run(&program, on: &port, hook: hook, watch: watch)
      port.close()
      return exitCode(signal)
    }
    program.state.session.isLinear = true
    return exitCode(lines.run(&program, hook: hook, watch: watch))
  }

  /// An author who asks to see a file is not asked how to read it, nor a facilitator before a room.
  private func settings(of world: World) -> Settings {
    var settings = world.settings()
    switch target {
    case .preview: settings.mode = .grid
    case .workshop:
      settings = world.ownSettings()
      settings.mode = settings.mode ?? .grid
    case .map, .module, .attestation, .badge: break
    }
    return settings
  }

  /// What is shown again when it is saved.
  private var watch: WatchedFile? {
    if case .preview(let source, _) = target { source.watch() } else { nil }
  }

  private func exitCode(_ signal: Int32?) -> Int32 { signal.map { 128 + $0 } ?? 0 }

  /// The first pages: what must be read first, then where the person asked to go.
  private func state(
    _ session: Session, _ pages: [any Page], _ workshop: WorkshopStore?
  ) throws(Stop) -> State {
    if case .workshop(let choice) = target {
      let page = WorkshopEntrance.page(
        try choice.request(in: session.course), unfinished: workshop?.unfinished, in: session)
      return State(session, alone: page, after: workshop?.remarks ?? [])
    }
    if case .preview(_, let preview) = target {
      var session = session
      let page = PreviewPage(preview, in: &session)
      return State(session, opening: [page])
    }
    let goal = try goal(in: session)
    guard session.progress.noticeShown else {
      var session = session
      session.goal = goal
      return State(session, opening: [FirstStart.page] + pages)
    }
    return State(session, opening: (goal.map { [$0] } ?? []) + pages)
  }

  /// The page that was asked for; nil for the map.
  private func goal(in session: Session) throws(Stop) -> (any Page)? {
    switch target {
    case .map, .preview, .workshop: return nil
    case .module(let name):
      guard let page = Entrance.module(name, in: session.course) else {
        throw Stop(
          2, "Il n’y a pas de module « \((name ?? "").printable) ».",
          "Les modules sont : \(session.course.modules.map(\.number).joined(separator: ", ")).")
      }
      return page
    case .attestation, .badge:
      guard let page = Entrance.page(isBadge: isBadge, in: session) else {
        throw Stop(
          1, "Le parcours n’est pas terminé.", "Passez d’abord l’examen final, depuis parcours.")
      }
      return page
    }
  }

  private var isBadge: Bool {
    if case .badge = target { return true }
    return false
  }
}

/// Line by line: the first question, and the loop when it is the answer.
private struct LineMode: ~Copyable {
  private let isForced: Bool
  private let surroundings: Surroundings
  /// What ended the first question, if a signal did.
  private(set) var signal: Int32?

  init(forced: Bool, _ surroundings: Surroundings) {
    isForced = forced
    self.surroundings = surroundings
  }

  /// Whether to go line by line: forced, remembered, or asked in plain text before any escape.
  ///
  /// nil at the end of the input, or on a signal.
  mutating func choose(_ settings: inout Settings, saving world: World) -> Bool? {
    if isForced { return true }
    if let mode = settings.mode { return mode == .linear }
    var asked = LinePort(surroundings)
    LineMode.say(
      [
        "Parcours d’acculturation à l’IA générative.", "Comment voulez-vous lire ?",
        "1. En plein écran.", "2. Ligne à ligne, pour un lecteur d’écran ou une plage braille.",
        "Tapez 1 ou 2, puis Entrée :",
      ], on: &asked)
    while true {
      asked.prompt()
      guard let line = asked.next() else {
        signal = asked.pendingSignal
        return nil
      }
      let answer: Int
      do throws(AnswerInput.Misread) { answer = try AnswerInput.one(line, of: 2) } catch {
        LineMode.say([error.sentence, "Tapez 1 ou 2, puis Entrée :"], on: &asked)
        continue
      }
      settings.mode = answer == 2 ? .linear : .grid
      // A machine that cannot keep the choice asks again next time.
      _ = world.save(settings)
      return answer == 2
    }
  }

  /// Whole words on each line, however narrow the window.
  private static func say(_ lines: [String], on port: inout LinePort) {
    port.write(lines.flatMap { Text($0).wrapped(at: port.columns).map(\.plain) })
  }

  mutating func run(_ program: inout Program, hook: TestHook, watch: WatchedFile?) -> Int32? {
    var port = LinePort(surroundings)
    return LineLoop.run(&program, on: &port, hook: hook, watch: watch)
  }
}
