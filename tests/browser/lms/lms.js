// A small strict LMS: scorm-again and the standard's table both judge every call; all calls are recorded.
// window.setup (put there by the test): cmi: what was stored before, flat; mastery; options.
(function () {
  "use strict";
  const setup = window.setup;
  const options = setup.options || {};
  const inner = new window.Scorm12API({ autocommit: false, logLevel: 5, mastery_override: false });
  const made = [];
  const stored = Object.assign({}, setup.cmi);
  Object.keys(stored).forEach(function (key) {
    const id = /^cmi\.interactions\.(\d+)\.id$/.exec(key);
    if (id) made[Number(id[1])] = { id: stored[key] };
  });
  const earlier = made.length;
  const goals = []; // ids of cmi.objectives
  Object.keys(stored).forEach(function (key) {
    const id = /^cmi\.objectives\.(\d+)\.id$/.exec(key);
    if (id) goals[Number(id[1])] = stored[key];
  });
  const live = Object.assign({}, stored);
  const record = { calls: [], violations: [], committed: Object.assign({}, stored), finished: 0, initialized: 0, commits: [] };
  window.lms = record;
  let error = 0;

  const start = {};
  Object.keys(stored).forEach(function (key) {
    if (!/^cmi\.(core\.(exit|session_time)|interactions)/.test(key)) start[key] = stored[key];
  });
  inner.loadFromFlattenedJSON(start);

  function done(name, args, result, complaint) {
    const code = Number(inner.LMSGetLastError()) || 0;
    record.calls.push([name].concat(args, [result, complaint ? complaint : code]));
    if (complaint || code) record.violations.push(name + "(" + args.join(", ") + "): " + (complaint || "scorm-again says " + code));
    if (record.finished > 1 || (record.finished && name !== "LMSFinish")) record.violations.push(name + " after LMSFinish");
  }

  // scorm-again counts this launch's interactions from 0; the LMS goes on from earlier launches.
  function shifted(element) {
    return element.replace(/^cmi\.interactions\.(\d+)/, function (all, index) {
      return "cmi.interactions." + (Number(index) - earlier);
    });
  }

  const api = {
    LMSInitialize: function (argument) {
      if (options.throws || record.broken) throw new Error("adapter is broken");
      record.initialized += 1;
      if (options.refuse) error = 101;
      const result = options.refuse ? "false" : inner.LMSInitialize(argument);
      done("LMSInitialize", [argument], result, record.initialized > 1 ? "initialized twice" : "");
      return result;
    },
    LMSGetValue: function (element) {
      if (options.throws || record.broken) throw new Error("adapter is broken");
      let complaint = window.judgeGet(element, goals);
      let value = element in live ? live[element] : inner.LMSGetValue(element);
      if (element === "cmi.core.lesson_mode" && options.emptyMode) value = "";
      if (element === "cmi.interactions._count") value = options.noCount ? "" : String(made.length);
      if (element === "cmi.objectives._count") value = String(goals.length);
      done("LMSGetValue", [element], value, complaint);
      return value;
    },
    LMSSetValue: function (element, value) {
      if (options.throws || record.broken) throw new Error("adapter is broken");
      if (live[element] === value && element !== "cmi.core.exit") record.violations.push("unchanged value sent: " + element);
      const complaint = window.judgeSet(element, value, made, goals);
      const result = inner.LMSSetValue(shifted(element), value);
      live[element] = value;
      done("LMSSetValue", [element, value], result, complaint);
      return result;
    },
    LMSCommit: function (argument) {
      if (record.broken) throw new Error("adapter is broken");
      // By the package's own clock: in tests each window has one.
      const sco = document.querySelector("iframe");
      record.commits.push((sco && sco.contentWindow ? sco.contentWindow : window).Date.now());
      if (window.lms.offline) {
        error = 101;
        record.calls.push(["LMSCommit", "", "false", 101]);
        return "false";
      }
      const result = "true";
      record.committed = Object.assign({}, live);
      done("LMSCommit", [argument], result, "");
      return result;
    },
    LMSFinish: function (argument) {
      record.finished += 1;
      done("LMSFinish", [argument], "true", record.finished > 1 ? "finished twice" : "");
      if (!window.lms.offline) record.committed = Object.assign({}, moodle(live));
      return "true";
    },
    LMSGetLastError: function () {
      const code = error || Number(inner.LMSGetLastError()) || 0;
      error = 0;
      return String(code);
    },
    LMSGetErrorString: function (code) { return inner.LMSGetErrorString(code); },
    LMSGetDiagnostic: function (code) { return inner.LMSGetDiagnostic(code); }
  };

  // What Moodle does on LMSFinish, seen in its SCORM 1.2 module.
  function moodle(cmi) {
    const out = Object.assign({}, cmi);
    if (!options.moodle) return out;
    const status = out["cmi.core.lesson_status"];
    if (!status || status === "not attempted") out["cmi.core.lesson_status"] = "completed";
    const raw = out["cmi.core.score.raw"];
    if (out["cmi.core.lesson_mode"] === "normal" && setup.mastery !== null && raw !== undefined && raw !== "") {
      out["cmi.core.lesson_status"] = Number(raw) >= setup.mastery ? "passed" : "failed";
    }
    return out;
  }

  // An LMS that takes everything, answers with what its language has at hand and knows no errors.
  const loose = {};
  Object.keys(api).forEach(function (name) {
    loose[name] = function (first, second) {
      const answer = api[name](first, second);
      if (name === "LMSGetLastError") return 0;
      if (name === "LMSGetValue") return answer === "" ? null : answer;
      return name === "LMSCommit" ? undefined : answer === "true";
    };
  });
  const given = options.loose ? loose : api;
  if (!options.noApi) window.setTimeout(function () { window.API = given; }, options.late || 0);
  if (!options.noApi && !options.late) window.API = given;
  window.addEventListener("DOMContentLoaded", function () {
    if (options.popup) {
      window.open(setup.sco, "sco");
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = "SCO";
    frame.src = options.nested ? "about:blank" : setup.sco;
    document.body.appendChild(frame);
    if (!options.nested) return;
    const inner = frame.contentDocument.createElement("iframe");
    inner.src = setup.sco;
    frame.contentDocument.body.appendChild(inner);
  });
}());
