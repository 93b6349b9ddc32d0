// Activities made of the document's own words: its lists one by one, its terms, steps and tables to be tried.
// Nothing of them is scored, kept or told to the LMS. Paper has the words as they stand in the document.
const ACTS = { fold: mountFold, steps: mountSteps, reveal: mountReveal, timeline: null, rate: mountRate, learnt: mountLearnt, recall: mountTry, order: mountTry,
  pairs: mountTry, sort: mountTry, cloze: mountTry };

const LEADS = { recall: "cards_lead", order: "act_order", pairs: "act_pairs", sort: "act_sort", cloze: "act_cloze" };

function mountScreen(screen) {
  every("[data-act]", screen).forEach(function (node) {
    const mount = ACTS[node.getAttribute("data-act")];
    if (mount && !node.acting) mount(node);
    node.acting = true;
  });
}

window.addEventListener("beforeprint", function () {
  every("#mm-screen .fold").forEach(function (fold) {
    fold.folded = !fold.open;
    fold.open = true;
  });
});
window.addEventListener("afterprint", function () {
  every("#mm-screen .fold").forEach(function (fold) { if (fold.folded) fold.open = false; });
});

function allOf(node, act) {
  const control = button("show_all", "quiet act-all", function () {
    control.hidden = true;
    act();
  });
  return control;
}

function mountFold(node) {
  const folds = every(".fold", node).filter(function (fold) { return fold.parentNode === node; });
  node.appendChild(allOf(node, function () {
    folds.forEach(function (fold) { fold.open = true; });
    focusOn(folds[0].firstElementChild);
  }));
}

// What learners can do already, and at the chapter's end: two rows of bits for each chapter, kept for themselves.
function mountRate(list) {
  list.parentNode.insertBefore(spoken(make("p", { class: "act-lead" }, words.rate_lead)), list);
  list.classList.add("act-rate");
  every("li", list).forEach(function (item) {
    if (!item.getAttribute("data-goal")) return;
    const input = make("input", { type: "checkbox", "data-goal": item.getAttribute("data-goal") });
    const text = make("span", { class: "opt-text" });
    while (item.firstChild) text.appendChild(item.firstChild);
    item.appendChild(make("label", { class: "opt tick" }, [input, make("span", { class: "letter", "aria-hidden": "true" }), text]));
    keepTick(input, 0, function () {});
  });
}

function mountLearnt(box) {
  const said = spoken(make("p", { class: "act-rated", role: "status" }));
  const inputs = every("input[data-goal]", box);
  const paint = function () {
    const count = function (row) { return inputs.filter(function (input) { return isTicked(input, row); }).length; };
    // Who ticked nothing before has nothing to compare.
    said.textContent = count(0) ? say("rated", { n: count(0), total: inputs.length, now: count(1) }) : "";
  };
  inputs.forEach(function (input) { keepTick(input, 1, paint); });
  box.insertBefore(said, one(".chapter-end", box));
  paint();
}

function isTicked(input, row) {
  const at = input.getAttribute("data-goal").split(":");
  return Math.floor((state.goals[at[0]] || [0, 0])[row] / Math.pow(2, at[1])) % 2 === 1;
}

function keepTick(input, row, paint) {
  const at = input.getAttribute("data-goal").split(":");
  input.checked = isTicked(input, row);
  input.addEventListener("change", function () {
    const own = state.goals[at[0]] || [0, 0];
    own[row] += (input.checked ? 1 : -1) * Math.pow(2, at[1]);
    state.goals[at[0]] = own;
    changedSoon();
    paint();
  });
}

// A step at a time; the others stay in the page, out of sight: a screen reader has them as a list.
function mountSteps(node) {
  const steps = Array.from(one("ol, ul", node).children);
  let at = 0;
  const place = make("span", { class: "act-place", role: "status" });
  const turn = function (by, word, name) {
    const control = make("button", { type: "button", class: "round" + (by > 0 ? " is-main" : ""), "aria-label": words[word] }, icon(name));
    one("svg", control).setAttribute("class", "icon flip");
    control.addEventListener("click", function () { to(at + by); });
    return control;
  };
  const back = turn(-1, "back", "back");
  const forth = turn(1, "next", "next");
  const all = allOf(node, function () {
    node.classList.remove("is-turning");
    [back, place, forth].forEach(function (part) { part.hidden = true; });
    focusOn(steps[0]);
  });
  const to = function (next) {
    at = Math.max(0, Math.min(steps.length - 1, next));
    steps.forEach(function (step, n) { step.classList.toggle("is-off", n !== at); });
    place.textContent = say("n_of", { n: at + 1, total: steps.length });
    back.disabled = at === 0;
    forth.disabled = at === steps.length - 1;
  };
  steps.forEach(function (step, n) { step.addEventListener("focusin", function () { if (n !== at) to(n); }); });
  node.classList.add("is-turning");
  node.appendChild(make("div", { class: "act-row" }, [back, place, forth, all]));
  to(0);
}

// A summary is recalled before it is read.
function mountReveal(node) {
  const parts = every("p, li", node).filter(function (part) { return !part.parentNode.closest("li, .act-reveal p"); });
  let shown = 0;
  const lead = spoken(make("p", { class: "act-lead" }, words.act_reveal));
  const paint = function () {
    parts.forEach(function (part, n) { part.classList.toggle("is-hidden", n >= shown); });
    next.hidden = all.hidden = shown >= parts.length;
  };
  const next = button("show_next", "primary", function () {
    shown += 1;
    paint();
    focusOn(parts[shown - 1]);
  });
  const all = allOf(node, function () {
    shown = parts.length;
    paint();
    focusOn(parts[0]);
  });
  node.insertBefore(lead, node.firstChild);
  node.appendChild(make("div", { class: "act-row" }, [next, all]));
  paint();
}

