// The data model of SCORM 1.2 as a table: each element's access and type, and what ADL's error codes say of a call.
// Sources: SCORM 1.2 Run-Time Environment 3.4.4 (data model), 3.4.7 (data types); habits of LMSs where a note says so.
"use strict";

const text = (most) => (v) => v.length <= most;
const words = (...known) => (v) => known.includes(v);
const number = (low, high) => (v) => /^-?\d+(\.\d+)?$/.test(v) && Number(v) >= low && Number(v) <= high;
const score = (v) => v === "" || number(0, 100)(v);
const identifier = (v) => /^[\x21-\x7e]{1,255}$/.test(v);
const timespan = (v) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(v);
const time = (v) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(v);
const status = words("passed", "completed", "failed", "incomplete", "browsed");
const letters = (v) => /^[0-9a-z](,[0-9a-z])*$/.test(v);
const pairs = (v) => /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/.test(v);
const ANSWERS = {
  "choice": letters, "true-false": (v) => /^[01tf]$/.test(v), "matching": pairs, "sequencing": letters,
  "fill-in": text(255), "performance": text(255), "likert": (v) => /^[0-9a-z]?$/.test(v), "numeric": number(-1e9, 1e9)
};

// Element → [access, type]; r: the SCO reads it, w: writes it.
export const ELEMENTS = {
  "cmi._version": ["r"], "cmi.core._children": ["r"], "cmi.core.score._children": ["r"],
  "cmi.core.student_id": ["r"], "cmi.core.student_name": ["r"], "cmi.core.credit": ["r"], "cmi.core.entry": ["r"],
  "cmi.core.total_time": ["r"], "cmi.core.lesson_mode": ["r"], "cmi.launch_data": ["r"], "cmi.comments_from_lms": ["r"],
  "cmi.core.lesson_location": ["rw", text(255)], "cmi.core.lesson_status": ["rw", status],
  "cmi.core.exit": ["w", words("time-out", "suspend", "logout", "")], "cmi.core.session_time": ["w", timespan],
  "cmi.core.score.raw": ["rw", score], "cmi.core.score.min": ["rw", score], "cmi.core.score.max": ["rw", score],
  "cmi.suspend_data": ["rw", text(4096)], "cmi.comments": ["rw", text(4096)],
  "cmi.student_data._children": ["r"], "cmi.student_data.mastery_score": ["r"],
  "cmi.student_data.max_time_allowed": ["r"], "cmi.student_data.time_limit_action": ["r"],
  "cmi.student_preference._children": ["r"], "cmi.student_preference.audio": ["rw", number(-1, 100)],
  "cmi.student_preference.language": ["rw", text(255)], "cmi.student_preference.speed": ["rw", number(-100, 100)],
  "cmi.student_preference.text": ["rw", number(-1, 1)],
  "cmi.objectives._children": ["r"], "cmi.objectives._count": ["r"],
  "cmi.interactions._children": ["r"], "cmi.interactions._count": ["r"]
};
const OBJECTIVE = {
  "id": identifier, "score._children": null, "score.raw": score, "score.min": score, "score.max": score,
  "status": (v) => status(v) || v === "not attempted"
};
const INTERACTION = {
  "id": identifier, "type": (v) => v in ANSWERS, "time": time, "latency": timespan, "weighting": number(-1e9, 1e9),
  "result": (v) => words("correct", "wrong", "unanticipated", "neutral")(v) || number(-1e9, 1e9)(v)
};
const ok = { code: 0, why: "" };
const no = (code, why) => ({ code, why });

function unknown(element) {
  if (/\._children$/.test(element)) return no(202, "this element has no children");
  if (/\._count$/.test(element)) return no(203, "this element is no list, so it has no _count");
  if (/^cmi\.(core|interactions|objectives|student_data|student_preference)\./.test(element)) {
    return no(201, "there is no such element");
  }
  return no(401, "there is no such element in SCORM 1.2");
}

function listed(element) {
  const found = /^cmi\.(objectives|interactions)\.(\d+)\.(.+)$/.exec(element);
  return found && { list: found[1], index: Number(found[2]), field: found[3] };
}

