// Tests and pre-tests: answer all, hand in once, see the result, do it again. Practice needs no more than its cards.

function mountGroup(section, cards) {
  const group = {
    code: section.getAttribute("data-group"),
    mode: section.getAttribute("data-mode"),
    node: section,
    cards: cards
  };
  if (group.mode === "practice") return group;
  cards.forEach(function (card) { card.onAnswer = function () { paintAnswered(group); }; });
  paintGroup(group);
  return group;
}

function groupState(group) {
  return state.groups[group.code] || { open: true, tries: 0, points: 0 };
}

function paintGroup(group) {
  const own = groupState(group);
  clear(group.node);
  group.count = null;
  if (own.tries && !own.open) paintResult(group);
  // Questions that a new edition has added to a test that was handed in can be handed in, too.
  if (!unchecked(group).length) return;
  group.count = make("p", { class: "count", role: "status" });
  group.gaps = make("div", { class: "gaps", role: "alert" });
  group.review = make("div", { class: "review" });
  group.node.appendChild(spoken(make("div", { class: "submit" }, [
    group.review, group.count, group.gaps, button("submit", "primary", function () { submit(group, false); })
  ])));
  paintAnswered(group);
}

function unchecked(group) {
  return group.cards.filter(function (card) { return !answerOf(card.code).checked; });
}

function missing(group) {
  return unchecked(group).filter(function (card) { return !card.type.complete(card.type.read(card.node), card.node); });
}

function paintAnswered(group) {
  group.count.textContent = say("answered", { n: group.cards.length - missing(group).length, total: group.cards.length });
  clear(group.gaps);
  clear(group.review);
  if (!group.deck) return;
  const unsure = group.cards.filter(function (card) { return state.unsure[card.code]; }).length;
  group.review.appendChild(make("h2", {}, words.review));
  if (unsure) group.review.appendChild(make("p", { class: "small" }, say("review_unsure", { n: unsure })));
  group.review.appendChild(jumpList(group.deck));
}

function submit(group, anyway) {
  const gaps = missing(group);
  if (gaps.length && !anyway) {
    clear(group.gaps);
    group.gaps.appendChild(make("p", {}, say("unanswered", { n: gaps.length })));
    group.gaps.appendChild(button("to_unanswered", "primary", function () {
      uncover(gaps[0].node);
      goTo(gaps[0].node);
    }));
    group.gaps.appendChild(button("submit_anyway", "quiet", function () { submit(group, true); }));
    // Handing in stands among these two now: the style sheet hides the third button.
    goTo(group.gaps); // a deck's bar lies over the lower edge
    focusOn(one(".btn", group.gaps));
    return;
  }
  const own = groupState(group);
  unchecked(group).forEach(handIn);
  group.cards.forEach(function (card) { delete state.unsure[card.code]; });
  state.groups[group.code] = { open: false, tries: Math.min(35, own.tries + (own.open ? 1 : 0)),
    points: counted(group.code, own, pointsIn(group.code, state.answers)) };
  changed(true);
  if (totalOf(scoredCodes(group.code))) judge();
  paintGroup(group);
  paintChapterEnd(group.code);
  paintProgress(group.code);
  goTo(group.node.firstChild);
}

// This attempt, by what has a key, whether it counts or not.
function attempt(group) {
  const counts = course.unit && totalOf(scoredCodes(group.code));
  return group.cards.reduce(function (sum, card) {
    if (card.marked) {
      const answer = answerOf(card.code);
      sum.total += card.weight;
      sum.points += answer.points;
      sum.most += counts ? card.points : card.weight;
      sum.won += counts ? won(card.code, answer) : answer.points;
    }
    return sum;
  }, { points: 0, total: 0, won: 0, most: 0, counts: counts });
}

function paintResult(group) {
  const now = attempt(group);
  const scored = totalOf(scoredCodes(group.code)) > 0;
  const share = percent(now.won, now.most);
  const fine = share >= (course.mastery || 0);
  // After a failed attempt the key stays hidden: the test can be done again.
  const reveal = group.mode === "test" && (!scored || fine);
  group.cards.forEach(function (card) { paintCard(card, reveal); });
  const kind = !now.total || group.mode === "pretest" || !scored ? "plain" : fine ? "pass" : "fail";
  const box = spoken(make("div", { class: "result is-" + kind, tabindex: "-1" }));
  if (now.total) box.appendChild(ring(share));
  const text = make("div", { class: "result-text" }, make("h2", {}, now.total ? words.result : words.submitted));
  if (now.total) text.appendChild(make("p", {}, say("result_points", { n: now.points, total: now.total })));
  if (now.counts) text.appendChild(make("p", {}, say("points", { n: Math.floor(now.won / course.unit) + "/" + now.most / course.unit })));
  if (kind === "pass" || kind === "fail") {
    text.insertBefore(make("p", { class: "verdict" }, [icon(fine ? "check" : "again"), words[fine ? "passed" : "failed"]]), text.children[1]);
  }
  const band = scored && now.total ? bandOf(share) : "";
  if (band) text.appendChild(make("p", { class: "band" }, band));
  text.appendChild(make("p", {}, after(group, kind)));
  if (unrecorded()) text.appendChild(make("p", {}, unrecorded()));
  if (scored && session.light !== "review") text.appendChild(button("retake", fine ? "quiet" : "primary", function () { retake(group); }));
  box.appendChild(text);
  group.node.appendChild(box);
  if (group.deck) group.node.appendChild(jumpList(group.deck));
  bySection(group.cards).filter(Boolean).forEach(function (part) { group.node.appendChild(part); });
}

// What the document itself says of such a result: the highest of its bands that is reached.
function bandOf(share) {
  return (course.bands || []).filter(function (band) { return share >= band[0]; }).map(function (band) { return band[1]; }).pop() || "";
}

function after(group, kind) {
  if (kind === "pass") return words.passed_more;
  if (kind === "fail") {
    return say("failed_more", { n: course.mastery }) + (reaches(group.code, groupState(group).points) ? " " + words.kept_more : "");
  }
  const own = attempt(group);
  if (group.mode === "pretest" && own.total) return words[own.points === own.total ? "correct_more" : "pretest_more"];
  return words.submitted_more;
}

function retake(group) {
  const own = groupState(group);
  state.groups[group.code] = { open: true, tries: own.tries, points: own.points };
  group.cards.forEach(function (card) {
    delete state.answers[card.code];
    shuffleCard(card);
    card.type.write(card.node, "");
    delete latency[card.code];
    card.tried = [];
    paintCard(card);
  });
  changed();
  paintGroup(group);
  paintChapterEnd(group.code);
  uncover(group.cards[0].node);
  goTo(group.cards[0].node);
}

// With `scoring: all`, practice questions that count can all be begun anew (end.js offers it after a fail).
function restartPractice() {
  scoredCodes().forEach(function (code) {
    if (!isTest(questions[code][2])) delete state.answers[code];
  });
  changed();
}

function ring(value) {
  const node = make("div", { class: "ring" }, make("span", {}, value + "%"));
  node.style.setProperty("--value", value);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 36 36");
  svg.setAttribute("aria-hidden", "true");
  ["track", "fill"].forEach(function (name) {
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    circle.setAttribute("class", name);
    circle.setAttribute("cx", "18");
    circle.setAttribute("cy", "18");
    circle.setAttribute("r", "15.9155"); // a circumference of 100
    if (name === "fill") circle.setAttribute("stroke-dasharray", value + " 100");
    svg.appendChild(circle);
  });
  node.insertBefore(svg, node.firstChild);
  return node;
}