// What is to be tried stands folded below its block: a label, what it is about, and a way in.
function mountTry(node) {
  const kind = node.getAttribute("data-act");
  const data = JSON.parse(node.getAttribute("data-words"));
  // A single card is a list: what is recalled is what is in it, not what a term means.
  const lead = kind === "recall" && data.length === 1 ? "list_lead" : LEADS[kind];
  const place = make("div", { class: "act-body" });
  const begin = button("try_it", "quiet", function () {
    begin.hidden = true;
    (kind === "recall" ? dealCards : askOne)(kind, data, place);
  });
  const label = make("p", { class: "act-kind" }, [icon("target"), words.activity]);
  [spoken(label), spoken(make("p", { class: "act-lead" }, words[lead])), begin, place].forEach(function (part) { node.appendChild(part); });
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", words.activity + ". " + words[lead]);
}

// One prompt at a time, to be answered by a tap on one of the choices; a wrong one is marked, and the rest stay.
function askOne(kind, data, place) {
  const choices = data[0];
  const prompts = kind === "order" ? data[1] : mixed(data[1]);
  const shown = kind === "sort" ? choices : mixed(choices);
  const done = make(kind === "order" ? "ol" : "ul", { class: "act-done" });
  const prompt = make("p", { class: "act-prompt", tabindex: "-1" });
  const options = make("div", { class: "act-options" + (kind === "sort" ? " is-heads" : "") });
  const gone = {};
  let at = 0;
  let clean = 0;
  let missed = false;
  const paint = function () {
    clear(options);
    clear(prompt);
    if (at === prompts.length) {
      finishAct(place, clean, at, function () { askOne(kind, data, place); });
      return;
    }
    prompt.appendChild(make("span", { class: "act-place" }, say("n_of", { n: at + 1, total: at + prompts.length - at })));
    withGap(prompt, prompts[at][0]);
    shown.forEach(function (text) {
      if (!gone[text]) options.appendChild(choice(text));
    });
  };
  const choice = function (text) {
    const control = make("button", { type: "button", class: "act-choice" }, text);
    control.addEventListener("click", function () {
      if (text !== choices[prompts[at][1]]) {
        missed = true;
        control.disabled = true;
        control.classList.add("is-wrong");
        control.appendChild(spoken(make("span", { class: "act-said" }, words.wrong)));
        announce(words.wrong + ": " + text);
        return;
      }
      if (kind !== "sort") gone[text] = true;
      else clear(done); // the last one is enough: a column's name comes again and again
      done.appendChild(make("li", {}, kind === "order" ? text : [icon("check"), make("strong", {}, text),
        kind === "cloze" ? "" : " " + prompts[at][0]]));
      if (!missed) clean += 1;
      missed = false;
      at += 1;
      paint();
      announce(words.correct + ": " + text);
      focusOn(at < prompts.length ? prompt : one(".act-result", place));
    });
    return control;
  };
  clear(place);
  (kind === "order" ? [done, prompt, options] : [prompt, options, done]).forEach(function (part) { place.appendChild(part); });
  paint();
  focusOn(prompt);
}

// A gap is seen as a line and heard as a blank.
function withGap(prompt, text) {
  text.split("____").forEach(function (part, n) {
    if (n) prompt.appendChild(make("span", { class: "act-gap", role: "img", "aria-label": say("blank", { n: "" }).trim() }));
    prompt.appendChild(make("span", {}, part));
  });
}

// The deck: what is not known yet comes again, until all is known.
function dealCards(kind, data, place) {
  let queue = mixed(data);
  let clean = 0;
  const tried = {};
  const next = function () {
    clear(place);
    if (!queue.length) {
      finishAct(place, clean, data.length, function () { dealCards(kind, data, place); });
      focusOn(one(".act-result", place));
      return;
    }
    const pair = queue[0];
    const counted = make("span", { class: "act-place" }, say("n_of", { n: data.length - queue.length + 1, total: data.length }));
    const card = make("div", { class: "act-card", tabindex: "-1" }, (data.length > 1 ? [counted] : []).concat(make("p", { class: "act-front" }, pair[0])));
    const turn = button("turn_card", "primary", function () {
      turn.remove();
      card.classList.add("is-open");
      card.appendChild(make("p", { class: "act-back" }, pair[1]));
      card.appendChild(make("div", { class: "act-row" }, [answer(pair, "not_yet", "quiet"), answer(pair, "know", "primary")]));
      focusOn(card);
      announce(pair[1]);
    });
    card.appendChild(turn);
    place.appendChild(card);
    focusOn(card);
  };
  const answer = function (pair, word, look) {
    return button(word, look, function () {
      queue.shift();
      if (word === "know") clean += tried[pair[0]] ? 0 : 1;
      else queue.push(pair);
      tried[pair[0]] = true;
      next();
    });
  };
  next();
}

function finishAct(place, clean, total, again) {
  const said = make("p", { class: "act-result", tabindex: "-1" }, [icon("check"), say("act_done", { n: clean, total: total })]);
  place.appendChild(spoken(said));
  place.appendChild(button("retry", "quiet", again));
}

// In another order than before; of two, the other one first.
function mixed(list) {
  const out = list.slice();
  for (let n = out.length - 1; n > 0; n -= 1) {
    const other = Math.floor(Math.random() * (n + 1));
    const own = out[n];
    out[n] = out[other];
    out[other] = own;
  }
  return out.every(function (entry, n) { return entry === list[n]; }) ? out.reverse() : out;
}
