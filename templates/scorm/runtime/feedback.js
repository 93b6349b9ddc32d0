// What a card says of an answer, by one rule for all types: what was tried, what of it is right or wrong, how many of how
// many, why, and where to read again. And how much of a text the LMS keeps.

function paintMarked(card, answer, right, seen) {
  const parts = card.type.parts ? card.type.parts(answer.text, card.secret.k, card.node) : [answer.points, card.weight];
  const partly = !right && parts[0] > 0 && parts[1] > 1 ? say("partly", { n: parts[0], total: parts[1] }) : "";
  const box = right ? tell(card, "right", words.correct, inTest(card) ? "" : words.correct_more)
    : tell(card, "wrong", words.wrong, partly || (inTest(card) || seen ? "" : words.wrong_more));
  // In a test that can be taken again, nothing more than whether it was right.
  const open = !inTest(card) || seen;
  if (open && card.type.graded && answer.text) card.type.graded(card.node, card.secret.k);
  else if (card.type.single && answer.text) card.type.graded(card.node, right ? card.secret.k : null);
  if (open) tellWhy(card, answer, right, box);
  if (seen) {
    card.type.show(card.node, card.secret.k);
    if (!right) addTo(box, words.right_answer, toldAs(card.type.told(card.node, card.secret.k)));
    if (card.secret.f) addTo(box, words.explanation, fragment(card.secret.f));
  }
  if (!right && card.read && (inTest(card) || seen || card.misses > 1)) box.appendChild(readAgain(card));
}

// Feedback for this answer: that of the options chosen, else that for right or wrong answers.
function tellWhy(card, answer, right, box) {
  const own = card.secret.o || {};
  const chosen = card.type.chosen ? card.type.chosen(answer.text) : [];
  const told = chosen.filter(function (index) { return index in own; });
  told.forEach(function (index) {
    addTo(box, chosen.length > 1 ? lettered(card.node, index) : "", fragment(own[index]));
  });
  const more = card.secret[right ? "r" : "w"];
  if (more) addTo(box, "", fragment(more));
  if (!right && card.secret.h) addTo(box, words.hint, fragment(card.secret.h));
}

// To the section that the question is about, one tap away and back.
function readAgain(card) {
  const link = make("a", { class: "read-again", href: "#/" + card.read }, say("read_again", { title: readTitle(card.read) }));
  link.addEventListener("click", function () { comeBack(card.code); });
  return make("p", { class: "fb-more" }, link);
}

// A chapter's first screen is named after the section on it, where that is one.
function readTitle(code) {
  const own = sectionOf[code].toc.filter(function (entry) { return entry[0] === code; });
  return own.length === 1 && own[0][1] || titleOf(code);
}

// Right answers by the section that they are about, where there are several; and by the objectives that the module ties them to.
function bySection(cards) {
  const order = function (a, b) { return screens.indexOf(a) - screens.indexOf(b); };
  return [sharesBy(cards, "by_section", function (card) { return card.read; }, order, function (code) {
    const link = make("a", { href: "#/" + code }, readTitle(code));
    link.addEventListener("click", function () { comeBack(AT_END); });
    return link;
  }), sharesBy(cards, "objectives", function (card) { return card.node.getAttribute("data-goal"); }, undefined, function (text) {
    return make("span", {}, text);
  })];
}

function sharesBy(cards, word, of, order, told) {
  const points = {};
  cards.forEach(function (card) {
    const key = of(card);
    if (!card.marked || !key) return;
    const own = points[key] = points[key] || [0, 0];
    own[0] += answerOf(card.code).points;
    own[1] += card.weight;
  });
  const keys = Object.keys(points);
  if (keys.length < 2) return "";
  if (order) keys.sort(order);
  return make("div", { class: "by-section" }, [spoken(make("h3", {}, words[word])), make("ul", {}, keys.map(function (key) {
    const own = points[key];
    return make("li", { class: own[0] === own[1] ? "is-all" : "" }, [told(key), spoken(make("span", { class: "share" },
      [icon(own[0] === own[1] ? "check" : "again"), say("n_of", { n: own[0], total: own[1] })]))]);
  }))]);
}

function toldAs(told) {
  if (typeof told === "string") return document.createTextNode(told);
  return make("ol", {}, told.map(function (text) { return make("li", {}, text); }));
}

// A question without a key is never called right or wrong.
function paintKept(card) {
  const own = card.secret.m ? "saved_own" : "saved_no_key";
  const box = tell(card, "saved", words[own], words[own + "_more"]);
  if (card.secret.m) addTo(box, words.model_answer, fragment(card.secret.m));
  if (card.secret.f) addTo(box, words.explanation, fragment(card.secret.f));
}

// Wrong answers of this visit: options say so themselves, typed words stand in a line.
function paintTried(card) {
  every(".is-tried", card.node).forEach(function (option) {
    option.classList.remove("is-tried");
    one(".was", option).remove();
  });
  if (!card.tried.length || answerOf(card.code).checked) return;
  if (card.type.chosen && card.type.single) {
    const options = printed(card.node, ".opt");
    card.tried.forEach(function (text) {
      card.type.chosen(text).forEach(function (index) {
        options[index].classList.add("is-tried");
        one(".opt-text", options[index]).appendChild(spoken(make("span", { class: "was" }, words.tried)));
      });
    });
  } else if (card.type.typed) {
    const last = card.tried.map(function (text) { return card.type.response(text); }).join(", ");
    card.feedback.appendChild(spoken(make("p", { class: "small was" }, words.tried + ": " + last)));
  }
}

function tell(card, kind, title, more) {
  const icons = { right: "check", wrong: "cross", saved: "check", info: "note" };
  clear(card.feedback);
  const text = make("div", {}, spoken(make("p", { class: "fb-title" }, title)));
  if (more) text.appendChild(spoken(make("p", {}, more)));
  card.feedback.appendChild(make("div", { class: "fb is-" + kind }, [icon(icons[kind]), text]));
  return text;
}

function addTo(box, title, content) {
  box.appendChild(make("div", { class: "fb-more" }, (title ? [spoken(make("p", { class: "fb-label" }, title))] : []).concat(make("div", {}, content))));
}

// HTML that the build has escaped (an explanation or a model answer).
function fragment(html) {
  const holder = make("div", {});
  holder.innerHTML = html;
  return holder;
}

// Long texts share what room the state has: said while any is typed, and beside those that are cut.
function tellRoom(card, typing) {
  if (!isTyped(card.code)) return;
  let text = /\*$/.test(answerOf(card.code).text) ? words.text_cut : "";
  if (session.recording) encode(state);
  const left = session.recording ? encode.cut : {};
  const lengths = Object.keys(left).map(function (code) { return left[code]; });
  if (lengths.length && (typing || card.code in left)) text = say("text_room", { n: Math.min.apply(null, lengths) });
  if (card.room.textContent !== text) card.room.textContent = text;
}
