extension Course {
  /// What a course version is made of, sorted by path: hash it to name the version.
  ///
  /// Without what each local government changes, what is generated, and what nobody is taught.
  package var digestInput: [(path: String, bytes: [UInt8])] {
    let left: Set = ["collectivite.md", "QUALITE.md", "README.md", "LICENSE", "REVISION.md"]
    return files.common.names.subtracting(left).sorted().compactMap { name in
      files.common.read(name).map { (name, $0) }
    }
  }
}
