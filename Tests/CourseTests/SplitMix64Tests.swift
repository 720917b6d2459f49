import Course
import Testing

@Suite("SplitMix64") struct SplitMix64Tests {
  @Test(
    "gives the published numbers",
    arguments: [
      // The vectors of Rosetta Code, then those of the reference C for 0.
      (
        1_234_567,
        [
          6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
          4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
      ),
      (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
      // The state wraps at once.
      (.max, [16_490_336_266_968_443_936, 16_834_447_057_089_888_969]),
    ] as [(UInt64, [UInt64])])
  func published(seed: UInt64, numbers: [UInt64]) {
    var random = SplitMix64(seed: seed)
    #expect(numbers.map { _ in random.next() } == numbers)
  }

  @Test("a bounded number is the same for ever")
  func frozenBounds() {
    var random = SplitMix64(seed: 7)
    let bounds = [0, 1, 2, 3, 6, 10, 100, 1000, 1 << 31, 1 << 62, Int.max]
    let expected = [
      0, 0, 1, 0, 0, 3, 74, 305, 868_405_494, 1_440_261_625_256_001_278,
      2_476_628_477_891_077_985,
    ]
    #expect(bounds.map { random.number(below: $0) } == expected)
  }

  @Test(
    "a number that would favour the small ones is drawn again",
    arguments: [
      (0, 1_042_757_494_553_273_844), (13, 6_063_221_543_909_367_921),
      (22, 1_412_077_619_021_228_083),
    ] as [(UInt64, Int)])
  func rejection(seed: UInt64, expected: Int) {
    // The first number of these seeds is above the last multiple of the bound.
    let bound = 3 << 61
    var random = SplitMix64(seed: seed)
    #expect(random.number(below: bound) == expected)
    var first = SplitMix64(seed: seed)
    #expect(first.next() >= UInt64.max - UInt64.max % UInt64(bound))
  }

  @Test("no bound traps", arguments: [Int.min, -5, -1, 0, 1])
  func smallBounds(bound: Int) {
    var random = SplitMix64(seed: 3)
    #expect(random.number(below: bound) == 0)
    #expect(random == SplitMix64(seed: 3), "nothing is consumed")
  }

  @Test("numbers fall evenly", arguments: [2, 3, 5, 7, 30])
  func even(bound: Int) {
    var random = SplitMix64(seed: 99)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<(1000 * bound) { counts[random.number(below: bound)] += 1 }
    // Chi-squared over `bound` cells: its mean is bound − 1, six deviations is never.
    let chi = counts.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    let freedom = Double(bound - 1)
    #expect(chi < freedom + 6 * (2 * freedom).squareRoot())
  }

  @Test(
    "our Fisher–Yates is frozen",
    arguments: [
      (0, [3, 2, 1, 4]), (1, [3, 1, 4, 2]), (42, [3, 1, 4, 2]),
      (1_234_567, [3, 1, 7, 2, 5, 6, 4, 9, 10, 8]), (.max, [4, 6, 1, 2, 5, 3]),
      (
        2026,
        [
          9, 26, 8, 13, 22, 6, 1, 5, 30, 18, 24, 4, 17, 12, 29, 23, 25, 15, 11, 14, 21, 3, 10, 7,
          20, 16, 28, 19, 27, 2,
        ]
      ),
    ] as [(UInt64, [Int])])
  func frozenShuffles(seed: UInt64, expected: [Int]) {
    var random = SplitMix64(seed: seed)
    #expect(random.shuffled(Array(1...expected.count)) == expected)
  }

  @Test("every order of four comes as often as another")
  func evenShuffles() {
    var random = SplitMix64(seed: 5)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[random.shuffled([1, 2, 3, 4]), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { (800...1200).contains($0) })
  }

  @Test("nothing and a single thing are shuffled without a draw")
  func trivialShuffles() {
    var random = SplitMix64(seed: 8)
    #expect(random.shuffled([Int]()) == [])
    #expect(random.shuffled(["seule"]) == ["seule"])
    #expect(random == SplitMix64(seed: 8))
  }
}
