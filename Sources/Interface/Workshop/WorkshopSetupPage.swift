import Course
import Display
import Workshop

/// What a workshop is opened with, asked one thing at a time: module, trade, length, attendance.
struct WorkshopSetupPage: Page {
  private enum Step: CaseIterable { case module, trade, minutes, attendance }

  private var request: WorkshopRequest
  private let trades: [Term]
  /// What the command line did not say.
  private let steps: [Step]
  private var place = 0

  init(_ request: WorkshopRequest, in session: Session) {
    self.request = request
    trades = session.course.ownTrades
    var steps: [Step] = []
    if request.module == nil { steps.append(.module) }
    if request.trade == .unsaid { steps.append(.trade) }
    if request.minutes == nil { steps.append(.minutes) }
    self.steps = steps + [.attendance]
  }

  private var step: Step { steps.at(place) ?? .attendance }

  func document(in session: Session) -> Document {
    Document(
      place: .init(
        long: "Atelier › Préparation", short: "Atelier", spoken: "Atelier, préparation",
        counter: .init("étape", place + 1, of: steps.count)),
      progress: Double(place) / Double(steps.count), title: title, blocks: blocks(in: session),
      question: question(in: session), isProjected: true)
  }

  private var title: String {
    switch step {
    case .module: "Quel module ?"
    case .trade: "Quel métier ?"
    case .minutes: "Quelle durée ?"
    case .attendance: "Combien de personnes ?"
    }
  }

  private func blocks(in session: Session) -> [Document.Block] {
    let items = items(in: session)
    let menu = Document.Block.menu(items, selected: session.menuSelection(in: items))
    switch step {
    case .module: return [menu]
    case .trade: return [menu] + .paragraphs("Les situations de ce métier viennent d’abord.")
    case .minutes: return [menu]
    case .attendance:
      return .paragraphs(
        "Comptez les personnes présentes, sans vous.",
        "Aucun nom n’est demandé. À moins de cinq, aucun vote n’est gardé.")
    }
  }

  private func question(in session: Session) -> String {
    switch step {
    case .module: "Le numéro d’un module"
    case .trade: "Le numéro d’un métier, ou suite pour tous les métiers"
    case .minutes: "La durée en minutes : 30, 60 ou 90"
    case .attendance:
      "Le nombre de personnes, de 1 à 999"
        + (request.attendance.map { ", ou Entrée seule pour \($0)" } ?? "")
    }
  }

  private func items(in session: Session) -> [Document.MenuItem] {
    switch step {
    case .module:
      session.course.workshopModules.map { Document.MenuItem(key: $0.number, title: $0.title) }
    case .trade:
      trades.enumerated().map {
        Document.MenuItem(key: String($0.offset + 1), title: $0.element.words)
      }
    case .minutes:
      zip(Agenda.lengths, 1...).map { minutes, count in
        let situations = count > 1 ? "\(count) situations" : "1 situation"
        return Document.MenuItem(
          key: String(minutes), title: "\(minutes) minutes, \(situations), \(3 * count) questions")
      }
    case .attendance: []
    }
  }

  func commands(in session: Session) -> [Command] {
    let skip =
      step == .trade
      ? [Command(.skip, Binding("suite", aliases: ["tous"], help: "Prend tous les métiers."))] : []
    return [.answering] + (step == .attendance ? [] : [.choosing]) + skip + [.backShown]
  }

  func takes(_ line: String, in session: Session) -> Bool { line.contains(where: \.isNumber) }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    do throws(AnswerInput.Misread) {
      return try take(line, in: &session)
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch action {
    case .answer: return answer("", in: &session)
    case .skip:
      request.trade = .all
      return advance(in: &session)
    case .back:
      guard place > 0 else { return .say("C’est la première étape. Tapez quitter pour fermer.") }
      place -= 1
      return .stay
    default: return .stay
    }
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    MenuLine.next(after: line, keys: items(in: session).map(\.key), by: offset)
  }

  private mutating func take(
    _ line: String, in session: inout Session
  ) throws(AnswerInput.Misread) -> Turn {
    switch step {
    case .module:
      let modules = session.course.workshopModules
      guard let module = session.course.module(named: line), modules.contains(module) else {
        throw AnswerInput.misread(
          line, "Choisissez \(modules.map(\.number).joined(separator: ", ")).")
      }
      request.module = module
    case .trade:
      request.trade = .one(trades[try AnswerInput.one(line, of: trades.count) - 1].key)
    case .minutes:
      guard let minutes = Int(line), Agenda.lengths.contains(minutes) else {
        throw AnswerInput.misread(line, "Choisissez 30, 60 ou 90.")
      }
      request.minutes = minutes
    case .attendance:
      let said = line.isEmpty ? request.attendance : Int(line)
      guard let count = said, WorkshopSetup.attendances.contains(count) else {
        throw AnswerInput.misread(line, "Tapez un nombre de 1 à 999.")
      }
      request.attendance = count
    }
    return advance(in: &session)
  }

  private mutating func advance(in session: inout Session) -> Turn {
    guard place + 1 == steps.count else {
      place += 1
      return .stay
    }
    return open(in: &session)
  }

  private func open(in session: inout Session) -> Turn {
    guard let module = request.module, let attendance = request.attendance else { return .stay }
    let seed = request.seed ?? session.random.number(below: WorkshopSetup.seeds.upperBound) + 1
    let minutes = request.minutes ?? Agenda.lengths[0]
    do throws(ContentError) {
      let agenda = try Agenda(
        of: module, in: session.course, minutes: minutes, trade: request.trade.key,
        seed: UInt64(max(0, seed)))
      let setup = WorkshopSetup(
        module: module.id,
        choice: .init(minutes: minutes, trade: request.trade.key, seed: UInt64(max(0, seed))),
        attendance: attendance, day: session.today, fingerprint: agenda.fingerprint)
      let page = WorkshopPage(WorkshopSession(setup, agenda: agenda))
      return Turn(
        .replace(page), effects: session.isSaving ? [.recordWorkshop(.opened(setup))] : [])
    } catch {
      return .push(ContentFaultPage(error: error))
    }
  }
}

extension Course {
  /// The modules that have something to vote on or to discuss.
  fileprivate var workshopModules: [Module] {
    modules.filter { $0.bankFile != nil || $0.scenarioFile != nil }
  }
}
