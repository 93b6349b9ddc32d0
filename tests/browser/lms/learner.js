// A learner's fingers, for one evaluate: answers questions by a plan, in the way the page offers.
(plan) => {
  const fire = (node, name) => node.dispatchEvent(new Event(name, { bubbles: true }));
  const write = (field, text) => { field.value = text; fire(field, "input"); };
  const tick = (card, chosen) => card.querySelectorAll("input").forEach(box => {
    if (box.checked !== chosen.map(String).includes(box.value)) box.click();
  });
  for (const [id, value] of Object.entries(plan)) {
    const card = document.getElementById(id);
    if (!card || card.classList.contains("is-locked")) continue;
    const kind = card.dataset.type;
    if (kind === "choice" || kind === "truefalse") card.querySelector(`input[value="${value}"]`).click();
    else if (kind === "multi") tick(card, value);
    else if (kind === "match") card.querySelectorAll("select").forEach((s, n) => { s.value = value[n]; fire(s, "change"); });
    else if (kind === "order") {
      value.forEach((entry, at) => {
        const item = card.querySelector(`li[data-i="${entry}"]`);
        while ([...item.parentNode.children].indexOf(item) > at) item.querySelector('[data-by="-1"]').click();
      });
      const keep = card.querySelector(".as-is:not([hidden]) .btn");
      if (keep) keep.click();
    } else if (kind === "fill") card.querySelectorAll(".gap").forEach((gap, n) => write(gap, value[n]));
    else if (kind === "task") {
      tick(card, value[0]);
      write(card.querySelector(".field"), value[1]);
    } else write(card.querySelector(".field"), value);
  }
}
