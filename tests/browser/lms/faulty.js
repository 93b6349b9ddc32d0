// An LMS as real ones are, over a real server (faults.py): the adapter of Moodle 4.5 by default, other habits by name.
// window.setup: sco, track (address of the stored values), mastery, habits.
(function () {
  "use strict";
  const setup = window.setup;
  const habits = setup.habits;
  const live = JSON.parse(request("GET") || "{}");
  const sent = Object.assign({}, live); // values that count as sent, whatever became of them
  const lms = { calls: 0, commits: [], problems: [], given: {} };
  let error = "0";
  let open = false;
  window.lms = lms;

  // As Moodle's: a request that fails goes on as a beacon, and that is called a success.
  function request(method, body) {
    try {
      const asked = new XMLHttpRequest();
      asked.open(method, setup.track, false);
      asked.send(body);
      if (method === "GET") return asked.status === 200 ? asked.responseText : "";
      return asked.status === 200 ? "true" : "false";
    } catch (failure) {
      if (method === "GET") return "";
      navigator.sendBeacon(setup.track, body);
      return "true";
    }
  }

  function count(kind) {
    return new Set(Object.keys(live).filter(function (key) { return key.indexOf("cmi." + kind + ".") === 0; })
      .map(function (key) { return key.split(".")[2]; })).size;
  }

  // As Moodle counts: how many there are, whatever their numbers; a new one at the end makes one more.
  const counts = { interactions: habits.forgets ? 0 : count("interactions"), objectives: count("objectives") };

  function get(element) {
    const counted = /^cmi\.(interactions|objectives)\._count$/.exec(element);
    if (counted) return String(counts[counted[1]]);
    return element in live ? String(live[element]) : "";
  }

  function set(element, value) {
    const part = /^cmi\.(interactions|objectives)\.(\d+)\./.exec(element);
    if (part && part[1] === "interactions" && habits.noInteractions) return fail("401");
    if (part && Number(part[2]) > counts[part[1]]) return fail("201");
    if (part && Number(part[2]) === counts[part[1]]) counts[part[1]] += 1;
    if (part && part[1] === "interactions") lms.written = Math.max(lms.written || 0, Number(part[2]) + 1);
    if (typeof value !== "string") lms.problems.push("no string: " + element);
    lms.given[element] = value;
    if (lms.drops) return "false";
    // Numbers are compared as numbers: 100.0 is no news.
    live[element] = /score\.(raw|min|max)$/.test(element) ? Number(value) : value;
    return habits.saysFalse ? "false" : "true";
  }

  // An adapter that asks its server: what another device has stored is there now.
  lms.refresh = function () { Object.assign(live, JSON.parse(request("GET"))); };

  function fail(code) {
    error = code;
    return "false";
  }

  function changes() {
    const out = {};
    Object.keys(live).forEach(function (key) {
      if (live[key] === sent[key] && !habits.snapshot) return;
      out[key] = live[key];
      sent[key] = live[key];
    });
    if (habits.noSuspendData) delete out["cmi.suspend_data"];
    return out;
  }

  function store(end) {
    const body = JSON.stringify({ values: changes(), end: end });
    if (lms.drops && lms.drops.indexOf("commits") >= 0) return "false";
    return request("POST", body);
  }

  const api = {
    LMSInitialize: function () {
      open = true;
      return "true";
    },
    LMSGetValue: get,
    LMSSetValue: set,
    LMSCommit: function () {
      const sco = document.querySelector("iframe").contentWindow;
      lms.commits.push(sco ? sco.performance.now() : 0);
      const answer = store(false);
      // The Moodle app and others answer with an error code; some have none.
      if (answer === "false" && !habits.noCodes) error = "101";
      return answer;
    },
    LMSFinish: function () {
      const status = live["cmi.core.lesson_status"];
      const raw = live["cmi.core.score.raw"];
      if (!status || status === "not attempted") live["cmi.core.lesson_status"] = "completed";
      if (get("cmi.core.lesson_mode") === "normal" && setup.mastery !== null && raw !== undefined) {
        live["cmi.core.lesson_status"] = raw >= setup.mastery ? "passed" : "failed";
      }
      open = false;
      return store(true);
    },
    LMSGetLastError: function () {
      const code = error;
      error = "0";
      return code;
    },
    LMSGetErrorString: function () { return ""; },
    LMSGetDiagnostic: function () { return ""; }
  };
  Object.keys(api).forEach(function (name) {
    const act = api[name];
    api[name] = function (first, second) {
      lms.calls += 1;
      if (lms.broken) throw new Error("adapter is broken");
      if (name !== "LMSInitialize" && name !== "LMSGetLastError" && !open) lms.problems.push(name + " without a session");
      return act(first, second);
    };
  });
  if (habits.late) window.setTimeout(function () { window.API = api; }, habits.late);
  else window.API = api;
  window.addEventListener("DOMContentLoaded", function () {
    const frame = document.createElement("iframe");
    frame.title = "SCO";
    frame.src = setup.sco;
    frame.style = "width: 100%; height: 95vh; border: 0";
    document.body.appendChild(frame);
  });
}());
