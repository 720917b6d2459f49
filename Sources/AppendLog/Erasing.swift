extension AppendLog {
  /// Removes the log and everything that was set aside from it; the lock's file stays.
  ///
  /// Once the log is gone it refuses everything with `uncertain`; until then a failure leaves it
  /// whole.
  package mutating func erase() throws(LogError) {
    try folder.removeAsides(of: name)
    try folder.remove(name)
    // What would be appended from now on would go to a file without a name.
    isUncertain = true
    try folder.sync()
  }
}

/// A log that no process has open, held to be erased whatever its lines.
package struct HeldLog: ~Copyable {
  private let name: String
  private let folder: Folder
  /// Nil when no process has ever opened the log: holding it would leave a file behind.
  private let lock: Lock?

  /// Holds a log, or throws `locked`; nil where its folder does not exist.
  package static func holding(
    directory: String, name: String, lockName: String = "verrou", disk: Disk = .system
  ) throws(LogError) -> HeldLog? {
    do throws(LogError) {
      let folder = try Folder(opening: directory, disk: disk)
      let lock = try folder.lock(lockName)
      return HeldLog(name: name, folder: folder, lock: lock)
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
  }

  private init(name: String, folder: consuming Folder, lock: consuming Lock?) {
    self.name = name
    self.folder = folder
    self.lock = lock
  }

  /// Removes the log and everything that was set aside from it; the lock's file stays.
  package func erase() throws(LogError) {
    try folder.removeAsides(of: name)
    try folder.remove(name)
    try folder.sync()
  }
}

/// The copies of a damaged log, the first that is free being made.
func copies(of name: String) -> [String] { (1...99).map { sibling(of: name, "abime-\($0)") } }

extension Folder {
  /// Removes all that a log leaves beside itself: lines set aside, copies, an unfinished rewrite.
  func removeAsides(of name: String) throws(LogError) {
    try remove(sibling(of: name, "nouveau"))
    try remove(sibling(of: name, "coupe"))
    for copy in copies(of: name) { try remove(copy) }
  }

  /// The lock of that name, held; nil when its file does not exist.
  fileprivate func lock(_ name: String) throws(LogError) -> Lock? {
    do throws(LogError) {
      return try Lock(holding: try open(name, .reading))
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
  }
}
