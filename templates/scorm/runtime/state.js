// The learner's state. Keyed by codes made from ids, so that a corrected package finds its way in what an earlier
// one stored; stored.js has its form in cmi.suspend_data.
const screens = [];
const sectionOf = {};
const questions = {};
course.sections.forEach(function (section) {
  section.screens.forEach(function (screen) {
    sectionOf[screen[0]] = section;
    screens.push(screen[0]);
    if (screen[2]) screen[2].split(" ").forEach(function (entry) { unfold(entry, screen[0]); });
  });
});

// questions[code]: [type, points, group, screen, weight]; in course.js an entry is code, type, points and, where it has a key
// but does not count, ":" and its weight, in base 36.
function unfold(entry, screen) {
  const points = entry.slice(4).split(":");
  questions[entry.slice(0, 3)] = [course.types[parseInt(entry.charAt(3), 36)], parseInt(points[0], 36),
    course.groups[screen] ? screen : "", screen, parseInt(points[points.length - 1], 36)];
}

function freshState() {
  // attempt: its random name; count: goes up with every change; index: records of answers that the LMS must have;
  // again: they were written anew once, and the LMS still counts fewer; at: the screen; card: the
  // question shown on it, "" for the first; only: while the wrong ones are done again; unsure: questions that the learner wants to come back to;
  // result: "" | c | p<score> | f<score>; answers: in the order in which they were handed in; goals: by chapter, ticks
  // before and after it as bits
  return { attempt: "", count: 0, index: 0, again: false, at: "", card: "", only: false, unsure: {}, result: "", seen: {}, answers: {}, groups: {}, goals: {} };
}

const state = freshState();

function answerOf(code) {
  return state.answers[code] || { text: "", checked: false, shown: false, points: 0 };
}

function isTyped(code) {
  return /^(fill|short|essay|task)$/.test(questions[code][0]);
}

// Points of a test by the answers that still have a question in it.
function pointsIn(group, answers) {
  return scoredCodes(group).reduce(function (sum, code) {
    const answer = answers[code];
    return sum + (answer && answer.checked ? won(code, answer) : 0);
  }, 0);
}

// What an answer adds to the score: its right parts, by what the document says that the question is worth.
function won(code, answer) {
  const most = questions[code][4];
  return Math.floor(Math.min(answer.points, most) * questions[code][1] / most);
}

// What a test asks, in two signs: when they are others, its points are counted anew.
function makeOf(group) {
  let hash = 0x811c9dc5;
  scoredCodes(group).sort().map(function (code) { return code + questions[code].slice(0, 2).join(""); }).join()
    .split("").forEach(function (sign) { hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0; });
  return numerals(hash % 4096, 2);
}

// What an update of the package has done to a state: questions may have gone, come, or changed their test.
function adapted(to) {
  Object.keys(to.answers).forEach(function (code) {
    const group = questions[code][2];
    const own = to.groups[group];
    // Handed in elsewhere, it is a mere answer in a test that was not.
    if (isTest(group) && (!own || own.open)) Object.assign(to.answers[code], { checked: false, shown: false, points: 0 });
  });
  Object.keys(to.groups).forEach(function (group) {
    const own = to.groups[group];
    if (own.make !== makeOf(group) && !own.open) own.points = pointsIn(group, to.answers);
    own.points = Math.min(own.points, totalOf(scoredCodes(group)));
  });
  return to;
}
