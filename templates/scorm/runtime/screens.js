// Which screen is shown, where its HTML comes from, and the way from one to the next.
const COVER = "";
const END = "!"; // no code has this sign

const chapters = {};
const waiting = {};
let here = COVER;

modmigrate.chapter = function (id, own) {
  chapters[id] = own;
};

// A chapter comes as a script: works in every LMS and from a folder on disk, where fetch does not.
function load(section, done, failed) {
  if (chapters[section.id]) {
    done();
    return;
  }
  if (waiting[section.id]) {
    waiting[section.id].push(done);
    return;
  }
  waiting[section.id] = [done];
  const script = make("script", { src: "content/" + section.id + ".js" });
  script.onload = function () {
    const acts = waiting[section.id] || [];
    delete waiting[section.id];
    acts.forEach(function (act) { act(); });
  };
  script.onerror = function () {
    delete waiting[section.id];
    script.remove();
    if (failed) failed();
  };
  document.head.appendChild(script);
}

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
  hush();
  if (code === COVER || code === END) {
    here = code;
    reveal(code);
    if (code === END) paintEnd();
    arrive(one(code === END ? "#mm-screen h1" : "#mm-cover h1"));
    return;
  }
  const section = sectionOf[code];
  here = code;
  const slow = later(function () { message(words.loading); }, 250);
  load(section, function () {
    window.clearTimeout(slow);
    if (here === code) place(code, section, anchor);
  }, function () {
    window.clearTimeout(slow);
    if (here === code) message(words.load_failed, function () { show(code, anchor); });
  });
}

function place(code, section, anchor) {
  const screen = one("#mm-screen");
  const html = (chapters[section.id] || {})[code];
  if (html === undefined) {
    message(words.load_failed, function () { window.location.reload(); });
    return;
  }
  screen.innerHTML = html;
  screen.className = "screen";
  reveal(code);
  mountDetails(screen);
  mountFlips(screen);
  const cards = every(".q", screen).map(mountCard);
  every(".group", screen).forEach(function (group) {
    mountGroup(group, cards.filter(function (card) { return card.group === group.getAttribute("data-group"); }));
  });
  visited(code);
  const target = anchor && document.getElementById(anchor);
  arrive(target || one("h1", screen), !!target);
  toFound(code, screen);
  prefetch(code);
}

function visited(code) {
  const moved = state.at !== code || !state.seen[code];
  // What stays as it is needs saying once only.
  if (visited.before && visited.before !== code && session.light !== "unsaved") closeNotice();
  visited.before = code;
  state.at = code;
  state.seen[code] = true;
  if (moved) changed();
  judge();
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

// The next chapter is fetched while this one's last screens are read; on a metered line only at the very end.
function prefetch(code) {
  const section = sectionOf[code];
  const position = section.screens.map(function (screen) { return screen[0]; }).indexOf(code);
  const left = section.screens.length - 1 - position;
  const sparing = window.navigator.connection && window.navigator.connection.saveData;
  const next = course.sections[course.sections.indexOf(section) + 1];
  if (next && left <= (sparing ? 0 : 2)) later(function () { load(next, function () {}); }, 1500);
}
