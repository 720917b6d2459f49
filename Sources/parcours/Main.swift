import ArgumentParser
import Glibc

/// The program's entrance: the bare command goes straight to the course.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(arguments.isEmpty ? Opening().run() : Invocation.run(arguments))
  }
}
