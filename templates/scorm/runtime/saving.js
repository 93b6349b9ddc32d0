// When and how what has been done goes to the LMS, and whether it can be trusted to have arrived.
const COMMIT_EVERY = 10000;
// committed: when; sent: the change it told; tries: in vain; lost: a commit has not arrived; unsure: the last one was
// made without asking; asking: whether the server is there; reached: it was; away: although the device was offline.
const saving = { committed: -COMMIT_EVERY, sent: -1, timer: 0, tries: 0, lost: false, unsure: false, asking: false, reached: false };

// Call after every change of `state`; `soon` after what must not wait.
function changed(soon) {
  window.clearTimeout(session.typing); // told with this
  session.typing = 0;
  state.count += 1;
  keep();
  if (!session.ready || !session.recording || lms.ended) return;
  if (!saving.tries) showLight("saving");
  const wait = Math.min(COMMIT_EVERY, Math.max(400, saving.committed + COMMIT_EVERY - now()));
  if (soon && !saving.tries) window.clearTimeout(saving.timer);
  else if (saving.timer) return;
  saving.timer = later(save, soon ? 100 : wait);
}

// The same for typing: once it rests.
function changedSoon() {
  if (session.recording && !saving.tries) showLight("saving");
  window.clearTimeout(session.typing);
  session.typing = later(settled, 300);
}

function settled() {
  if (session.typing) changed();
}

// Everything to the LMS, if the server is there: Moodle answers "true" to commits that a dead line has swallowed, and
// never sends their values again. An LMSCommit may block for seconds on a slow line (Moodle's does), so it is
// never part of answering: the screen is painted first.
function save() {
  window.clearTimeout(saving.timer);
  saving.timer = 0;
  if (!writable() || saving.asking) return;
  ask(answered);
}

function answered(there) {
  if (!writable()) return;
  if (saving.unsure && there && !saving.lost) arrivedAll();
  else {
    saving.lost = saving.lost || saving.unsure;
    if (there && (!saving.lost || restore()) && write()) arrivedAll();
    else failed();
  }
  saving.unsure = false;
}

// At once, for pages that may be gone the next moment: an answer proves nothing then.
function saveNow(last) {
  if (!writable() || (offline() && !saving.reached)) return;
  // What was lost before is left to the next visit: two beacons may arrive in any order.
  if (write()) saving.unsure = true;
  else failed();
  // If the page stays (not `last`), the line tells whether it was there.
  if (saving.unsure && !saving.asking && !last) ask(answered);
}

function writable() {
  if (!session.ready || !session.recording || lms.ended) return false;
  if (ahead() || aheadInLms()) stop();
  return session.recording;
}

// Some LMSs answer with what is stored now, by whatever window.
function aheadInLms() {
  const stored = get("cmi.suspend_data");
  const found = stored !== lms.given["cmi.suspend_data"] && decode(stored);
  return found && found.attempt === state.attempt && found.count > state.count;
}

function write() {
  tellAnswers();
  let done = set("cmi.core.lesson_location", state.at);
  done = claim() && done;
  done = set("cmi.suspend_data", encode(state)) && done;
  done = set("cmi.core.session_time", timespan(learning() - session.began)) && done;
  tellObjectives();
  saving.sent = state.count;
  saving.committed = now();
  if (!commit() || (offline() && !saving.away) || (journal.doubt && !done)) {
    saving.lost = true;
    return false;
  }
  if (done) journalEnds();
  return done;
}

// After a commit that may be lost: what it held is made new, so that the LMS sends it again.
function restore() {
  shake();
  shakeRecords();
  if (!commit()) return false;
  journal.doubt = false;
  restoreRecords();
  state.count += 1; // another suspend_data
  saving.lost = false;
  return true;
}

function arrivedAll() {
  arrived();
  journal.loose = [];
  journal.doubt = false;
  journal.safe = journal.next;
  saving.lost = false;
  saving.tries = 0;
  session.acked = saving.sent;
  keep();
  if (state.count === saving.sent && !journal.owed && !journal.queue.length) showLight("saved");
  else if (!saving.timer) saving.timer = later(save, COMMIT_EVERY);
}

function failed() {
  saving.tries += 1;
  showLight("unsaved");
  window.clearTimeout(saving.timer);
  saving.timer = later(save, Math.min(120000, 15000 * saving.tries));
}
