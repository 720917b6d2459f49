/// What a page says, in reading order; the two renderers show the same value.
///
/// A page never draws: it makes a document. Nothing here knows a column, a colour or an escape.
package struct Document: Sendable, Hashable {
  /// Where the reader is, in the forms the renderers need.
  package struct Place: Sendable, Hashable {
    /// `4 Données personnelles › 1 Je reconnais une donnée personnelle`.
    package var long: String
    /// `4.1`, for narrow windows.
    package var short: String
    /// `Module 4, leçon 1`, before the counter in `Module 4, leçon 1, écran 4 sur 9`.
    package var spoken: String
    package var counter: Counter?

    package init(long: String, short: String, spoken: String, counter: Counter? = nil) {
      self.long = long
      self.short = short
      self.spoken = spoken
      self.counter = counter
    }
  }

  /// `écran 4 sur 9`, `question 3 sur 5`; `4/9` when narrow.
  package struct Counter: Sendable, Hashable {
    package var noun: String
    package var index: Int
    package var count: Int

    package init(_ noun: String, _ index: Int, of count: Int) {
      self.noun = noun
      self.index = index
      self.count = count
    }
  }

  package var place: Place
  /// The filled part of the rule under the top line, 0…1; nil draws a plain rule.
  package var progress: Double?
  /// The title of this screen.
  package var title: String?
  package var blocks: [Block]
  /// What is said of the line just typed.
  ///
  /// « Vous avez tapé 9. Choisissez entre 1 et 4. »
  package var notice: Text?
  /// What to type, when the bindings do not say it: « Une seule réponse, de 1 à 4 ».
  package var question: String?
  package var input: InputLine
  /// What works now, most useful first.
  package var bindings: [Binding]
  /// Follows what was said before (a verdict after its question): linearly, no heading again.
  package var continues: Bool
  /// Read from the back of a room: wide margins, bold text, air between propositions.
  package var isProjected: Bool

  package init(
    place: Place, progress: Double? = nil, title: String? = nil, blocks: [Block],
    notice: Text? = nil, question: String? = nil, input: InputLine = InputLine(),
    bindings: [Binding] = [], continues: Bool = false, isProjected: Bool = false
  ) {
    self.place = place
    self.progress = progress
    self.title = title
    self.blocks = blocks
    self.notice = notice
    self.question = question
    self.input = input
    self.bindings = bindings
    self.continues = continues
    self.isProjected = isProjected
  }
}

extension Document {
  /// A block of a page.
  package indirect enum Block: Sendable, Hashable {
    case paragraph(Text)
    /// A short label above what follows: « La bonne réponse : 3 ».
    case heading(Text)
    case list(ordered: Bool, [[Block]])
    /// A sample request made to an AI, or a quoted text.
    case quote([Block])
    /// Things to choose from, one a line.
    case menu([MenuItem], selected: Int?)
    /// The propositions of a question.
    case choices([Choice])
    /// Label and value, one a line: « matricule   00123 ».
    case facts([Fact])
    /// The computed verdict, in words first.
    case verdict(Verdict, Text)
    /// A sample of each theme's roles, for the page where one chooses.
    case sample(Theme, Text)
    /// What a group voted: bars with their figures, or the figures alone where nothing is drawn.
    case bars([Bar])
  }

  /// An entry of a map or of a list.
  package struct MenuItem: Sendable, Hashable {
    /// What may be typed for it: `4`, `reprendre`; shown at the left when it is a number.
    package var key: String
    package var title: String
    /// `terminé`, `en cours`, `à faire`.
    package var state: String?
    /// `15 min`.
    package var note: String?
    /// An empty line before this item.
    package var startsGroup: Bool

    package init(
      key: String, title: String, state: String? = nil, note: String? = nil,
      startsGroup: Bool = false
    ) {
      self.key = key
      self.title = title
      self.state = state
      self.note = note
      self.startsGroup = startsGroup
    }
  }

  /// A proposition as it is shown.
  package struct Choice: Sendable, Hashable {
    package enum Mark: Sendable, Hashable {
      /// Nothing but the number (single choice, passages read in order).
      case none
      /// `[x]` or `[ ]`; linearly « choisi » or nothing.
      case checked(Bool)
      /// The rank being built in an ordering, or nothing yet.
      case rank(Int?)
      /// `vrai`, `faux`, or the letter paired, or nothing yet.
      case word(String?)
    }

    /// `1`, `2`… or `a`, `b`.
    package var label: String
    package var text: Text
    package var mark: Mark
    /// The line written on the input line stands for it.
    package var isSelected: Bool

    package init(label: String, text: Text, mark: Mark = .none, isSelected: Bool = false) {
      self.label = label
      self.text = text
      self.mark = mark
      self.isSelected = isSelected
    }
  }

  package struct Fact: Sendable, Hashable {
    package var label: String
    package var value: String

    package init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// A proposition and the hands raised for it.
  package struct Bar: Sendable, Hashable {
    /// `A`.
    package var label: String
    package var text: Text
    package var value: Int
    /// What the value is a share of.
    package var total: Int
    /// The vote before the discussion, when there was one.
    package var before: Before?

    package struct Before: Sendable, Hashable {
      package var value: Int
      package var total: Int

      package init(_ value: Int, of total: Int) {
        self.value = value
        self.total = total
      }
    }

    package init(
      _ label: String, _ text: Text = "", value: Int, of total: Int, before: Before? = nil
    ) {
      self.label = label
      self.text = text
      self.value = value
      self.total = total
      self.before = before
    }
  }

  package enum Verdict: Sendable, Hashable {
    case right, wrong, partly
    /// Something done, nothing graded.
    case noted
  }
}
