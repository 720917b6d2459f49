import ArgumentParser
import Course
import Display
import Interface

/// `parcours memo [--html]`: one A4 page.
struct MemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo", abstract: "Les principes, SANDI et les contacts, sur une page.")

  @Flag(name: .customLong("html"), help: "En page à imprimer.")
  var isPage = false
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let course = try Installed.find(common.choices).course
    let memo: Document
    do throws(ContentError) { memo = try Memo.document(course) } catch {
      throw Stop(2, "\(error.place): \(error.problem)", error.advice)
    }
    try Standard.say(
      isPage
        ? HTMLPage.render(title: memo.place.long, [memo], footer: "")
        : Linear.lines(reading: memo, width: 66).joined(separator: "\n"))
  }
}
