import CNcurses
package import Display
import Glibc

/// A full screen on the terminal: frames out, keys in.
///
/// Only one lives at a time. The terminal is put back when it goes, and also on `exit`, on a signal
/// that ends the process and on a crash; on SIGKILL nothing can be done.
package struct CursesPort: ~Copyable {
  /// The characters this terminal shows, for the grid.
  package let glyphs: Glyphs
  /// The signal that ended the input, for an exit status of 128 + n; SIGINT until the next key.
  package internal(set) var pendingSignal: Int32?
  /// When the last frame was shown, by the clock of the keys: older keys were typed without seeing.
  package private(set) var shownAt = 0

  /// A descriptor that may end the wait for a key, besides bytes and signals; -1 for none.
  package var watched: Int32 = -1
  let signals: SignalWatch
  var decoder: KeyDecoder
  /// The input is over; what it gave is still to be read.
  var hasEnded = false
  /// When the bytes being decoded were read.
  var readAt = 0
  private let screen: OpaquePointer
  private let modes: termios
  private let errors: HeldErrors
  private var palette: Palette

  /// Takes the terminal; nil when there is none, or none that can place its cursor.
  package init?(_ surroundings: Surroundings) {
    var modes = termios()
    guard Terminals.isInteractive(surroundings), tcgetattr(STDIN_FILENO, &modes) == 0
    else { return nil }
    var signals = SignalWatch(SignalWatch.endings + [SIGWINCH, SIGTSTP, SIGCONT])
    let charset = Charset.adopt(surroundings)
    // After the handlers: curses then leaves them alone.
    guard let screen = Curses.open(surroundings.descriptions) else { return nil }
    signals.catchCrashes()
    self.signals = signals
    self.screen = screen
    self.modes = modes
    glyphs = surroundings.glyphs(charset, onTerminal: true)
    decoder = KeyDecoder(charset)
    palette = Palette(refusesColour: surroundings.refusesColour)
    errors = HeldErrors()
    Curses.setModes()
    takeScreen()
  }

  deinit {
    giveScreenBack()
    delscreen(screen)
  }

  /// Puts the terminal back.
  package consuming func close() {}

  /// The window, in cells; 1×1 at least.
  package var size: (columns: Int, rows: Int) {
    (max(1, Int(cn_columns())), max(1, Int(cn_rows())))
  }

  /// Shows a frame: curses sends what differs from the last one.
  ///
  /// What is out of the window is cut, and a character that the locale cannot print is `?`.
  package mutating func show(_ frame: Frame) {
    cn_erase(palette.pen(.plain, in: frame.theme).pair)
    for row in 0..<max(0, min(size.rows, frame.rows)) { put(row, of: frame) }
    if let cursor = frame.cursor {
      cn_update(Int32(clamping: max(0, cursor.row)), Int32(clamping: max(0, cursor.column)))
    } else {
      cn_update(-1, -1)
    }
    shownAt = Terminals.milliseconds()
  }

  private mutating func put(_ row: Int, of frame: Frame) {
    let start = row * frame.columns
    guard frame.columns > 0, frame.cells.count >= start + frame.columns else { return }
    var before: Palette.Pen?
    var gap = 0
    for column in 0..<min(size.columns, frame.columns) {
      let cell = frame.cells[start + column]
      if cell.isContinuation { continue }
      if cell.character == " ", cell.theme == nil {
        gap += 1
        continue
      }
      let pen = palette.pen(cell.role, in: cell.theme ?? frame.theme)
      // All blanks of a theme look alike: with the pen before them no change of pen is sent.
      if let before, gap < 4 {
        for blank in column - gap..<column { Curses.put(" ", row, blank, before) }
      }
      Curses.put(cell.character, row, column, pen)
      before = cell.theme == nil ? pen : nil
      gap = 0
    }
  }

  /// The window changed, or someone else wrote on it: every cell will be sent again.
  func fit() {
    if let window = Terminals.windowSize(of: STDOUT_FILENO) {
      resize_term(Int32(window.rows), Int32(window.columns))
    }
    cn_repaint()
  }

  /// Stops as Ctrl-Z asks, the terminal put back meanwhile.
  func suspend() {
    giveScreenBack()
    signals.stop()
    resume()
  }

  /// Takes the terminal again, whatever a shell has made of it.
  func resume() {
    _ = signals.take(SIGCONT)
    giveScreenBack()
    fit()
    doupdate()
    takeScreen()
  }

  private func takeScreen() {
    Curses.send(Curses.pasteOn)
    Restoration.arm(
      modes, sequence: Curses.restoration, held: errors.held, shown: errors.shown)
  }

  private func giveScreenBack() {
    guard !isendwin() else { return }
    Curses.send(Curses.pasteOff)
    endwin()
    var modes = modes
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    Restoration.disarm()
  }
}
