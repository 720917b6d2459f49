import JSON
import OpenBadges

/// Writes the canonical form of each document it reads, one JSON text a line.
///
/// A document's N-Quads are followed by a line `=`; a refusal is one line, `!`, reason and place.
@main
enum Probe {
  static func main() {
    while let line = readLine() {
      do {
        let document = try JSON(parsing: line, limits: .init(bytes: 4 << 20))
        print(
          String(decoding: try LinkedData.canonical(document), as: UTF8.self), terminator: "=\n")
      } catch let error as LinkedDataError {
        print("! \(error.reason) \(error.path)")
      } catch {
        print("! \(error)")
      }
    }
  }
}
