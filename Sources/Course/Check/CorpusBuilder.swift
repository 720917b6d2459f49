/// Reads every file of a content folder, following the links where they lead.
struct CorpusBuilder {
  var files: ContentFiles
  var corpus: Corpus
  private var variables = Variables(names: Variables.ofCourse)
  private var unverified: Set<String> = []
  private var readPaths: Set<String> = []

  init(files: ContentFiles, corpus: Corpus) {
    self.files = files
    self.corpus = corpus
  }

  mutating func read() {
    readVariables()
    corpus.principles = terms("principes.md")
    corpus.glossary = terms("glossaire.md")
    corpus.trades = terms("metiers.md")
    corpus.sources = terms("sources.md")
    corpus.misconceptions = terms("idees-fausses.md")
    unverified = Set(
      corpus.sources.filter { $0.status == SourceStatus.toVerify }.map(\.key))
    readCourse()
    if files.has("evaluation.md") {
      corpus.plan = whole("evaluation.md", role: .plan) { $0.examPlan() }
    }
    reportUnread()
  }

  private mutating func readVariables() {
    for layer in layers("collectivite.md") {
      // A value is inert: a brace in it is only a brace.
      var reader = ContentReader(
        path: layer.path, bytes: layer.bytes, variables: Variables(names: []))
      let values = reader.variableValues()
      variables.values.merge(values) { _, new in new }
      keep(reader, role: .entries)
    }
    for name in variables.names.sorted() where variables.values[name] == nil {
      add(
        .error, "Q21", Place(file: "collectivite.md", line: 1),
        "La variable \(quoted("{\(name)}")) n’a pas de valeur.", "Ajoutez « ## \(name) ».")
    }
    corpus.variables = variables.values
  }

  private mutating func readCourse() {
    guard files.has("parcours.md") else {
      add(
        .error, nil, Place(file: "parcours.md", line: 1), "Le fichier du parcours est absent.",
        "Vérifiez le dossier des contenus.")
      return
    }
    let course = whole("parcours.md") { $0.course() }
    for link in course?.modules ?? [] {
      guard let path = follow(link, from: "parcours.md") else { continue }
      readModule(path, link: link)
    }
  }

  private mutating func readModule(_ path: String, link: OutlineLink) {
    guard var file = whole(path, { $0.module() }) else { return }
    for link in file.lessons {
      guard let lessonPath = follow(link, from: path),
        let lesson = whole(lessonPath, { $0.lesson() })
      else { continue }
      corpus.lessons.append(lesson)
      compare(link, with: lesson.title, in: path)
    }
    compare(link, with: file.module.title, in: "parcours.md")
    file.module.scenarioFile = sibling("scenarios.md", of: path)
    file.module.bankFile = sibling("banque.md", of: path)
    corpus.modules.append(file.module)
    if let scenarios = file.module.scenarioFile {
      corpus.scenarios += entries(scenarios, by: { $0.id }) { $0.scenarios() }
    }
    if let bank = file.module.bankFile {
      let unverified = unverified
      corpus.bankQuestions += entries(bank, by: { $0.id }) { $0.bank(unverified: unverified) }
    }
  }

  /// The map shows the file's own title: a link that says something else has grown stale.
  private mutating func compare(_ link: OutlineLink, with title: String, in path: String) {
    guard link.text.folded != title.folded else { return }
    add(
      .warning, "Q21", Place(file: path, line: link.line),
      "Le lien dit \(quoted(link.text)) et le fichier \(quoted(title)).",
      "Écrivez le même titre aux deux endroits.")
  }

  private func sibling(_ name: String, of path: String) -> String? {
    ContentFiles.path(of: name, from: path).flatMap { files.has($0) ? $0 : nil }
  }

  private mutating func follow(_ link: OutlineLink, from file: String) -> String? {
    guard let path = ContentFiles.path(of: link.address, from: file), files.has(path) else {
      add(
        .error, "Q21", Place(file: file, line: link.line),
        "Le lien \(quoted(link.address)) mène à un fichier absent.", "Corrigez l’adresse.")
      return nil
    }
    guard !readPaths.contains(path) else {
      add(
        .error, "Q21", Place(file: file, line: link.line),
        "Le fichier \(quoted(path)) est lié deux fois.", "Gardez un seul lien.")
      return nil
    }
    return path
  }

  private mutating func terms(_ path: String) -> [Term] {
    entries(path, by: { $0.key }) { $0.terms() }
  }

  /// A file that a local one replaces whole.
  private mutating func whole<Value>(
    _ path: String, role: Corpus.Document.Role = .prose,
    _ body: (inout ContentReader) -> Value?
  ) -> Value? {
    guard let layer = layers(path).last else { return nil }
    var reader = ContentReader(path: layer.path, bytes: layer.bytes, variables: variables)
    let value = body(&reader)
    keep(reader, role: role)
    return value
  }

  /// A file whose entries a local one adds to, or replaces by identifier.
  private mutating func entries<Value>(
    _ path: String, by id: (Value) -> String, _ body: (inout ContentReader) -> [Value]
  ) -> [Value] {
    var all: [[Value]] = []
    for layer in layers(path) {
      var reader = ContentReader(path: layer.path, bytes: layer.bytes, variables: variables)
      all.append(body(&reader))
      keep(reader, role: .entries)
    }
    return merged(all, by: id)
  }

  private mutating func layers(_ path: String) -> [ContentFiles.Layer] {
    readPaths.insert(path)
    return files.layers(path)
  }

  private mutating func keep(_ reader: ContentReader, role: Corpus.Document.Role) {
    corpus.documents.append(Corpus.Document(reader: reader, role: role))
    corpus.findings += reader.problems.map {
      Finding(.error, rule: nil, place: $0.place, problem: $0.problem, advice: $0.advice)
    }
  }

  private mutating func add(
    _ severity: Finding.Severity, _ rule: String?, _ place: Place, _ problem: String,
    _ advice: String
  ) {
    corpus.findings.append(
      Finding(severity, rule: rule, place: place, problem: problem, advice: advice))
  }

  /// Markdown files that nothing leads to: nobody would ever see them.
  private mutating func reportUnread() {
    let others: Set = ["README.md", "QUALITE.md", "REVISION.md"]
    let paths = files.common.names.union(files.local.names)
    for path in paths.sorted() where path.hasSuffix(".md") && !others.contains(path) {
      guard !readPaths.contains(path) else { continue }
      add(
        .warning, "Q21", Place(file: path, line: 1), "Aucun lien ne mène à ce fichier.",
        "Ajoutez un lien dans parcours.md ou module.md, ou retirez le fichier.")
    }
  }
}
