import ArgumentParser
import Glibc

/// The program's entrance: the bare command, with or without its options, goes straight to the course.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // `CommandLine.arguments` costs the runtime a generic type, a tenth of the first frame.
    var arguments: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      if let word = CommandLine.unsafeArgv[index] { arguments.append(String(cString: word)) }
    }
    exit(Opening(arguments)?.run() ?? Invocation.run(arguments))
  }
}
