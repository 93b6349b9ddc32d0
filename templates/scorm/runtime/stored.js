// The state as cmi.suspend_data holds it (docs/package.md): printable ASCII, at most 4,096 signs.
const STATE_LIMIT = 4096;
const FORM = "2";
// Instead of its points, which an answer has only once it is checked: the learner is unsure of it.
const UNSURE = "!";
// An answer's flag tells its type, too: an answer to a question that has become another kind is none. Add at the end only.
const KINDS = ["choice", "multi", "truefalse", "match", "order", "fill", "short", "essay", "task"];

// encode.cut: letters left of each text that is too long.
function encode(from, limit) {
  const size = limit || STATE_LIMIT;
  const answers = Object.keys(from.answers).map(function (code) {
    const points = from.unsure[code] && !from.answers[code].checked ? UNSURE : pointsOf(from.answers[code]);
    return { code: code, head: code + flag(code, from.answers[code]) + points, text: from.answers[code].text };
  });
  Object.keys(from.unsure).forEach(function (code) {
    if (!from.answers[code]) answers.push({ code: code, head: code + flag(code, {}) + UNSURE, text: "" });
  });
  let text = written(from, answers);
  encode.cut = {};
  // Over the limit long texts are cut first, then ticked objectives go, answers (those that count last), and screens.
  if (text.length > size) {
    cutEvenly(answers, text.length - size);
    text = written(from, answers);
  }
  const kept = text.length > size ? Object.assign({}, from, { goals: {} }) : from;
  text = written(kept, answers);
  answers.sort(function (a, b) { return text.length > size ? questions[a.code][1] - questions[b.code][1] : 0; });
  while (text.length > size && answers.length) {
    answers.splice(0, Math.ceil((text.length - size) / 12));
    text = written(kept, answers);
  }
  const rest = Object.assign({}, kept, { seen: Object.assign({}, kept.seen) });
  const seen = Object.keys(rest.seen);
  while (text.length > size && seen.length) {
    seen.splice(0, 20).forEach(function (code) { delete rest.seen[code]; });
    text = written(rest, []);
  }
  return text;
}

function written(from, answers) {
  const groups = Object.keys(from.groups).map(function (code) {
    const own = from.groups[code];
    return code + (own.open ? "o" : "s") + digit(own.tries) + ("0" + Math.max(0, own.points).toString(36)).slice(-2) + makeOf(code);
  });
  const goals = Object.keys(from.goals).map(function (code) {
    return code + from.goals[code].map(function (bits) { return bits.toString(36); }).join("-");
  });
  return [FORM, from.attempt, from.count.toString(36), from.index.toString(36) + (from.again ? "!" : ""), from.at + from.card + (from.only ? "!" : ""), from.result,
    seenCodes(from.seen), answers.map(function (a) { return a.head + a.text + "."; }).join(""), groups.join("")].concat(goals.length ? goals.join(",") : []).join(";");
}

function flag(code, answer) {
  const kind = KINDS.indexOf(questions[code][0]);
  return ((kind < 0 ? KINDS.length : kind) * 3 + (answer.shown ? 2 : answer.checked ? 1 : 0)).toString(36);
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

// All long texts to the same length: none pays for another.
function cutEvenly(answers, excess) {
  const typed = answers.filter(function (answer) { return isTyped(answer.code); });
  typed.sort(function (a, b) { return a.text.length - b.text.length; });
  let room = typed.reduce(function (sum, answer) { return sum + answer.text.length; }, 0) - excess;
  typed.forEach(function (answer, index) {
    const share = Math.max(8, Math.floor(room / (typed.length - index)));
    if (answer.text.length > share) cutTo(answer, share);
    room -= answer.text.length;
  });
}

function cutTo(answer, length) {
  const parts = answer.text.replace(/\*$/, "").split(",");
  const long = parts.reduce(function (best, part, at) { return part.length > parts[best].length ? at : best; }, 0);
  const letters = Array.from(unpack(parts[long]));
  const room = parts[long].length - (answer.text.length - length) - 1;
  let fits = 0;
  for (let step = letters.length; step >= 1; step = Math.floor(step / 2)) {
    while (fits + step <= letters.length && pack(letters.slice(0, fits + step).join("")).length <= room) fits += step;
  }
  parts[long] = pack(letters.slice(0, fits).join(""));
  answer.text = parts.join(",") + "*";
  encode.cut[answer.code] = fits;
}

// Null for what is no state of this module. Form 1 had no name, no kinds, and percent-encoded texts.
function decode(text) {
  const out = freshState();
  const fields = String(text || "").split(";");
  const old = fields[0] === "1";
  if (!old && fields[0] !== FORM) return null;
  if (old) fields.splice(1, 0, "0");
  if (fields.length < 9) return null;
  out.attempt = fields[1];
  out.count = parseInt(fields[2], 36) || 0;
  out.index = parseInt(fields[3], 36) || 0;
  out.again = /!/.test(fields[3]);
  out.at = sectionOf[fields[4].slice(0, 3)] ? fields[4].slice(0, 3) : "";
  out.card = out.at && fields[4].slice(3, 6);
  out.only = /!/.test(fields[4]);
  out.result = /^(c|[pf]\d{1,3})$/.test(fields[5]) ? fields[5] : "";
  const codes = fields[6].match(/.{3}/g) || [];
  course.sections.forEach(function (section) {
    section.screens.forEach(function (s) {
      if (codes.indexOf(section.code) >= 0 || codes.indexOf(s[0]) >= 0) out.seen[s[0]] = true;
    });
  });
  fields[7].split(".").forEach(function (entry) { readAnswer(out, entry, old); });
  (fields[8].match(old ? /.{7}/g : /.{9}/g) || []).forEach(function (entry) {
    if (course.groups[entry.slice(0, 3)]) {
      out.groups[entry.slice(0, 3)] = { open: entry.charAt(3) === "o", tries: parseInt(entry.charAt(4), 36) || 0,
        points: parseInt(entry.slice(5, 7), 36) || 0, make: entry.slice(7) };
    }
  });
  (fields[9] || "").split(",").forEach(function (entry) {
    const bits = entry.slice(3).split("-").map(function (text) { return parseInt(text, 36) || 0; });
    if (entry && bits.length === 2) out.goals[entry.slice(0, 3)] = bits;
  });
  return adapted(out);
}

function readAnswer(out, entry, old) {
  const code = entry.slice(0, 3);
  if (!questions[code]) return; // of an earlier edition
  const mark = old ? "acs".indexOf(entry.charAt(3)) : parseInt(entry.charAt(3), 36);
  const kind = KINDS.indexOf(questions[code][0]);
  if (!old && Math.floor(mark / 3) !== (kind < 0 ? KINDS.length : kind)) return;
  const long = entry.charAt(4) === "+";
  const text = entry.slice(long ? 7 : 5);
  if (entry.charAt(4) === UNSURE) out.unsure[code] = true;
  if (entry.charAt(4) === UNSURE && !text) return;
  out.answers[code] = { text: old && isTyped(code) ? repacked(text) : text, checked: mark % 3 > 0, shown: mark % 3 === 2,
    points: parseInt(long ? entry.slice(5, 7) : entry.charAt(4), 36) || 0 };
}
