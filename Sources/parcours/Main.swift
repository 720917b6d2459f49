import ArgumentParser
import Glibc

/// The program's entrance: the bare command, with or without its options, goes straight to the course.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(Opening(arguments)?.run() ?? Invocation.run(arguments))
  }
}
