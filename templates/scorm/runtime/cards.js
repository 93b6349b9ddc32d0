// Terms and definitions as cards to test oneself: the term in front, its meaning behind.

function mountFlips(root) {
  every(".glossary", root).forEach(function (list) {
    offerFlips(list, every("dt", list).map(function (term) { return [term, term.nextElementSibling]; }));
  });
  const defined = every(".note.is-definition", root).filter(function (note) { return one(".box-title", note); });
  const last = defined[defined.length - 1];
  if (defined.length > 1) offerFlips(last, defined.map(function (note) { return [one(".box-title", note), one(".note-text", note)]; }));
}

function offerFlips(after, pairs) {
  if (pairs.length < 2) return;
  const cards = make("div", { class: "flips", hidden: true }, [spoken(make("p", { class: "small" }, words.cards_lead))]
    .concat(pairs.map(flip)));
  const control = button("show_cards", "quiet", function () {
    const open = cards.hidden;
    cards.hidden = !open;
    if (after.matches(".glossary")) after.hidden = open;
    control.textContent = words[open ? "show_list" : "show_cards"];
    control.setAttribute("aria-expanded", String(open));
  });
  control.setAttribute("aria-expanded", "false");
  const box = make("div", { class: "flip-box" }, [control, cards]);
  after.parentNode.insertBefore(box, after.nextSibling);
}

function flip(pair) {
  const meaning = make("span", { class: "flip-back", hidden: true });
  meaning.textContent = pair[1].textContent.replace(/\s+/g, " ").trim();
  const card = make("button", { type: "button", class: "fcard", "aria-expanded": "false" }, [
    make("span", { class: "flip-front" }, pair[0].textContent.trim()), meaning,
    make("span", { class: "flip-hint", "aria-hidden": "true" }, icon("again"))
  ]);
  card.addEventListener("click", function () {
    meaning.hidden = !meaning.hidden;
    card.setAttribute("aria-expanded", String(!meaning.hidden));
    card.classList.toggle("is-open", !meaning.hidden);
    if (!meaning.hidden) announce(meaning.textContent);
  });
  return card;
}
