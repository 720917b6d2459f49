import OpenBadges
import Testing

@Suite("RDF Dataset Canonicalization") struct CanonicalisationTests {
  /// Each right side is what PyLD 3.3.0 makes of the left one.
  private static let graphs: [(String, String)] = [
    ("", ""),
    (
      "<urn:b> <urn:p> \"2\" .\n<urn:a> <urn:p> \"1\" .\n<urn:a> <urn:p> \"1\" .\n",
      "<urn:a> <urn:p> \"1\" .\n<urn:b> <urn:p> \"2\" .\n"
    ),
    (Graphs.edges(["xy", "yx"]), "_:c14n0 <urn:p> _:c14n1 .\n_:c14n1 <urn:p> _:c14n0 .\n"),
    (
      Graphs.edges(["xy", "yz", "zx"]),
      "_:c14n0 <urn:p> _:c14n2 .\n_:c14n1 <urn:p> _:c14n0 .\n_:c14n2 <urn:p> _:c14n1 .\n"
    ),
    (
      """
      <urn:s> <urn:p> _:x .
      <urn:s> <urn:p> _:y .
      _:x <urn:q> _:u .
      _:y <urn:q> _:v .
      _:u <urn:r> "1" .
      _:v <urn:r> "2" .
      """,
      """
      <urn:s> <urn:p> _:c14n2 .
      <urn:s> <urn:p> _:c14n3 .
      _:c14n0 <urn:r> "2" .
      _:c14n1 <urn:r> "1" .
      _:c14n2 <urn:q> _:c14n1 .
      _:c14n3 <urn:q> _:c14n0 .

      """
    ),
    (
      """
      <urn:s> <urn:p> _:x .
      <urn:s> <urn:p> _:y .
      _:x <urn:r> "1" .
      _:y <urn:r> "1" .
      """,
      """
      <urn:s> <urn:p> _:c14n0 .
      <urn:s> <urn:p> _:c14n1 .
      _:c14n0 <urn:r> "1" .
      _:c14n1 <urn:r> "1" .

      """
    ),
    (
      Graphs.edges(["ab", "bc", "ca", "de", "ef", "fd"]),
      """
      _:c14n0 <urn:p> _:c14n2 .
      _:c14n1 <urn:p> _:c14n0 .
      _:c14n2 <urn:p> _:c14n1 .
      _:c14n3 <urn:p> _:c14n5 .
      _:c14n4 <urn:p> _:c14n3 .
      _:c14n5 <urn:p> _:c14n4 .

      """
    ),
    (
      Graphs.edges(["ab", "bc", "ca", "de", "ef", "fd", "ad", "be", "cf"]),
      """
      _:c14n0 <urn:p> _:c14n2 .
      _:c14n0 <urn:p> _:c14n4 .
      _:c14n1 <urn:p> _:c14n0 .
      _:c14n1 <urn:p> _:c14n5 .
      _:c14n2 <urn:p> _:c14n1 .
      _:c14n2 <urn:p> _:c14n3 .
      _:c14n3 <urn:p> _:c14n5 .
      _:c14n4 <urn:p> _:c14n3 .
      _:c14n5 <urn:p> _:c14n4 .

      """
    ),
    (
      """
      <urn:t> <urn:A> _:e0 .
      <urn:t> <urn:B> _:e0 .
      <urn:t> <urn:A> _:e1 _:g1 .
      <urn:t> <urn:B> _:e1 _:g1 .
      _:g1 <urn:p> _:e1 _:g2 .
      _:g2 <urn:p> _:e1 _:g1 .
      """,
      """
      <urn:t> <urn:A> _:c14n0 .
      <urn:t> <urn:A> _:c14n1 _:c14n2 .
      <urn:t> <urn:B> _:c14n0 .
      <urn:t> <urn:B> _:c14n1 _:c14n2 .
      _:c14n2 <urn:p> _:c14n1 _:c14n3 .
      _:c14n3 <urn:p> _:c14n1 _:c14n2 .

      """
    ),
    (
      """
      <urn:s> <urn:p> _:a .
      _:a <urn:first> "x" .
      _:a <urn:rest> _:b .
      _:b <urn:first> "x" .
      _:b <urn:rest> <urn:nil> .
      <urn:s> <urn:p> _:c .
      _:c <urn:first> "x" .
      _:c <urn:rest> _:d .
      _:d <urn:first> "y" .
      _:d <urn:rest> <urn:nil> .
      """,
      """
      <urn:s> <urn:p> _:c14n2 .
      <urn:s> <urn:p> _:c14n3 .
      _:c14n0 <urn:first> "y" .
      _:c14n0 <urn:rest> <urn:nil> .
      _:c14n1 <urn:first> "x" .
      _:c14n1 <urn:rest> <urn:nil> .
      _:c14n2 <urn:first> "x" .
      _:c14n2 <urn:rest> _:c14n1 .
      _:c14n3 <urn:first> "x" .
      _:c14n3 <urn:rest> _:c14n0 .

      """
    ),
  ]

