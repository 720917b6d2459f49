import Course
import Display

/// What keys and lines do, whatever the page.
extension State {
  /// Arrows, Entrée, Échap, Tab and `?` act alone; everything else is typed on the line.
  mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .resize, .pageUp, .pageDown: return []
    case .interrupt, .endOfInput: return follow(Turn(.quit))
    case .enter:
      let line = input.text
      say(nil)
      return submit(line)
    case .escape where !input.isEmpty:
      setLine("")
      return []
    case .up: return choose(by: -1)
    case .down, .tab: return choose(by: 1)
    default: break
    }
    if input.isEmpty || key == .escape,
      let command = commands.first(where: { $0.binding.keys.contains(key) })
    {
      return perform(command, argument: "")
    }
    if let command = loneLetter(key) { return perform(command, argument: "") }
    if editLine(key) { say(nil) }
    return []
  }

  /// A line: an answer to the page, a command, or a sentence that says what is expected.
  mutating func submit(_ line: String) -> [Effect] {
    let typed = line.printable.trimmed
    setLine("")
    if top.isFreeText {
      guard typed.hasPrefix(".") else { return answer(typed) }
      return command(String(typed.dropFirst()))
    }
    if typed.isEmpty { return enter() }
    if top.takes(typed, in: session) { return answer(typed) }
    return command(typed)
  }

  private mutating func answer(_ line: String) -> [Effect] {
    let before = pageChanges
    let effects = follow(withTop { $0.answer(line, in: &$1) })
    if pageChanges == before { countChange() }
    return effects
  }

  /// An empty line is the command that Entrée stands for, when there is one.
  private mutating func enter() -> [Effect] {
    guard let command = commands.first(where: { $0.binding.keys.contains(.enter) }) else {
      return answer("")
    }
    return perform(command, argument: "")
  }

  private mutating func command(_ line: String) -> [Effect] {
    switch Command.find(line, in: commands) {
    case .found(let command, let argument): return perform(command, argument: argument)
    case .ambiguous(let words):
      say(Text("« \(line.prefix(30)) » peut vouloir dire \(words.joined(separator: " ou "))."))
    case .unknown:
      say(Text("Je ne connais pas « \(line.prefix(30)) » ici. Tapez aide pour voir ce qui marche."))
    }
    return []
  }

  private mutating func perform(_ command: Command, argument: String) -> [Effect] {
    if let reason = command.binding.disabled {
      say(Text(reason))
      return []
    }
    setLine("")
    if command.action == .reread { reread() }
    let before = pageChanges
    let effects = follow(turn(for: command, argument: argument))
    if pageChanges == before { countChange() }
    return effects
  }

  private mutating func turn(for command: Command, argument: String) -> Turn {
    if top.commands(in: session).contains(where: { $0.action == command.action }) {
      return withTop { $0.perform(command.action, argument: argument, in: &$1) }
    }
    switch command.action {
    case .quit: return Turn(.quit)
    case .plan: return Turn(.home)
    case .back: return .back
    case .help: return .push(HelpPage(commands: commands.map(\.binding)))
    case .glossary: return .push(GlossaryPage(query: argument))
    case .search: return .push(SearchPage(query: argument))
    case .principles: return .push(TermsPage.principles(in: session))
    case .myData: return .push(MyDataPage())
    case .settings: return .push(SettingsPage())
    case .reread: return Turn(.stay, notice: nil)
    case .whereAmI: return .say(WhereAmI.sentence(document.place, in: session))
    default: return .stay
    }
  }

  /// Arrows write the next choice on the line.
  private mutating func choose(by offset: Int) -> [Effect] {
    if let line = top.line(after: input.text, by: offset, in: session) {
      setLine(line)
      say(nil)
    }
    return []
  }

  /// With the setting on, a letter that begins one command alone acts on an empty line.
  private func loneLetter(_ key: Key) -> Command? {
    guard session.settings.loneLetters, input.isEmpty, !top.isFreeText,
      case .character(let character) = key, character.isLetter,
      !top.takes(String(character), in: session),
      case .found(let command, _) = Command.find(String(character), in: commands)
    else { return nil }
    return command
  }
}
