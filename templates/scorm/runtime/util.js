// Small helpers. Written for WebViews from about 2018 on: no optional chaining, no replaceAll.
const modmigrate = window.modmigrate;
const course = modmigrate.course;

function one(selector, root) {
  return (root || document).querySelector(selector);
}

function every(selector, root) {
  return Array.prototype.slice.call((root || document).querySelectorAll(selector));
}

// say("n_of", {n: 2, total: 5}) gives the words with their numbers filled in.
function say(word, values) {
  return words[word].replace(/\{(\w+)\}/g, function (all, name) {
    return values && name in values ? String(values[name]) : all;
  });
}

// An element with attributes and children; text is never read as HTML here.
function make(tag, attributes, children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) {
    if (attributes[name] === true) node.setAttribute(name, "");
    else if (attributes[name] !== false) node.setAttribute(name, attributes[name]);
  });
  [].concat(children || []).forEach(function (child) {
    node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  });
  return node;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#mm-i-" + name);
  svg.appendChild(use);
  return svg;
}

function button(word, kind, act) {
  const node = make("button", { type: "button", class: "btn " + kind }, words[word]);
  node.addEventListener("click", act);
  return spoken(node);
}

// A line of the learner's words, where these run the other way than the module's text.
function spoken(node) {
  if (!course.spoken) return node;
  node.setAttribute("lang", course.spoken[0]);
  node.setAttribute("dir", course.spoken[1]);
  return node;
}

function clear(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
}

// Moves focus for keyboard and screen reader; `text` marks headings, which take focus only from us.
function focusOn(node) {
  if (!node) return;
  if (!node.hasAttribute("tabindex") && !/^(A|BUTTON|INPUT|SELECT|TEXTAREA)$/.test(node.tagName)) {
    node.setAttribute("tabindex", "-1");
  }
  node.focus({ preventScroll: true });
}

function later(act, milliseconds) {
  return window.setTimeout(act, milliseconds);
}

function two(number) {
  return (number < 10 ? "0" : "") + number;
}

// SCORM 1.2 CMITimespan HHHH:MM:SS.SS. Always two decimals: Moodle reads .5 as five hundredths.
function timespan(milliseconds) {
  const hundredths = Math.min(Math.max(0, Math.round(milliseconds / 10)), 3599999999);
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600));
  return "0000".slice(Math.min(4, hours.length)) + hours + ":" + two(Math.floor(seconds / 60) % 60) + ":" +
    two(seconds % 60) + "." + two(hundredths % 100);
}

// SCORM 1.2 CMITime HH:MM:SS, the local time of day.
function timeOfDay() {
  const now = new Date();
  return two(now.getHours()) + ":" + two(now.getMinutes()) + ":" + two(now.getSeconds());
}
