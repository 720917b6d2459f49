extension Theme {
  /// Colours of a role, as indexes of the 256-colour palette, 16 to 255; nil is the terminal's own.
  ///
  /// Every theme but plain sets both foreground and background, so that contrast does not depend on
  /// the terminal: 4.5:1 at least, 7:1 in `contrast` (WCAG 2.1, 1.4.3 and 1.4.6).
  package func colour(of role: Role) -> (foreground: Int?, background: Int?, bold: Bool) {
    switch self {
    case .plain: (nil, nil, role.isBold)
    case .dark: (Self.dark(role), 234, role.isBold)
    case .light: (Self.light(role), 231, role.isBold)
    case .contrast: (Self.contrast(role), 16, role.isBold)
    }
  }

  /// Colours of a role on a terminal of 16 colours, indexes 0 to 15; with fewer, use `plain`.
  ///
  /// Bold is left out where a terminal may brighten it into a pale colour.
  package func colour16(of role: Role) -> (foreground: Int?, background: Int?, bold: Bool) {
    switch self {
    case .plain: (nil, nil, role.isBold)
    case .dark: (Self.dark16(role), 0, role.isBold)
    case .light: (Self.light16(role), 15, false)
    case .contrast: (Self.contrast16(role), 0, role.isBold)
    }
  }

  private static func dark(_ role: Role) -> Int {
    switch role {
    case .plain: 252
    case .strong, .title: 231
    case .emphasis: 223
    case .accent: 117
    case .right: 114
    case .wrong: 210
    case .quiet: 248
    }
  }

  private static func light(_ role: Role) -> Int {
    switch role {
    case .plain: 235
    case .strong, .title: 16
    case .emphasis: 54
    case .accent: 25
    case .right: 22
    case .wrong: 124
    case .quiet: 240
    }
  }

  private static func contrast(_ role: Role) -> Int {
    switch role {
    case .plain, .strong, .quiet: 231
    case .emphasis: 159
    case .title, .accent: 226
    case .right: 120
    case .wrong: 217
    }
  }

  private static func dark16(_ role: Role) -> Int {
    switch role {
    case .plain, .quiet: 7
    case .strong, .title: 15
    case .emphasis: 11
    case .accent: 14
    case .right: 10
    case .wrong: 9
    }
  }

  private static func light16(_ role: Role) -> Int {
    switch role {
    case .plain, .strong, .emphasis, .right, .quiet: 0
    case .title, .accent: 4
    case .wrong: 1
    }
  }

  private static func contrast16(_ role: Role) -> Int {
    switch role {
    case .plain, .strong, .quiet, .wrong: 15
    case .emphasis: 14
    case .title, .accent: 11
    case .right: 10
    }
  }
}

extension Role {
  fileprivate var isBold: Bool {
    switch self {
    case .strong, .title, .accent, .right, .wrong: true
    case .plain, .emphasis, .quiet: false
    }
  }
}
