import Reports

extension String {
  /// A path as a shell takes it back.
  var shellQuoted: String {
    let isSafe = utf8.allSatisfy { $0.isLetterOrDigit || "/._-+".utf8.contains($0) }
    return isSafe ? self : "'" + plain.replacing("'", with: "'\\''") + "'"
  }
}
