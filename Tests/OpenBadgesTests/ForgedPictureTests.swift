import JSON
import OpenBadges
import Testing

@Suite("Forged pictures of every proof") struct ForgedPictureTests {
  private static let kinds: [(Naming, Signed)] = [
    (.didKey, .rdfc), (.didJWK, .es256), (.didWeb, .jcs),
  ]
  private static let space = "https://purl.imsglobal.org/ob/v3p0"

  private static func structure(_ file: String) throws -> Outcome {
    try structure(Array(file.utf8))
  }

  private static func structure(_ file: [UInt8]) throws -> Outcome {
    let report = Verifier(trust: .empty, now: Samples.day).verify(file)
    #expect(report.facts == nil)
    #expect(report.exitCode == 1 || report.exitCode == 2)
    return report[.structure]
  }

  @Test("an SVG holds one badge, in its place, without tricks", arguments: 0..<3)
  func svg(_ kind: Int) throws {
    let (naming, signed) = Self.kinds[kind]
    let file = String(
      decoding: try Samples.template().baked(Issued.payload(naming, signed)), as: UTF8.self)
    let start = try #require(file.firstRange(of: "<openbadges:credential xmlns")?.lowerBound)
    let close = signed.isToken ? "/>" : "</openbadges:credential>"
    let end = try #require(file[start...].firstRange(of: close)?.upperBound)
    let badge = String(file[start..<end])
    func with(_ other: String) -> String { file[..<start] + other + file[end...] }
    let other = badge.replacing("openbadges:", with: "ob:").replacing(":openbadges", with: ":ob")
    let doctype = "<!DOCTYPE svg [<!ENTITY b \"x\">]>"
    let deep = String(repeating: "<g>", count: 200) + String(repeating: "</g>", count: 200)
    for (forged, flaw) in [
      (with(badge + badge), Flaw.svgSeveralBadges), (with(badge + other), .svgSeveralBadges),
      (with(badge + "<g>\(badge)</g>"), .svgSeveralBadges),
      (with("<g>\(badge)</g>"), .svgMisplacedBadge),
      (with("<!--\(badge)-->"), .svgWithoutBadge), (with(""), .svgWithoutBadge),
      (with("<desc><![CDATA[\(badge.replacing("]]>", with: ""))]]></desc>"), .svgWithoutBadge),
      (with("<?\(badge)?>"), .svgWithoutBadge),
      (with(badge.replacing(Self.space, with: "https://pirate.example")), .svgWithoutBadge),
      (with(badge.replacing(Self.space, with: Self.space + "/")), .svgWithoutBadge),
      (with(badge.replacing(":credential", with: ":credentials")), .svgWithoutBadge),
      (with(badge.replacing(Self.space, with: "http://openbadges.org")), .svgOlderBadge),
      (with(badge.replacing("openbadges:", with: "x:")), .svgMalformed),
      (with(badge.replacing(close, with: "")), signed.isToken ? .svgMalformed : .svgBadgeUnclear),
      (with(deep + badge), .svgTooComplex), (with("&b;" + badge), .svgMalformed),
      (with("<!ENTITY b 'x'>" + badge), .svgMalformed),
      (file.replacing("<svg ", with: doctype + "<svg "), .svgDoctype),
      (
        file.replacing("<svg ", with: "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\"><svg "),
        .svgDoctype
      ),
      (file + badge, .svgMalformed), (badge, .svgOtherRoot), (file + file, .svgMalformed),
      (file.replacing("UTF-8", with: "UTF-16"), .svgEncoding), (with(badge + "\u{1}"), .notText),
      (file + "<!--" + String(repeating: " ", count: 2 << 20) + "-->", .tooLarge),
      (String(file.dropLast(8)), .svgMalformed),
    ] {
      let found = try Self.structure(forged)
      #expect(found == .failed(flaw), "\(forged.count)")
    }
  }

  @Test("a signed body that is written in two ways at once is refused")
  func twoBodies() throws {
    let token = try Samples.token()
    let json = try Sealed.document().text
    for body in [
      " verify=\"\(token)\"><![CDATA[\(json)]]></o:credential>",
      " verify=\"\">\(json.replacing("\"", with: "&quot;"))</o:credential>",
      "><![CDATA[\(json)]]>\(json.replacing("\"", with: "&quot;"))</o:credential>",
      "></o:credential>", "/>", "><g/></o:credential>",
    ] {
      let svg = Samples.svg.replacing(
        "<title>", with: "<o:credential xmlns:o='\(Self.space)'\(body)<title>")
      #expect(try Self.structure(svg) == .failed(.svgBadgeUnclear), "\(body.suffix(30))")
    }
  }

  @Test("a PNG holds one badge, whole and not compressed", arguments: 0..<3)
  func png(_ kind: Int) throws {
    let (naming, signed) = Self.kinds[kind]
    let payload = try Issued.payload(naming, signed)
    let text: String =
      switch payload {
      case .token(let bytes), .document(let bytes): String(decoding: bytes, as: UTF8.self)
      default: ""
      }
    let keyword = "openbadgecredential"
    let badge = PNGPictures.text(keyword, text)
    let older = PNGPictures.text("openbadges", text)
    let body = Array("\(keyword)\u{0}\(text)".utf8)
    func picture(_ chunk: [UInt8]...) -> [UInt8] { PNGPictures.picture(chunk.flatMap(\.self)) }
    for (forged, flaw) in [
      (picture(badge, badge), Flaw.pngSeveralBadges),
      (picture(badge, PNGPictures.text(keyword, "x")), .pngSeveralBadges),
      (picture(PNGPictures.text(keyword, text, flag: 1)), .pngCompressed),
      (picture(PNGPictures.chunk("zTXt", body)), .pngCompressed),
      (picture(badge, PNGPictures.chunk("zTXt", body)), .pngCompressed),
      (picture(PNGPictures.chunk("tEXt", body)), .pngBadgeUnclear),
      (picture(badge, PNGPictures.chunk("tEXt", body)), .pngBadgeUnclear),
      (picture(PNGPictures.text(keyword, text, flag: 9)), .pngBadgeUnclear),
      (picture(PNGPictures.text(keyword, text, method: 1)), .pngBadgeUnclear),
      (picture(PNGPictures.text(keyword, text, language: "fr")), .pngBadgeUnclear),
      (picture(PNGPictures.text(keyword, text, translated: "badge")), .pngBadgeUnclear),
      (picture(PNGPictures.text("Openbadgecredential", text)), .pngWithoutBadge),
      (picture(PNGPictures.text(keyword + " ", text)), .pngWithoutBadge),
      (picture(), .pngWithoutBadge),
      (picture(older), signed.isToken ? .assertionForm : .hostedBadge),
      (PNGPictures.signature + PNGPictures.header + badge + PNGPictures.end, .pngMalformed),
      (picture(badge) + badge, .pngMalformed), (picture(badge) + [0], .pngMalformed),
      (PNGPictures.signature + badge + PNGPictures.header, .pngMalformed),
    ] {
      #expect(try Self.structure(forged) == .failed(flaw), "\(flaw) \(forged.count)")
    }
    let good = picture(badge)
    for length in stride(from: 4, to: good.count, by: max(1, good.count / 60)) {
      #expect(try Self.structure(Array(good[..<length])) == .failed(.pngMalformed), "\(length)")
    }
    // No bit of the chunk can change, its sum included.
    let start = PNGPictures.signature.count + PNGPictures.header.count
    for place in stride(from: start, to: start + badge.count, by: max(1, badge.count / 80)) {
      var forged = good
      forged[place] ^= 0x10
      let report = Verifier(trust: .empty, now: Samples.day).verify(forged)
      #expect(report.facts == nil, "\(place)")
    }
  }

  @Test("input without measure is refused at once, in every container")
  func measure() throws {
    let deep = "{\"@context\":" + String(repeating: "[", count: 400_000)
    let objects = String(repeating: "{\"proof\":", count: 100_000)
    let long = "{\"a\":\"" + String(repeating: "a", count: 2 << 20) + "\"}"
    for (text, flaw) in [(deep, Flaw.tokenTooDeep), (objects, .tokenTooDeep), (long, .tooLarge)] {
      #expect(try Self.structure(text) == .failed(flaw))
    }
    for text in [deep, objects] {
      let payload = BadgePayload.document(Array(text.utf8))
      #expect(try Self.structure(Samples.template().baked(payload)) == .failed(.tokenTooDeep))
      let png = PNGPictures.picture(PNGPictures.text("openbadgecredential", text))
      #expect(try Self.structure(png) == .failed(.tokenTooDeep))
    }
    // Blank nodes all alike cost the most to name: a limit stops the work.
    let alike: JSON = .array((0..<400).map { _ in ["type": ["Evidence"]] })
    let poison = try Sealed.document().with("evidence", alike)
    let report = Verifier(trust: .empty, now: Samples.day).verify(poison.bytes)
    #expect(report.exitCode == 1)
    #expect(report.facts == nil)
  }

  @Test("random changes of good files never stop the program", arguments: 1...30)
  func fuzz(_ seed: UInt64) throws {
    var draw = Draw(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let marks = Array("<>&;\"'/!-[]{}:,.=\\u0".utf8)
    for (naming, signed) in Self.kinds {
      for original in try Issued.files(Issued.payload(naming, signed)) {
        var bytes = original
        for _ in 0..<draw.number(below: 5) + 1 {
          let place = draw.number(below: bytes.count)
          switch draw.number(below: 4) {
          case 0: bytes[place] = UInt8(draw.number(below: 256))
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(marks[draw.number(below: marks.count)], at: place)
          default: bytes.removeLast(draw.number(below: bytes.count / 2))
          }
        }
        let report = Verifier(trust: .empty, now: Samples.day).verify(bytes)
        if let facts = report.facts { #expect(facts.id == (try Samples.award().id)) }
      }
    }
  }
}
