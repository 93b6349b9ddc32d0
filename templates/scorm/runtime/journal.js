// cmi.interactions: records of answers handed in, written with the next commit (SCORM 1.2 RTE 3.4.4: write-only, id first,
// then type, indices without a gap). interactions.js makes them.
// next: the index of the next; queue: to be written; loose: written, perhaps lost; gone: written and surely lost;
// owed: of an earlier launch, lost there and not yet in the queue.
const journal = { on: true, next: 0, queue: [], loose: [], gone: 0, owed: 0, counted: false };

// At the start, by what the LMS counts: fewer than there must be have been lost on the way.
function openJournal(count) {
  journal.counted = /^\d+$/.test(count);
  journal.next = journal.counted ? parseInt(count, 10) : state.index;
  const missing = state.index - journal.next;
  if (missing <= 0) state.again = false;
  // Some LMSs begin each session with none: then it was no loss, and once is enough.
  else if (state.again || session.sure) state.again = true;
  else {
    journal.owed = missing;
    withMore(function (parts) { parts.tellMissing(missing); });
  }
  expect();
}

function tellAnswers() {
  journal.refused = false;
  while (journal.on && journal.queue.length && !journal.refused) {
    const at = "cmi.interactions." + journal.next + ".";
    journal.queue[0].forEach(function (field, n) {
      const told = !journal.refused && went(call("LMSSetValue", at + field[0], field[1]));
      if (n === 0) journal.refused = !told;
    });
    if (!journal.refused) {
      journal.next += 1;
      journal.loose.push(journal.queue.shift());
    }
  }
  expect();
}

// What the LMS must count once all is there: those surely lost are written again.
function expect() {
  if (journal.on) state.index = journal.next + journal.queue.length + journal.owed - (journal.counted ? journal.gone : 0);
}

// An LMS that takes all else has no interactions, and is not asked again.
function journalEnds() {
  if (!journal.refused) return;
  journal.on = false;
  journal.queue = [];
}

// What a lost commit held is written anew, as further records: Moodle would not send the same ones again.
function tellAgain() {
  journal.queue = journal.loose.concat(journal.queue);
  journal.gone += journal.loose.length;
  journal.loose = [];
}
