// Reading a screen aloud with the browser's own voices, where there is one for the module's language.
const READ = "p li dt dd h2 h3 h4 h5 h6 figcaption th td .q-stem .opt-text";
const aloud = { on: false, queue: [], block: null };

function buildAloud() {
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  const look = function () { one("#mm-aloud").hidden = !voice(); };
  look();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  else speech.onvoiceschanged = look;
  one("#mm-aloud").addEventListener("click", function () {
    if (aloud.on) hush();
    else readAloud();
  });
  window.addEventListener("pagehide", hush);
}

// A voice on the device rather than one that needs the line.
function voice() {
  const language = document.documentElement.lang.toLowerCase().split("-")[0];
  const fit = window.speechSynthesis.getVoices().filter(function (own) {
    return own.lang.toLowerCase().replace("_", "-").split("-")[0] === language;
  });
  return fit.filter(function (own) { return own.localService; })[0] || fit[0];
}

function readAloud() {
  openActs(one("#mm-screen"));
  const blocks = every(READ.split(" ").map(function (name) { return "#mm-screen .body " + name; }).concat("#mm-screen h1").join(","));
  aloud.queue = [];
  blocks.forEach(function (block) {
    if (block.offsetParent) sentences(ownText(block)).forEach(function (text) { aloud.queue.push([block, text]); });
  });
  paintAloud(true);
  sayNext();
}

// A block's words without those of blocks in it, which come by themselves.
function ownText(block) {
  const copy = block.cloneNode(true);
  every("ul, ol, p, dl, table, svg, .eq-text, .fn, .letter, .sr, [hidden]", copy).forEach(function (node) { node.remove(); });
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// Chrome stops in the middle of long texts.
function sentences(text) {
  return text.match(/[^.!?。！？؟]{1,180}(?:[.!?。！？؟]+|\s|$)|\S{1,180}/g) || [];
}

function sayNext() {
  const next = aloud.queue.shift();
  if (aloud.block) aloud.block.classList.remove("is-read");
  if (!next || !aloud.on) {
    hush();
    return;
  }
  const speech = new window.SpeechSynthesisUtterance(next[1]);
  aloud.block = next[0];
  next[0].classList.add("is-read");
  next[0].scrollIntoView({ block: "nearest" });
  speech.voice = voice();
  speech.lang = speech.voice ? speech.voice.lang : document.documentElement.lang;
  speech.onend = sayNext;
  speech.onerror = hush;
  window.speechSynthesis.speak(speech);
}

function hush() {
  if (aloud.block) aloud.block.classList.remove("is-read");
  aloud.block = null;
  aloud.queue = [];
  if (!aloud.on) return;
  paintAloud(false);
  window.speechSynthesis.cancel();
}

function paintAloud(on) {
  aloud.on = on;
  const control = one("#mm-aloud");
  control.setAttribute("aria-label", words[on ? "stop_reading" : "read_aloud"]);
  control.classList.toggle("is-on", on);
}
