import Course
import Glibc
import Journal
import PseudoTerminal
import Testing

/// What the disk and other processes do to a learner's facts.
@Suite("Facts on disk", .serialized)
struct JournalOnDiskTests {
  /// Typed after the notice: three questions of training answered, screens read in between.
  private static let script =
    "\n\n\n\n\n\n" + "\n\n\n\n\n1\n\n2\n\n\n" + String(repeating: "\n1\n", count: 40)

  @Test("two hundred kills at random moments lose no fact that was acknowledged")
  func killed() throws {
    let agent = try Agent()
    var lost = 0
    var acknowledged = 0
    for round in 0..<200 {
      let data = "\(agent.home)/d\(round % 10)"
      if round < 10 { _ = agent.run(["--lineaire", "--donnees", data], input: "\n\n") }
      let numbers = try run(data, agent, killAfter: UInt32.random(in: 1_000...30_000))
      let reading = try Journal.read(directory: data)
      let kept = Set(reading.lines.map(\.number))
      lost += numbers.filter { !kept.contains($0) }.count
      acknowledged += numbers.count
    }
    #expect(lost == 0)
    // The kills must fall among facts, not all before the first or after the last.
    #expect(acknowledged > 200)
  }

  /// Plays the script, kills after some microseconds, gives the numbers acknowledged on a pipe.
  private func run(_ data: String, _ agent: Agent, killAfter delay: UInt32) throws -> [Int] {
    let acknowledgements = "\(agent.home)/acquits"
    let input = "\(agent.home)/entree"
    if access(input, F_OK) != 0 {
      _ = agent.shell("printf %s '\(Self.script)' > '\(input)'")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 9, acknowledgements, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var variables = agent.environment
    variables["PARCOURS_ESSAI"] = "acquit:9"
    let process = try spawn(
      Agent.program, ["--lineaire", "--donnees", data], variables, &actions)
    usleep(delay)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return agent.read(acknowledgements).split(separator: "\n").compactMap { Int($0) }
  }

  @Test("a second session is told that the first is open, and changes nothing")
  func second() throws {
    let agent = try Agent()
    let first = try agent.map()
    let before = agent.read(agent.journal)
    let second = agent.run(["--lineaire"], input: "\n\n\n")
    #expect(second.status == 1)
    #expect(second.error.contains("déjà ouvert"))
    #expect(agent.read(agent.journal) == before)
    #expect(agent.run(["progression"]).status == 0)
    // An Entrée in the first moments of a page is taken for a repeat.
    usleep(200_000)
    first.send("quitter\r")
    #expect(first.end() == .status(0))
  }

  @Test("a folder that cannot be written leads to « continuer sans enregistrer »")
  func readOnly() throws {
    let agent = try Agent()
    let outcome = agent.run(["--lineaire", "--donnees", "/sys/parcours"], input: "\n\n\n\n\n\n\n")
    #expect(outcome.output.contains("continuer sans enregistrer"))
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
  }

  @Test("a disk that fills up keeps the answer on screen, and says what to do")
  func full() throws {
    let agent = try Agent()
    agent.readNotice()
    let lines = String(repeating: "1\\n\\n", count: 40)
    let outcome = agent.shell(
      // The limit binds files, not pipes: what is said goes through `cat`.
      "printf '4\\n\(lines)' | (trap '' XFSZ; ulimit -f 1; exec '\(Agent.program)' --lineaire) | cat"
    )
    #expect(outcome.output.contains("Il n’y a plus de place sur le disque"))
    #expect(outcome.output.contains("réessayer"))
    #expect(
      (try? Journal.read(directory: "\(agent.home)/.local/share/parcours"))?.faults.isEmpty == true)
  }

  @Test("a damaged line stops with its number and the repair; the repair goes on")
  func damaged() throws {
    let agent = try Agent()
    _ = agent.run(["--lineaire"], input: "\n\n\n\n\n\n\n\n\n")
    _ = agent.shell("sed -i '2s/placed/plaecd/' '\(agent.journal)'")
    let before = agent.read(agent.journal)
    let stopped = agent.run(["--lineaire"], input: "\n")
    #expect(stopped.status == 1)
    #expect(stopped.error.contains("La ligne 2"))
    #expect(stopped.error.contains("diagnostic --reparer"))
    #expect(agent.read(agent.journal) == before)
    #expect(agent.run(["diagnostic", "--reparer"]).status == 0)
    #expect(agent.run(["--lineaire"], input: "\n").status == 0)
  }

  @Test("a torn last line is set aside and said, the rest goes on")
  func torn() throws {
    let agent = try Agent()
    _ = agent.run(["--lineaire"], input: "\n\n\n\n\n\n\n\n\n")
    _ = agent.shell("truncate -s -5 '\(agent.journal)'")
    let outcome = agent.run(["--lineaire"], input: "\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.replacing("\n", with: " ").contains("mise de côté dans « journal.coupe »"))
  }

  @Test("a guest leaves nothing behind")
  func guest() throws {
    let agent = try Agent()
    let outcome = agent.run(["--lineaire", "--invite"], input: "\n\n\n\n\n\n\n\n\n")
    #expect(outcome.status == 0)
    #expect(access("\(agent.home)/.local", F_OK) != 0)
    #expect(access("\(agent.home)/Parcours IAG", F_OK) != 0)
  }

  @Test("a guest neither exports nor erases what belongs to the machine's owner")
  func guestAmongOthers() throws {
    let agent = try Agent()
    _ = agent.run(["--lineaire"], input: "\n\n\n\n\n\n\n\n\n")
    let before = agent.read(agent.journal)
    #expect(before.contains("L0.1"))
    let typed = "\n\nplan\nmes données\nexporter\neffacer\noui\noui\n"
    let outcome = agent.run(["--lineaire", "--invite"], input: typed)
    #expect(outcome.output.contains("Cette session est oubliée"))
    #expect(agent.read(agent.journal) == before)
    let export = agent.read("\(agent.home)/Parcours IAG/mes-donnees.json")
    #expect(export.contains("noticeShown"))
    #expect(!export.contains("L0.1"))
  }

  @Test("erasing leaves no fact, and asks before")
  func erased() throws {
    let agent = try Agent()
    _ = agent.run(["--lineaire"], input: "\n\n\n\n\n\n\n\n\n")
    #expect(
      agent.run(["mes-donnees", "effacer"], input: "non\n").output.contains("Rien n’est effacé."))
    #expect(!agent.read(agent.journal).isEmpty)
    #expect(agent.run(["mes-donnees", "effacer"], input: "oui\noui\n").status == 0)
    #expect(agent.read(agent.journal).isEmpty)
    #expect(agent.run(["--lineaire"], input: "").output.contains("Vos données"))
  }
}
