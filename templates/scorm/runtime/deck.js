// One question at a time: a deck of the cards of a screen, with a position, a way to jump, and an end that sums up.
// What is not shown stays in the page, out of sight: printing shows it, a screen reader reads it as a list, and what takes
// the focus in it comes up.
const AT_END = "~~~"; // instead of a card's code in the state; no code has this sign
const SHORT_LEAD = 240;
const decks = [];

function mountDecks(screen, cards, groups) {
  decks.length = 0;
  const body = one(".body", screen);
  const own = cards.filter(function (card) { return card.node.parentNode === body; });
  if (groups.length) {
    if (own.length > 1 && own.length === cards.length) buildDeck(own, groups[0]);
  } else {
    runsOf(own).forEach(function (run) { if (run.length > 1) buildDeck(run, null); });
  }
  if (!decks.length) saw(state.at);
  if (state.card) decks.forEach(function (deck) { turnBack(deck, state.card, state.only); });
}

// To the question that was on show; `only`: while the wrong ones were done again.
function turnBack(deck, code, only, moved) {
  const at = code === AT_END ? deck.cards.length : deck.cards.findIndex(function (card) { return card.code === code; });
  if (at < 0) return;
  if (only) deck.only = indexesOf(deck, function (card) { return card.marked && (card.code === code || !isRight(card)); });
  turnTo(deck, at, moved);
}

function indexesOf(deck, fits) {
  return deck.cards.map(function (card, at) { return fits(card) ? at : -1; }).filter(function (at) { return at >= 0; });
}

function isRight(card) {
  const answer = answerOf(card.code);
  return answer.checked && answer.points === card.weight;
}

// Questions outside exercises make a deck where nothing stands between them.
function runsOf(cards) {
  const runs = [];
  cards.forEach(function (card) {
    const last = runs[runs.length - 1];
    if (last && last[last.length - 1].node.nextElementSibling === card.node) last.push(card);
    else runs.push([card]);
  });
  return runs;
}

function buildDeck(cards, group) {
  const first = cards[0].node;
  const body = first.parentNode;
  const node = make("div", { class: "deck" });
  const deck = { node: node, cards: cards, group: group, at: 0, only: null, leads: [], stops: [] };
  const whole = group ? Array.from(body.children) : cards.map(function (card) { return card.node; });
  body.insertBefore(node, whole[0]);
  const rest = fillDeck(deck, whole);
  const end = make("div", { class: "stop deck-end" });
  // A chapter that ends with these questions ends behind the last of them.
  const learnt = body.lastElementChild === node ? one(".learnt", body.parentNode) : null;
  rest.concat(group ? [group.node] : [], learnt || []).forEach(function (block) { end.appendChild(block); });
  node.appendChild(end);
  deck.stops.push(end);
  deck.end = end;
  if (!group || group.mode === "practice") {
    deck.sum = make("section", { class: "sum", role: "group" });
    end.insertBefore(deck.sum, end.firstChild);
  }
  // First in the page, so that the tab key comes to it before it goes through all questions.
  node.insertBefore(buildBar(deck), node.firstChild);
  node.addEventListener("focusin", function (event) {
    const stop = event.target.closest(".stop");
    if (stop && stop.classList.contains("is-off")) turnTo(deck, deck.stops.indexOf(stop), false, true);
  });
  if (group) group.deck = deck;
  cards.forEach(function (card) {
    card.deck = deck;
    mountUnsure(card);
    paintCard(card);
  });
  if (group && group.mode !== "practice") paintGroup(group);
  decks.push(deck);
  turnTo(deck, 0);
}

// Each question is a stop; what stands before it leads to it and to those that follow, up to the next such text.
function fillDeck(deck, blocks) {
  let lead = [];
  blocks.forEach(function (block) {
    const card = deck.cards.filter(function (own) { return own.node === block; })[0];
    if (!card) {
      lead.push(block);
      return;
    }
    if (lead.length) deck.leads.push(leadOf(deck, lead));
    lead = [];
    const stop = make("div", { class: "stop" });
    deck.node.appendChild(stop);
    stop.appendChild(block);
    deck.stops.push(stop);
  });
  return lead;
}

function leadOf(deck, blocks) {
  const inner = make("div", { class: "lead-text" });
  const box = make("div", { class: "deck-lead" }, inner);
  deck.node.appendChild(box);
  blocks.forEach(function (block) { inner.appendChild(block); });
  const lead = { node: box, from: deck.stops.length, long: inner.textContent.length > SHORT_LEAD || !!one("img, table", inner) };
  if (!lead.long) return lead;
  lead.toggle = button("show_text", "quiet", function () { foldLead(lead, box.classList.contains("is-open") ? "" : "is-open"); });
  box.insertBefore(lead.toggle, inner);
  return lead;
}

