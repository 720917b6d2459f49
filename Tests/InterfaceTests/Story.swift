import Course
import Display
import Interface

/// A person at the program, and a world that keeps everything in memory.
struct Story {
  var state: State
  /// Every effect asked of the world, in order.
  private(set) var effects: [Effect] = []
  private var number = 0
  private var demandes = 0
  /// What the issuer has answered to a demande, if it has.
  var collected: Report?
  /// What erasing found in the depot.
  var erased = Erased()
  /// Facts the world refuses to keep, as a full disk would.
  var refusesFacts = false
  /// What happens to anything else the world is asked to write or to erase.
  var failure: Complaint?

  static let day = Day(number: 20_778)

  init(
    progress: Progress = Progress(), isLinear: Bool = true, hasDepot: Bool = false,
    issuer: Installation.Issuer = .local, firstStart: Bool = false, isSaving: Bool = true,
    changes: [String: String] = [:]
  ) throws {
    var progress = progress
    if !firstStart { progress.noticeShown = true }
    number = progress.lastNumber
    let session = Session(
      course: try SampleCourse.course(changes), progress: progress, settings: Settings(),
      installation: Installation(
        folder: "~/Parcours IAG/", dataFolder: "~/.local/share/parcours", hasDepot: hasDepot,
        answerFolder: hasDepot ? "/srv/depot/badges/" : nil, issuer: issuer),
      today: Self.day, isLinear: isLinear, isSaving: isSaving, random: SplitMix64(seed: 7))
    state = State(session, opening: firstStart ? [FirstStart.page] : [])
  }

  /// Types lines, one after the other; an empty one is Entrée alone.
  mutating func type(_ lines: String...) {
    for line in lines { handle(.line(line)) }
  }

  /// Presses keys; a string is typed character by character.
  mutating func press(_ keys: Key...) {
    for key in keys { handle(.key(key)) }
  }

  mutating func handle(_ message: Message) {
    var pending = state.update(message)
    while !pending.isEmpty {
      let effect = pending.removeFirst()
      effects.append(effect)
      if let report = report(on: effect) { pending += state.update(.report(report)) }
    }
  }

  private mutating func report(on effect: Effect) -> Report? {
    switch effect {
    case .saveSettings, .eraseData, .purge:
      if let failure { return .failed(failure) }
    default: break
    }
    switch effect {
    case .record(let event): return record(event)
    case .recordCompletion(let how):
      return record(.completed(course: "essai", version: "1.0.0", digest: "00", how: how))
    case .stopSaving:
      refusesFacts = false
      return nil
    case .writeAttestation(let identifier):
      let record = CompletionRecord(
        identifier: identifier, course: "essai", version: "1.0.0", day: Self.day, how: .alone,
        fingerprint: "E-7f3c2a9104be66d0")
      return .attestationWritten(
        Attestation(
          record: record, folder: "~/Parcours IAG/", files: ["attestation.txt"],
          recordFile: "suivi.json"))
    case .handIn: return .handedIn
    case .award:
      if case .configured(let name) = state.session.installation.issuer {
        demandes += 1
        let hasDepot = state.session.installation.hasDepot
        return .requested(
          RequestedBadge(
            issuer: name, file: "demande-\(demandes).json",
            folder: hasDepot ? nil : "~/Parcours IAG/"))
      }
      return .awarded(
        AwardedBadge(
          id: "urn:uuid:1", folder: "~/Parcours IAG/", files: ["badge.svg"],
          fingerprint: "E-7f3c2a9104be66d0", issuer: "Émetteur local"))
    case .exportData: return .exported(path: "~/Parcours IAG/")
    case .eraseData: return .erased(erased)
    case .purge: return .purged(Progress())
    case .collectBadge: return collected
    case .saveSettings, .recordWorkshop, .closeWorkshop, .quit: return nil
    }
  }

  private mutating func record(_ event: Event) -> Report {
    if refusesFacts {
      return .unrecorded(event, Complaint("Il n’y a plus de place.", "Libérez de la place."))
    }
    number += 1
    let time = Timestamp(seconds: Self.day.number * 86_400 + number)
    return .recorded(StampedEvent(number: number, time: time, event: event))
  }

  /// What the person reads, linearly, whole, its lines joined: where they are cut does not count.
  var said: String {
    Linear.lines(state.document, after: nil, width: 66).joined(separator: " ")
  }

  /// The same as cells.
  func rows(_ columns: Int, _ rows: Int) -> [String] {
    Grid.frame(state.document, columns: columns, rows: rows, part: 0, theme: .plain).lines
  }

  /// The facts that were kept, in order.
  var facts: [Event] {
    effects.compactMap { effect in
      if case .record(let event) = effect { return event }
      return nil
    }
  }
}

extension Story {
  /// The label, as shown, of the proposition that begins with `text`.
  func label(of text: String) -> String {
    for block in state.document.blocks {
      guard case .choices(let choices) = block,
        let choice = choices.first(where: { $0.text.plain.hasPrefix(text) })
      else { continue }
      return choice.label
    }
    return "?"
  }
}
