// SCORM 1.2 Run-Time Environment, 3.4.4 and 3.4.7, as a table: what each element takes, how it is used.
// Lenient run-times prove nothing, so every call is judged by this as well.
(function () {
  "use strict";
  const short = function (v) { return v.length <= 255; };
  const identifier = function (v) { return /^[\x21-\x7e]{1,255}$/.test(v); };
  const decimal = function (v) { return /^-?\d+(\.\d+)?$/.test(v); };
  const score = function (v) { return v === "" || (/^\d+(\.\d+)?$/.test(v) && Number(v) <= 100); };
  const timespan = function (v) { return /^\d{2,4}:[0-5]\d:[0-5]\d\.\d{2}$/.test(v); }; // Moodle: .5 is .05
  const time = function (v) { return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(v); };
  const among = function () { const words = Array.from(arguments); return function (v) { return words.indexOf(v) >= 0; }; };
  const responses = {
    "choice": function (v) { return /^([0-9a-z])(,[0-9a-z])*$/.test(v); },
    "true-false": function (v) { return /^[01tf]$/.test(v); },
    "matching": function (v) { return /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/.test(v); },
    "sequencing": function (v) { return /^[0-9a-z](,[0-9a-z])*$/.test(v); },
    "fill-in": short, "performance": short, "likert": function (v) { return /^[0-9a-z]?$/.test(v); }, "numeric": decimal
  };
  // access: r read-only, w write-only, rw both
  const elements = {
    "cmi.core.student_id": ["r"], "cmi.core.student_name": ["r"], "cmi.core.credit": ["r"], "cmi.core.entry": ["r"],
    "cmi.core.total_time": ["r"], "cmi.core.lesson_mode": ["r"], "cmi.launch_data": ["r"], "cmi.comments_from_lms": ["r"],
    "cmi.core._children": ["r"], "cmi.core.score._children": ["r"], "cmi.interactions._children": ["r"],
    "cmi.interactions._count": ["r"], "cmi.student_data.mastery_score": ["r"],
    "cmi.core.lesson_location": ["rw", short],
    "cmi.core.lesson_status": ["rw", among("passed", "completed", "failed", "incomplete", "browsed")],
    "cmi.core.exit": ["w", among("time-out", "suspend", "logout", "")],
    "cmi.core.session_time": ["w", timespan],
    "cmi.core.score.raw": ["rw", score], "cmi.core.score.min": ["rw", score], "cmi.core.score.max": ["rw", score],
    "cmi.suspend_data": ["rw", function (v) { return v.length <= 4096 && /^[\x20-\x7e]*$/.test(v); }],
    "cmi.objectives._count": ["r"], "cmi.objectives._children": ["r"],
    "cmi.comments": ["rw", function (v) { return v.length <= 4096; }]
  };
  const interaction = {
    "id": identifier, "type": function (v) { return v in responses; }, "time": time, "weighting": function (v) { return decimal(v) && Math.abs(Number(v)) <= 100; }, "latency": timespan,
    "result": function (v) { return among("correct", "wrong", "unanticipated", "neutral")(v) || decimal(v); }
  };

  // Why a call breaks the standard, beginning with ADL's error code, or "". `made` are the interactions so far.
  window.judgeSet = function (element, value, made, goals) {
    if (typeof value !== "string") return "405: a value that is no string";
    const objective = /^cmi\.objectives\.(\d+)\.(.+)$/.exec(element);
    if (objective) return judgeObjective(Number(objective[1]), objective[2], value, goals);
    const part = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element);
    if (part) return judgeInteraction(Number(part[1]), part[2], value, made);
    if (!elements[element]) return unknown(element);
    if (elements[element][0] === "r") return "403: read-only";
    return elements[element][1](value) ? "" : "405: wrong type or too long";
  };

  function unknown(element) {
    const known = /^cmi\.(core|interactions|objectives|student_data|student_preference)\./.test(element);
    if (known && /\._count$/.test(element)) return "203: no array, so no _count";
    return (known ? "201" : "401") + ": unknown element";
  }

  const goal = { "id": identifier, "score.raw": score, "score.min": score, "score.max": score,
    "status": among("passed", "completed", "failed", "incomplete", "browsed", "not attempted") };

  function judgeObjective(index, field, value, goals) {
    if (!goal[field]) return "201: unknown element";
    if (index > goals.length) return "201: index is not consecutive";
    if (!goal[field](value)) return "405: wrong type";
    if (field === "id") goals[index] = value;
    return goals[index] === undefined ? "201: id must be set first" : "";
  }

  function judgeInteraction(index, field, value, made) {
    if (index > made.length) return "201: index is not consecutive";
    if (field === "id") {
      if (!identifier(value)) return "405: id is no CMIIdentifier";
      made[index] = made[index] || { id: value };
      return "";
    }
    const own = made[index];
    if (!own) return "201: id must be set first";
    if (field === "type" && value in responses) own.type = value;
    const pattern = /^correct_responses\.(\d+)\.pattern$/.exec(field);
    if (pattern || field === "student_response") {
      if (!own.type) return "201: type must be set before answers";
      if (pattern && Number(pattern[1]) > (own.patterns || 0)) return "201: pattern index is not consecutive";
      if (pattern) own.patterns = Number(pattern[1]) + 1;
      return short(value) && responses[own.type](value) ? "" : "405: no answer of type " + own.type;
    }
    if (!interaction[field]) return "201: unknown element";
    return interaction[field](value) ? "" : "405: wrong type";
  }

  window.judgeGet = function (element, goals) {
    const objective = /^cmi\.objectives\.(\d+)\.(.+)$/.exec(element);
    if (objective) return goal[objective[2]] && Number(objective[1]) < goals.length ? "" : "201: no such objective";
    if (/^cmi\.interactions\.\d+\./.test(element)) return "404: write-only";
    if (!elements[element]) return unknown(element);
    return elements[element][0] === "w" ? "404: write-only" : "";
  };
}());