// "" folded, "is-open" unfolded by the learner, "is-first" where it belongs to the question on show.
function foldLead(lead, how) {
  lead.node.className = "deck-lead" + (how ? " " + how : "");
  if (lead.toggle) lead.toggle.setAttribute("aria-expanded", String(how !== ""));
}

function buildBar(deck) {
  const step = function (by, name, word) {
    const node = sign(name, words[word]);
    one("svg", node).setAttribute("class", "icon flip");
    node.addEventListener("click", function () { turnTo(deck, beside(deck, by), true); });
    return node;
  };
  deck.back = step(-1, "back", "previous_question");
  deck.forth = step(1, "next", "next_question");
  deck.forth.classList.add("is-main");
  deck.place = make("button", { type: "button", class: "btn quiet place", "aria-expanded": "false" }, [icon("list"), make("span", {})]);
  deck.place.addEventListener("click", function () { openJump(deck, deck.jump.hidden); });
  deck.jump = make("div", { class: "jump-box", hidden: true });
  deck.hand = button("hand_in", "quiet", function () { turnTo(deck, deck.cards.length, true); });
  const bar = make("div", { class: "deck-bar", role: "group", "aria-label": words.question_list }, [deck.jump,
    make("div", { class: "deck-row" }, [deck.back, deck.place, deck.hand, deck.forth])]);
  bar.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || deck.jump.hidden) return;
    openJump(deck, false);
    focusOn(deck.place);
  });
  return bar;
}

function openJump(deck, open) {
  deck.jump.hidden = !open;
  deck.place.setAttribute("aria-expanded", String(open));
  clear(deck.jump);
  if (!open) return;
  deck.jump.appendChild(jumpList(deck));
  focusOn(one("[aria-current]", deck.jump) || one("button", deck.jump));
}

// All questions by the document's numbers, a row for each of its counts, each with what became of it: a sign, a shape and
// a word, never a colour alone; in the bar the one on show, too.
function jumpList(deck) {
  const lists = make("div", {});
  let before = Infinity;
  deck.cards.forEach(function (card, at) {
    const is = stateOf(card);
    const label = one(".q-no", card.node).firstChild.textContent.trim();
    const no = words.question.split("{n}").reduce(function (text, word) { return text.replace(word, ""); }, label);
    // What is no figure stands where it is.
    if (!(parseInt(no, 10) > before || at && isNaN(parseInt(no, 10)))) lists.appendChild(make("ol", { class: "jump" }));
    before = parseInt(no, 10);
    const names = [label].concat(words[is.word], state.unsure[card.code] ? words.unsure : []);
    const node = make("button", { type: "button", class: "is-" + is.kind + (state.unsure[card.code] ? " is-unsure" : ""),
      "aria-label": names.join(", ") }, [no].concat(is.sign ? make("span", { class: "jump-sign" }, is.sign) : []));
    if (!deck.jump.hidden && at === deck.at) node.setAttribute("aria-current", "true");
    node.addEventListener("click", function () { turnTo(deck, at, true); });
    lists.lastChild.appendChild(make("li", {}, node));
  });
  return lists;
}

function stateOf(card) {
  const answer = answerOf(card.code);
  if (answer.checked && card.marked) {
    return isRight(card) ? { kind: "right", word: "correct", sign: "✓" } : { kind: "wrong", word: "wrong", sign: "✕" };
  }
  const full = answer.checked || card.type.complete(card.type.read(card.node), card.node);
  return full ? { kind: "full", word: "is_answered", sign: "" } : { kind: "empty", word: "not_answered", sign: "" };
}

// The next stop, or the one before; of the wrong ones only while these are done again.
function beside(deck, by) {
  let at = deck.at + by;
  while (deck.only && at >= 0 && at < deck.cards.length && deck.only.indexOf(at) < 0) at += by;
  return at < 0 ? deck.at : Math.min(at, deck.cards.length);
}

// `moved`: the learner asked for it, so the focus goes there; `there`: the focus is there, and what has it stays.
function turnTo(deck, at, moved, there) {
  deck.at = at;
  // Its screen is seen once the last question of each deck was on show.
  if (at > deck.cards.length - 2) deck.seen = true;
  if (decks.length && decks.every(function (own) { return own.seen; })) saw(state.at);
  if (at === deck.cards.length && deck.only) deck.only = null;
  deck.stops.forEach(function (stop, n) { stop.classList.toggle("is-off", n !== at); });
  const lead = deck.leads.filter(function (own) { return own.from <= at; }).pop();
  deck.leads.forEach(function (own) {
    own.node.hidden = false;
    foldLead(own, own.from === at || !own.long ? "is-first" : "");
    own.node.classList.toggle("is-off", own !== lead || at === deck.cards.length);
  });
  if (at === deck.cards.length && !there) {
    if (deck.sum) paintSum(deck);
    else if (deck.group.count) paintAnswered(deck.group);
  }
  openJump(deck, false);
  paintDeck(deck);
  const code = at === deck.cards.length ? AT_END : at || deck.only ? deck.cards[at].code : "";
  if (moved && (state.card !== code || state.only !== !!deck.only)) {
    state.card = code;
    state.only = !!deck.only;
    changedSoon();
  }
  if (!moved) return;
  goTo(at === deck.cards.length ? deck.end : lead && lead.from === at ? lead.node : deck.stops[at]);
  focusOn(at === deck.cards.length ? one("[tabindex='-1'], .submit, .sum", deck.end) || deck.end : deck.cards[at].node);
}

