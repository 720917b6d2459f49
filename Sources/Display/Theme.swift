/// A choice of colours; the words of a page never depend on it.
package enum Theme: String, Sendable, Hashable, CaseIterable {
  /// The terminal's own colours, bold only.
  case plain = "sobre"
  case dark = "sombre"
  case light = "clair"
  case contrast = "contraste"
}
