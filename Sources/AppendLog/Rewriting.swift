extension AppendLog {
  /// Replaces the whole log by `lines`: a new file, `fsync`, `rename`, `fsync` of the folder.
  ///
  /// When it throws, the log holds its former lines; but when only the last step fails the log
  /// holds the new ones and refuses everything with `uncertain` until it is opened again.
  package mutating func rewrite(_ lines: [[UInt8]]) throws(LogError) {
    guard !isUncertain else { throw LogError(.uncertain, file.path) }
    let temporary = sibling(of: name, "nouveau")
    let bytes = Array(lines.map { $0 + [0x0A] }.joined())
    // What a crash left there: the lock says that nobody writes it now.
    try folder.remove(temporary)
    var new = try folder.open(temporary, .creating)
    do {
      try new.fill(bytes)
      try folder.rename(temporary, to: name)
    } catch {
      try? folder.remove(temporary)
      throw error
    }
    length = bytes.count
    isEnded = true
    new.path = folder.path(of: name)
    file = new
    // Until the folder is durable, power loss may bring back either file.
    isUncertain = true
    try folder.sync()
    isUncertain = false
  }

  /// Copies the log as it is into `<stem>.abime-N`, N being the first that is free from 1 to 99.
  ///
  /// - Returns: the name of the copy.
  package func copyAside() throws(LogError) -> String {
    let bytes = try file.contents()
    for copy in copies(of: name) {
      let descriptor: Descriptor
      do {
        descriptor = try folder.open(copy, .creating)
      } catch {
        guard error.reason == .taken else { throw error }
        continue
      }
      try descriptor.fill(bytes)
      try folder.sync()
      return copy
    }
    throw LogError(.full, folder.path(of: sibling(of: name, "abime-99")))
  }

  /// Removes the lines set aside and the copies of damaged logs.
  package func removeAsides() throws(LogError) {
    try folder.removeAsides(of: name)
    try folder.sync()
  }
}
