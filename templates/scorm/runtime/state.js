// The learner's state, and its form in cmi.suspend_data (docs/package.md). Keyed by codes made from ids,
// so that a corrected package finds its way in what an earlier one stored.
const STATE_LIMIT = 4096;
const FORM = "1";

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

// questions[code]: [type, points, group, screen]; in course.js an entry is code, type and points in base 36.
function unfold(entry, screen) {
  questions[entry.slice(0, 3)] = [course.types[parseInt(entry.charAt(3), 36)], parseInt(entry.slice(4), 36),
    course.groups[screen] ? screen : "", screen];
}

function freshState() {
  // count: goes up with every change; index: of the next interaction; at: the screen;
  // result: "" | c | p<score> | f<score>
  return { count: 0, index: 0, at: "", result: "", seen: {}, answers: {}, groups: {} };
}

const state = freshState();

function encode(from, limit) {
  const size = limit || STATE_LIMIT;
  const answers = Object.keys(from.answers).map(function (code) {
    const answer = from.answers[code];
    return { code: code, flags: flag(answer) + pointsOf(answer), text: answer.text, open: !answer.checked };
  });
  let text = written(from, answers);
  // Over the limit long texts are cut first, then answers go (those that count last), then screens.
  while (text.length > size && shortenLongest(answers, text.length - size)) text = written(from, answers);
  answers.sort(function (a, b) { return questions[a.code][1] - questions[b.code][1]; });
  while (text.length > size && answers.length) {
    answers.splice(0, Math.ceil((text.length - size) / 12));
    text = written(from, answers);
  }
  const rest = Object.assign({}, from, { seen: Object.assign({}, from.seen) });
  const seen = Object.keys(rest.seen);
  while (text.length > size && seen.length) {
    seen.splice(0, 20).forEach(function (code) { delete rest.seen[code]; });
    text = written(rest, []);
  }
  return text;
}

function written(from, answers) {
  const groups = Object.keys(from.groups).map(function (code) {
    const group = from.groups[code];
    return code + (group.open ? "o" : "s") + digit(group.tries) + ("0" + Math.max(0, group.points).toString(36)).slice(-2);
  });
  return [FORM, from.count.toString(36), from.index.toString(36), from.at, from.result, seenCodes(from.seen),
    answers.map(function (a) { return a.code + a.flags + a.text + "."; }).join(""), groups.join("")].join(";");
}

function flag(answer) {
  return answer.shown ? "s" : answer.checked ? "c" : "a";
}

// One sign; two after a + where there are more points than signs.
function pointsOf(answer) {
  return answer.points > 35 ? "+" + ("0" + answer.points.toString(36)).slice(-2) : digit(answer.points);
}

function digit(number) {
  return Math.min(35, Math.max(0, number || 0)).toString(36);
}

// A chapter of which every screen was seen is one code.
function seenCodes(seen) {
  return course.sections.map(function (section) {
    const codes = section.screens.map(function (s) { return s[0]; }).filter(function (code) { return seen[code]; });
    return codes.length === section.screens.length ? section.code : codes.join("");
  }).join("");
}

function shortenLongest(answers, excess) {
  let longest = null;
  answers.forEach(function (answer) {
    if (isTyped(answer.code) && answer.text.length > 12 && (!longest || answer.text.length > longest.text.length)) {
      longest = answer;
    }
  });
  if (!longest) return false;
  longest.text = shortened(longest.text.replace(/\*$/, ""), Math.max(8, longest.text.length - excess - 8)) + "*";
  return true;
}

function shortened(text, length) {
  let cut = text.slice(0, length).replace(/%[0-9A-F]?$/, "");
  for (;;) {
    try {
      decodeURIComponent(cut);
      return cut;
    } catch (error) {
      cut = cut.replace(/%[0-9A-F]{2}$/, ""); // half of a letter
    }
  }
}

function decode(text) {
  const out = freshState();
  const fields = String(text || "").split(";");
  if (fields[0] !== FORM || fields.length < 8) return null;
  out.count = parseInt(fields[1], 36) || 0;
  out.index = parseInt(fields[2], 36) || 0;
  out.at = sectionOf[fields[3]] ? fields[3] : "";
  out.result = /^(c|[pf]\d{1,3})$/.test(fields[4]) ? fields[4] : "";
  (fields[5].match(/.{3}/g) || []).forEach(function (code) {
    course.sections.forEach(function (section) {
      section.screens.forEach(function (s) {
        if (section.code === code || s[0] === code) out.seen[s[0]] = true;
      });
    });
  });
  fields[6].split(".").forEach(function (entry) {
    const code = entry.slice(0, 3);
    if (!questions[code]) return; // of an earlier edition
    const mark = entry.charAt(3);
    const long = entry.charAt(4) === "+";
    out.answers[code] = { text: entry.slice(long ? 7 : 5), checked: mark !== "a", shown: mark === "s",
      points: parseInt(long ? entry.slice(5, 7) : entry.charAt(4), 36) || 0 };
  });
  (fields[7].match(/.{7}/g) || []).forEach(function (entry) {
    if (course.groups[entry.slice(0, 3)]) {
      out.groups[entry.slice(0, 3)] = { open: entry.charAt(3) === "o", tries: parseInt(entry.charAt(4), 36) || 0,
        points: parseInt(entry.slice(5), 36) || 0 };
    }
  });
  return out;
}

function isTyped(code) {
  return /^(fill|short|essay|task)$/.test(questions[code][0]);
}

// Typed text as printable ASCII without the signs that separate fields.
function pack(text) {
  return encodeURIComponent(text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "$1"))
    .replace(/[.*!'()~]/g, function (sign) { return "%" + sign.charCodeAt(0).toString(16).toUpperCase(); });
}

function unpack(text) {
  try {
    return decodeURIComponent(text.replace(/\*$/, ""));
  } catch (error) {
    return "";
  }
}

function answerOf(code) {
  return state.answers[code] || { text: "", checked: false, shown: false, points: 0 };
}
