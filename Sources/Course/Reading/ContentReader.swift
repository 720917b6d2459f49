/// One content file being read: its lines, its tree, and what was found wrong so far.
///
/// Reading never stops at the first mistake: it returns what it understood, and whoever needs a
/// sound value throws the first problem.
struct ContentReader: Sendable {
  /// Rules that the author admits not to follow, over the lines of a section.
  struct Admission: Sendable, Hashable {
    var rule: String
    var reason: String
    var lines: ClosedRange<Int>
  }

  let path: String
  let source: SourceText
  let variables: Variables
  private(set) var tree: [MarkdownNode] = []
  /// In the order found.
  private(set) var problems: [ContentError] = []
  private var said: Set<ContentError> = []
  var admissions: [Admission] = []
  /// Every fiche read, for the references it makes.
  var fiches: [Fiche] = []

  /// Analyses the bytes and notes what CommonMark would misread without a word.
  init(path: String, bytes: [UInt8], variables: Variables) {
    self.path = path
    self.variables = variables
    source = SourceText(bytes.count <= SourceText.sizeLimit ? bytes : [])
    guard bytes.count <= SourceText.sizeLimit else {
      complain(1, "Le fichier dépasse un mégaoctet.", "Partagez-le en plusieurs fichiers.")
      return
    }
    if let line = source.invalidLine {
      complain(line, "Le texte n’est pas en UTF-8.", "Enregistrez le fichier en UTF-8.")
      return
    }
    let analysis = MarkdownTree(bytes)
    if let line = analysis.tooDeepLine {
      complain(
        line, "Trop de listes ou de citations sont emboîtées.", "Écrivez un texte plus plat.")
      return
    }
    tree = analysis.blocks
    checkLines()
    checkBlocks(tree, inside: nil)
  }

  /// Whether the tree can be read; if not, the reason is already among the problems.
  var isReadable: Bool { !tree.isEmpty || problems.isEmpty }

  /// The problem that comes first in the file.
  var firstProblem: ContentError? { problems.min { $0.place.line < $1.place.line } }

  func place(_ line: Int) -> Place { Place(file: path, line: line) }

  mutating func complain(_ line: Int, _ problem: String, _ advice: String) {
    let error = ContentError(place(line), problem, advice)
    if said.insert(error).inserted { problems.append(error) }
  }
}

/// « text », with narrow no-break spaces, cut when it is long.
func quoted(_ text: some StringProtocol) -> String {
  let short = text.prefix(40)
  return "«\u{202F}\(short)\(short.count < text.count ? "…" : "")\u{202F}»"
}
