// Where screens' HTML and the program's second part come from.
const pages = {}; // HTML by screen
const waiting = {};

modmigrate.pages = function (own) {
  Object.assign(pages, own);
};

// The program's second part: exercises, search and what else the first screen of text does without.
const more = { parts: null, acts: null };

function withMore(act, failed) {
  if (more.parts) {
    act(more.parts);
    return;
  }
  if (more.acts) {
    more.acts.push([act, failed]);
    return;
  }
  more.acts = [[act, failed]];
  // Its styles; where several SCOs share one sheet, they are there.
  more.left = 2;
  if (one("link[href='rest.css']") && !one("link[href='more.css']")) {
    const styles = make("link", { rel: "stylesheet", href: "more.css" });
    styles.onload = styles.onerror = moreArrived;
    document.body.appendChild(styles); // behind those that stand in the page
  } else more.left = 1;
  bring("more.js", function () {}, function () {
    const acts = more.acts;
    more.acts = null;
    acts.forEach(function (pair) { if (pair[1]) pair[1](); });
  });
}

modmigrate.more = function (parts) {
  more.arrived = parts;
  moreArrived();
};

function moreArrived() {
  more.left -= 1;
  if (more.left > 0 || !more.arrived || more.parts) return;
  const acts = more.acts;
  more.parts = more.arrived;
  more.acts = null;
  acts.forEach(function (pair) { pair[0](more.parts); });
}

// `once`: it leaves no trace in the page.
function bring(file, done, failed, once) {
  const script = make("script", { src: file });
  script.onload = function () {
    if (once) script.remove();
    done();
  };
  script.onerror = function () {
    script.remove();
    failed();
  };
  document.head.appendChild(script);
}

// A chapter's file that holds a screen; long chapters have several.
function fileOf(code) {
  const section = sectionOf[code];
  let left = section.screens.map(function (screen) { return screen[0]; }).indexOf(code);
  let number = 0;
  while (left >= section.files[number]) {
    left -= section.files[number];
    number += 1;
  }
  return "content/" + section.id + (number ? "." + (number + 1) : "") + ".js";
}

// Screens come as a script: works in every LMS and from a folder on disk, where fetch does not.
function load(code, done, failed) {
  const file = fileOf(code);
  if (pages[code] !== undefined) {
    done();
    return;
  }
  if (waiting[file]) {
    waiting[file].push([done, failed]);
    return;
  }
  waiting[file] = [[done, failed]];
  const end = function (which) {
    const acts = waiting[file];
    delete waiting[file];
    acts.forEach(function (act) { if (act[which]) act[which](); });
  };
  const fetched = function () {
    if (pages[code] !== undefined) end(0);
    else bring(file, function () { end(0); }, function () { end(1); });
  };
  // The page has asked for the first screens itself, and waits for them until it is read to its end.
  if (file === fileOf(course.start) && document.readyState !== "complete" && !load.ready) {
    document.addEventListener("DOMContentLoaded", fetched);
  } else fetched();
}

document.addEventListener("DOMContentLoaded", function () { load.ready = true; });

// What comes next is fetched while this screen is read; on a metered line only what the next step needs.
function prefetch(code) {
  const sparing = window.navigator.connection && window.navigator.connection.saveData;
  const at = screens.indexOf(code);
  const missing = screens.slice(at + 1, at + (sparing ? 2 : 4)).filter(function (next) { return pages[next] === undefined; })[0];
  if (missing) later(function () { load(missing, function () {}); }, 1500);
}
