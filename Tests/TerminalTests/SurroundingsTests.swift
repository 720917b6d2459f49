import Terminal
import Testing

@Suite("What the environment says")
struct SurroundingsTests {
  @Test(
    "the locale and the C library tell the charset",
    arguments: [
      ("fr_FR.UTF-8", "UTF-8", .utf8), ("C", "ANSI_X3.4-1968", .utf8),
      (nil, "ANSI_X3.4-1968", .utf8),
      ("POSIX", "ANSI_X3.4-1968", .utf8), ("fr_FR.UTF-8", nil, .utf8), ("fr_FR.utf8", nil, .utf8),
      ("fr_FR", nil, .utf8), ("n'importe", nil, .utf8), ("", nil, .utf8), ("C.", nil, .utf8),
      ("fr_FR", "ISO-8859-1", .latin9), ("fr_FR.ISO-8859-15", "ISO-8859-15", .latin9),
      ("fr_FR.ISO-8859-15", nil, .latin9), ("fr_FR@euro", nil, .latin9),
      ("fr_FR.ISO8859-15@euro", nil, .latin9), ("fr_FR.UTF-8@euro", nil, .utf8),
    ] as [(String?, String?, Charset)])
  func charset(locale: String?, codeset: String?, charset: Charset) {
    #expect(Charset(locale: locale, codeset: codeset) == charset)
  }

  @Test("the first locale variable that is not empty counts")
  func locale() {
    let variables = ["LC_ALL": "", "LC_CTYPE": "fr_FR", "LANG": "C"]
    #expect(Surroundings { variables[$0] }.locale == "fr_FR")
    #expect(Surroundings { _ in nil }.locale == nil)
  }

  @Test("colours are refused by a value, not by an empty one", arguments: ["1", "0", "", nil])
  func colour(value: String?) {
    let surroundings = Surroundings { $0 == "NO_COLOR" ? value : nil }
    #expect(surroundings.refusesColour == (value?.isEmpty == false))
  }

  @Test("every printable byte of ISO 8859-15 is one character")
  func latin9() {
    let scalars = (UInt8.min...UInt8.max).compactMap(Charset.latin9)
    #expect(scalars.count == 95 + 96)
    #expect(Set(scalars).count == scalars.count)
  }
}
