// What a learner has done, kept on the device as well: for commits that never arrive. A record for each attempt.
// localStorage is there at once, but Moodle 4.5 empties it at every login; IndexedDB stays.
const device = { base: null, found: [], acts: [], tab: Math.random().toString(36).slice(2), kept: false };
const PREFIX = "modmigrate:" + course.id + ":";

function whenRead(act) {
  if (device.acts) device.acts.push(act);
  else act();
}

// Reads what is kept; whatever the browser forbids, within a second.
function openDevice() {
  const done = function () {
    const acts = device.acts || [];
    device.acts = null;
    acts.forEach(function (act) { act(); });
  };
  later(done, 1000);
  try {
    const opening = window.indexedDB.open("modmigrate", 1);
    opening.onupgradeneeded = function () { opening.result.createObjectStore("attempts"); };
    opening.onerror = done;
    opening.onsuccess = function () {
      device.base = opening.result;
      const all = store("readonly").getAll(window.IDBKeyRange.bound(PREFIX, PREFIX + "\uffff"));
      all.onerror = done;
      all.onsuccess = function () {
        device.found = all.result;
        done();
      };
    };
  } catch (error) {
    done(); // a sandboxed frame, or a private window
  }
}

function store(mode) {
  return device.base.transaction("attempts", mode).objectStore("attempts");
}

// Moodle's files have a number in their path that goes up with every upload; all else tells courses apart.
function home() {
  return window.location.pathname.replace(/\/content\/\d+\//, "/content/");
}

function keyOf(attempt) {
  return PREFIX + session.learner + ":" + attempt;
}

// This learner's records, newest first.
function kept() {
  const texts = device.found.slice();
  try {
    for (let i = 0; i < window.localStorage.length; i += 1) {
      if (window.localStorage.key(i).indexOf(PREFIX) === 0) texts.push(window.localStorage.getItem(window.localStorage.key(i)));
    }
  } catch (error) {
    // no storage in this frame
  }
  return texts.map(opened).filter(function (record) { return record && record.learner === session.learner; })
    .sort(function (a, b) { return b.state.count - a.state.count || b.acked - a.acked; });
}

function opened(text) {
  try {
    const record = JSON.parse(text);
    const found = decode(record.state);
    return found && Object.assign(record, { state: found });
  } catch (error) {
    return null; // not ours
  }
}

function keep() {
  // Without a learner's id nobody knows whose it is.
  if (!session.ready || !session.recording || !session.learner) return;
  const text = JSON.stringify({ learner: session.learner, home: home(), tab: device.tab, count: state.count,
    acked: session.acked, safe: journal.safe, state: encode(state, 1000000) });
  try {
    window.localStorage.setItem(keyOf(state.attempt), text);
  } catch (error) {
    // full, or forbidden
  }
  try {
    const put = store("readwrite").put(text, keyOf(state.attempt));
    put.onsuccess = function () {
      device.kept = true;
      if (session.light === "unsaved") showLight("unsaved"); // what was said before may be better news by now
    };
    put.onerror = function () { device.kept = false; };
  } catch (error) {
    device.kept = false;
  }
}

// An attempt that is over makes room.
function forget(attempt) {
  try {
    window.localStorage.removeItem(keyOf(attempt));
    store("readwrite").delete(keyOf(attempt));
  } catch (error) {
    // then it stays
  }
}

// Whether another tab has gone on with this attempt; `text` is what it has kept.
function ahead(text) {
  try {
    const record = JSON.parse(text === undefined ? window.localStorage.getItem(keyOf(state.attempt)) : text);
    return !!record && record.tab !== device.tab && record.count > state.count;
  } catch (error) {
    return false;
  }
}
