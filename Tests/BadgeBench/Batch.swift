import Glibc
import JSON
import OpenBadges

/// Many badges into files, and where the time went.
struct Batch {
  var pictures: BadgePictures
  var folder: String
  var count: Int

  func run() throws {
    let key = Ed25519SigningKey.generate()
    let issuing = Issuing(key)
    mkdir(folder, 0o700)
    var sealing = 0.0
    var syncing = 0.0
    let start = now()
    for number in 0..<count {
      let award = Sample.award(number, issuer: key.did.text)
      let before = now()
      let badge = try issuing.seal(award, in: pictures, created: Sample.day)
      sealing += now() - before
      syncing += try Files.write(badge.svg, to: "\(folder)/\(number).svg")
      syncing += try Files.write(badge.json ?? [], to: "\(folder)/\(number).json")
    }
    let total = now() - start
    let share = 100 * (sealing + syncing) / total
    print("\(count) badges, SVG et JSON : \(Int(total * 1000)) ms")
    print("  signer, garnir et vérifier : \(Int(sealing * 1000)) ms")
    print("  fsync : \(Int(syncing * 1000)) ms")
    print("  part des deux : \(Int(share)) %")
  }
}

/// Files of the bench.
enum Files {
  struct Fault: Error { var path: String }

  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Fault(path: path) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  /// Writes a new file; returns the seconds spent in fsync.
  static func write(_ bytes: [UInt8], to path: String) throws -> Double {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0, Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    else { throw Fault(path: path) }
    let before = now()
    fsync(descriptor)
    let spent = now() - before
    close(descriptor)
    return spent
  }
}
