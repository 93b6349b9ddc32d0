// The last screen: where the learner stands, and what is still to do.

function paintEnd() {
  const screen = one("#mm-screen");
  const body = make("div", { class: "body" });
  screen.className = "screen is-end";
  clear(screen);
  screen.appendChild(make("header", { class: "head" }, [
    make("p", { class: "eyebrow" }, course.title), make("h1", { tabindex: "-1" }, words[course.part ? "end_part" : "the_end"])
  ]));
  screen.appendChild(body);
  const todo = todos();
  if (course.mastery !== null && state.result) body.appendChild(scoreBox());
  else if (!todo.length) body.appendChild(praise());
  todo.forEach(function (entry) {
    body.appendChild(spoken(make("div", { class: "todo" }, [make("p", {}, entry.text),
      make("a", { class: "btn primary", href: "#/" + entry.code }, words[entry.word])])));
  });
  if (!todo.length && session.recording && !(course.part && state.result === "c")) {
    // Shown while all is saved (light.js).
    body.appendChild(make("p", { class: "small", id: "mm-done", hidden: session.light !== "saved" },
      words[course.part ? "next_part" : "may_close"]));
  }
  paintRecord(body);
  paintReference(body);
  paintProgress(END);
  paintNav(END);
}

function praise() {
  return spoken(make("div", { class: "result is-pass" }, [icon("check"), make("div", { class: "result-text" }, course.part ? [
    make("h2", {}, course.title), make("p", {}, words.next_part)
  ] : [make("h2", {}, words.end_done), make("p", {}, words.end_completed)])]));
}

function scoreBox() {
  const score = parseInt(state.result.slice(1), 10);
  const text = make("div", { class: "result-text" }, [make("h2", {}, words.score), make("p", { class: "verdict" },
    [icon(passed() ? "check" : "again"), words[passed() ? "passed" : "failed"]]),
  make("p", {}, say("pass_mark", { n: course.mastery }))]);
  if (bandOf(score)) text.appendChild(make("p", { class: "band" }, bandOf(score)));
  if (unrecorded()) text.appendChild(make("p", {}, unrecorded()));
  const again = !passed() && session.light !== "review";
  if (again && scoredCodes().some(function (code) { return !isTest(questions[code][2]); })) {
    text.appendChild(button("retake_practice", "primary", function () {
      restartPractice();
      paintEnd();
    }));
  }
  if (again) {
    Object.keys(course.groups).filter(isTest).filter(belowMark).slice(0, 1).forEach(function (group) {
      text.appendChild(make("a", { class: "btn primary", href: "#/" + group }, words.retake));
    });
  }
  return spoken(make("div", { class: "result is-" + (passed() ? "pass" : "fail") }, [ring(score), text]));
}

function belowMark(group) {
  const total = totalOf(scoredCodes(group));
  const own = state.groups[group];
  return total > 0 && own && percent(own.points, total) < course.mastery;
}

function todos() {
  const out = [];
  const pages = unread();
  if (pages.length) out.push({ text: say("end_unread", { n: pages.length }), code: pages[0], word: "go_unread" });
  if (course.mastery === null) return out;
  const open = tally();
  if (open.tests.length) out.push({ text: say("end_tests", { n: open.tests.length }), code: open.tests[0], word: "go_tests" });
  const left = open.questions.concat(open.added);
  if (left.length) {
    out.push({ text: say("end_answers", { n: left.length }), code: questions[left[0]][3], word: "go_tests" });
  }
  return out;
}
