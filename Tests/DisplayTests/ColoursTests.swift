import Display
import Glibc
import Testing

@Suite("Colours")
struct ColoursTests {
  static let coloured: [Theme] = [.dark, .light, .contrast]

  @Test("with 256 colours, every role has 4.5:1 on its ground", arguments: coloured, Role.allCases)
  func contrast(theme: Theme, role: Role) throws {
    let colour = theme.colour(of: role)
    let front = try #require(colour.foreground)
    let ground = try #require(colour.background)
    // Below 16 the colours are the terminal's own, and unknown.
    #expect((16...255).contains(front) && (16...255).contains(ground))
    let ratio = RGB(index: front).contrast(with: RGB(index: ground))
    #expect(ratio >= (theme == .contrast ? 7 : 4.5), "\(ratio)")
  }

  @Test("with 16 colours too, on three usual palettes", arguments: coloured, RGB.palettes)
  func contrast16(theme: Theme, palette: Palette) throws {
    for role in Role.allCases {
      let colour = theme.colour16(of: role)
      let front = palette.colours[try #require(colour.foreground)]
      let ground = palette.colours[try #require(colour.background)]
      let ratio = front.contrast(with: ground)
      #expect(ratio >= (theme == .contrast ? 7 : 4.5), "\(role) \(ratio)")
    }
  }

  @Test("with 16 colours, bold is never where a terminal would make it paler")
  func bold16() {
    for theme in Self.coloured {
      for role in Role.allCases where theme.colour16(of: role).bold {
        #expect((theme.colour16(of: role).foreground ?? 0) >= 8, "\(theme) \(role)")
      }
    }
  }

  @Test("the plain theme sets no colour, and bold where it matters")
  func plain() {
    for role in Role.allCases {
      #expect(Theme.plain.colour(of: role).foreground == nil)
      #expect(Theme.plain.colour(of: role).background == nil)
      #expect(Theme.plain.colour16(of: role).foreground == nil)
    }
    let bold = Role.allCases.filter { Theme.plain.colour(of: $0).bold }
    #expect(bold == [.strong, .title, .accent, .right, .wrong])
  }

  @Test("one ground a theme", arguments: Theme.allCases)
  func ground(theme: Theme) {
    #expect(Set(Role.allCases.map { theme.colour(of: $0).background }).count == 1)
    #expect(Set(Role.allCases.map { theme.colour16(of: $0).background }).count == 1)
  }
}

struct Palette: Sendable, CustomTestStringConvertible {
  var name: String
  var colours: [RGB]
  var testDescription: String { name }
}

struct RGB: Sendable {
  var red: Int
  var green: Int
  var blue: Int

  /// An index of the 256-colour palette, from 16: a 6×6×6 cube, then 24 greys.
  init(index: Int) {
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      (red, green, blue) = (grey, grey, grey)
    } else {
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      (red, green, blue) = (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }
  }

  init(hex: Int) { (red, green, blue) = (hex >> 16, hex >> 8 & 255, hex & 255) }

  /// WCAG 2.1, « contrast ratio ».
  func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// WCAG 2.1, « relative luminance ».
  private var luminance: Double {
    func linear(_ value: Int) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  static let palettes = [
    Palette(
      name: "VGA",
      colours: [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
        0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ].map(RGB.init(hex:))),
    Palette(
      name: "xterm",
      colours: [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
        0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ].map(RGB.init(hex:))),
    Palette(
      name: "Tango",
      colours: [
        0x000000, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF, 0x555753,
        0xEF2929, 0x8AE234, 0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC,
      ].map(RGB.init(hex:))),
  ]
}