function paintDeck(deck) {
  const ways = deck.only || deck.cards;
  const at = deck.only ? deck.only.indexOf(deck.at) : deck.at;
  const over = deck.at === deck.cards.length;
  deck.place.hidden = over;
  deck.place.lastChild.textContent = (at + 1) + "/" + ways.length;
  deck.place.setAttribute("aria-label", deck.place.textContent + " " + words.question_list);
  deck.back.disabled = beside(deck, -1) === deck.at;
  deck.forth.hidden = over;
  const open = deck.group && deck.group.mode !== "practice" && unchecked(deck.group).length > 0;
  deck.hand.hidden = !open || over;
}

// In a test the learner can mark what to come back to.
function mountUnsure(card) {
  if (!inTest(card)) return;
  const node = make("button", { type: "button", class: "unsure", "aria-pressed": "false" }, [icon("flag"), words.unsure]);
  card.unsure = spoken(node);
  node.addEventListener("click", function () {
    if (state.unsure[card.code]) delete state.unsure[card.code];
    else state.unsure[card.code] = true;
    changedSoon();
    paintUnsure(card);
    card.onAnswer(); // the overview tells of it
  });
  card.node.insertBefore(node, card.node.firstChild);
  paintUnsure(card);
}

function paintUnsure(card) {
  if (!card.unsure) return;
  card.unsure.hidden = answerOf(card.code).checked;
  card.unsure.setAttribute("aria-pressed", String(!!state.unsure[card.code]));
}

// The end of practice: how it went, and what went wrong once more.
function paintSum(deck) {
  const count = { right: 0, wrong: 0, full: 0, empty: 0 };
  const marked = deck.cards.filter(function (card) { return card.marked; });
  deck.cards.forEach(function (card) { count[answerOf(card.code).checked ? stateOf(card).kind : "empty"] += 1; });
  clear(deck.sum);
  const text = make("div", { class: "result-text" }, make("h2", { tabindex: "-1" }, words.summary));
  if (marked.length) text.appendChild(make("p", {}, say("result_points", { n: count.right, total: marked.length })));
  if (count.empty) text.appendChild(make("p", {}, say("unanswered", { n: count.empty })));
  const box = make("div", { class: "result is-" + (marked.length && count.right === marked.length ? "pass" : "plain") });
  if (marked.length) box.appendChild(ring(Math.floor(count.right * 100 / marked.length)));
  const again = marked.filter(canRetry);
  if (again.length) {
    text.appendChild(button("wrong_again", "primary", function () {
      deck.only = indexesOf(deck, function (card) { return again.indexOf(card) >= 0; });
      again.forEach(reopenCard);
      turnTo(deck, deck.only[0], true);
    }));
  } else if (count.empty) {
    text.appendChild(button("to_unanswered", "primary", function () {
      turnTo(deck, deck.cards.findIndex(function (card) { return !answerOf(card.code).checked; }), true);
    }));
  }
  box.appendChild(text);
  deck.sum.appendChild(spoken(box));
  deck.sum.appendChild(jumpList(deck));
}

// Brings up the question, or opens the fold, that a node stands in.
function uncover(node) {
  const fold = node.closest("details");
  if (fold) fold.open = true;
  decks.forEach(function (deck) {
    deck.stops.forEach(function (stop, at) { if (stop.contains(node) && at !== deck.at) turnTo(deck, at); });
    deck.leads.forEach(function (lead) { if (lead.node.contains(node)) turnTo(deck, lead.from); });
  });
}

// From a question to the section that it is about, and back to that question.
const back = { screen: "", card: "", only: false };

function comeBack(card) {
  back.screen = state.at;
  back.card = card;
  back.only = state.only;
}

function offerReturn(code, screen) {
  if (!back.screen) return;
  if (code !== back.screen) {
    screen.appendChild(make("p", { class: "come-back" }, make("a", { class: "btn primary", href: "#/" + back.screen },
      [icon("back"), words.back_to_question])));
    return;
  }
  back.screen = "";
  decks.forEach(function (deck) { turnBack(deck, back.card, back.only, true); });
  const card = one("[data-q='" + back.card + "']", screen);
  if (card && !card.closest(".deck")) goTo(card);
}
