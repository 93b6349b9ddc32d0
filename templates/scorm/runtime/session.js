// A session with the LMS from LMSInitialize to LMSFinish; nothing is claimed that the learner has not done.

// recording is false without an API and in browse, review and no-credit: then nothing at all is written,
// because Moodle stores writes in review too and turned a pass into "incomplete".
// acked: the last change that the LMS has surely taken, -1 for none; ready: the state is known.
const session = { recording: false, ready: false, learner: "", acked: -1, began: 0, light: "", typing: 0 };

// False while there is no adapter.
function begin() {
  lms.api = findApi();
  if (!lms.api) return false;
  // One that refuses to open a session is not asked twice.
  if (!initialize()) {
    lms.api = null;
    showLight("none");
    return true;
  }
  const mode = get("cmi.core.lesson_mode").toLowerCase();
  // An empty mode is normal: Open edX and others leave it out.
  session.recording = (mode === "" || mode === "normal") && get("cmi.core.credit").toLowerCase() !== "no-credit";
  session.learner = get("cmi.core.student_id");
  session.began = learning();
  session.status = get("cmi.core.lesson_status").toLowerCase();
  if (session.recording) openSession(session.status);
  return true;
}

function openSession(status) {
  had("cmi.core.lesson_status", status);
  // Untouched, many LMSs turn "not attempted" into "completed" on LMSFinish.
  if (fresh(status)) set("cmi.core.lesson_status", "incomplete");
  // Early, so that a tab that is killed leaves a session to resume.
  set("cmi.core.exit", "suspend");
}

// Once it is known what the device has.
function ready() {
  if (!lms.open || lms.ended) return;
  settled();
  takeUp(get("cmi.suspend_data"), session.status);
  const at = get("cmi.core.lesson_location");
  if (!state.at && sectionOf[at]) state.at = at;
  had("cmi.core.lesson_location", at);
  session.ready = true;
  if (session.recording) {
    openJournal(get("cmi.interactions._count"));
    settle(session.status);
    if (session.late) judge();
    saving.timer = later(save, 300);
  }
  showLight(!session.recording ? "review" : state.count === session.acked && !journal.owed ? "saved" : "saving");
}

// The state that the LMS has, or the one kept on this device when its last changes never got through.
function takeUp(stored, status) {
  had("cmi.suspend_data", stored);
  const remote = decode(stored);
  const before = Object.assign({}, state); // the learner may have begun before the adapter was there
  const own = session.recording ? kept() : [];
  const same = own.filter(function (record) {
    return remote ? record.state.attempt === remote.attempt : record.home === home();
  })[0];
  let base = remote;
  if (same && remote) {
    base = same.state.count > remote.count ? same.state : withTexts(remote, same.state);
    session.sure = same.acked >= base.count;
    session.safe = same.safe;
  } else if (same && fresh(status) && same.acked >= 0) {
    // Taken by the LMS once, and all gone now: the trainer has reset the attempt, or the learner begins a new one.
    own.filter(function (record) { return record.home === home(); }).forEach(function (record) { forget(record.state.attempt); });
  } else if (same) base = same.state; // nothing ever arrived, or an LMS that keeps no suspend_data (Kolibri)
  session.acked = remote ? remote.count : -1;
  // What was begun without an adapter needs no other page, unless an earlier launch has more.
  session.late = before.count > 0;
  session.more = !!base;
  if (base) Object.assign(state, before.count ? joined(base, before) : base);
  if (!state.attempt) state.attempt = remote ? "0" : Math.random().toString(36).slice(2, 7);
}

function fresh(status) {
  return status === "" || status === "not attempted";
}

// What was done before the adapter came, on top of what is known from earlier launches.
function joined(base, own) {
  const out = Object.assign({}, base, { at: own.at, count: base.count + own.count });
  ["seen", "answers", "groups"].forEach(function (name) { out[name] = Object.assign({}, base[name], own[name]); });
  Object.keys(own.groups).forEach(function (code) {
    const before = base.groups[code];
    if (before && before.tries) {
      out.groups[code] = Object.assign({}, own.groups[code], { tries: before.tries + own.groups[code].tries,
        points: counted(code, before, own.groups[code].points) });
    }
  });
  return out;
}

// Texts that did not fit into suspend_data are whole on the device where they were typed.
function withTexts(remote, own) {
  Object.keys(remote.answers).forEach(function (code) {
    const cut = remote.answers[code];
    const whole = own.answers[code];
    if (/\*$/.test(cut.text) && whole && unpack(whole.text).indexOf(unpack(cut.text)) === 0) cut.text = whole.text;
  });
  return remote;
}

// Another window has gone on: what this one holds is old, and must not reach the LMS any more.
function stop() {
  session.recording = false;
  lms.ended = true;
  window.clearTimeout(saving.timer);
  showLight("stopped");
}

// The page that holds the adapter was filled when it was opened; only a new one knows what has happened since. A window
// of its own is opened from there.
function openAgain() {
  try {
    if (lms.window.top === window.top) lms.window.location.reload();
    else window.close();
  } catch (error) {
    window.location.reload();
  }
}
