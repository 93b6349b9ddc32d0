// The player: frames, the learner's data, and the side that shows what the package told the LMS.
const $ = (id) => document.getElementById(id);
const stageOrigin = document.documentElement.dataset.stage || new URLSearchParams(location.search).get("stage");
const stage = document.createElement("iframe");
const learners = {}; // What each item's learner left at the LMS, by the item's address.
let shown = null; // What the server says of the package.
let place = "";
let calls = 0, faults = 0;
let waiting = null; // What follows once the package has left.
let launched = "";
let running = ""; // The item that is launched; another may be chosen already while it leaves.

async function load(keep) {
  const query = new URLSearchParams({ edition: $("edition").value, theme: $("theme").value });
  const found = await (await fetch("/state?" + query)).json();
  $("trouble").hidden = !found.error;
  $("trouble").textContent = found.error;
  if (!found.items.length) return;
  shown = found;
  $("title").textContent = shown.title;
  document.title = shown.title + " – preview";
  fill($("edition"), shown.editions, shown.edition);
  fill($("theme"), shown.themes, shown.theme);
  document.querySelectorAll(".made").forEach((e) => e.classList.toggle("hidden", !shown.editions.length));
  fill($("items"), shown.items.map((item, at) => [String(at), item.title]), $("items").value || "0");
  $("items-label").classList.toggle("hidden", shown.items.length < 2);
  $("found").replaceChildren(...shown.findings.map((line) => made("li", line)));
  leave("leave", () => launch(keep ? place : ""));
}

function fill(select, options, value) {
  const pairs = options.map((option) => (Array.isArray(option) ? option : [option, option]));
  if (JSON.stringify(pairs) !== select.dataset.options) {
    select.dataset.options = JSON.stringify(pairs);
    select.replaceChildren(...pairs.map(([key, said]) => new Option(said, key)));
  }
  if (pairs.some(([key]) => key === value)) select.value = value;
}

function item() { return shown.items[Number($("items").value) || 0] || shown.items[0]; }

function learner(id) {
  return learners[id] || (learners[id] = {});
}

// What the LMS has ready at a launch (Run-Time Environment 3.4.4).
function begin() {
  const own = item(), kept = learner(own.id);
  const resumes = kept["cmi.core.exit"] === "suspend";
  const data = { "cmi.core.lesson_status": "not attempted", "cmi.core.lesson_location": "", "cmi.suspend_data": "",
    "cmi.core.total_time": "0000:00:00.00", ...kept,
    "cmi.core.student_id": "preview-1", "cmi.core.student_name": "Sari, Dewi",
    "cmi.core.credit": $("mode").value === "browse" ? "no-credit" : "credit", "cmi.core.lesson_mode": $("mode").value,
    "cmi.core.entry": resumes ? "resume" : kept["cmi.core.exit"] === undefined ? "ab-initio" : "",
    "cmi.launch_data": own.data, "cmi.student_data.mastery_score": own.mastery,
    "cmi.student_data.max_time_allowed": own.time, "cmi.student_data.time_limit_action": own.action };
  delete data["cmi.core.exit"];
  delete data["cmi.core.session_time"];
  return data;
}

function launch(hash) {
  calls = faults = 0;
  $("calls").replaceChildren();
  const address = stageOrigin + "/p/" + shown.version + "/" + $("policy").value + "/" + shown.variant + "/" + item().href;
  launched = address;
  running = item().id;
  stage.contentWindow.postMessage(
    { kind: "launch", address: address + (hash || ""), data: begin(), answers: $("answers").value }, stageOrigin);
  show(begin());
  verdict();
}

// Leaves the package (or has its tab die), then goes on.
function leave(kind, then) {
  if (!launched) return then();
  waiting = then;
  stage.contentWindow.postMessage({ kind }, stageOrigin);
}

function verdict() {
  $("verdict").textContent = calls + " calls, " + (faults ? faults + " against the standard" : "none against the standard");
  $("verdict").className = faults ? "bad" : "";
}

function show(data) {
  const kept = learner(running);
  $("data").replaceChildren(...Object.keys(data).sort().filter((key) => data[key] !== "" || key in kept).map((key) => {
    const row = document.createElement("tr");
    const was = /^cmi\.core\.(student|credit|entry|lesson_mode|total)|^cmi\.(launch|student_data)/.test(key);
    row.append(made("td", key), made("td", data[key]), made("td", was ? "" : kept[key] === data[key] ? "yes" : "not yet"));
    return row;
  }));
}

function made(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function told(call) {
  calls += 1;
  const said = call.name + "(" + call.args.map((a) => JSON.stringify(a) || String(a)).join(", ") + ") → " + JSON.stringify(call.result);
  const line = made("li", call.code ? said + " – " + call.code + ": " + call.why : call.note ? said + " – " + call.note : said);
  line.className = call.code && !/told to/.test(call.why) ? "bad" : call.note || call.code ? "note" : "";
  faults += line.className === "bad";
  $("calls").prepend(line);
  if ($("calls").children.length > 500) $("calls").lastChild.remove();
  show(call.data);
  verdict();
}

const seconds = (span) => span.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
const span = (all) => [all / 3600, (all / 60) % 60].map((n) => String(Math.floor(n)).padStart(2, "0")).join(":").padStart(7, "0") +
  ":" + (all % 60).toFixed(2).padStart(5, "0");

function committed(data) {
  learners[running] = { ...data, session: data["cmi.core.session_time"] };
  show(data);
}

// A session's time is added to the whole once the session is over.
function closed() {
  const own = learner(running);
  if (own.session) own["cmi.core.total_time"] = span(seconds(own["cmi.core.total_time"] || "0:0:0") + seconds(own.session));
  delete own.session;
}

addEventListener("message", (event) => {
  if (event.origin !== stageOrigin) return;
  const { kind } = event.data;
  if (kind === "ready") load(false);
  if (kind === "call") told(event.data);
  if (kind === "commit") committed(event.data.data);
  if (kind === "left") {
    place = event.data.place;
    launched = "";
    closed();
    if (waiting) { const next = waiting; waiting = null; next(); }
  }
});

function size() {
  const [width, height] = $("device").value.split("x").map(Number);
  const room = $("stage").getBoundingClientRect();
  const scale = Math.min(1, (room.width - 24) / width, (room.height - 24) / height);
  Object.assign($("device-frame").style, { width: width + "px", height: height + "px",
    transform: "scale(" + scale + ")", margin: -(height * (1 - scale)) / 2 + "px " + -(width * (1 - scale)) / 2 + "px" });
}

$("device").onchange = size;
$("edition").onchange = $("theme").onchange = () => load(true);
$("items").onchange = () => leave("leave", () => launch(""));
$("policy").onchange = $("mode").onchange = () => leave("leave", () => launch(place));
$("answers").onchange = () => {
  const answers = $("answers").value;
  if (answers === "yes" || answers === "no-commit") stage.contentWindow.postMessage({ kind: "answers", answers }, stageOrigin);
  else leave("kill", () => launch(place));
};
$("resume").onclick = () => leave("leave", () => launch(""));
$("kill").onclick = () => leave("kill", () => launch(""));
$("reset").onclick = () => leave("kill", () => { learners[item().id] = {}; launch(""); });
$("faults-only").onchange = () => $("calls").classList.toggle("faults-only", $("faults-only").checked);
addEventListener("resize", size);

stage.title = "LMS with the package";
stage.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-modals");
stage.src = stageOrigin + "/stage.html?player=" + encodeURIComponent(location.origin);
$("device-frame").append(stage);
size();
new EventSource("/events").onmessage = () => { if (shown || $("trouble").textContent) load(true); };