// What the standard says of reading an element; `data` are all values by element.
export function judgeGet(element, data) {
  const part = listed(element);
  if (part && part.list === "interactions") return no(404, "interactions can only be written");
  if (part) {
    if (!(part.field in OBJECTIVE)) return no(201, "there is no such element");
    return part.index < count(data, part.list) ? ok : no(201, "there is no objective of this index yet");
  }
  if (!(element in ELEMENTS)) return unknown(element);
  return ELEMENTS[element][0] === "w" ? no(404, "this element can only be written") : ok;
}

// What the standard says of writing a value.
export function judgeSet(element, value, data) {
  if (typeof value !== "string") return no(405, "a value must be a string, and this is a " + typeof value);
  const part = listed(element);
  if (part) return judgeEntry(part, element, value, data);
  if (!(element in ELEMENTS)) return /\._(count|children|version)$/.test(element) ? no(402, "this is a keyword") : unknown(element);
  const [access, type] = ELEMENTS[element];
  if (/\._(count|children|version)$/.test(element)) return no(402, "this is a keyword, which nobody writes");
  if (access === "r") return no(403, "this element can only be read");
  return type(value) ? ok : no(405, value.length > 255 && element !== "cmi.core.exit"
    ? "the value is too long (" + value.length + " characters)" : "the value is of the wrong type");
}

function judgeEntry(part, element, value, data) {
  const made = count(data, part.list);
  const start = "cmi." + part.list + "." + part.index + ".";
  if (part.index > made) return no(201, "the next free index is " + made);
  if (part.list === "objectives") {
    if (!(part.field in OBJECTIVE) || !OBJECTIVE[part.field]) return no(201, "there is no such element");
    if (!OBJECTIVE[part.field](value)) return no(405, "the value is of the wrong type");
    return part.field === "id" || start + "id" in data ? ok : no(201, "set the objective's id first");
  }
  if (part.field !== "id" && !(start + "id" in data)) return no(201, "set the interaction's id first");
  const nested = /^(objectives|correct_responses)\.(\d+)\.(id|pattern)$/.exec(part.field);
  if (part.field === "student_response" || (nested && nested[3] === "pattern")) {
    const type = data[start + "type"];
    if (!type) return no(201, "set the interaction's type first");
    const patterns = Object.keys(data).filter((key) => key.startsWith(start + "correct_responses.")).length;
    if (nested && Number(nested[2]) > patterns) return no(201, "the next free index is " + patterns);
    return value.length <= 255 && ANSWERS[type](value) ? ok : no(405, "this is no answer of type " + type);
  }
  if (nested) return identifier(value) ? ok : no(405, "the value is no identifier");
  if (!INTERACTION[part.field]) return no(201, "there is no such element");
  return INTERACTION[part.field](value) ? ok : no(405, "the value is of the wrong type");
}

// The length of a list.
export function count(data, list) {
  let n = 0;
  while ("cmi." + list + "." + n + ".id" in data) n += 1;
  return n;
}

// What is no fault by the standard, and makes trouble in some LMS.
export function habit(element, value, data) {
  if (element === "cmi.core.session_time" && /\.\d$/.test(value)) return "Moodle reads one decimal as hundredths";
  if (element === "cmi.core.session_time" && /^\d{2}:/.test(value)) return "some LMSs want four digits of hours";
  if (element === "cmi.suspend_data" && /[^\x20-\x7e]/.test(value)) return "some LMSs keep ASCII only";
  if (data["cmi.core.lesson_mode"] !== "normal" && /lesson_status|score/.test(element)) {
    return "in " + data["cmi.core.lesson_mode"] + " mode Moodle stores this, and overwrites a pass";
  }
  if (element === "cmi.core.score.raw" && /\.\d{3,}/.test(value)) return "stored as it is; round it";
  if (/interactions\.\d+\.weighting/.test(element) && Number(value) > 100) return "over 100 is refused by some LMSs";
  return data[element] === value && !/session_time|exit/.test(element) ? "the LMS has this value already" : "";
}
