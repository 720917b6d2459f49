// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of the house is compiled with.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Where size matters more than speed: pages, and what is parsed once.
let small = house + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A test target named after the target it tests.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
    swiftSettings: house)
}

let package = Package(
  name: "parcours",
  products: [
    .executable(name: "parcours", targets: ["parcours"]),
    .executable(name: "parcours-gestion", targets: ["parcours-gestion"]),
    .library(name: "OpenBadges", targets: ["OpenBadges", "JSON"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Level 0: nouns that know nothing of each other.
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "JSON", swiftSettings: house),
    .target(name: "AppendLog", swiftSettings: house),
    .target(name: "Display", swiftSettings: small),
    .target(name: "Course", dependencies: ["CCMark"], swiftSettings: small),
    // Level 1.
    .target(
      name: "Journal", dependencies: ["Course", "AppendLog", "JSON"], swiftSettings: house),
    .target(name: "Workshop", dependencies: ["Course"], swiftSettings: house),
    .target(
      name: "OpenBadges", dependencies: ["JSON", "CZlib", crypto, cryptoExtras],
      exclude: ["README.md"], swiftSettings: house),
    .target(name: "Ledger", dependencies: ["AppendLog", "JSON"], swiftSettings: house),
    // Level 2.
    .target(
      name: "BadgeRequest", dependencies: ["Course", "JSON", crypto], swiftSettings: house),
    .target(
      name: "WorkshopLog", dependencies: ["Workshop", "Course", "AppendLog", "JSON"],
      swiftSettings: house),
    .target(
      name: "Interface", dependencies: ["Course", "Workshop", "Display"], swiftSettings: small),
    .target(name: "Terminal", dependencies: ["Display", "CNcurses"], swiftSettings: house),
    .target(name: "Reports", dependencies: ["Course", "JSON"], swiftSettings: house),
    // Level 3: the only targets that open files, read the clock or draw randomness.
    .executableTarget(
      name: "parcours",
      dependencies: [
        "Interface", "Terminal", "Journal", "OpenBadges", "Course", "Display", "Workshop",
        "WorkshopLog", "BadgeRequest", "JSON", "AppendLog", arguments, crypto,
      ],
      swiftSettings: small,
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-executable", "-use-ld=lld", "-Xlinker", "--icf=all", "-Xlinker",
            "--gc-sections", "-Xlinker", "--no-eh-frame-hdr", "-Xlinker", "-T", "-Xlinker",
            "\(Context.packageDirectory)/bin/sans-deroulement.ld",
          ], .when(configuration: .release))
      ]),
    .executableTarget(
      name: "parcours-gestion",
      dependencies: [
        "Reports", "BadgeRequest", "Ledger", "OpenBadges", "Course", "JSON", "AppendLog",
        arguments, crypto,
      ],
      swiftSettings: house),
    // Tests: of each target, then of the built programs (no test depends on `parcours`: its
    // static flag would break the test bundle).
    tests(of: "JSON"),
    tests(of: "AppendLog"),
    tests(of: "Display", ["GoldenText"], exclude: ["Golden"]),
    tests(of: "Course", ["ShippedContent"]),
    tests(of: "Journal", ["Course", "AppendLog", "JSON"]),
    tests(of: "OpenBadges", ["JSON", crypto, cryptoExtras]),
    // As another package would use the library: it sees what is public and nothing else.
    .testTarget(
      name: "OpenBadgesReadmeTests", dependencies: ["OpenBadges", "JSON"], packageAccess: false,
      swiftSettings: house),
    tests(of: "Ledger", ["AppendLog", "JSON"]),
    tests(of: "BadgeRequest", ["Course", "JSON", "ShippedContent", crypto]),
    tests(of: "Workshop", ["Course"]),
    tests(of: "WorkshopLog", ["Workshop", "Course", "AppendLog"]),
    tests(
      of: "Interface", ["Course", "Workshop", "Display", "GoldenText"], exclude: ["Golden"]),
    tests(of: "Terminal", ["terminal-probe", "PseudoTerminal", "Display", "CNcurses"]),
    tests(of: "Reports", ["Course", "JSON"]),
    .testTarget(
      name: "GestionTests",
      dependencies: [
        "parcours-gestion", "Reports", "Course", "JSON", "OpenBadges", "Ledger", "BadgeRequest",
        "ShippedContent", crypto,
      ],
      swiftSettings: house),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["PseudoTerminal", "Journal", "Course", "AppendLog"],
      swiftSettings: house),
    .target(
      name: "ShippedContent", dependencies: ["Course"], path: "Tests/ShippedContent",
      swiftSettings: house),
    .target(name: "GoldenText", path: "Tests/GoldenText", swiftSettings: house),
    .target(
      name: "PseudoTerminal", dependencies: ["Display", "CNcurses"], path: "Tests/PseudoTerminal",
      swiftSettings: house),
    .executableTarget(
      name: "badge-bench", dependencies: ["OpenBadges", "JSON"], path: "Tests/BadgeBench",
      swiftSettings: house),
    .executableTarget(
      name: "canonical-probe", dependencies: ["OpenBadges", "JSON"], path: "Tests/CanonicalProbe",
      swiftSettings: house),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Display"], path: "Tests/TerminalProbe",
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
