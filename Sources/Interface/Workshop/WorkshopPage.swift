import Course
import Display
import Workshop

/// A workshop on a projector, at the facilitator's pace: one item of its agenda at a time.
struct WorkshopPage: Page {
  /// What of an item is shown.
  enum Stage: Sendable, Hashable {
    /// Before the first item: what was chosen, and the seed.
    case cover
    /// A text, or the situation of a scenario.
    case reading
    /// The question, hands to be raised in this round.
    case asked(Int)
    /// The totals of this round are typed, nobody has seen them.
    case noted(Int)
    case shown(Int)
    case discussed
    /// Why this proposition, from 0, is right or not; the general feedback after the last.
    case explained(Int)
    case decision, reason
    /// All items, to go to one.
    case plan
    /// « Terminer l’atelier ? »
    case ending
  }

  private(set) var workshop: WorkshopSession
  var stage: Stage
  /// Where one comes back from the plan or the end.
  var before: Stage

  /// A new workshop on its cover, or one resumed on its item.
  init(_ workshop: WorkshopSession) {
    self.workshop = workshop
    stage = workshop.item.map { Self.entry($0, of: workshop) } ?? .cover
    before = stage
  }

  var item: Int { workshop.item ?? -1 }
  var ballot: Ballot { workshop.ballot(item) }
  var question: Question? { workshop.current?.votedQuestion }

  /// What an item shows first: its votes when there were some.
  static func entry(_ item: Int, of workshop: WorkshopSession) -> Stage {
    guard let agendaItem = workshop.agenda.items.at(item), agendaItem.votedQuestion != nil else {
      return .reading
    }
    let ballot = workshop.ballot(item)
    let count = ballot.rounds.count
    if count > 0 { return ballot.isRevealed ? .shown(count) : .noted(count) }
    if case .question = agendaItem { return .asked(1) }
    return .reading
  }

  func document(in session: Session) -> Document {
    WorkshopScreen(page: self, session: session).document
  }

  /// A vote is expected, or would be taken.
  private var takesTotals: Bool {
    guard question != nil else { return false }
    switch stage {
    case .asked, .noted, .shown, .discussed, .explained: return true
    case .cover, .reading, .decision, .reason, .plan, .ending: return false
    }
  }

  func takes(_ line: String, in session: Session) -> Bool {
    switch stage {
    case .ending: AnswerInput.yesOrNo(line) != nil
    case .plan: line.contains(where: \.isNumber)
    default: takesTotals && Totals.isMeant(by: line)
    }
  }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    switch stage {
    case .ending: return end(line, in: session)
    case .plan: return go(toTyped: line, in: &session)
    default: return vote(line, in: &session)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch action {
    case .answer: return answer("", in: &session)
    case .vote: return vote(argument, in: &session)
    case .advance: return advance(in: &session)
    case .back: return back(in: &session)
    case .closeVote: return record(.revealed, in: &session)
    case .undo: return record(.undone, in: &session)
    case .reset: return record(.reset(item: item), in: &session)
    case .secondVote: stage = .asked(2)
    case .explain: stage = .explained(0)
    case .plan: turn(to: .plan)
    case .finish: turn(to: .ending)
    default: break
    }
    return .stay
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    switch report {
    case .workshopRecorded(let event): return fold(event)
    case .workshopUnrecorded(let event, let complaint):
      // A room is waiting: the workshop goes on in memory, its report can still be written.
      session.isSaving = false
      var turn = fold(event)
      turn.notice = Text(
        "\(complaint.problem) L’atelier continue sans être gardé : le compte rendu reste possible.")
      return turn
    case .workshopClosed(let folder, let files):
      return .replace(WorkshopDonePage(folder: folder, files: files))
    default: return .stay
    }
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    guard stage == .plan else { return nil }
    return MenuLine.next(
      after: line, keys: workshop.agenda.items.indices.map { String($0 + 1) }, by: offset)
  }
}

// What changes the session: an event is kept before it is folded, unless it must not be.
extension WorkshopPage {
  mutating func record(_ event: WorkshopEvent, in session: inout Session) -> Turn {
    guard session.isSaving, workshop.keeps(event) else { return fold(event) }
    return Turn(.stay, effects: [.recordWorkshop(event)])
  }

