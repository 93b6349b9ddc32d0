// cmi.interactions: one record for each answer handed in (SCORM 1.2 RTE 3.4.4). Write-only, id first, then type.
const RESPONSE_LIMIT = 255;
let journal = true;

function record(card, type, text, key, points) {
  if (!session.recording || !journal || !lms.open || lms.ended) return;
  const at = "cmi.interactions." + state.index + ".";
  // An LMS without interactions says so once and is not asked again.
  journal = set(at + "id", card.id.slice(0, RESPONSE_LIMIT));
  if (!journal) return;
  state.index += 1;
  set(at + "type", type.interaction);
  set(at + "time", timeOfDay());
  if (key !== undefined) {
    set(at + "weighting", String(card.weight));
    type.patterns(key).slice(0, 5).forEach(function (pattern, n) {
      set(at + "correct_responses." + n + ".pattern", feedbackText(pattern));
    });
  }
  set(at + "student_response", feedbackText(type.response(text)));
  set(at + "result", key === undefined ? "neutral" : points === card.weight ? "correct" : "wrong");
  set(at + "latency", timespan(Date.now() - card.started));
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
