/// What reading a question needs from around it.
struct QuestionSetting: Sendable {
  enum Host: Sendable {
    case bank, lesson, scenario
  }

  var host: Host
  /// Sources whose status forbids the exam.
  var unverified: Set<String> = []
}

/// The banks a question may belong to (format.md §4).
enum Bank {
  static let names: [String] =
    (1...9).map { "RU0\($0)" } + ["SANDI", "DP", "TRANSVERSE", "NOTIONS", "TECHNO"]
}

extension ContentReader {
  /// Reads a question from its section; nil when its body cannot be understood.
  mutating func question(
    _ section: Section, id: String, title: String?, setting: QuestionSetting
  ) -> Question? {
    let kind = self.kind(section.fiche)
    var asked: Asked?
    if let kind { asked = self.asked(section, kind: kind) }
    return question(asked, kind: kind, section: section, id: id, title: title, setting: setting)
  }

  mutating func kind(_ fiche: Fiche) -> QuestionKind? {
    guard fiche["type"] != nil else {
      complain(
        fiche.line, "Il manque la clé « type » de cette question.",
        "Valeurs possibles : \(QuestionKind.allCases.map(\.rawValue).joined(separator: ", ")).")
      return nil
    }
    return choice("type", of: fiche, among: QuestionKind.allCases.map { ($0.rawValue, $0) })
  }

  /// Puts together what is asked and what the fiche says of it; nil when nothing is asked.
  ///
  /// The fiche is read in any case, so that its mistakes are said too.
  mutating func question(
    _ asked: Asked?, kind: QuestionKind?, section: Section, id: String, title: String?,
    setting: QuestionSetting
  ) -> Question? {
    let fiche = section.fiche
    let body = asked?.body ?? .single([])
    let bank = bank(fiche, setting: setting)
    let admits = yesOrNo("examen", of: fiche, default: true)
    let sources = fiche.list("sources")
    checkOrders(fiche, kind: kind)
    let question = Question(
      id: id, title: title, body: body, level: level(fiche, setting: setting),
      family: fiche["famille"] ?? id, bank: bank, trades: fiche.list("metier"),
      rule: choice("regle", of: fiche, among: Rule.allCases.map { ($0.rawValue, $0) }),
      letter: letter(fiche, bank: bank, setting: setting), refs: fiche.list("refs"),
      sources: sources, verified: day("verifie", of: fiche), review: day("revoir", of: fiche),
      facilitator: text("animateur", of: fiche),
      isForExam: setting.host == .bank && admits && body.isForExam
        && setting.unverified.isDisjoint(with: sources),
      prompt: asked?.prompt ?? [], feedback: asked?.feedback ?? [],
      place: place(section.line))
    return asked == nil ? nil : question
  }

  private mutating func level(_ fiche: Fiche, setting: QuestionSetting) -> Int {
    if setting.host == .bank, fiche["niveau"] == nil {
      complain(fiche.line, "Il manque la clé « niveau » de cette question.", "Écrivez 1, 2 ou 3.")
    }
    return number("niveau", of: fiche, in: 1...3) ?? 0
  }

  /// `banque`, or the first of the refs that is a bank.
  private mutating func bank(_ fiche: Fiche, setting: QuestionSetting) -> String {
    if fiche["banque"] != nil {
      return choice("banque", of: fiche, among: Bank.names.map { ($0, $0) }) ?? ""
    }
    if let bank = fiche.list("refs").first(where: Bank.names.contains) { return bank }
    if setting.host == .bank {
      complain(
        fiche.line(of: "refs"), "Cette question n’appartient à aucune banque.",
        "Commencez « refs » par une banque : \(Bank.names.joined(separator: ", ")).")
    }
    return ""
  }

  private mutating func letter(
    _ fiche: Fiche, bank: String, setting: QuestionSetting
  ) -> String? {
    if setting.host == .bank, bank == "SANDI", fiche["lettre"] == nil {
      complain(
        fiche.line, "Il manque la clé « lettre » de cette question SANDI.",
        "Écrivez S, A, N, D ou I.")
    }
    return choice("lettre", of: fiche, among: "SANDI".map { (String($0), String($0)) })
  }

  /// `accepte` elsewhere than in an ordering would be ignored.
  private mutating func checkOrders(_ fiche: Fiche, kind: QuestionKind?) {
    guard let kind, kind != .order, let entry = fiche.entry("accepte") else { return }
    complain(
      entry.line, "La clé « accepte » ne sert qu’aux questions à remettre en ordre.",
      "Enlevez cette ligne.")
  }

  /// `banque.md`: one question a `##`, named by its identifier.
  mutating func bank(unverified: Set<String>) -> [Question] {
    let setting = QuestionSetting(host: .bank, unverified: unverified)
    return entries(keys: FicheKeys.question).compactMap { section in
      let id = identifier(title(section), line: section.line)
      return question(section, id: id, title: nil, setting: setting)
    }
  }

  /// An identifier: letters, digits, points, hyphens; kept by the journal for ever.
  ///
  /// An empty one was already said by whoever looked for it.
  mutating func identifier(_ text: String, line: Int) -> String {
    let isSound = text.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    if !isSound || text.utf8.count > 40 {
      complain(
        line, "\(quoted(text)) n’est pas un identifiant.",
        "Écrivez des lettres sans accent, des chiffres et des tirets, par exemple RU04-009.")
    }
    return text
  }
}
