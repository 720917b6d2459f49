import Course
import Testing

@Suite("What is open, done and next") struct ProgressionTests {
  private static let welcome = Sample.module("M0", ["L0.1"], counts: false, hasBank: false)
  private static let data = Sample.module(
    "M4", ["L4.1", "L4.2"], hasScenarios: true, refs: ["RU04", "DP"])
  private static let rights = Sample.module("M7", ["L7.1"], refs: ["RU07"])
  private static let course = Sample.course([welcome, data, rights])

  private func after(_ events: [Event]) -> Progression {
    Progression(course: Self.course, progress: Sample.progress(events))
  }

  private func finished(_ steps: String...) -> [Event] {
    steps.map { .placed(step: $0, screen: 10, of: 10) }
  }

  @Test("steps are the lessons, then situations, practice and what to keep")
  func steps() {
    let progression = after([])
    #expect(
      progression.steps(of: Self.data)
        == ["L4.1", "L4.2", "M4.scenario", "M4.entrainement", "M4.retiens"])
    #expect(progression.steps(of: Self.welcome) == ["L0.1", "M0.retiens"])
    #expect(Self.data.number == "4")
    #expect(Sample.module("annexe", []).number == "annexe")
  }

  @Test("a module is done with its lessons and its practice")
  func status() {
    #expect(after([]).status(of: Self.data) == .toDo)
    #expect(after([.placed(step: "L4.1", screen: 1, of: 10)]).status(of: Self.data) == .started)
    #expect(after(finished("L4.1", "L4.2")).status(of: Self.data) == .started)
    #expect(after(finished("M4.entrainement")).status(of: Self.data) == .started)
    #expect(after(finished("M4.scenario")).status(of: Self.data) == .started)
    let done = finished("L4.1", "L4.2", "M4.entrainement")
    #expect(after(done).status(of: Self.data) == .done)
    #expect(after(done + [.placed(step: "L4.1", screen: 1, of: 10)]).status(of: Self.data) == .done)
    #expect(after(done).status(of: Self.rights) == .toDo)
  }

  @Test("a module without a bank is done with its lessons")
  func withoutBank() {
    #expect(after(finished("L0.1")).status(of: Self.welcome) == .done)
  }

  @Test("a purge of answers leaves modules done")
  func purged() {
    let events = finished("L4.1", "L4.2", "M4.entrainement") + [.purged(kept: [])]
    #expect(after(events).status(of: Self.data) == .done)
  }

  @Test("the statuses are the words of the map")
  func words() {
    #expect(ModuleStatus.toDo.rawValue == "à faire")
    #expect(ModuleStatus.started.rawValue == "en cours")
    #expect(ModuleStatus.done.rawValue == "terminé")
  }

  @Test("the next step is the first unfinished, then the last")
  func nextStep() {
    #expect(after([]).nextStep(in: Self.data) == "L4.1")
    #expect(after(finished("L4.1")).nextStep(in: Self.data) == "L4.2")
    #expect(after(finished("L4.2")).nextStep(in: Self.data) == "L4.1")
    let all = finished("L4.1", "L4.2", "M4.scenario", "M4.entrainement", "M4.retiens")
    #expect(after(all).nextStep(in: Self.data) == "M4.retiens")
  }

  @Test("a step is followed by the next of its module")
  func following() {
    let progression = after([])
    #expect(progression.step(after: "L4.1", in: Self.data) == "L4.2")
    #expect(progression.step(after: "L4.2", in: Self.data) == "M4.scenario")
    #expect(progression.step(after: "M4.retiens", in: Self.data) == nil)
    #expect(progression.step(after: "L7.1", in: Self.data) == nil)
  }

  @Test("a step belongs to one module, an unknown one to none")
  func owner() {
    let progression = after([])
    #expect(progression.module(of: "L7.1")?.id == "M7")
    #expect(progression.module(of: "M4.scenario")?.id == "M4")
    #expect(progression.module(of: "M7.scenario") == nil)
    #expect(progression.module(of: "L9.9") == nil)
  }

  @Test("the next module is the first not done, whatever was begun after it")
  func nextModule() {
    #expect(after([]).nextModule?.id == "M0")
    #expect(after(finished("L0.1", "L7.1")).nextModule?.id == "M4")
    let all = finished("L0.1", "L4.1", "L4.2", "M4.entrainement", "L7.1", "M7.entrainement")
    #expect(after(all).nextModule == nil)
  }

  @Test("the exam waits for the modules that count, and for no other")
  func exam() {
    #expect(after([]).modulesBeforeExam.map(\.id) == ["M4", "M7"])
    #expect(!after([]).isExamOpen)
    let counted = finished("L4.1", "L4.2", "M4.entrainement", "L7.1")
    #expect(after(counted).modulesBeforeExam.map(\.id) == ["M7"])
    #expect(after(counted + finished("M7.entrainement")).isExamOpen)
  }

  @Test(
    "minutes left follow the screens read",
    arguments: [
      ([:], 24), (["L4.1": 1], 24), (["L4.1": 6], 18), (["L4.1": 10], 12),
      (["L4.1": 10, "L4.2": 6], 6), (["L4.1": 10, "L4.2": 10], 1),
    ] as [([String: Int], Int)])
  func minutes(read: [String: Int], left: Int) {
    let events = read.map { Event.placed(step: $0.key, screen: $0.value, of: 10) }
    #expect(after(events).minutesLeft(in: Self.data) == left)
  }

  @Test("a module without lessons has its own minutes")
  func noLesson() {
    var module = Sample.module("M9", [])
    module.minutes = 7
    #expect(after([]).minutesLeft(in: module) == 7)
  }

  @Test("no place of an edited journal traps or adds minutes", arguments: hostileIntegers)
  func hostilePlaces(value: Int) {
    for (screen, count) in [(value, 10), (3, value), (value, value), (value, Int.max)] {
      let left = after([.placed(step: "L4.1", screen: screen, of: count)]).minutesLeft(
        in: Self.data)
      #expect((1...24).contains(left))
    }
  }

  @Test("a module is advised when one of its references was missed, until it is done")
  func advised() {
    #expect(after([]).isAdvised(Self.data, missed: ["DP", "RU01"]))
    #expect(!after([]).isAdvised(Self.rights, missed: ["DP", "RU01"]))
    #expect(!after([]).isAdvised(Self.data, missed: []))
    let done = after(finished("L4.1", "L4.2", "M4.entrainement"))
    #expect(!done.isAdvised(Self.data, missed: ["DP"]))
  }

  @Test("reviews due come oldest first, then by name")
  func reviews() {
    let today = Sample.today.number
    let boxes = [("C", 0), ("B", -3), ("D", 1), ("A", 0)].map {
      ReviewBox(question: $0.0, box: 1, due: Day(number: today + $0.1))
    }
    let progression = after([.purged(kept: boxes)])
    #expect(progression.reviewsDue(on: Sample.today).map(\.question) == ["B", "A", "C"])
    #expect(progression.reviewsDue(on: Day(number: today - 4)) == [])
  }
}
