extension Course {
  /// What a course version is made of, sorted by path: hash it to name the version.
  ///
  /// Without what each local government changes, what is generated, and what nobody is taught.
  package var digestInput: [(path: String, bytes: [UInt8])] {
    let left: Set = ["collectivite.md", "QUALITE.md", "README.md", "LICENSE", "REVISION.md"]
    return files.files.filter { !left.contains($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
