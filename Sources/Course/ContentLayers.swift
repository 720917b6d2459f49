extension ContentFiles {
  /// A file as the reader names it, with its bytes.
  typealias Layer = (path: String, bytes: [UInt8])

  /// Put before the path of a local addition, so that a message tells the two apart.
  static let localPrefix = "ajouts-locaux/"

  /// The file of that path; a local one replaces the other.
  func file(_ path: String) -> Layer? { localLayer(path) ?? commonLayer(path) }

  /// The file of the course, then the local one, for what adds or replaces by identifier.
  func layers(_ path: String) -> [Layer] {
    var layers: [Layer] = []
    if let layer = commonLayer(path) { layers.append(layer) }
    if let layer = localLayer(path) { layers.append(layer) }
    return layers
  }

  private func commonLayer(_ path: String) -> Layer? { common.bytes(path).map { (path, $0) } }

  private func localLayer(_ path: String) -> Layer? {
    local.bytes(path).map { (ContentFiles.localPrefix + path, $0) }
  }

  func has(_ path: String) -> Bool { common.has(path) || local.has(path) }

  /// The path that a link written in `file` leads to; nil when it leaves the folder.
  static func path(of address: String, from file: String) -> String? {
    guard staysInside(address) else { return nil }
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return address }
    return String(file[...slash]) + address
  }

  /// Whether no part is empty, `.` or `..`, and nothing names a site; by bytes, for each link of the map.
  private static func staysInside(_ address: String) -> Bool {
    var dots = 0
    var length = 0
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"):
        if length == dots, dots < 3 { return false }
        dots = 0
        length = -1
      case UInt8(ascii: "."): dots += 1
      default: break
      }
      length += 1
    }
    return length != dots || dots > 2
  }
}

extension ContentFiles.Folder {
  /// The bytes of a file; nil when there is none.
  ///
  /// A file that cannot be read is read as bytes that are no text: the reader then says so.
  fileprivate func bytes(_ path: String) -> [UInt8]? { read(path) ?? (has(path) ? [0xFF] : nil) }
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
