// cmi.interactions: one record for each answer handed in (SCORM 1.2 RTE 3.4.4). Write-only, id first, then type.
const RESPONSE_LIMIT = 255;
const ENTRY_LIMIT = 36; // single characters name entries
const WEIGHT_LIMIT = 100;
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
  if (key !== undefined && card.weight <= WEIGHT_LIMIT) set(at + "weighting", String(card.weight));
  if (nameable(card, type)) {
    if (key !== undefined) {
      type.patterns(key).slice(0, 5).map(feedbackText).filter(Boolean).forEach(function (pattern, n) {
        set(at + "correct_responses." + n + ".pattern", pattern);
      });
    }
    const response = feedbackText(type.response(text));
    if (response) set(at + "student_response", response);
  }
  set(at + "result", key === undefined ? "neutral" : points === card.weight ? "correct" : "wrong");
  set(at + "latency", timespan(Date.now() - card.started));
}

// Whether each entry has a character of its own; the LMS is told no more than the result otherwise.
function nameable(card, type) {
  return type.interaction === "fill-in" || type.interaction === "performance" ||
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
