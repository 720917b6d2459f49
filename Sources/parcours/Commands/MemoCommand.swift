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
    do throws(ContentError) {
      let memo = try Memo.document(course)
      guard isPage else {
        Standard.say(Linear.lines(reading: memo, width: 66).joined(separator: "\n"))
        return
      }
      Standard.say(HTMLPage.render(title: memo.place.long, [memo], footer: ""))
    } catch {
      throw Stop(2, "\(error.place): \(error.problem)", error.advice)
    }
  }
}
