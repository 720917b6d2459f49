import FoundationEssentials
import Testing

/// Expected text in `Golden/NAME.txt`, written anew when RECORD is set, which fails the run.
enum Golden {
  static func expect(
    _ lines: [String], named name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = lines.joined(separator: "\n") + "\n"
    let path = folder + "/\(name).txt"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(name).txt recorded: read it, then run without RECORD")
      return
    }
    let expected = try? String(contentsOfFile: path, encoding: .utf8)
    if expected != text { Attachment.record(text, named: "\(name).txt") }
    #expect(text == expected, sourceLocation: sourceLocation)
  }

  private static var folder: String {
    let here = "\(#filePath)"
    return (here.lastIndex(of: "/").map { String(here[..<$0]) } ?? ".") + "/Golden"
  }
}
