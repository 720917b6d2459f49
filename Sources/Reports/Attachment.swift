import Course

/// Records attached to people as they come, the newest of each person and course kept.
struct Attachment {
  /// A person, as far as records tell.
  private enum Person: Hashable {
    case agent(Int)
    case stranger(String)
    /// Several agents could be meant, so no two such records are surely of one person.
    case unsure(Int)
  }

  private struct Key: Hashable {
    var person: Person
    var course: String
  }

  private let agents: [Agent]?
  private let join: Join
  private var newest: [Key: CompletionRecord] = [:]
  private var outOfPeriod = 0
  private var replaced = 0
  private var unsure: [Remark] = []
  private var forgiven: [Remark] = []

  init(_ agents: [Agent]?) {
    self.agents = agents
    join = Join(agents ?? [])
  }

  mutating func add(_ filed: FiledRecord, in period: Period) {
    guard period.contains(filed.record.day) else {
      outOfPeriod += 1
      return
    }
    let key = Key(person: person(filed), course: filed.record.course)
    guard let other = newest[key] else {
      newest[key] = filed.record
      return
    }
    replaced += 1
    if filed.record.replaces(other) { newest[key] = filed.record }
  }

  private mutating func person(_ filed: FiledRecord) -> Person {
    let identifier = filed.record.identifier
    switch join.match(identifier) {
    case .exact(let place): return .agent(place)
    case .none: return .stranger(identifier)
    case .withoutZeros(let place):
      let matricule = agents?[place].identifier ?? ""
      let text = "zéros retrouvés : \(identifier) est rattaché au matricule \(matricule)."
      forgiven.append(Remark(filed.file, text))
      return .agent(place)
    case .ambiguous(let places):
      let text = "non rattaché. Le matricule \(identifier) peut désigner \(places.count) agents."
      unsure.append(Remark(filed.file, text))
      return .unsure(unsure.count)
    }
  }

  /// The rows of the records kept, then of the agents without one.
  var rows: [Row] {
    let finished = finished
    let records = newest.map { key, record in Row(agent: agent(key.person), record: record) }
    let missing = (agents ?? []).enumerated().filter { !finished.contains(.agent($0.offset)) }
    return records + missing.map { Row(agent: $0.element, record: nil) }
  }

  private func agent(_ person: Person) -> Agent? {
    guard case .agent(let place) = person else { return nil }
    return agents?[place]
  }

  /// The people with a record: the agents among them when there is a list.
  private var finished: Set<Person> {
    Set(newest.keys.map(\.person).filter { agents == nil || agent($0) != nil })
  }

  /// The counts that attaching gives; those of the files and of the list are the caller's.
  var tally: Tally {
    var tally = Tally()
    tally.outOfPeriod = outOfPeriod
    tally.replaced = replaced
    tally.zerosForgiven = forgiven.count
    tally.agents = agents?.count
    tally.finished = finished.count
    if agents != nil { tally.unattached = newest.keys.count { agent($0.person) == nil } }
    return tally
  }

  /// Every record joined to nobody for sure; the first of those joined without their zeros.
  var remarks: [Remark] { unsure + forgiven.prefix(Attachment.examples) }

  /// A list that lost all its zeros would otherwise tell so for each agent; the tally counts all.
  private static let examples = 10
}

extension CompletionRecord {
  /// Whether it holds rather than the other: a newer version, or the same one on a later day.
  fileprivate func replaces(_ other: CompletionRecord) -> Bool {
    let versions = (CourseVersion(other.version), CourseVersion(version))
    return versions.0 < versions.1 || !(versions.1 < versions.0) && other.day < day
  }
}
