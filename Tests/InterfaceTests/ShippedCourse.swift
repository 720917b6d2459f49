import Course
import Display
import FoundationEssentials
import Interface

/// The course that is shipped, read from the tree.
enum ShippedCourse {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 } + "/Modules"

  static let files: [String: [UInt8]] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { $0.hasSuffix(".md") }.reduce(into: [:]) { files, path in
      files[path] = FileManager.default.contents(atPath: folder + "/" + path).map(Array.init)
    }
  }()

  private static let read = Result { try Course(ContentFiles(files)) }

  static func course() throws -> Course { try read.get() }

  static func module(_ id: String) throws -> Module {
    guard let module = try course().modules.first(where: { $0.id == id }) else { throw Absent() }
    return module
  }

  /// The course with this module alone, so that a check of it is short.
  static func alone(_ module: Module) -> ContentFiles {
    let folder = module.place.file.prefix { $0 != "/" }
    var alone = files.filter { !$0.key.contains("/") || $0.key.hasPrefix(folder + "/") }
    let lines = String(decoding: files["parcours.md"] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { $0.first?.isNumber != true || $0.contains("(\(folder)/") }
    let text = kept.map { $0.first?.isNumber == true ? "1." + $0.drop { $0 != " " } : $0 }
    alone["parcours.md"] = Array(text.joined(separator: "\n").utf8)
    return ContentFiles(alone)
  }

  struct Absent: Error {}
}

extension Story {
  /// Someone at the shipped course, whose last place is this one.
  init(at step: String, of count: Int) throws {
    try self.init()
    var session = state.session
    session.course = try ShippedCourse.course()
    session.progress.apply(
      StampedEvent(
        number: 1, time: Timestamp(seconds: Self.day.number * 86_400),
        event: .placed(step: step, screen: 1, of: count)))
    state = State(session)
    type("")
  }

  /// Answers the question on screen, by the labels it shows: right, or as wrong as can be.
  mutating func answer(_ question: Question, right: Bool) {
    switch question.body {
    case .single(let options): type(labels(options.filter { $0.isRight == right }.prefix(1)))
    case .multiple(let options), .spot(let options):
      type(labels(options.filter { $0.isRight == right }[...]))
    case .trueFalse(let options): type(truths(options, right: right))
    case .order(let steps, _): type(labels((right ? steps : steps.reversed())[...]))
    case .match(let pairs): type(matching(pairs, right: right))
    case .short(let options):
      type(right ? options.first(where: \.isRight)?.text.plainText ?? "" : "zzz")
    case .rewrite:
      type(right ? question.feedback.plainText.replacing("\n", with: " ") : "zzz")
    case .steps(let steps):
      for step in steps { type(labels(step.options.filter { $0.isRight == right }.prefix(1))) }
    }
  }

  private func labels(_ options: ArraySlice<Proposition>) -> String {
    options.map { label(saying: $0.text.plainText) }.joined(separator: " ")
  }

  private func truths(_ options: [Proposition], right: Bool) -> String {
    choices.map { choice in
      let option = options.first { $0.text.plainText == choice.text.plain }
      return option?.isRight == right ? "v" : "f"
    }.joined(separator: " ")
  }

  /// Wrong, each left part takes the right part of the one after it.
  private func matching(_ pairs: [Pair], right: Bool) -> String {
    let lefts = pairs.filter { $0.left != nil }
    return lefts.indices.map { index in
      let pair = lefts[right ? index : (index + 1) % lefts.count]
      return AnswerInput.letter(index) + label(saying: pair.right.plainText)
    }.joined(separator: " ")
  }

  private var choices: [Document.Choice] {
    state.document.blocks.flatMap { block -> [Document.Choice] in
      if case .choices(let choices) = block { choices } else { [] }
    }
  }

  /// Where two propositions begin alike, the one that says nothing more.
  private func label(saying text: String) -> String {
    let found =
      choices.first { $0.text.plain == text } ?? choices.first { $0.text.plain.hasPrefix(text) }
    return found?.label ?? "?"
  }
}
