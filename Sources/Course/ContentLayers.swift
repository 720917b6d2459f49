extension ContentFiles {
  /// A file as the reader names it, with its bytes.
  typealias Layer = (path: String, bytes: [UInt8])

  /// Put before the path of a local addition, so that a message tells the two apart.
  static let localPrefix = "ajouts-locaux/"

  /// The file of that path; a local one replaces the other.
  func file(_ path: String) -> Layer? { layers(path).last }

  /// The file of the course, then the local one, for what adds or replaces by identifier.
  ///
  /// A file that cannot be read is read as bytes that are no text: the reader then says so.
  func layers(_ path: String) -> [Layer] {
    var layers: [Layer] = []
    if common.names.contains(path) { layers.append((path, common.read(path) ?? [0xFF])) }
    if local.names.contains(path) {
      layers.append((ContentFiles.localPrefix + path, local.read(path) ?? [0xFF]))
    }
    return layers
  }

  func has(_ path: String) -> Bool { common.names.contains(path) || local.names.contains(path) }

  /// The path that a link written in `file` leads to; nil when it leaves the folder.
  static func path(of address: String, from file: String) -> String? {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    guard !address.isEmpty, !address.contains(":"),
      !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." })
    else { return nil }
    guard let slash = file.lastIndex(of: "/") else { return address }
    return String(file[...slash]) + address
  }
}

/// The values of the layers in order: a later one replaces the same identifier, or is added.
func merged<Value>(_ layers: [[Value]], by id: (Value) -> String) -> [Value] {
  guard var result = layers.first else { return [] }
  for layer in layers.dropFirst() {
    for value in layer {
      if let index = result.firstIndex(where: { id($0) == id(value) }) {
        result[index] = value
      } else {
        result.append(value)
      }
    }
  }
  return result
}
