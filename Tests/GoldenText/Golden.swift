import FoundationEssentials
package import Testing

/// Expected text in `Golden/NAME.txt` beside the test, written anew when RECORD is set, which fails the run.
package enum Golden {
  /// Compares lines with the file of that name, in the folder of the test that asks.
  package static func expect(
    _ lines: [String], named name: String, beside file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = lines.joined(separator: "\n") + "\n"
    let path = folder(of: file) + "/\(name).txt"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(name).txt recorded: read it, then run without RECORD")
      return
    }
    let expected = try? String(contentsOfFile: path, encoding: .utf8)
    if expected != text { Attachment.record(text, named: "\(name).txt") }
    #expect(text == expected, sourceLocation: sourceLocation)
  }

  private static func folder(of file: String) -> String {
    (file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ".") + "/Golden"
  }
}
