"""What a page must have to be read by everyone, as one JavaScript expression: a list of problems.

RGAA 4.1, the part that a program can tell: language, title, headings, landmarks, names, focus
order, contrasts (4.5, or 3 for large text), reflow at 320 pixels, targets of 24 pixels.
"""

PAGE_CHECKS = r"""(() => {
  const problems = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility();
  const want = (held, problem) => { if (!held) problems.push(problem); };
  const name = (element) => `${element.tagName.toLowerCase()}#${element.id}`;

  want(document.documentElement.lang === "fr", "the language is not told");
  want(document.title.trim().length > 5, "no title");
  want(document.doctype, "no doctype");
  want(all("main").length === 1 && all("h1").length === 1, "not one main and one h1");
  want(all("header, nav, main, footer").length >= 4, "a landmark is missing");
  want(all("nav").every((nav) => nav.getAttribute("aria-label")), "a nav without a name");
  want(!all("table, marquee, blink, font, center").length, "an element of layout");
  want(!all("[style], [onclick], [onload], [autofocus]").length, "an attribute of behaviour");
  want(all("[tabindex]").every((one) => one.tabIndex <= 0), "a tabindex above zero");

  const ids = all("[id]").map((one) => one.id);
  want(new Set(ids).size === ids.length, "an id stands twice");
  for (const attribute of ["aria-labelledby", "aria-describedby", "for"]) {
    for (const one of all(`[${attribute}]`)) {
      want(ids.includes(one.getAttribute(attribute)), `${name(one)}: ${attribute} leads nowhere`);
    }
  }
  for (const link of all("a[href^='#']")) {
    want(ids.includes(link.hash.slice(1)), `${link.hash} leads nowhere`);
  }

  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6").filter(isShown)) {
    const own = Number(heading.tagName[1]);
    want(own <= level + 1, `h${own} after h${level}: ${heading.textContent}`);
    want(heading.textContent.trim(), `an empty h${own}`);
    level = own;
  }

  want(all("img").every((image) => image.alt.trim()), "a picture without words");
  for (const field of all("input, select, textarea")) {
    want([...field.labels].some((label) => label.textContent.trim()), `${name(field)}: no label`);
  }
  for (const one of all("a, button").filter(isShown)) {
    want(one.textContent.trim(), `${name(one)}: no text`);
  }
  want(all("a").every((one) => one.href), "a link without an address");
  for (const item of all("li")) want(/^[OU]L$/.test(item.parentNode.tagName), "a stray li");
  for (const list of all("dl")) {
    const kinds = [...list.children].map((child) => child.tagName).join(" ");
    want(kinds === "" || /^(DT DD ?)+$/.test(kinds), `a list of facts: ${kinds}`);
  }

  const channel = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([red, green, blue]) => 0.2126 * channel(red / 255)
    + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
  const colour = (text) => text.match(/[\d.]+/g).map(Number);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const parts = colour(getComputedStyle(one).backgroundColor);
      if (parts.length === 3 || parts[3] === 1) return parts;
    }
    return [255, 255, 255];
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  let measured = 0;
  for (const element of all("body *").filter(isShown)) {
    const isText = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!isText) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = contrast(colour(style.color), ground(element));
    measured++;
    want(found >= (isLarge ? 3 : 4.5), `${name(element)}: contrast ${found.toFixed(2)}`);
  }
  want(measured > 10, "nothing was measured");

  for (const mark of all("#resultat").filter(isShown)) {
    const found = contrast(colour(getComputedStyle(mark).borderLeftColor), ground(mark));
    want(found >= 3, `the mark of the verdict: contrast ${found.toFixed(2)}`);
  }
  const width = document.documentElement.clientWidth;
  want(document.documentElement.scrollWidth <= width, "the page scrolls sideways");
  for (const one of all("button, input, nav a").filter(isShown)) {
    const box = one.getBoundingClientRect();
    want(box.height >= 24 && box.width >= 24, `${name(one)}: ${box.width} × ${box.height}`);
  }
  return problems;
})()"""
