import Glibc
import Reports

/// The folder where agents put what they hand over; only its `suivi` is read here.
struct Depot {
  private let path: String

  init(_ path: String) { self.path = "\(path)/suivi" }

  /// Takes in every entry of `suivi`, in the order of names.
  ///
  /// Links, folders, pipes, files beyond 64 KiB and files that cannot be read are named and left out.
  func takeIn() throws(Complaint) -> Intake {
    guard let folder = opendir(path) else { throw complaint(errno) }
    defer { closedir(folder) }
    var intake = Intake()
    var buffer = [UInt8](repeating: 0, count: CompletionRecordFile.largest + 1)
    for name in try names(folder) {
      let shown = "suivi/" + String(decoding: name.dropLast(), as: UTF8.self)
      switch Depot.read(name, in: dirfd(folder), &buffer) {
      case .success(let bytes): intake.take(bytes, from: shown, hash: sha256)
      case .failure(let fault): intake.leaveOut(shown, fault)
      }
    }
    return intake
  }

  /// The names, zero-terminated and sorted by bytes, so that a report does not depend on the disk.
  private func names(_ folder: OpaquePointer) throws(Complaint) -> [[UInt8]] {
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = Depot.name(entry)
      if name != [0x2E, 0] && name != [0x2E, 0x2E, 0] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw complaint(errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func name(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset)
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: length + 1))
  }

  /// Opens without following a link nor waiting for the other end of a pipe.
  private static func read(
    _ name: [UInt8], in folder: Int32, _ buffer: inout [UInt8]
  ) -> Result<[UInt8], RecordFault> {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let descriptor = openat(folder, name.map { CChar(bitPattern: $0) }, flags)
    guard descriptor >= 0 else {
      return .failure(errno == ELOOP || errno == ENXIO ? .notRegular : .unreadable)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.unreadable) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notRegular) }
    let limit = CompletionRecordFile.largest
    guard status.st_size <= limit else { return .failure(.tooLarge) }
    return readAll(descriptor, limit: limit, buffer: &buffer).map { .success($0) }
      ?? .failure(.unreadable)
  }

  private func complaint(_ code: Int32) -> Complaint {
    Complaint("Le dépôt « \(path.plain) » ne peut pas être lu. \(advice(code))")
  }
}
