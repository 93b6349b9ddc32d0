// Small things inside a screen: notes that open in place, pictures that enlarge, tables that scroll.

function mountDetails(root) {
  every(".fn, .term", root).forEach(function (mark) {
    const text = mark.nextElementSibling;
    // It opens below the sentence's block, so that the sentence stays whole.
    const block = mark.closest("p, li, dd, td, th, figcaption, .opt-text, .q-stem");
    if (block) block.appendChild(text);
    mark.addEventListener("click", function (event) {
      event.preventDefault(); // the mark may stand in an option's label
      text.hidden = !text.hidden;
      mark.setAttribute("aria-expanded", String(!text.hidden));
      // It stands further down: a screen reader hears it at once.
      if (!text.hidden) announce(text.textContent);
    });
  });
  // By script, since a server's policy may forbid style attributes.
  every("ol.steps[start]", root).forEach(function (list) { list.style.counterReset = "step " + (list.start - 1); });
  every(".zoom", root).forEach(function (picture) {
    picture.addEventListener("click", function () {
      withMore(function (parts) { parts.enlarge(picture); });
    });
  });
  every('a[target="_blank"]', root).forEach(function (link) {
    link.appendChild(make("span", { class: "sr" }, " (" + words.new_tab + ")"));
  });
  // A formula in a line that is wider than the line scrolls by itself.
  every(".eq-math", root).forEach(function (formula) {
    const line = formula.parentElement;
    if (formula.closest(".scroll") || formula.getBoundingClientRect().width <= line.clientWidth || !line.clientWidth) return;
    formula.classList.add("is-long");
    [["tabindex", "0"], ["role", "group"], ["aria-label", formula.nextElementSibling.textContent]].forEach(function (own) {
      formula.setAttribute(own[0], own[1]);
    });
  });
  every(".scroll", root).forEach(function (box) {
    // Only what really scrolls is a stop for the keyboard.
    if (fits(box)) {
      box.removeAttribute("tabindex");
      if (box.matches(".equation > .scroll, .code > .scroll")) ["role", "aria-label"].forEach(function (name) { box.removeAttribute(name); });
    } else {
      box.parentNode.classList.add("is-wide");
      const hint = one(".swipe", box.parentNode);
      if (hint) hint.hidden = false;
    }
  });
}

function breakFormula(math) {
  const row = math && (math.children.length === 1 && math.firstElementChild.tagName === "mrow" ? math.firstElementChild : math);
  const parts = row ? Array.from(row.children) : [];
  const at = parts.findIndex(function (part, n) {
    return n > 0 && (part.textContent.trim() === "=" || /=\s*$/.test(parts[n - 1].textContent));
  });
  if (at < 1) return;
  const rest = math.cloneNode(false);
  parts.slice(at).forEach(function (part) { rest.appendChild(part); });
  math.parentNode.insertBefore(make("span", { class: "eq-line" }, rest), math.nextSibling);
}

// A formula that is too wide goes on before its "=" in a second line, is written smaller, and only then has to scroll.
function fits(box) {
  if (box.matches(".equation > .scroll") && box.scrollWidth > box.clientWidth + 1) {
    breakFormula(one("math", box));
    const size = Math.max(0.75, Math.floor(100 * box.clientWidth / box.scrollWidth) / 100);
    box.style.fontSize = size + "em";
  }
  return box.scrollWidth <= box.clientWidth + 1;
}
