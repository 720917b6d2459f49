/// The style of every page: readable at 320 pixels, in the dark, in forced colours and on paper.
///
/// Colours only repeat what words say; their contrasts with both grounds are above 4.5 (RGAA 4.1,
/// criterion 3.2), which `Tests/outside/site_chromium.py` measures.
enum SiteStyle {
  static let text = """
    :root { color-scheme: light dark; --juste: #0b6623; --faux: #a4001c; --reste: #7a4a00; }
    @media (prefers-color-scheme: dark) {
      :root { --juste: #8fe0a0; --faux: #ffaaa5; --reste: #ffd08a; }
    }
    body { font: 1.125rem/1.6 sans-serif; max-width: 66ch; margin: 0 auto; padding: 0 1rem 2rem;
      overflow-wrap: anywhere; background: Canvas; color: CanvasText; }
    h1, h2, h3 { line-height: 1.25; margin: 2rem 0 .5rem; }
    li, dd { margin-bottom: .25rem; }
    dt { font-weight: bold; }
    dd > * { margin: 0 0 .5rem; }
    img { max-width: 100%; height: auto; }
    a, button, input { padding: .125rem 0; }
    button, input { font: inherit; max-width: 100%; box-sizing: border-box; }
    button { padding: .5rem 1rem; }
    input[type=text] { width: 100%; padding: .5rem; }
    :focus-visible { outline: .1875rem solid; outline-offset: .1875rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; padding: 0; }
    [aria-current] { font-weight: bold; text-decoration: none; }
    .evitement { position: absolute; left: -100rem; margin: .5rem 0; }
    .evitement:focus-within { position: static; }
    #depot { border: .125rem dashed; padding: 0 1rem; }
    #depot.survol { border-style: solid; outline: .1875rem solid; }
    #resultat { border-left: .5rem solid var(--reste); padding-left: 1rem; margin: 2rem 0; }
    #verdict { margin-top: 0; }
    #resultat[data-verdict^=valable] { border-color: var(--juste); }
    #resultat[data-verdict=refuse], #resultat[data-verdict=illisible],
    #resultat[data-verdict=retire], #resultat[data-verdict=suspendu],
    #resultat[data-verdict=autre-titulaire] { border-color: var(--faux); }
    #controles [data-etat=respecte] strong { color: var(--juste); }
    #controles [data-etat=echoue] strong { color: var(--faux); }
    #controles [data-etat=non-controle] strong { color: var(--reste); }
    footer { margin-top: 3rem; border-top: 1px solid; }
    @media print {
      :root { color-scheme: light; --juste: #000; --faux: #000; --reste: #000; }
      body { font: 11pt/1.5 serif; max-width: none; margin: 0; padding: 0; }
      nav, .evitement, #depot, #comparaison, #annonce, button, .ecran { display: none; }
      h1, h2, h3 { break-after: avoid; }
      li, dd, img { break-inside: avoid; }
    }
    """
}