  private mutating func fold(_ event: WorkshopEvent) -> Turn {
    workshop.apply(event)
    switch event {
    case .placed: stage = Self.entry(item, of: workshop)
    case .voted(_, let round, _): stage = .noted(round)
    case .revealed: stage = .shown(max(1, ballot.rounds.count))
    case .undone:
      stage = .asked(ballot.rounds.count + 1)
      return .say("Le dernier vote est annulé.")
    case .reset:
      stage = .asked(1)
      return .say("Les votes de cette question sont effacés.")
    case .opened, .closed: break
    }
    return .stay
  }

  private mutating func vote(_ line: String, in session: inout Session) -> Turn {
    guard let question, takesTotals else { return .stay }
    let round: Int
    switch stage {
    case .asked(let asked): round = asked
    case .noted(let noted): round = noted
    default: round = ballot.rounds.count + 1
    }
    guard round <= 2 else {
      return .say("Les deux votes sont faits. Tapez annuler pour refaire le second.")
    }
    do throws(AnswerInput.Misread) {
      let totals = try Totals.reading(
        line, on: question, attendance: workshop.setup.attendance)
      return record(.voted(item: item, round: round, totals: totals), in: &session)
    } catch {
      return .say(error.sentence)
    }
  }

  private mutating func end(_ line: String, in session: Session) -> Turn {
    guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
    guard yes else {
      stage = before
      return .stay
    }
    let report = WorkshopReport(workshop, trade: session.tradeName(workshop.setup.choice.trade))
    return Turn(.stay, effects: [.closeWorkshop(workshop.setup.day, report.document)])
  }
}

// Where one goes from a stage.
extension WorkshopPage {
  fileprivate mutating func turn(to stage: Stage) {
    if self.stage != .plan, self.stage != .ending { before = self.stage }
    self.stage = stage
  }

  fileprivate mutating func go(toTyped line: String, in session: inout Session) -> Turn {
    do throws(AnswerInput.Misread) {
      let number = try AnswerInput.one(line, of: workshop.agenda.items.count)
      return record(.placed(item: number - 1), in: &session)
    } catch {
      return .say(error.sentence)
    }
  }

  fileprivate mutating func advance(in session: inout Session) -> Turn {
    switch stage {
    case .cover: return move(1, in: &session)
    case .reading: return afterReading(in: &session)
    case .asked, .shown(2): stage = .explained(0)
    case .noted: return record(.revealed, in: &session)
    case .shown: stage = .discussed
    case .discussed: stage = .asked(2)
    case .explained(let option): return afterExplaining(option, in: &session)
    case .decision: stage = .reason
    case .reason: return move(1, in: &session)
    case .plan, .ending: stage = before
    }
    return .stay
  }

  private mutating func afterReading(in session: inout Session) -> Turn {
    guard case .scenario? = workshop.current else { return move(1, in: &session) }
    stage = question == nil ? .decision : .asked(1)
    return .stay
  }

  private mutating func afterExplaining(_ option: Int, in session: inout Session) -> Turn {
    let count = (question?.voteOptions?.count ?? 0) + (question?.feedback.isEmpty == false ? 1 : 0)
    if option + 1 < count {
      stage = .explained(option + 1)
      return .stay
    }
    guard case .scenario? = workshop.current else { return move(1, in: &session) }
    stage = .decision
    return .stay
  }

  fileprivate mutating func back(in session: inout Session) -> Turn {
    switch stage {
    case .plan, .ending: stage = before
    case .explained(let option) where option > 0: stage = .explained(option - 1)
    case .explained, .discussed, .asked(2):
      stage = ballot.rounds.isEmpty ? .asked(1) : Self.entry(item, of: workshop)
    case .reason: stage = .decision
    case .decision, .asked, .noted, .shown: return backInScenario(in: &session)
    case .cover, .reading: return move(-1, in: &session)
    }
    return .stay
  }

  private mutating func backInScenario(in session: inout Session) -> Turn {
    guard case .scenario? = workshop.current else { return move(-1, in: &session) }
    stage = .reading
    return .stay
  }

  private mutating func move(_ offset: Int, in session: inout Session) -> Turn {
    guard workshop.agenda.items.indices.contains(item + offset) else {
      if offset < 0 { return .say("C’est le début de l’atelier.") }
      turn(to: .ending)
      return .stay
    }
    return record(.placed(item: item + offset), in: &session)
  }
}
