import Course
import Display

/// The map: where one was, the modules and their state, the exam, the attestation.
struct HomePage: Page {
  /// What an entry of the map opens.
  private enum Entry {
    case resume, module(Module), exam, attestation, badge
    case principles, data, settings
  }

  func document(in session: Session) -> Document {
    let items = entries(in: session).map(\.item)
    let place = session.local("collectivite")
    return Document(
      place: .init(
        long: "\(session.course.title) · \(place)", short: "Parcours", spoken: "Carte du parcours"),
      blocks: welcome(in: session) + [
        .menu(items, selected: session.line.isEmpty ? 0 : session.menuSelection(in: items))
      ])
  }

  func commands(in session: Session) -> [Command] {
    [
      .advance(
        session.progress.currentStep == nil ? "commencer" : "reprendre",
        help: "Ouvre le parcours là où vous étiez."),
      .choosing,
      Command(
        .search, Binding("chercher", aliases: ["trouver"], help: "Cherche dans tout le parcours.")),
      Command(
        .review,
        Binding(
          "réviser", help: "Repose les questions manquées.",
          disabled: dueReviews(in: session).isEmpty
            ? "Aucune question à réviser aujourd’hui." : nil)),
    ]
  }

  func takes(_ line: String, in session: Session) -> Bool {
    entry(line, in: session) != nil || line.allSatisfy(\.isNumber)
  }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard let found = entry(line, in: session) else {
      let numbers = session.course.modules.map(\.number).joined(separator: ", ")
      return .say("Vous avez tapé \(line). Les modules sont : \(numbers).")
    }
    return open(found, in: &session)
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch action {
    case .advance: return open(.resume, in: &session)
    case .search: return .push(SearchPage(query: argument))
    case .review: return review(in: &session)
    default: return .stay
    }
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    let keys = entries(in: session).map(\.item.key)
    return MenuLine.next(after: line.isEmpty ? keys.first ?? "" : line, keys: keys, by: offset)
  }

  // MARK: What the map says

  private func welcome(in session: Session) -> [Document.Block] {
    if let completion = session.progress.completion {
      return .paragraphs("Vous avez terminé le parcours le \(completion.day.french). Bravo.")
    }
    guard let step = session.progress.currentStep,
      let module = session.progression.module(of: step)
    else { return [Document.Block](session.course.welcome) }
    return .paragraphs(Self.lastPlace(step, module, session))
  }

  /// « Vous en étiez à « Ce qui se voit moins », module 4, écran 4 sur 9. »
  private static func lastPlace(_ step: String, _ module: Module, _ session: Session) -> String {
    guard let outline = module.lessons.first(where: { $0.id == step }),
      let place = session.progress.places[step]
    else { return "Vous en étiez au module \(module.number), \(module.title)." }
    let title = session.course.screenTitle(place.screen, of: outline)
    return
      "Vous en étiez à « \(title ?? outline.title) », module \(module.number), écran \(place.screen) sur \(place.of)."
  }

  private func entries(in session: Session) -> [(item: Document.MenuItem, entry: Entry)] {
    let progression = session.progression
    let missed = Positioning.missed(in: session)
    var entries: [(Document.MenuItem, Entry)] = [
      (
        .init(
          key: "reprendre", title: session.progress.currentStep == nil ? "Commencer" : "Reprendre"),
        .resume
      )
    ]
    for (index, module) in session.course.modules.enumerated() {
      let status = progression.status(of: module)
      let advised = progression.isAdvised(module, missed: missed)
      entries.append(
        (
          .init(
            key: module.number, title: module.title,
            state: advised ? "\(status.rawValue), conseillé" : status.rawValue,
            note: status == .done ? nil : "\(progression.minutesLeft(in: module)) min",
            startsGroup: index == 0), .module(module)
        ))
    }
    let done = session.progress.completion != nil
    entries += [
      (
        .init(
          key: "examen", title: "Examen final",
          state: done ? "réussi" : progression.isExamOpen ? "ouvert" : "après les modules",
          startsGroup: true), .exam
      ),
      (
        .init(key: "attestation", title: "Attestation", state: done ? nil : "après l’examen"),
        .attestation
      ),
      (
        .init(
          key: "badge", title: "Badge",
          state: done ? BadgePage.state(in: session.progress) : "après l’examen"),
        .badge
      ),
      (.init(key: "principes", title: "Les neuf principes"), .principles),
      (.init(key: "données", title: "Mes données"), .data),
      (.init(key: "réglages", title: "Réglages"), .settings),
    ]
    return entries
  }

  private func entry(_ line: String, in session: Session) -> Entry? {
    let all = entries(in: session)
    let typed = line.folded
    if let exact = all.first(where: { $0.item.key.folded == typed }) { return exact.entry }
    // Three letters are enough for a word of the map: `exa`.
    let begun = all.filter {
      typed.count >= 3
        && ($0.item.key.folded.hasPrefix(typed) || $0.item.title.folded.hasPrefix(typed))
    }
    return begun.count == 1 ? begun.first?.entry : nil
  }

  // MARK: What it opens

  private func open(_ entry: Entry, in session: inout Session) -> Turn {
    switch entry {
    case .resume: return resume(in: &session)
    case .module(let module): return .push(ModulePage(module: module))
    case .exam: return ExamPage.open(in: &session)
    case .attestation: return AttestationPage.open(in: session)
    case .badge: return BadgePage.open(in: session)
    case .principles: return .push(TermsPage.principles(in: session))
    case .data: return .push(MyDataPage())
    case .settings: return .push(SettingsPage())
    }
  }

  private func resume(in session: inout Session) -> Turn {
    if session.progress.attempt != nil { return ExamPage.open(in: &session) }
    if let turn = Navigator.resume(in: &session) { return turn }
    if let module = session.progression.nextModule { return .push(ModulePage(module: module)) }
    if session.progress.completion == nil { return ExamPage.open(in: &session) }
    return AttestationPage.open(in: session)
  }

  private func dueReviews(in session: Session) -> [ReviewBox] {
    session.progression.reviewsDue(on: session.today)
  }

  private func review(in session: inout Session) -> Turn {
    let due = Set(dueReviews(in: session).map(\.question))
    do throws(ContentError) {
      let questions = try session.course.banks().filter { due.contains($0.id) }
      guard !questions.isEmpty else { return .say("Aucune question à réviser aujourd’hui.") }
      return .push(
        PracticePage(reviewing: Array(questions.prefix(PracticeDraw.size)), in: &session))
    } catch {
      return .push(ContentFaultPage(error: error))
    }
  }
}

/// The positioning questions of the welcome module: the references of those missed.
enum Positioning {
  static func missed(in session: Session) -> Set<String> {
    guard let welcome = session.course.modules.first(where: { !$0.counts }) else { return [] }
    let prefixes = welcome.lessons.map(\.id)
    let missed = session.progress.answers.filter { id, given in
      given.ok == false && prefixes.contains { id.hasPrefix($0 + "-") }
    }
    guard !missed.isEmpty else { return [] }
    var refs: Set<String> = []
    for outline in welcome.lessons {
      guard let lesson = try? session.course.lesson(outline) else { continue }
      for screen in lesson.screens {
        guard case .question(let question) = screen.content, missed[question.id] != nil,
          let first = question.refs.first
        else { continue }
        refs.insert(first)
      }
    }
    return refs
  }
}
