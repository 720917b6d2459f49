extension Course {
  /// The screens of a lesson; throws the first mistake of its file.
  package func lesson(_ outline: LessonOutline) throws(ContentError) -> Lesson {
    try CourseOutline(files: files, variables: allVariables).read(outline.file) { $0.lesson() }
  }

  /// The title of a lesson's nth screen, from its bytes alone: the map wants nothing else of it.
  package func screenTitle(_ number: Int, of outline: LessonOutline) -> String? {
    files.file(outline.file).flatMap { LessonSkim($0, allVariables).screenTitle(number) }
  }

  /// The work situations of a module, empty when it has none.
  package func scenarios(of module: Module) throws(ContentError) -> [Scenario] {
    guard let path = module.scenarioFile else { return [] }
    return merged(try layers(path) { $0.scenarios() }) { $0.id }
  }

  /// The questions of a module's bank, empty when it has none.
  package func bank(of module: Module) throws(ContentError) -> [Question] {
    try bank(of: module, unverified: unverifiedSources())
  }

  /// The questions of all modules, in their order.
  package func banks() throws(ContentError) -> [Question] {
    let unverified = try unverifiedSources()
    var questions: [Question] = []
    for module in modules { questions += try bank(of: module, unverified: unverified) }
    return questions
  }

  /// The plan of the exam, nil when the course has none.
  package func examPlan() throws(ContentError) -> ExamPlan? {
    guard files.has("evaluation.md") else { return nil }
    return try CourseOutline(files: files, variables: allVariables)
      .read("evaluation.md") { $0.examPlan() }
  }

  /// RU01 to RU09, then SANDI.
  package func principles() throws(ContentError) -> [Term] { try terms("principes.md") }

  /// The words explained, in the order of the file.
  package func glossary() throws(ContentError) -> [Term] { try terms("glossaire.md") }

  /// The trades of questions and scenarios, by their keys.
  package func trades() throws(ContentError) -> [Term] { try terms("metiers.md") }

  /// What questions lean on, each with its status.
  package func sources() throws(ContentError) -> [Term] { try terms("sources.md") }

  /// `MC-01`… each with its sentence.
  package func misconceptions() throws(ContentError) -> [Term] { try terms("idees-fausses.md") }

  private func terms(_ path: String) throws(ContentError) -> [Term] {
    merged(try layers(path) { $0.terms() }) { $0.key }
  }

  private func bank(
    of module: Module, unverified: Set<String>
  ) throws(ContentError) -> [Question] {
    guard let path = module.bankFile else { return [] }
    return merged(try layers(path) { $0.bank(unverified: unverified) }) { $0.id }
  }

  /// Sources whose status keeps their questions out of the exam.
  private func unverifiedSources() throws(ContentError) -> Set<String> {
    Set(try sources().filter { $0.status == SourceStatus.toVerify }.map(\.key))
  }

  private var allVariables: Variables {
    Variables(names: Variables.ofCourse, values: variables)
  }

  /// What the course's file says, then what the local one does.
  private func layers<Value>(
    _ path: String, _ body: (inout ContentReader) -> [Value]
  ) throws(ContentError) -> [[Value]] {
    var values: [[Value]] = []
    for layer in files.layers(path) {
      var reader = ContentReader(path: layer.path, bytes: layer.bytes, variables: allVariables)
      values.append(body(&reader))
      if let problem = reader.firstProblem { throw problem }
    }
    return values
  }
}