  @Test("graphs have the canonical form that another library gives them", arguments: graphs)
  func forms(_ graph: String, _ expected: String) throws {
    #expect(try Graphs.canonical(graph) == expected)
  }

  @Test("neither names nor order change the canonical form", arguments: graphs.map(\.0))
  func disguises(_ graph: String) throws {
    var draw = Draw(state: 0x5DEE_CE66)
    let expected = try Graphs.canonical(graph)
    for _ in 0..<60 {
      let disguised = Graphs.disguised(graph, &draw)
      #expect(try Graphs.canonical(disguised) == expected, "\(disguised)")
    }
  }

  @Test("random graphs with few properties keep one form under any disguise", arguments: 1...40)
  func randomGraphs(_ seed: UInt64) throws {
    var draw = Draw(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let nodes = 3 + draw.number(below: 5)
    let graph = (0..<(nodes + draw.number(below: 6))).map { _ in
      "_:n\(draw.number(below: nodes)) <urn:p\(draw.number(below: 2))> "
        + "_:n\(draw.number(below: nodes)) .\n"
    }.joined()
    let expected = try Graphs.canonical(graph)
    for _ in 0..<20 { #expect(try Graphs.canonical(Graphs.disguised(graph, &draw)) == expected) }
  }

  @Test("two graphs of the same degrees that differ have different forms")
  func difference() throws {
    let hexagon = Graphs.edges(["ab", "bc", "cd", "de", "ef", "fa"])
    let triangles = Graphs.edges(["ab", "bc", "ca", "de", "ef", "fd"])
    #expect(try Graphs.canonical(hexagon) != Graphs.canonical(triangles))
  }

  @Test("a quad given several times counts once, also between nodes without a name")
  func repeats() throws {
    let twice = "_:x <urn:p> _:y .\n_:y <urn:q> \"1\" .\n_:x <urn:p> _:y .\n_:x <urn:p> _:x .\n"
    #expect(try Graphs.canonical(twice + twice) == Graphs.canonical(twice))
    #expect(try Graphs.canonical(twice).split(separator: "\n").count == 3)
  }

  @Test("a node without any quad is in no line and has no number")
  func unused() throws {
    var dataset = Dataset()
    _ = dataset.blank()
    let subject = dataset.blank()
    let property = dataset.iri("urn:p") ?? .none
    try dataset.insert(subject, property, dataset.literal("1"))
    #expect(try LinkedData.canonical(dataset) == Array("_:c14n0 <urn:p> \"1\" .\n".utf8))
  }
}

@Suite("Graphs made to exhaust") struct PoisonGraphTests {
  /// Every node tied to every other, both ways: nothing but trying tells them apart.
  private static func clique(_ count: Int) -> String {
    (0..<count).flatMap { one in
      (0..<count).filter { $0 != one }.map { "_:n\(one) <urn:p> _:n\($0) .\n" }
    }.joined()
  }

  @Test("a clique of a few nodes has a form, of ten it is refused in good time")
  func cliques() throws {
    #expect(try Graphs.canonical(Self.clique(4)).split(separator: "\n").count == 12)
    let time = ContinuousClock().measure {
      let error = #expect(throws: LinkedDataError.self) { try Graphs.canonical(Self.clique(10)) }
      #expect(error?.reason == .tooSymmetric)
    }
    #expect(time < .seconds(5))
  }

  @Test("a few children alike of two parents alike have a form, nine are refused")
  func siblings() throws {
    func families(_ count: Int) -> String {
      ["p", "q"].flatMap { parent in
        (0..<count).map {
          "_:\(parent) <urn:p> _:\(parent)\($0) .\n_:\(parent)\($0) <urn:q> \"x\" .\n"
        }
      }.joined()
    }
    #expect(try Graphs.canonical(families(4)).split(separator: "\n").count == 16)
    let error = #expect(throws: LinkedDataError.self) { try Graphs.canonical(families(9)) }
    #expect(error?.reason == .tooSymmetric)
  }

  @Test("hundreds of children alike cost nothing when their parent is alone of its kind")
  func onlyParent() throws {
    let graph = (0..<300).map { "_:p <urn:p> _:c\($0) .\n_:c\($0) <urn:q> \"x\" .\n" }.joined()
    #expect(try Graphs.canonical(graph).split(separator: "\n").count == 600)
  }

  @Test("patience is what is asked for: too little refuses what enough accepts")
  func patience() throws {
    let triangle = Graphs.edges(["ab", "bc", "ca"])
    #expect(throws: LinkedDataError.self) { try Graphs.canonical(triangle, patience: 5) }
    #expect(try Graphs.canonical(triangle, patience: 500) == Graphs.canonical(triangle))
  }

  @Test("a long chain that leads nowhere is refused, not followed to the end of the stack")
  func chains() {
    let chains = ["a", "b"].flatMap { chain in
      (0..<5000).map { "_:\(chain)\($0) <urn:p> _:\(chain)\($0 + 1) .\n" }
    }.joined()
    let error = #expect(throws: LinkedDataError.self) { try Graphs.canonical(chains) }
    #expect(error?.reason == .tooSymmetric)
  }

  @Test("thousands of children alike of two parents alike are refused in good time")
  func wideFamilies() {
    let graph = ["p", "q"].flatMap { parent in
      (0..<4000).flatMap { child in
        [
          "_:\(parent) <urn:p> _:\(parent)\(child) .\n",
          "_:\(parent)\(child) <urn:q> _:\(parent)\(child)x .\n",
        ]
      }
    }.joined()
    let time = ContinuousClock().measure {
      #expect(throws: LinkedDataError(.tooSymmetric)) { try Graphs.canonical(graph) }
    }
    #expect(time < .seconds(10))
  }

  @Test("thousands of nodes told apart by their own quads take no comparison at all")
  func manyDifferent() throws {
    let graph = (0..<4000).map { "<urn:s> <urn:p> _:n\($0) .\n_:n\($0) <urn:q> \"\($0)\" .\n" }
      .joined()
    #expect(try Graphs.canonical(graph, patience: 0).split(separator: "\n").count == 8000)
  }

  @Test("a long identifier repeated by many quads does not fill the memory")
  func amplification() throws {
    var dataset = Dataset()
    let subject = dataset.iri("urn:" + String(repeating: "x", count: 1 << 20)) ?? .none
    let property = dataset.iri("urn:p") ?? .none
    let error = #expect(throws: LinkedDataError.self) {
      for value in 0..<40 { try dataset.insert(subject, property, dataset.literal("\(value)")) }
    }
    #expect(error?.reason == .tooLarge)
  }
}
