// The LMS's API adapter: finding it, and calls that survive whatever it does.
// SCORM 1.2 RTE 3.3.6 (finding the adapter): parents first, then the opener and its parents.
const lms = { api: null, open: false, ended: false, sent: {} };

function findApi() {
  return searchUp(window) || searchUp(opener(window)) || searchUp(opener(topmost()));
}

function searchUp(from) {
  // Bounded: some players nest a dozen frames, and a loop of parents has been seen.
  for (let at = from, steps = 0; at && steps < 30; steps += 1) {
    try {
      if (at.API && at.API.LMSInitialize) return at.API;
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

// LMSs answer true, "true", 1 or nothing at all: only LMSGetLastError tells a failure.
function went(answer) {
  return answer !== null && (answer === "true" || lastError() === 0);
}

function initialize() {
  lms.open = went(call("LMSInitialize", ""));
  return lms.open;
}

function get(element) {
  const value = call("LMSGetValue", element);
  return value === null || value === "undefined" || value === "null" ? "" : value;
}

// What the LMS has already is not sent again.
function set(element, value) {
  if (lms.sent[element] === value) return true;
  const done = went(call("LMSSetValue", element, value));
  if (done) lms.sent[element] = value;
  return done;
}

// What an earlier launch has left counts as sent.
function unchanged(element, value) {
  if (!(element in lms.sent)) lms.sent[element] = get(element);
  return lms.sent[element] === value;
}

function commit() {
  return went(call("LMSCommit", ""));
}

function finish() {
  call("LMSFinish", "");
  lms.ended = true;
}
