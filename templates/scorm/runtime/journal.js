// cmi.interactions: records of answers handed in, written with the next commit (SCORM 1.2 RTE 3.4.4: write-only, id first,
// then type, indices without a gap). interactions.js makes them.
// next: the index of the next; queue: to be written; loose: written, but perhaps lost, with their index;
// owed: of an earlier launch, lost there and not yet in the queue; safe: how many have surely arrived.
const journal = { on: true, next: 0, queue: [], loose: [], owed: 0, safe: 0 };

// At the start, by what the LMS counts: fewer than there must be have been lost on the way.
function openJournal(count) {
  journal.next = /^\d+$/.test(count) ? parseInt(count, 10) : state.index;
  const missing = state.index - journal.next;
  // Those missing are the last ones, if the LMS has what had surely arrived and no more; else nobody knows which.
  const tail = missing <= 0 || session.safe === journal.next;
  journal.safe = tail ? journal.next : -1;
  if (missing <= 0) state.again = false;
  // Some LMSs begin each session with none: then it was no loss, and once is enough.
  else if (state.again || session.sure) state.again = true;
  else {
    journal.owed = missing;
    withMore(function (parts) { parts.tellMissing(tail ? missing : 0); });
  }
  expect();
}

function tellAnswers() {
  journal.refused = false;
  while (journal.on && journal.queue.length && !journal.refused) {
    journal.refused = !tellRecord(journal.next, journal.queue[0]);
    if (!journal.refused) {
      journal.loose.push([journal.next, journal.queue.shift()]);
      journal.next += 1;
    }
  }
  expect();
}

// False if the LMS has no place for it. One that says "false" and knows of no error may have kept it: `doubt`.
function tellRecord(index, fields) {
  return fields.map(function (field) {
    const answer = call("LMSSetValue", "cmi.interactions." + index + "." + field[0], field[1]);
    if (answer === "false") journal.doubt = true;
    return answer !== null && (answer === "true" || lastError() === 0);
  })[0];
}

// What the LMS must count once all is there.
function expect() {
  if (journal.on) state.index = journal.next + journal.queue.length + journal.owed;
}

// An LMS that takes all else has no interactions, and is not asked again.
function journalEnds() {
  if (!journal.refused) return;
  journal.on = false;
  journal.queue = [];
}

// Records of a lost commit, made others for a moment (api.js says why). Not written anew behind it: Moodle counts those it
// has, and would write the next over the last ones.
function shakeRecords() {
  journal.loose.forEach(function (record) {
    tellRecord(record[0], record[1].map(function (field) { return [field[0], otherwise(field[0], field[1])]; }));
  });
}

function restoreRecords() {
  journal.loose.forEach(function (record) { tellRecord(record[0], record[1]); });
}

// Valid in any case: the type comes first, and answers of this one are free text.
function otherwise(field, value) {
  if (field === "id") return value.slice(0, 254) + "-";
  if (field === "type") return value === "performance" ? "fill-in" : "performance";
  if (field === "time") return "00:00:00";
  if (field === "latency") return "0000:00:00.00";
  if (field === "weighting") return value === "100" ? "99" : value + ".5";
  if (field === "result") return "unanticipated";
  return value === "-" ? "--" : "-";
}
