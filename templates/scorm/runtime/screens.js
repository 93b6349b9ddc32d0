// Which screen is shown, where its HTML comes from, and the way from one to the next.
const COVER = "";
const END = "!"; // no code has this sign

const pages = {}; // HTML by screen
const waiting = {};
let here = COVER;

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
  bring("more.js", function () {}, function () {
    const acts = more.acts;
    more.acts = null;
    acts.forEach(function (pair) { if (pair[1]) pair[1](); });
  });
}

modmigrate.more = function (parts) {
  const acts = more.acts;
  more.parts = parts;
  more.acts = null;
  acts.forEach(function (pair) { pair[0](parts); });
};

function bring(file, done, failed) {
  const script = make("script", { src: file });
  script.onload = done;
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
  if (file === fileOf(screens[0]) && document.readyState !== "complete" && !load.ready) {
    document.addEventListener("DOMContentLoaded", fetched);
  } else fetched();
}

document.addEventListener("DOMContentLoaded", function () { load.ready = true; });

function go(code) {
  if (code === here) show(code);
  else window.location.hash = "#/" + code; // hashchange shows it, and the phone's back button comes back
}

function fromHash() {
  const hash = window.location.hash;
  if (hash === "" || hash === "#/") return COVER;
  if (hash === "#/" + END) return END;
  const code = hash.slice(0, 2) === "#/" ? hash.slice(2) : course.anchors[hash.slice(1)];
  return sectionOf[code] ? code : null;
}

function onHash() {
  const target = fromHash();
  if (target === null) return; // a place on this screen: the browser scrolls there itself
  const anchor = window.location.hash.slice(0, 2) === "#/" ? "" : window.location.hash.slice(1);
  if (target !== here) show(target, anchor);
}

function show(code, anchor) {
  if (more.parts) more.parts.hush();
  here = code;
  if (code === COVER) {
    reveal(code);
    arrive(one("#mm-cover h1"));
    later(function () { withMore(function () {}); }, 1500);
    return;
  }
  if (code === END) {
    withMore(function (parts) {
      if (here !== END) return;
      reveal(END);
      parts.paintEnd();
      arrive(one("#mm-screen h1"));
    }, function () { failedAt(END); });
    return;
  }
  const slow = later(function () { message(words.loading); }, 250);
  load(code, function () {
    window.clearTimeout(slow);
    if (here !== code) return;
    // A text is read at once; questions wait until they can take an answer.
    if (!/ data-q="/.test(pages[code])) place(code, anchor);
    else withMore(function () { if (here === code) place(code, anchor); }, function () { failedAt(code, anchor); });
  }, function () {
    window.clearTimeout(slow);
    failedAt(code, anchor);
  });
}

function failedAt(code, anchor) {
  if (here === code) message(words.load_failed, function () { show(code, anchor); });
}

function place(code, anchor) {
  const screen = one("#mm-screen");
  const html = pages[code];
  if (html === undefined) {
    message(words.load_failed, function () { window.location.reload(); });
    return;
  }
  screen.innerHTML = html;
  screen.className = "screen";
  screen.setAttribute("data-code", code);
  reveal(code);
  mountDetails(screen);
  visited(code);
  const target = anchor && document.getElementById(anchor);
  arrive(target || one("h1", screen), !!target);
  const body = screen.lastElementChild;
  withMore(function (parts) {
    // The learner may have gone on, or come back, while it was on its way.
    if (here === code && screen.lastElementChild === body) mount(screen, parts, code);
  });
  prefetch(code);
}

function mount(screen, parts, code) {
  parts.mountFlips(screen);
  const cards = every(".q", screen).map(parts.mountCard);
  every(".group", screen).forEach(function (group) {
    parts.mountGroup(group, cards.filter(function (card) { return card.group === group.getAttribute("data-group"); }));
  });
  parts.toFound(code, screen);
}

function visited(code) {
  const moved = state.at !== code || !state.seen[code];
  // What stays as it is needs saying once only.
  if (visited.before && visited.before !== code && session.light !== "unsaved") closeNotice();
  visited.before = code;
  state.at = code;
  state.seen[code] = true;
  if (moved) changed();
  if (course.mastery === null) judge();
  paintProgress(code);
  paintNav(code);
}

function reveal(code) {
  const cover = code === COVER;
  one("#mm-cover").hidden = !cover;
  one("#mm-screen").hidden = cover;
  one("#mm-nav").hidden = cover;
  one("#mm-bar").hidden = cover;
  document.body.classList.toggle("on-cover", cover);
  if (cover) paintStart();
}

function arrive(target, scroll) {
  closeDrawer();
  document.title = (here && sectionOf[here] ? one("#mm-screen h1").textContent.trim() + " – " : "") + course.title;
  window.scrollTo(0, 0);
  if (scroll) target.scrollIntoView();
  // At the start the browser has its own place for the focus.
  if (arrive.moved) focusOn(target);
  arrive.moved = true;
}

function goTo(node) {
  focusOn(node);
  node.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
}

function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function message(text, again) {
  const screen = one("#mm-screen");
  clear(screen);
  screen.className = "screen is-message";
  screen.appendChild(make("p", { role: "status" }, text));
  if (again) screen.appendChild(button("try_again", "primary", again));
  reveal(here);
}

function paintNav(code) {
  const index = screens.indexOf(code);
  const back = code === END ? screens[screens.length - 1] : index > 0 ? screens[index - 1] : COVER;
  const next = code === END ? null : index + 1 < screens.length ? screens[index + 1] : END;
  one("#mm-back").setAttribute("href", "#/" + back);
  const forth = one("#mm-next");
  forth.hidden = next === null;
  if (next === null) return;
  forth.setAttribute("href", "#/" + next);
  one(".nav-word", forth).textContent = next === END ? words.finish : words.next;
  one(".nav-title", forth).textContent = next === END ? "" : titleOf(next);
}

function titleOf(code) {
  return sectionOf[code].screens.filter(function (screen) { return screen[0] === code; })[0][1];
}

// What comes next is fetched while this screen is read; on a metered line only what the next step needs.
function prefetch(code) {
  const sparing = window.navigator.connection && window.navigator.connection.saveData;
  const at = screens.indexOf(code);
  const missing = screens.slice(at + 1, at + (sparing ? 2 : 4)).filter(function (next) { return pages[next] === undefined; })[0];
  if (missing) later(function () { load(missing, function () {}); }, 1500);
}
