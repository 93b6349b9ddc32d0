// What a card says of an answer: right, wrong or kept, the key, the explanation, and how much of a text the LMS keeps.

function paintMarked(card, answer, right, seen) {
  const partly = !right && answer.points > 0 ? say("partly", { n: answer.points, total: card.weight }) : "";
  const box = right ? tell(card, "right", words.correct, inTest(card) ? "" : words.correct_more)
    : tell(card, "wrong", words.wrong, partly || (inTest(card) || seen ? "" : words.wrong_more));
  if (!right && card.secret.h) addTo(box, words.hint, fragment(card.secret.h));
  if (!seen) return;
  card.type.show(card.node, card.secret.k);
  if (!right) addTo(box, words.right_answer, toldAs(card.type.told(card.node, card.secret.k)));
  if (card.secret.f) addTo(box, words.explanation, fragment(card.secret.f));
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

function tell(card, kind, title, more) {
  const icons = { right: "check", wrong: "cross", saved: "check", info: "note" };
  clear(card.feedback);
  const text = make("div", {}, spoken(make("p", { class: "fb-title" }, title)));
  if (more) text.appendChild(spoken(make("p", {}, more)));
  card.feedback.appendChild(make("div", { class: "fb is-" + kind }, [icon(icons[kind]), text]));
  return text;
}

function addTo(box, title, content) {
  box.appendChild(make("div", { class: "fb-more" }, [spoken(make("p", { class: "fb-label" }, title)), make("div", {}, content)]));
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
