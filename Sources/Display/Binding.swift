/// One thing that can be done now; footer, help and linear prompt are made from it.
package struct Binding: Sendable, Hashable {
  /// What may be typed, then Entrée: `glossaire`; any unambiguous beginning will do.
  package var word: String
  /// Other words taken for it: `suite` for `continuer`.
  package var aliases: [String]
  /// Keys that act alone.
  package var keys: [Key]
  /// What the footer says after the keys: `suite`.
  package var label: String
  /// One sentence for the help page.
  package var help: String
  /// Why it does not work now; nil when it does.
  package var disabled: String?
  /// Not in the footer nor in the linear prompt, only in the help.
  package var isQuiet: Bool

  package init(
    _ word: String, aliases: [String] = [], keys: [Key] = [], label: String? = nil, help: String,
    disabled: String? = nil, isQuiet: Bool = false
  ) {
    self.word = word
    self.aliases = aliases
    self.keys = keys
    self.label = label ?? word
    self.help = help
    self.disabled = disabled
    self.isQuiet = isQuiet
  }
}
