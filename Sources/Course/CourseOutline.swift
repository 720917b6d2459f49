extension Course {
  /// Reads the outline: the course, its local values, its modules, the head of each lesson.
  ///
  /// Throws the first thing that prevents the map from being shown. Screens, banks and
  /// vocabularies are read when they are asked for.
  package init(_ files: ContentFiles) throws(ContentError) {
    let variables = Variables(names: Variables.ofCourse, values: try Course.values(in: files))
    let outline = CourseOutline(files: files, variables: variables)
    let file: CourseFile = try outline.read("parcours.md") { $0.course() }
    var modules: [Module] = []
    for link in file.modules {
      modules.append(try outline.module(link))
    }
    self.init(
      id: file.id, title: file.title, version: file.version, badge: file.badge,
      licence: file.licence, welcome: file.welcome, modules: modules,
      variables: variables.values, files: files)
  }

  /// The local values, those of the local additions over the others.
  private static func values(in files: ContentFiles) throws(ContentError) -> [String: String] {
    var values: [String: String] = [:]
    for layer in files.layers("collectivite.md") {
      var reader = ContentReader(
        path: layer.path, bytes: layer.bytes, variables: Variables(names: []))
      values.merge(reader.variableValues()) { _, new in new }
      if let problem = reader.firstProblem { throw problem }
    }
    return values
  }
}

/// Follows the links of the course file.
struct CourseOutline {
  var files: ContentFiles
  var variables: Variables

  /// Reads a file that must be there and sound.
  func read<Value>(
    _ path: String, _ body: (inout ContentReader) -> Value?
  ) throws(ContentError) -> Value {
    guard let file = files.file(path) else {
      throw ContentError(
        Place(file: path, line: 1), "Ce fichier est absent.", "Vérifiez le dossier des contenus.")
    }
    return try read(file, body)
  }

  private func read<Value>(
    _ file: ContentFiles.Layer, _ body: (inout ContentReader) -> Value?
  ) throws(ContentError) -> Value {
    var reader = ContentReader(path: file.path, bytes: file.bytes, variables: variables)
    let value = body(&reader)
    if let problem = reader.firstProblem { throw problem }
    guard let value else {
      throw ContentError(reader.place(1), "Ce fichier est vide.", "Remettez son contenu.")
    }
    return value
  }

  func module(_ link: OutlineLink) throws(ContentError) -> Module {
    let (path, file) = try follow(link, from: "parcours.md")
    let read: ModuleFile = try read(file) { $0.module() }
    var module = read.module
    for link in read.lessons {
      let (path, file) = try follow(link, from: path)
      module.lessons.append(try LessonSkim(headOf: file, variables).outline(file: path))
    }
    module.scenarioFile = sibling("scenarios.md", of: path)
    module.bankFile = sibling("banque.md", of: path)
    return module
  }

  private func sibling(_ name: String, of path: String) -> String? {
    ContentFiles.path(of: name, from: path).flatMap { files.has($0) ? $0 : nil }
  }

  private func follow(
    _ link: OutlineLink, from file: String
  ) throws(ContentError) -> (path: String, file: ContentFiles.Layer) {
    if let path = ContentFiles.path(of: link.address, from: file), let file = files.file(path) {
      return (path, file)
    }
    throw ContentError(
      Place(file: file, line: link.line),
      "Le lien \(quoted(link.address)) mène à un fichier absent.", "Corrigez l’adresse.")
  }
}
