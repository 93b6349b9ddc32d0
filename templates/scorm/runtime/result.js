// What the learner has reached, and the one place that tells the LMS so.

function percent(points, total) {
  if (!total) return 100;
  const exact = points * 100 / total;
  const rounded = Math.round(exact);
  // Rounding must not lift anyone over the pass mark: Moodle compares the rounded score with it.
  return course.mastery !== null && rounded >= course.mastery && exact < course.mastery ? Math.floor(exact) : rounded;
}

function scoredCodes(group) {
  return Object.keys(questions).filter(function (code) {
    const question = questions[code];
    return question[1] > 0 && (group === undefined || question[2] === group);
  });
}

function isTest(group) {
  return course.groups[group] === "test" || course.groups[group] === "pretest";
}

function totalOf(codes) {
  return codes.reduce(function (sum, code) { return sum + questions[code][1]; }, 0);
}

// Points so far; `tests` and `questions` are still to be done before there is a score. `added` were put into a test
// after it was handed in: they count as empty until they are handed in, too.
function tally() {
  const out = { points: 0, total: totalOf(scoredCodes()), tests: [], questions: [], added: [] };
  Object.keys(course.groups).filter(isTest).forEach(function (group) {
    const own = scoredCodes(group);
    if (!own.length) return;
    if (state.groups[group] && state.groups[group].tries) {
      out.points += state.groups[group].points;
      if (!state.groups[group].open) out.added = out.added.concat(own.filter(function (code) { return !answerOf(code).checked; }));
    } else out.tests.push(group);
  });
  scoredCodes().forEach(function (code) {
    if (isTest(questions[code][2])) return;
    const answer = answerOf(code);
    if (answer.checked) out.points += won(code, answer);
    else out.questions.push(code);
  });
  return out;
}

// The last attempt counts, unless an earlier one reached the pass mark: then the better one does.
function counted(group, before, points) {
  return before.tries && reaches(group, before.points) ? Math.max(before.points, points) : points;
}

function reaches(group, points) {
  const total = totalOf(scoredCodes(group));
  return course.mastery !== null && total > 0 && percent(points, total) >= course.mastery;
}

function unread() {
  return screens.filter(function (code) { return sectionOf[code].required && !state.seen[code]; });
}

function passed() {
  return state.result.charAt(0) === "p";
}

// Called when scored answers were handed in, and in a module without scored questions after every new screen: a corrected package
// must not turn an old result into another one.
function judge() {
  const before = state.result;
  if (course.mastery === null) {
    if (!unread().length) state.result = "c";
  } else {
    const done = tally();
    if (!done.tests.length && !done.questions.length) {
      const score = percent(done.points, done.total);
      // Passed stays passed, and a worse later result is not sent: Moodle would make it a fail.
      if (!passed()) state.result = (score >= course.mastery ? "p" : "f") + score;
      else state.result = "p" + Math.max(score, parseInt(state.result.slice(1), 10));
    }
  }
  if (state.result !== before) changed();
}

// At the start: what the LMS holds already and what the state says must not contradict each other.
function settle(status) {
  if (status === "passed" && !passed() && course.mastery !== null) {
    const raw = Math.round(parseFloat(get("cmi.core.score.raw")));
    state.result = "p" + (raw >= course.mastery && raw <= 100 ? raw : course.mastery);
  }
  if (status === "completed" && course.mastery === null) state.result = "c";
}

// Status and score to the LMS. No partial score is ever sent: with a mastery score in the manifest
// an LMS makes a pass or a fail of whatever it finds.
function claim() {
  if (!session.recording || !state.result) return true;
  if (state.result === "c") return set("cmi.core.lesson_status", "completed");
  // Some LMSs answer with what is stored now: another device may have passed.
  if (!passed() && lms.given["cmi.core.lesson_status"] !== "failed") settle(get("cmi.core.lesson_status").toLowerCase());
  const raw = state.result.slice(1);
  const first = !unchanged("cmi.core.score.raw", raw) && !lms.given["cmi.core.score.raw"];
  let done = set("cmi.core.score.raw", raw);
  if (first) {
    done = set("cmi.core.score.min", "0") && done;
    done = set("cmi.core.score.max", "100") && done;
  }
  return set("cmi.core.lesson_status", passed() ? "passed" : "failed") && done;
}
