// Which screen is shown, and the way from one to the next.
const COVER = "";
const END = "!"; // no code has this sign

let here = COVER;

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
    if (here !== code || screen.lastElementChild !== body) return;
    mount(screen, parts, code);
    if (!target) return;
    parts.uncover(target);
    target.scrollIntoView();
  });
  prefetch(code);
}

function mount(screen, parts, code) {
  parts.mountActs(screen);
  parts.mountPeeks(screen);
  const cards = every(".q", screen).map(parts.mountCard);
  const groups = every(".group", screen).map(function (group) {
    return parts.mountGroup(group, cards.filter(function (card) { return card.group === group.getAttribute("data-group"); }));
  });
  parts.mountDecks(screen, cards, groups);
  parts.offerAgain(code, screen);
  parts.paintChapterEnd(code, screen);
  parts.offerReturn(code, screen);
  parts.toFound(code, screen);
}

function visited(code) {
  if (state.at !== code) {
    state.card = "";
    state.only = false;
    state.at = code;
    changed();
  }
  // What stays as it is needs saying once only.
  if (visited.before && session.light !== "unsaved" && session.light !== "stopped") closeNotice();
  visited.before = true;
  // A deck hides its other questions: it says itself when its last one was on show.
  if (!one(".q ~ .q")) saw(code);
  paintProgress(code);
  paintNav(code);
}

function saw(code) {
  if (state.seen[code]) return;
  state.seen[code] = true;
  changed();
  if (course.mastery === null) judge();
  paintProgress(code);
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
  const last = lastNeeded();
  // The end comes after the last chapter; what is for reference stands behind it.
  const back = code === END || index === last + 1 && index > 0 ? code === END ? screens[last] : END : index > 0 ? screens[index - 1] : COVER;
  const next = code === END ? null : index === last ? END : index + 1 < screens.length ? screens[index + 1] : END;
  one("#mm-back").setAttribute("href", "#/" + back);
  const forth = one("#mm-next");
  forth.hidden = next === null;
  if (next === null) return;
  forth.setAttribute("href", "#/" + next);
  one(".nav-word", forth).textContent = next === END ? words.finish : words.next;
  one(".nav-title", forth).textContent = next === END ? "" : titleOf(next);
}

// The place of the last screen that belongs to the course itself.
function lastNeeded() {
  let last = screens.length - 1;
  while (last > 0 && !sectionOf[screens[last]].required && !isTest(screens[last])) last -= 1;
  return last;
}

function titleOf(code) {
  return sectionOf[code].screens.filter(function (screen) { return screen[0] === code; })[0][1];
}
