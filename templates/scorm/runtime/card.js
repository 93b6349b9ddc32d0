// A question's card: its answer in and out of the state, its buttons, its feedback.

// A question as its HTML tells it, shown or not.
function cardOf(node) {
  const card = {
    node: node,
    id: node.id,
    code: node.getAttribute("data-q"),
    type: types[node.getAttribute("data-type")],
    mode: node.getAttribute("data-mode"),
    points: Number(node.getAttribute("data-points")),
    weight: Number(node.getAttribute("data-weight")),
    group: questions[node.getAttribute("data-q")][2]
  };
  card.secret = unseal(card.id, node.getAttribute("data-sealed"));
  card.marked = "k" in card.secret;
  const read = node.getAttribute("data-read");
  card.read = sectionOf[read] ? read : ""; // it may be in another SCO
  card.tried = []; // wrong answers of this visit
  card.misses = 0;
  return card;
}

function mountCard(node) {
  const card = cardOf(node);
  card.feedback = make("div", { class: "q-feedback", role: "status" });
  card.room = make("p", { class: "small q-room", role: "status" });
  card.foot = make("div", { class: "q-foot" });
  latency.from = learning();
  node.appendChild(card.room);
  node.appendChild(card.feedback);
  node.appendChild(card.foot);
  shuffleCard(card);
  card.type.write(node, answerOf(card.code).text);
  const answered = function () { takeAnswer(card); };
  node.addEventListener("change", answered);
  node.addEventListener("input", answered);
  if (card.type.mount) card.type.mount(node, answered);
  node.addEventListener("keydown", function (event) {
    // Enter in a one-line field checks the answer, as forms do.
    if (event.key === "Enter" && event.target.matches("input[type=text]") && card.mode === "practice") checkCard(card);
  });
  paintCard(card);
  return card;
}

function inTest(card) {
  return card.mode !== "practice";
}

function takeAnswer(card) {
  const text = card.type.read(card.node);
  const before = answerOf(card.code);
  if (before.checked || before.text === text) return;
  spendOn(card.code);
  if (text) state.answers[card.code] = { text: text, checked: false, shown: false, points: 0 };
  else delete state.answers[card.code];
  clear(card.feedback);
  clearMarks(card);
  tellRoom(card, true);
  changedSoon();
  if (card.onAnswer) card.onAnswer();
}

// Hands an answer in: marks it, stores it, tells the LMS. Painting is the caller's.
function handIn(card) {
  const text = card.type.read(card.node);
  // An empty answer is no record in the LMS, but it is wrong.
  const points = card.marked && text ? card.type.mark(text, card.secret.k, card.node) : 0;
  delete state.answers[card.code]; // the order of answers is that of handing in
  state.answers[card.code] = { text: text, checked: true, shown: false, points: points };
  if (text) record(card, text, points);
  return points;
}

function checkCard(card) {
  if (answerOf(card.code).checked) return;
  if (!card.type.complete(card.type.read(card.node), card.node)) {
    tell(card, "info", words.answer_first, "");
    return;
  }
  spendOn(card.code);
  const points = handIn(card);
  if (card.marked && points < card.weight) card.misses += 1;
  changed();
  if (card.points) judge();
  paintCard(card);
  focusOn(card.feedback.firstChild);
}

function canRetry(card) {
  const answer = answerOf(card.code);
  // Once looked up, a scored question is not tried again by itself: see exercise.js for starting all anew.
  return answer.checked && !(card.marked && answer.points === card.weight) && !(answer.shown && card.points);
}

// What was wrong stays marked: single choices are free again, parts of an answer keep their marks until they change.
function reopenCard(card) {
  const answer = answerOf(card.code);
  if (card.marked && card.tried.indexOf(answer.text) < 0) card.tried.push(answer.text);
  if (card.type.single) delete state.answers[card.code];
  else state.answers[card.code] = { text: answer.text, checked: false, shown: false, points: 0 };
  card.type.write(card.node, answerOf(card.code).text);
  latency.from = learning();
  changed();
  paintCard(card);
  if (card.marked && answer.text && card.type.graded && !card.type.single) card.type.graded(card.node, card.secret.k);
}

function retryCard(card) {
  reopenCard(card);
  focusOn(one("input:not([disabled]), select, textarea, .move:not([disabled])", card.node));
}

function showAnswer(card) {
  const answer = answerOf(card.code);
  answer.shown = true;
  // A scored question whose answer was looked up stays as it was handed in.
  changed();
  paintCard(card);
  focusOn(card.feedback.firstChild);
}

function lockCard(card, locked) {
  card.node.classList.toggle("is-locked", locked);
  every("input, select, textarea", card.node).forEach(function (input) {
    if (input.matches("input[type=text], textarea")) input.readOnly = locked;
    else input.disabled = locked;
  });
  if (card.type.locked) card.type.locked(card.node);
}

// `reveal`: the key and the explanation may be seen.
function paintCard(card, reveal) {
  const answer = answerOf(card.code);
  const right = card.marked && answer.points === card.weight;
  clear(card.feedback);
  clear(card.foot);
  clearMarks(card);
  paintTried(card);
  if (card.unsure) paintUnsure(card);
  card.node.classList.toggle("is-right", answer.checked && card.marked && right);
  card.node.classList.toggle("is-wrong", answer.checked && card.marked && !right);
  card.node.classList.toggle("is-saved", answer.checked && !card.marked);
  lockCard(card, answer.checked);
  tellRoom(card);
  if (!answer.checked) {
    if (!inTest(card)) card.foot.appendChild(button(card.marked ? "check" : "save_answer", "primary", function () { checkCard(card); }));
    return;
  }
  const seen = reveal || right || answer.shown;
  if (card.marked) paintMarked(card, answer, right, seen);
  else paintKept(card);
  if (inTest(card)) return;
  if (canRetry(card)) {
    card.foot.appendChild(button(card.marked ? "retry" : "edit_answer", card.marked ? "primary" : "quiet", function () {
      retryCard(card);
    }));
  }
  if (card.marked && !seen) card.foot.appendChild(button("show_answer", "quiet look-up", function () { showAnswer(card); }));
  if (card.marked && card.points && !seen) card.foot.appendChild(make("p", { class: "small" }, words.shown_counts));
  if (card.deck) {
    card.foot.appendChild(button("next", (right || !card.marked || seen ? "primary" : "quiet") + " on", function () {
      turnTo(card.deck, beside(card.deck, 1), true);
    }));
  }
}

function clearMarks(card) {
  every(".is-key, .is-ok, .is-bad", card.node).forEach(function (node) { node.classList.remove("is-key", "is-ok", "is-bad"); });
}
