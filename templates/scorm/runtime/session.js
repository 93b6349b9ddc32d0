// A session with the LMS from LMSInitialize to LMSFinish; nothing is claimed that the learner has not done.
const COMMIT_EVERY = 10000;

// recording is false without an API and in browse, review and no-credit: then nothing at all is written,
// because Moodle stores writes in review too and turned a pass into "incomplete".
const session = { began: Date.now(), recording: false, learner: "", acked: 0, committed: 0, timer: 0, tries: 0, light: "", typing: 0 };

// False while there is no adapter and it is worth looking again (not `last`).
function begin(last) {
  lms.api = findApi();
  if (!lms.api && !last) return false;
  // One that refuses to open a session is not asked twice.
  if (!lms.api || !initialize()) {
    lms.api = null;
    showLight("none");
    return true;
  }
  const mode = get("cmi.core.lesson_mode").toLowerCase();
  // An empty mode is normal: Open edX and others leave it out.
  session.recording = (mode === "" || mode === "normal") && get("cmi.core.credit").toLowerCase() !== "no-credit";
  session.learner = get("cmi.core.student_id");
  const status = get("cmi.core.lesson_status").toLowerCase();
  const stored = get("cmi.suspend_data");
  Object.assign(state, newer(stored));
  lms.sent["cmi.suspend_data"] = stored;
  const place = get("cmi.core.lesson_location");
  if (!state.at && sectionOf[place]) state.at = place;
  lms.sent["cmi.core.lesson_location"] = place;
  if (session.recording) openSession(status);
  showLight(session.recording ? "saved" : "review");
  return true;
}

function openSession(status) {
  lms.sent["cmi.core.lesson_status"] = status;
  // Untouched, many LMSs turn "not attempted" into "completed" on LMSFinish.
  if (status === "" || status === "not attempted") set("cmi.core.lesson_status", "incomplete");
  // Early, so that a tab that is killed leaves a session to resume.
  set("cmi.core.exit", "suspend");
  const count = get("cmi.interactions._count");
  if (/^\d+$/.test(count)) state.index = parseInt(count, 10);
  settle(status);
  session.timer = later(save, 1000);
}

// The LMS's state, or the one kept on this device when its last changes never got through.
function newer(stored) {
  const remote = decode(stored) || freshState();
  const kept = readKept();
  session.acked = remote.count;
  if (!kept) return remote;
  // Acknowledged once, gone now: the trainer has reset the attempt. What was learnt then is not carried over.
  const reset = kept.acked > remote.count;
  // The same learner may meet the same module in two courses.
  const here = kept.path === window.location.pathname;
  return here && !reset && kept.state.count > remote.count ? kept.state : withTexts(remote, kept.state);
}

// Texts that did not fit into suspend_data are whole on the device where they were typed.
function withTexts(remote, kept) {
  Object.keys(remote.answers).forEach(function (code) {
    const cut = remote.answers[code];
    const whole = kept.answers[code];
    if (/\*$/.test(cut.text) && whole && whole.text.indexOf(cut.text.slice(0, -1)) === 0) cut.text = whole.text;
  });
  return remote;
}

function keptKey() {
  return "modmigrate:" + course.id + ":" + session.learner;
}

function readKept() {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keptKey()));
    const found = kept && decode(kept.state);
    return found ? { state: found, acked: kept.acked || 0, path: kept.path } : null;
  } catch (error) {
    return null; // no storage in this frame, or not ours
  }
}

function keep() {
  if (!session.learner || !session.recording) return true;
  try {
    window.localStorage.setItem(keptKey(), JSON.stringify({
      state: encode(state, 200000), acked: session.acked, path: window.location.pathname
    }));
    return true;
  } catch (error) {
    return false;
  }
}

// Call after every change of `state`.
function changed() {
  state.count += 1;
  session.kept = keep();
  if (!session.recording || lms.ended) return;
  showLight("saving");
  const wait = Math.max(400, session.committed + COMMIT_EVERY - Date.now());
  if (!session.timer) session.timer = later(save, wait);
}

// The same for typing: once it rests.
function changedSoon() {
  window.clearTimeout(session.typing);
  session.typing = later(settled, 300);
}

function settled() {
  if (!session.typing) return;
  window.clearTimeout(session.typing);
  session.typing = 0;
  changed();
}

// Everything to the LMS. An LMSCommit may block for seconds on a slow line (Moodle's does), so it is
// never part of answering: the screen is painted first.
function save() {
  window.clearTimeout(session.timer);
  session.timer = 0;
  if (!session.recording || lms.ended || !lms.open) return;
  const sent = state.count;
  let done = set("cmi.core.lesson_location", state.at);
  done = set("cmi.suspend_data", encode(state)) && done;
  done = set("cmi.core.session_time", timespan(Date.now() - session.began)) && done;
  done = claim() && done;
  tellObjectives();
  session.committed = Date.now();
  if (commit() && done) {
    session.acked = sent;
    session.tries = 0;
    session.kept = keep();
    showLight("saved");
  } else {
    // Moodle says false when the login has expired; the values stay in lms.sent only if they were taken.
    session.tries += 1;
    showLight("unsaved");
    session.timer = later(save, Math.min(120000, 15000 * session.tries));
  }
}

function leave() {
  settled();
  if (lms.ended || !lms.open) return;
  // beforeunload may have saved a moment ago.
  if (session.recording && (dirty() || Date.now() - session.committed > 1000)) save();
  window.clearTimeout(session.timer);
  finish();
}

function dirty() {
  settled();
  return session.recording && state.count !== session.acked;
}

function watchLeaving() {
  // Phones send visibilitychange and pagehide, and often nothing after them.
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden" && dirty()) save();
  });
  // beforeunload can be cancelled by the LMS, so it saves and pagehide finishes.
  window.addEventListener("beforeunload", function () {
    if (dirty()) save();
  });
  window.addEventListener("online", function () {
    if (session.light === "unsaved") save();
  });
  window.addEventListener("pagehide", leave);
  if (!("onpagehide" in window)) window.addEventListener("unload", leave);
  window.addEventListener("pageshow", function (event) {
    // Back from the browser's cache with a finished session: start a new one.
    if (event.persisted && lms.ended) window.location.reload();
  });
}
