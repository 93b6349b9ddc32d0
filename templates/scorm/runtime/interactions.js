// Records of answers for cmi.interactions, in the standard's formats.
const RESPONSE_LIMIT = 255;
const ENTRY_LIMIT = 36; // single characters name entries
const WEIGHT_LIMIT = 100;

// Time that a learner has spent on each answer: what has passed since the last one, wherever it was given.
const latency = {};

function spendOn(code) {
  const at = learning();
  latency[code] = (latency[code] || 0) + at - latency.from;
  latency.from = at;
}

function record(card, text, points) {
  if (!journal.on || (!session.recording && !session.looking)) return;
  const spent = latency[card.code];
  journal.queue.push(recordOf(card, text, points, [["time", timeOfDay()]].concat(spent ? [["latency", timespan(spent)]] : [])));
  delete latency[card.code];
  if (session.ready && session.recording) expect();
}

function recordOf(card, text, points, times) {
  const key = card.secret.k;
  const out = [["id", card.id.slice(0, RESPONSE_LIMIT)], ["type", card.type.interaction]].concat(times.slice(0, 1));
  if (key !== undefined && card.weight <= WEIGHT_LIMIT) out.push(["weighting", String(course.unit && card.points ? card.points / course.unit : card.weight)]);
  if (nameable(card)) {
    if (key !== undefined) {
      card.type.patterns(key, text).map(feedbackText).filter(function (pattern, n, all) {
        return pattern && all.indexOf(pattern) === n;
      }).slice(0, 5).forEach(function (pattern, n) { out.push(["correct_responses." + n + ".pattern", pattern]); });
    }
    const response = feedbackText(card.type.response(text));
    if (response) out.push(["student_response", response]);
  }
  out.push(["result", key === undefined ? "neutral" : points === card.weight ? "correct" : "wrong"]);
  return out.concat(times.slice(1));
}

// Records that an earlier launch has lost, made anew from the last answers, or from all (0); when they were given nobody
// knows any more.
function tellMissing(count) {
  const codes = Object.keys(state.answers).filter(function (code) {
    return state.answers[code].checked && state.answers[code].text;
  }).slice(-count);
  let left = codes.length;
  let failed = false;
  const out = [];
  const done = function () {
    left -= 1;
    if (left > 0) return;
    if (failed) {
      later(function () { tellMissing(count); }, 30000);
      return;
    }
    journal.queue = out.filter(Boolean).concat(journal.queue);
    journal.owed = 0;
    expect();
    state.again = true;
    changed(true);
  };
  journal.owed = left;
  codes.forEach(function (code, n) {
    load(questions[code][3], function () {
      const screen = new DOMParser().parseFromString(pages[questions[code][3]] || "", "text/html");
      const node = one("[data-q='" + code + "']", screen);
      if (node) out[n] = recordOf(cardOf(node), answerOf(code).text, answerOf(code).points, []);
      done();
    }, function () {
      failed = true;
      done();
    });
  });
}

// Whether each entry has a character of its own; the LMS is told no more than the result otherwise.
function nameable(card) {
  return card.type.interaction === "fill-in" || card.type.interaction === "performance" ||
    [".opt", "[data-i]", ".rights > li", ".pair-row"].every(function (entry) { return every(entry, card.node).length <= ENTRY_LIMIT; });
}

function feedbackText(text) {
  return text.replace(/\s+/g, " ").trim().slice(0, RESPONSE_LIMIT).replace(/[\uD800-\uDBFF]$/, "");
}

// Single characters name options: a, b, c … z, then 0 … 9; right-hand entries are 1 … 9, then a … z.
function letter(index) {
  return "abcdefghijklmnopqrstuvwxyz0123456789".charAt(index);
}

function number(index) {
  return "123456789abcdefghijklmnopqrstuvwxyz0".charAt(index);
}
