// The LMS's API adapter: finding it, and calls that survive whatever it does.
// SCORM 1.2 RTE 3.3.6 (finding the adapter): parents first, then the opener and its parents.
// given: what the LMS has been told, or had before; safe: what of that it was told in a commit that surely arrived.
const lms = { api: null, window: null, open: false, ended: false, given: {}, safe: {} };

function findApi() {
  return searchUp(window) || searchUp(opener(window)) || searchUp(opener(topmost()));
}

function searchUp(from) {
  // Bounded: some players nest a dozen frames, and a loop of parents has been seen.
  for (let at = from, steps = 0; at && steps < 30; steps += 1) {
    try {
      if (at.API && at.API.LMSInitialize) {
        lms.window = at;
        return at.API;
      }
    } catch (error) {
      // A frame from another site in between: its parents may still be ours.
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}

function opener(from) {
  try {
    return from.opener || null;
  } catch (error) {
    return null;
  }
}

function topmost() {
  return window.top || window;
}

// The answer as text; null when the call threw or no session is open.
function call(name, first, second) {
  if (!lms.api || lms.ended) return null;
  try {
    // A popup outlives the LMS's window: its functions go on answering and reach nobody.
    if (lms.window.closed) return null;
    const answer = second === undefined ? lms.api[name](first) : lms.api[name](first, second);
    return answer === null || answer === undefined ? "" : String(answer);
  } catch (error) {
    return null;
  }
}

function lastError() {
  try {
    return parseInt(lms.api.LMSGetLastError(), 10) || 0;
  } catch (error) {
    return 101;
  }
}

// LMSs answer true, "true", 1 or nothing at all: then LMSGetLastError tells a failure. A literal "false" is one.
function went(answer) {
  return answer !== null && answer !== "false" && (answer === "true" || lastError() === 0);
}

// An adapter that says "false" to this and knows of no error (initialized by its page before) works.
function initialize() {
  const answer = call("LMSInitialize", "");
  lms.open = answer !== null && (answer === "true" || lastError() === 0);
  return lms.open;
}

function get(element) {
  const value = call("LMSGetValue", element);
  return value === null || value === "undefined" || value === "null" ? "" : value;
}

// What the LMS has already is not sent again.
function set(element, value) {
  if (lms.given[element] === value) return true;
  const done = went(call("LMSSetValue", element, value));
  if (done) lms.given[element] = value;
  return done;
}

// What an earlier launch has left counts as given.
function unchanged(element, value) {
  if (!(element in lms.given)) had(element, get(element));
  return lms.given[element] === value;
}

function had(element, value) {
  lms.given[element] = value;
  lms.safe[element] = value;
}

function commit() {
  return went(call("LMSCommit", ""));
}

function arrived() {
  Object.assign(lms.safe, lms.given);
}

// Moodle takes values for saved when it sends them, and never sends equal ones again, whatever has become of them.
// So each one that may be lost is made another for a moment: the one before, or one that says no more.
function shake() {
  Object.keys(lms.given).forEach(function (element) {
    // These two are never the same again.
    if (lms.given[element] === lms.safe[element] || /suspend_data|session_time/.test(element)) return;
    set(element, lms.safe[element] || another(element, lms.given[element]));
  });
}

function another(element, value) {
  if (/status$/.test(element)) return "incomplete";
  if (/exit$/.test(element)) return "";
  if (/score\.\w+$/.test(element)) return value === "100" ? "99.99" : value + ".01"; // a number: "100.0" is equal
  return value.slice(0, 254) + "-";
}

function finish() {
  call("LMSFinish", "");
  lms.ended = true;
}
