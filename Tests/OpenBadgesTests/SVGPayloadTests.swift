import OpenBadges
import Testing

private let newer = "https://purl.imsglobal.org/ob/v3p0"
private let older = "http://openbadges.org"

private func svg(_ body: String) -> [UInt8] {
  Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(body)</svg>".utf8)
}

private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite("Badges of both versions in an SVG") struct SVGPayloadTests {
  @Test(
    "each kind has the element of its standard, as the first child of the root",
    arguments: [
      (
        BadgePayload.token(utf8("h.p.s")),
        "<openbadges:credential xmlns:openbadges=\"\(newer)\" verify=\"h.p.s\"/>"
      ),
      (
        .document(utf8(#"{"a":"<é>"}"#)),
        "<openbadges:credential xmlns:openbadges=\"\(newer)\">"
          + #"<![CDATA[{"a":"<é>"}]]></openbadges:credential>"#
      ),
      (
        .assertion(utf8("h.p.s")),
        "<openbadges:assertion xmlns:openbadges=\"\(older)\" verify=\"h.p.s\"/>"
      ),
      (
        .hosted(utf8("{}"), address: utf8(#"https://a.b/?x="1"&y=<"#)),
        "<openbadges:assertion xmlns:openbadges=\"\(older)\" "
          + "verify=\"https://a.b/?x=&quot;1&quot;&amp;y=&lt;\">"
          + "<![CDATA[{}]]></openbadges:assertion>"
      ),
      (
        .hosted(utf8("{}"), address: nil),
        "<openbadges:assertion xmlns:openbadges=\"\(older)\">"
          + "<![CDATA[{}]]></openbadges:assertion>"
      ),
    ])
  func elements(_ badge: BadgePayload, _ element: String) throws {
    let template = try SVGTemplate(svg("<title>T</title>"))
    let baked = try template.baked(badge)
    #expect(
      String(decoding: baked, as: UTF8.self)
        == String(decoding: svg(element + "<title>T</title>"), as: UTF8.self))
    #expect(try BadgePayload(reading: baked) == badge)
    #expect(throws: Flaw.svgAlreadyBaked) { try SVGTemplate(baked) }
  }

  @Test("both ways of baking a token give the same picture")
  func sameBytes() throws {
    let template = try Samples.template()
    #expect(try template.baked(.token(utf8("h.p.s"))) == template.baked("h.p.s"))
  }

  @Test(
    "the end of a CDATA section may stand in the JSON",
    arguments: [
      #"{"a":"]]>"}"#, #"{"a":"]]]>]]>>"}"#, #"{"a":[[1]]}"#, #"{"a":"]]&gt;"}"#, "{}]]>",
      #"{"a":"<![CDATA[x]]>"}"#, "{} ]]", #"{"a":"\r\n"}"#,
    ])
  func endOfSection(_ json: String) throws {
    let baked = try Samples.template().baked(.document(utf8(json)))
    #expect(try BadgePayload(reading: baked) == .document(utf8(json)))
    let text = String(decoding: baked, as: UTF8.self)
    #expect(
      text.ranges(of: "]]>").count == text.ranges(of: "<![CDATA[").count
        - (json.contains("<![") ? 1 : 0))
  }

  @Test(
    "what XML cannot hold is not baked",
    arguments: [
      [0x7B, 0x00, 0x7D], [0x7B, 0x1B, 0x7D], [0x7B, 0xFF, 0x7D], [0x7B, 0xEF, 0xBF, 0xBE, 0x7D],
      [0x7B, 0xEF, 0xBF, 0xBF, 0x7D],
    ] as [[UInt8]])
  func notText(_ json: [UInt8]) throws {
    let template = try Samples.template()
    #expect(throws: Flaw.notText) { try template.baked(.document(json)) }
    #expect(throws: Flaw.notText) { try template.baked(.token(json)) }
    #expect(throws: Flaw.notText) { try template.baked(.hosted([], address: json)) }
  }

  @Test("a body written as text is read as the others write it, references replaced")
  func textBody() throws {
    let start = "<o:credential xmlns:o='\(newer)'>"
    for (body, json) in [
      ("{&quot;a&quot;:&lt;&#233;}", #"{"a":<é}"#), ("\n  {}\n", "\n  {}\n"),
      ("\n <![CDATA[{}]]> \n", "{}"), ("<![CDATA[{]]><![CDATA[}]]>", "{}"),
      ("<!-- {\"b\":1} --><![CDATA[{}]]>", "{}"), ("{}<!-- -->", "{}"),
    ] {
      let picture = svg("\(start)\(body)</o:credential>")
      #expect(try BadgePayload(reading: picture) == .document(utf8(json)), "\(body)")
    }
  }

  @Test(
    "a body in two pieces, or in a second element, is refused",
    arguments: [
      "{<!-- -->}", "{}<![CDATA[{}]]>", "<![CDATA[{}]]>{}", "<g/>", "{}<g/>", "{}<?a b?>{}",
      "<![CDATA[{}]]><g/>",
    ])
  func twoPieces(_ body: String) {
    for (name, space) in [("credential", newer), ("assertion", older)] {
      let picture = svg("<o:\(name) xmlns:o='\(space)'>\(body)</o:\(name)>")
      #expect(throws: Flaw.svgBadgeUnclear) { try BadgePayload(reading: picture) }
    }
  }

  @Test("two badges are refused, be they of one family or of both")
  func families() throws {
    let new = "<o:credential xmlns:o='\(newer)' verify='n.n.n'/>"
    let old = "<o:assertion xmlns:o='\(older)' verify='o.o.o'/>"
    for body in [new + old, old + new, new + old + old, old + new + old, old + old, new + new] {
      #expect(throws: Flaw.svgSeveralBadges) { try BadgePayload(reading: svg(body)) }
    }
    #expect(throws: Flaw.svgMisplacedBadge) { try BadgePayload(reading: svg("<g>\(old)</g>")) }
  }

  @Test(
    "an assertion of another namespace, or a credential of the older one, is no badge",
    arguments: [
      ("assertion", newer, Flaw.svgWithoutBadge), ("credential", older, .svgOlderBadge),
      ("assertion", "http://openbadges.org/", .svgWithoutBadge),
      ("assertion", "https://openbadges.org", .svgWithoutBadge),
    ])
  func foreign(_ name: String, _ space: String, _ flaw: Flaw) {
    let picture = svg("<o:\(name) xmlns:o='\(space)' verify='a.b.c'/>")
    #expect(throws: flaw) { try BadgePayload(reading: picture) }
  }

  @Test("an assertion without anything is refused")
  func nothing() {
    for body in ["/>", "></o:assertion>", "> \n </o:assertion>"] {
      let picture = svg("<o:assertion xmlns:o='\(older)'\(body)")
      #expect(throws: Flaw.svgBadgeUnclear) { try BadgePayload(reading: picture) }
    }
  }
}
