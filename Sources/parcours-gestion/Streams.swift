import Glibc

/// Makes the standard streams safe to use, whatever the parent left.
///
/// A closed one would lend its number to the next file opened: it becomes a `/dev/null` that cannot
/// be written, so that writing fails and is told. A reader that goes away ends the program quietly.
func prepareStandardStreams() {
  for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
    _ = open("/dev/null", O_RDONLY)
  }
  signal(SIGPIPE, SIG_DFL)
}

/// Writes the bytes on standard output.
func writeOutput(_ bytes: [UInt8]) throws(Complaint) {
  guard writeAll(bytes, to: 1) else {
    throw Complaint("La sortie standard ne peut pas être écrite. \(advice(errno))")
  }
}

/// Writes lines for a person on standard error.
func tellPerson(_ lines: [String]) {
  guard !lines.isEmpty else { return }
  _ = writeAll(Array((lines.joined(separator: "\n") + "\n").utf8), to: 2)
}

/// Writes all the bytes to a descriptor, through interruptions; false, with `errno`, when refused.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let count = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if count > 0 {
        done += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// Reads to the end, or one byte beyond `limit`; nil, with `errno`, when the system refuses.
///
/// `buffer` is scratch space that serves from one file to the next; it must not be empty.
func readAll(_ descriptor: Int32, limit: Int, buffer: inout [UInt8]) -> [UInt8]? {
  var bytes: [UInt8] = []
  while bytes.count <= limit {
    let count = read(descriptor, &buffer, min(buffer.count, limit + 1 - bytes.count))
    if count == 0 { return bytes }
    if count > 0 {
      bytes += buffer[..<count]
    } else if errno != EINTR {
      return nil
    }
  }
  return bytes
}

/// What a person can do about an error of the system, as a French sentence.
func advice(_ code: Int32) -> String {
  switch code {
  case ENOENT: "Ce chemin n’existe pas. Vérifiez-le."
  case ENOTDIR: "Ce n’est pas un dossier. Vérifiez le chemin."
  case EISDIR: "C’est un dossier. Indiquez un fichier."
  case EACCES, EPERM: "Vos droits ne suffisent pas. Demandez-les au service informatique."
  case ENOSPC, EDQUOT: "Il n’y a plus de place. Libérez-en, puis recommencez."
  case EROFS: "Ce dossier est en lecture seule. Choisissez-en un autre."
  default: "Le système a répondu par l’erreur \(code)."
  }
}
