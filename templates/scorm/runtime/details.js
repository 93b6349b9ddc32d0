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
    picture.addEventListener("click", function () { enlarge(picture); });
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
    } else box.parentNode.classList.add("is-wide");
  });
}

// A formula that is a little too wide is written smaller before it has to scroll.
function fits(box) {
  if (box.matches(".equation > .scroll") && box.scrollWidth > box.clientWidth + 1) {
    const size = Math.max(0.75, Math.floor(100 * box.clientWidth / box.scrollWidth) / 100);
    box.style.fontSize = size + "em";
  }
  return box.scrollWidth <= box.clientWidth + 1;
}

function enlarge(from) {
  const image = one("img", from);
  const close = make("button", { type: "button", class: "round", "aria-label": words.close }, icon("cross"));
  const box = make("div", { class: "lightbox", role: "dialog", "aria-modal": "true", "aria-label": image.alt || words.enlarge },
    [close, make("div", { class: "lightbox-scroll" }, make("img", { src: image.getAttribute("src"), alt: image.alt }))]);
  const shut = function () {
    box.remove();
    focusOn(from);
  };
  box.addEventListener("click", shut);
  box.addEventListener("keydown", function (event) {
    if (event.key === "Escape") shut();
    if (event.key === "Tab") event.preventDefault();
  });
  document.body.appendChild(box);
  focusOn(close);
}
