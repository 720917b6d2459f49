package import Course
package import Display

/// How the person wants to read; never leaves the machine.
package struct Settings: Sendable, Hashable {
  package enum Mode: String, Sendable, Hashable, CaseIterable {
    case grid = "plein écran"
    case linear = "ligne à ligne"
  }

  /// nil until it was chosen.
  package var mode: Mode?
  package var theme: Theme
  /// Letters act without Entrée; digits never do.
  package var loneLetters: Bool

  package init(mode: Mode? = nil, theme: Theme = .plain, loneLetters: Bool = false) {
    self.mode = mode
    self.theme = theme
    self.loneLetters = loneLetters
  }
}

/// What the pages need to know of the installation, as values.
package struct Installation: Sendable, Hashable {
  package enum Issuer: Sendable, Hashable {
    /// This machine signs, without any link to a collectivité.
    case local
    case configured(name: String)
    /// An issuer is configured, and its card cannot be read.
    case unreadable(card: String)
  }

  /// How this machine signs when no issuer is configured.
  package static let localIssuer =
    "Émetteur local de cet ordinateur, sans lien avec une collectivité"

  /// Where the agent's files go, as named on screen: `~/Parcours IAG/`.
  package var folder: String
  /// Where progress is kept, as named on screen.
  package var dataFolder: String
  package var hasDepot: Bool
  /// The folder of the depot where an issuer's answers are; nil without a depot.
  package var answerFolder: String?
  package var issuer: Issuer

  package init(
    folder: String, dataFolder: String, hasDepot: Bool, answerFolder: String? = nil, issuer: Issuer
  ) {
    self.folder = folder
    self.dataFolder = dataFolder
    self.hasDepot = hasDepot
    self.answerFolder = answerFolder
    self.issuer = issuer
  }
}

/// The facts every page shares.
package struct Session: Sendable {
  package var course: Course
  package var progress: Progress
  package var settings: Settings
  package var installation: Installation
  package var today: Day
  /// The linear renderer is in use: the theme page has no object.
  package var isLinear: Bool
  /// Facts are kept on disk; false for a guest or after « continuer sans enregistrer ».
  package var isSaving: Bool
  /// What the command line asked for: the first start leads there.
  package var goal: (any Page)?
  /// What stands on the input line, for pages that show it again.
  package internal(set) var line = ""
  /// Draws of practice and exam; seeded by the world.
  package var random: SplitMix64

  package init(
    course: Course, progress: Progress, settings: Settings, installation: Installation,
    today: Day, isLinear: Bool, isSaving: Bool, random: SplitMix64
  ) {
    self.course = course
    self.progress = progress
    self.settings = settings
    self.installation = installation
    self.today = today
    self.isLinear = isLinear
    self.isSaving = isSaving
    self.random = random
  }

  var progression: Progression { Progression(course: course, progress: progress) }

  /// The value of a local variable, or nothing.
  func local(_ variable: String) -> String { course.variables[variable] ?? "" }
}
