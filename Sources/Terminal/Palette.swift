import CNcurses
import Display

/// Attributes and colour pairs of the roles on this terminal.
struct Palette {
  /// What curses is told for a cell.
  struct Pen {
    var attributes: attr_t
    var pair: Int32
  }

  private enum Depth { case none, sixteen, many }

  private let depth: Depth
  // A few entries each: a list is searched sooner than the runtime makes a dictionary's type.
  private var pens: [(role: Role, theme: Theme, pen: Pen)] = []
  private var pairs: [(colours: Colours, pair: Int32)] = []

  private struct Colours: Equatable {
    var foreground: Int?
    var background: Int?
  }

  /// Asks curses for colours, unless they are refused; no byte is sent for them then.
  init(refusesColour: Bool) {
    let isColoured =
      !refusesColour && has_colors() && start_color() == OK && use_default_colors() == OK
    depth =
      switch isColoured ? cn_colours() : 0 {
      case 256...: .many
      case 16..<256: .sixteen
      // With fewer, the colours of a theme cannot be told apart.
      default: .none
      }
  }

  mutating func pen(_ role: Role, in theme: Theme) -> Pen {
    for known in pens where known.role == role && known.theme == theme { return known.pen }
    let pen = makePen(role, theme)
    pens.append((role, theme, pen))
    return pen
  }

  private mutating func makePen(_ role: Role, _ theme: Theme) -> Pen {
    let (foreground, background, bold) =
      switch depth {
      case .none: Theme.plain.colour(of: role)
      case .sixteen: theme.colour16(of: role)
      case .many: theme.colour(of: role)
      }
    let colours = Colours(foreground: foreground, background: background)
    // Without colours emphasis would not show at all.
    let isBold = bold || foreground == nil && role == .emphasis
    return Pen(attributes: isBold ? cn_bold : 0, pair: pair(of: colours))
  }

  /// Pair 0 is the terminal's own colours; -1 stands for one of them (use_default_colors).
  private mutating func pair(of colours: Colours) -> Int32 {
    if colours.foreground == nil, colours.background == nil { return 0 }
    for known in pairs where known.colours == colours { return known.pair }
    let pair = Int32(pairs.count + 1)
    let (front, back) = (colours.foreground ?? -1, colours.background ?? -1)
    guard init_pair(Int16(pair), Int16(front), Int16(back)) == OK else { return 0 }
    pairs.append((colours, pair))
    return pair
  }
}
