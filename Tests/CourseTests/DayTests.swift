import Course
import Testing

@Suite("Days and instants") struct DayTests {
  /// Year, month, day, and days since 1970-01-01 (from another implementation).
  static let table: [(Int, Int, Int, Int)] = [
    (1, 1, 1, -719_162), (1582, 10, 15, -141_427), (1600, 2, 29, -135_081),
    (1900, 2, 28, -25_509), (1900, 3, 1, -25_508), (1969, 12, 31, -1), (1970, 1, 1, 0),
    (1972, 2, 29, 789), (2000, 2, 28, 11_015), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (2026, 11, 21, 20_778), (2100, 2, 28, 47_540), (2100, 3, 1, 47_541), (2400, 2, 29, 157_113),
    (9999, 12, 31, 2_932_896),
  ]

  @Test("a date has its number, and a number its date", arguments: table)
  func numbers(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    #expect(date.number == number)
    #expect(Day(number: number).components == (year, month, day))
  }

  @Test("the days of four centuries follow one another, each with its own date")
  func centuries() throws {
    let first = try #require(Day(iso: "1899-12-31"))
    var previous = (first.components.year, first.components.month, first.components.day)
    for number in (first.number + 1)...(first.number + 146_097) {
      let (year, month, day) = Day(number: number).components
      let follows =
        (year, month) == (previous.0, previous.1)
        ? day == previous.2 + 1
        : day == 1 && previous.2 >= 28
          && year * 12 + month == previous.0 * 12 + previous.1 + 1
      guard follows, Day(year: year, month: month, day: day)?.number == number else {
        Issue.record("\(previous) is followed by \((year, month, day))")
        return
      }
      previous = (year, month, day)
    }
    #expect(previous == (2299, 12, 31))
  }

  @Test(
    "there is no such day",
    arguments: [
      (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2000, 2, 30), (2026, 4, 31), (2026, 1, 0),
      (2026, 0, 1), (2026, 13, 1), (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (2026, 1, -3),
      (.max, .max, .max), (.min, .min, .min),
    ] as [(Int, Int, Int)])
  func absent(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("a number out of the calendar is brought to its end", arguments: [0, 1, 40])
  func ends(beyond: Int) {
    for low in [-719_162 - beyond, Int.min + beyond] {
      #expect(Day(number: low).description == "0001-01-01")
    }
    for high in [2_932_896 + beyond, Int.max - beyond] {
      #expect(Day(number: high).description == "9999-12-31")
    }
  }

  @Test("what is printed is read again", arguments: table)
  func iso(year: Int, month: Int, day: Int, number: Int) {
    let date = Day(number: number)
    #expect(date.description.utf8.count == 10)
    #expect(Day(iso: date.description) == date)
  }

  @Test(
    "nothing but YYYY-MM-DD is read",
    arguments: [
      "", "2026", "2026-11", "2026-11-2", "2026-1-21", "26-11-21", "2026/11/21", "2026-11-21 ",
      " 2026-11-21", "2026-11-21Z", "+026-11-21", "-026-11-21", "2026-02-29", "2026-13-01",
      "2026-00-10", "2026-10-00", "0000-01-01", "2026‑11‑21", "２０２６-11-21", "2026-1１-2",
      "2026-11-2\u{301}", "20261-1-21", "abcd-ef-gh", "2026-11-21\0",
      String(repeating: "9", count: 10_000),
    ])
  func refusedISO(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("a part of a text is read like a text")
  func substring() {
    #expect(Day(iso: "du 2026-11-21".dropFirst(3))?.number == 20_778)
  }

  @Test(
    "days are written as people read them",
    arguments: [
      ("2026-11-21", "21 novembre 2026", "21/11/2026"),
      ("2027-01-01", "1er janvier 2027", "01/01/2027"),
      ("2026-02-08", "8 février 2026", "08/02/2026"),
      ("2026-08-31", "31 août 2026", "31/08/2026"),
      ("0999-12-02", "2 décembre 999", "02/12/0999"),
    ])
  func french(iso: String, long: String, short: String) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.french == long)
    #expect(day.frenchShort == short)
  }

  @Test(
    "a month later is the same day, or the last of a shorter month",
    arguments: [
      ("2026-11-21", 0, "2026-11-21"), ("2026-11-21", 1, "2026-12-21"),
      ("2026-11-21", 2, "2027-01-21"), ("2026-11-21", 12, "2027-11-21"),
      ("2026-11-21", 24, "2028-11-21"), ("2026-01-31", 1, "2026-02-28"),
      ("2028-01-31", 1, "2028-02-29"), ("2026-08-31", 1, "2026-09-30"),
      ("2026-12-31", 2, "2027-02-28"), ("2028-02-29", 12, "2029-02-28"),
      ("2028-02-29", 48, "2032-02-29"), ("2096-02-29", 48, "2100-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
      ("2026-01-15", -12, "2025-01-15"), ("0001-02-10", -1, "0001-01-10"),
      ("0001-01-10", -1, "0001-01-01"), ("0001-01-01", -13, "0001-01-01"),
      ("9999-11-30", 1, "9999-12-30"), ("9999-12-30", 1, "9999-12-31"),
      ("2026-11-21", .max, "9999-12-31"), ("2026-11-21", .min, "0001-01-01"),
    ] as [(String, Int, String)])
  func months(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(iso: from)).adding(months: months).description == to)
  }

  @Test("days are ordered as the calendar is")
  func order() {
    let days = DayTests.table.map { Day(number: $0.3) }
    #expect(days.shuffledForTest.sorted() == days)
  }

  @Test(
    "an instant is read and printed",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("1970-01-02T00:00:01Z", 86_401),
      ("2026-11-21T09:12:33Z", 1_795_252_353), ("1969-12-31T00:00:00Z", -86_400),
      ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func instants(text: String, seconds: Int) throws {
    let time = try #require(Timestamp(iso: text))
    #expect(time.seconds == seconds)
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(time.day == Day(iso: text.prefix(10)))
  }

  @Test(
    "nothing but a whole UTC second is read",
    arguments: [
      "", "2026-11-21", "2026-11-21T09:12:33", "2026-11-21T09:12:33z", "2026-11-21 09:12:33Z",
      "2026-11-21T09:12:33+00:00", "2026-11-21T09:12:33.0Z", "2026-11-21T24:00:00Z",
      "2026-11-21T09:60:00Z", "2026-11-21T23:59:60Z", "2026-02-30T00:00:00Z",
      "2026-11-21T-9:12:33Z", "2026-11-21T09:12:3éZ", "2026-11-21T09-12-33Z",
      "éééééT09:12:33Z12345", "2026-11-2\r\n:12:33:00Z", "99999999999999999999",
    ])
  func refusedInstants(text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test("no number of seconds traps")
  func extremeInstants() {
    #expect(Timestamp(seconds: .max).description == "9999-12-31T23:59:59Z")
    #expect(Timestamp(seconds: .min).description == "0001-01-01T00:00:00Z")
    #expect(Timestamp(seconds: .min) < Timestamp(seconds: -1))
    #expect(Timestamp(seconds: .min).day < Timestamp(seconds: .max).day)
  }
}

extension Array {
  fileprivate var shuffledForTest: [Element] {
    var random = SplitMix64(seed: 11)
    return random.shuffled(self)
  }
}
