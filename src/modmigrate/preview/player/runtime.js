// A SCORM 1.2 run-time that keeps to the standard: it stands around the package, in an origin of its own, and tells the
// player of every call. What is committed is the player's; nothing of it lasts longer than the player's page.
import { count, habit, judgeGet, judgeSet } from "./standard.js";

const player = new URLSearchParams(location.search).get("player");
const frame = document.querySelector("iframe");
const tell = (kind, more) => parent.postMessage({ kind, ...more }, player);
const CHILDREN = {
  "cmi.core._children": "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode," +
    "exit,session_time", "cmi.core.score._children": "raw,min,max", "cmi._version": "3.4",
  "cmi.objectives._children": "id,score,status", "cmi.student_data._children": "mastery_score,max_time_allowed,time_limit_action",
  "cmi.student_preference._children": "audio,language,speed,text",
  "cmi.interactions._children": "id,objectives,time,type,correct_responses,weighting,student_response,result,latency"
};
let setup = null; // What the player said at the launch: committed data, habits, how the LMS answers.
let data = {};
let state = "before"; // before, running, after
let error = 0;
let dead = false;

function done(name, args, verdict, result, note) {
  error = verdict.code;
  tell("call", { name, args, result, code: verdict.code, why: verdict.why, note: note || "", data });
  return result;
}
const fault = (code, why) => ({ code, why });
const good = fault(0, "");

function ready() {
  if (state === "before") return fault(301, "LMSInitialize comes first");
  return state === "after" ? fault(301, "LMSFinish was called already") : good;
}

function commit() {
  tell("commit", { data: { ...data } });
}

// What LMSFinish makes of the data (Run-Time Environment 3.4.4: lesson_status, entry, total_time).
function finished() {
  const raw = data["cmi.core.score.raw"];
  const mastery = data["cmi.student_data.mastery_score"];
  const scored = data["cmi.core.credit"] === "credit" && data["cmi.core.lesson_mode"] === "normal" && mastery && raw;
  if (data["cmi.core.lesson_status"] === "not attempted") data["cmi.core.lesson_status"] = "completed";
  if (scored) data["cmi.core.lesson_status"] = Number(raw) >= Number(mastery) ? "passed" : "failed";
  commit();
}

const api = {
  LMSInitialize(argument) {
    let verdict = argument === "" ? good : fault(201, "the argument must be an empty string");
    if (state !== "before") verdict = fault(101, "LMSInitialize was called already");
    if (setup.answers === "refuses") verdict = fault(101, "the LMS was told to refuse");
    if (!verdict.code) state = "running";
    return done("LMSInitialize", [argument], verdict, verdict.code ? "false" : "true");
  },
  LMSGetValue(element) {
    const early = ready();
    const verdict = early.code ? early : judgeGet(String(element), data);
    const list = /^cmi\.(objectives|interactions)\._count$/.exec(element);
    const value = list ? String(count(data, list[1])) : CHILDREN[element] || data[element] || "";
    return done("LMSGetValue", [element], verdict, verdict.code ? "" : value);
  },
  LMSSetValue(element, value) {
    const early = ready();
    const verdict = early.code ? early : judgeSet(String(element), value, data);
    const note = verdict.code ? "" : habit(element, value, data);
    if (!verdict.code) data[element] = value;
    return done("LMSSetValue", [element, value], verdict, verdict.code ? "false" : "true", note);
  },
  LMSCommit(argument) {
    let verdict = ready();
    if (!verdict.code && argument !== "") verdict = fault(201, "the argument must be an empty string");
    if (!verdict.code && setup.answers === "no-commit") verdict = fault(101, "the LMS was told to say no");
    if (!verdict.code) commit();
    return done("LMSCommit", [argument], verdict, verdict.code ? "false" : "true");
  },
  LMSFinish(argument) {
    let verdict = ready();
    if (!verdict.code && argument !== "") verdict = fault(201, "the argument must be an empty string");
    if (!verdict.code && setup.answers === "no-commit") verdict = fault(101, "the LMS was told to say no");
    if (!verdict.code) { state = "after"; finished(); }
    return done("LMSFinish", [argument], verdict, verdict.code ? "false" : "true");
  },
  LMSGetLastError() { return String(error); },
  LMSGetErrorString(code) { return ERRORS[code] || ""; },
  LMSGetDiagnostic(code) { return ERRORS[code] || ""; }
};
const ERRORS = {
  0: "No error", 101: "General exception", 201: "Invalid argument error", 202: "Element cannot have children",
  203: "Element not an array - cannot have count", 301: "Not initialized", 401: "Not implemented error",
  402: "Invalid set value, element is a keyword", 403: "Element is read only", 404: "Element is write only",
  405: "Incorrect data type"
};
// After a kill nobody hears the package any more.
const heard = Object.fromEntries(Object.entries(api).map(([name, own]) => [name, (...args) => (dead ? "false" : own(...args))]));

function launch(message) {
  setup = message;
  data = { ...message.data };
  state = "before";
  error = 0;
  dead = false;
  if (message.answers === "absent") delete window.API; else window.API = heard;
  frame.src = message.address;
}

function leave(then) {
  const place = here();
  frame.onload = () => { frame.onload = null; then(place); };
  frame.src = "about:blank"; // The package hears that its page goes, and has its say.
}

function here() {
  try { return frame.contentWindow.location.hash; } catch (_) { return ""; }
}

addEventListener("message", (event) => {
  if (event.origin !== player) return;
  const { kind } = event.data;
  if (kind === "launch") launch(event.data);
  if (kind === "answers" && setup) setup.answers = event.data.answers;
  if (kind === "kill") { dead = true; leave((place) => tell("left", { place })); }
  if (kind === "leave") leave((place) => tell("left", { place }));
});
tell("ready", {});
