import Glibc
import Reports

/// A file that a person named on the command line; `-` is standard input.
enum InputFile {
  /// Far more than any list of agents; what is beyond is a mistake.
  private static let largest = 64 << 20

  /// All its bytes; complains when it cannot be read or holds more than 64 MiB.
  static func read(_ path: String) throws(Complaint) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw complaint(path) }
    defer { if descriptor != 0 { close(descriptor) } }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard let bytes = readAll(descriptor, limit: largest, buffer: &buffer)
    else { throw complaint(path) }
    guard bytes.count <= largest else {
      throw Complaint("Le fichier « \(path.plain) » dépasse 64 Mio. Vérifiez que c’est le bon.")
    }
    return bytes
  }

  private static func complaint(_ path: String) -> Complaint {
    let reason = advice(errno)
    return Complaint("Le fichier « \(path.plain) » ne peut pas être lu. \(reason)")
  }
}
