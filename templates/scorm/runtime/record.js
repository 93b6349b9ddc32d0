// How a chapter and the module end: what was reached, what to look at again, one's own work, to be printed or kept.

function scoreOf(codes) {
  const out = { points: 0, total: 0 };
  codes.forEach(function (code) {
    const answer = state.answers[code];
    if (!answer || !answer.checked || !questions[code][4]) return;
    out.total += questions[code][4];
    out.points += Math.min(answer.points, questions[code][4]);
  });
  return out;
}

// Tests that were handed in, each with its result.
function testsOf(section) {
  return section.screens.map(function (screen) { return screen[0]; }).filter(function (code) {
    return isTest(code) && state.groups[code] && state.groups[code].tries && totalOf(scoredCodes(code));
  });
}

function resultList(codes) {
  return make("ul", { class: "end-list" }, codes.map(function (code) {
    const share = percent(state.groups[code].points, totalOf(scoredCodes(code)));
    const fine = share >= (course.mastery || 0);
    return make("li", { class: fine ? "is-all" : "" }, [make("a", { href: "#/" + code }, nameOf(code)),
      make("span", { class: "share" }, [icon(fine ? "check" : "again"), share + "%"])]);
  }));
}

// A test's name alone says little: many are called the same.
function nameOf(code) {
  const chapter = sectionOf[code].title;
  const own = titleOf(code);
  return own === chapter ? own : chapter + " – " + own;
}

// What follows on a chapter's last screen: how its tests went, what comes next, how long it still takes.
function paintChapterEnd(code, screen) {
  const place = one(".chapter-end", screen);
  if (!place) return;
  const section = sectionOf[code];
  const own = state.groups[code] || {};
  clear(place);
  // Nothing is called learnt below a test that is still to be taken, or was not passed.
  place.parentNode.classList.toggle("is-waiting", isTest(code) && (!own.tries || own.open || belowMark(code)));
  place.parentNode.hidden = false; // what is hidden has all of its text
  const tests = testsOf(section).filter(function (test) { return test !== code; });
  if (tests.length) {
    place.appendChild(spoken(make("h2", {}, words.result)));
    place.appendChild(resultList(tests));
  }
  const needed = course.sections.filter(function (other) { return other.required; });
  const after = needed.slice(needed.indexOf(section) + 1);
  place.parentNode.hidden = !after.length && !place.parentNode.innerText.trim();
  if (!after.length) return;
  const minutes = after.reduce(function (sum, other) { return sum + other.minutes; }, 0);
  place.appendChild(make("p", { class: "next-up" }, [make("strong", {}, say("next_chapter", { title: after[0].title })), " ",
    spoken(make("span", {}, say("minutes_left", { n: minutes })))]));
}

// Where most and least was right, if that differs.
function extremes() {
  const shares = course.sections.map(function (section) {
    const sum = scoreOf(Object.keys(questions).filter(function (code) { return sectionOf[questions[code][3]] === section; }));
    return { title: section.title, share: sum.total > 1 ? sum.points / sum.total : NaN };
  }).filter(function (one) { return !isNaN(one.share); }).sort(function (a, b) { return b.share - a.share; });
  const last = shares[shares.length - 1];
  return shares.length < 2 || shares[0].share === last.share ? [] : [["strongest", shares[0]], ["weakest", last]];
}

function learnerName() {
  const name = session.recording ? get("cmi.core.student_name") : "";
  return name.split(",").reverse().join(" ").trim(); // SCORM 1.2: last name, first name
}

function paintRecord(body) {
  const tests = [].concat.apply([], course.sections.map(testsOf));
  const day = new Date().toLocaleDateString(document.documentElement.lang, { year: "numeric", month: "long", day: "numeric" });
  const goals = make("div", {});
  const work = make("div", {});
  body.appendChild(make("section", { class: "record" }, [spoken(make("h2", {}, words.record)),
    make("p", {}, make("strong", {}, course.title)), make("p", {}, [learnerName(), day].filter(Boolean).join(" · ")), resultList(tests)]
    .concat(extremes().map(function (pair) { return spoken(make("p", {}, say(pair[0], { title: pair[1].title }))); }),
      goals, work, button("print_record", "quiet", function () { window.print(); }))));
  // A chapter's objectives are claimed once all of it was seen and its tests were passed: the record bears a name and a date.
  const needed = course.sections.filter(function (section) { return section.required; });
  const done = needed.filter(function (section) {
    return section.screens.every(function (screen) { return isDone(screen) && !(isTest(screen[0]) && belowMark(screen[0])); });
  });
  // Those of the whole module stand at its end, and are claimed once all of it was done.
  const own = done.length < needed.length ? ":not(.of-all)" : "";
  gather(done.map(function (section) { return section.screens[section.screens.length - 1][0]; }), ".learnt .opt" + own + " .opt-text", goals, function (found) {
    if (!found.length) return;
    goals.appendChild(spoken(make("h3", {}, words.learnt)));
    goals.appendChild(make("ul", {}, found.map(function (node) { return make("li", {}, node.textContent.trim()); })));
  });
  const written = Object.keys(state.answers).filter(function (code) {
    return /^(essay|task)$/.test(questions[code][0]) && noted(code);
  }).sort(function (a, b) { return screens.indexOf(questions[a][3]) - screens.indexOf(questions[b][3]); });
  gather(written.map(function (code) { return questions[code][3]; }), "[data-q]", work, function (found) {
    const own = found.filter(function (node) { return written.indexOf(node.getAttribute("data-q")) >= 0; });
    if (!own.length) return;
    work.appendChild(spoken(make("h3", {}, words.your_work)));
    own.forEach(function (node) {
      work.appendChild(make("p", { class: "small" }, one(".q-stem", node).textContent.trim()));
      work.appendChild(make("p", { class: "own-text" }, noted(node.getAttribute("data-q"))));
    });
  });
}

function noted(code) {
  const text = answerOf(code).text;
  return questions[code][0] === "task" ? text.split(",").slice(1).map(unpack).filter(Boolean).join("\n") : unpack(text);
}

// What matches on these screens, which may still have to be fetched; a screen that does not come is left out; none once `place` is gone.
function gather(codes, selector, place, done) {
  const wanted = codes.filter(function (code, at) { return codes.indexOf(code) === at; });
  let left = wanted.length;
  const arrived = function () {
    left -= 1;
    if (left > 0 || !document.body.contains(place)) return;
    done([].concat.apply([], wanted.map(function (code) {
      return every(selector, new DOMParser().parseFromString(pages[code] || "", "text/html"));
    })));
  };
  wanted.forEach(function (code) { load(code, arrived, arrived); });
}

// Lists of references, a glossary: behind the end, for who needs them.
function paintReference(body) {
  const rest = course.sections.filter(function (section) {
    return !section.required && screens.indexOf(section.screens[0][0]) > lastNeeded();
  });
  if (!rest.length) return;
  body.appendChild(spoken(make("h2", {}, words.reference)));
  body.appendChild(make("ul", { class: "end-list" }, rest.map(function (section) {
    return make("li", {}, make("a", { href: "#/" + section.screens[0][0] }, section.title));
  })));
}
