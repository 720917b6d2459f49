import Course

/// The shared folder of the collectivité, where one may add a file but not list them.
struct Depot {
  var path: String

  /// Puts a record in `suivi/` under a random name, readable by the group; never replaces a file.
  func put(_ record: CompletionRecord) throws(FileFault) {
    let folder = "\(path)/suivi"
    try FileStore.create(record.file, at: "\(folder)/\(Chance.hex(16)).json", mode: 0o640)
  }
}
