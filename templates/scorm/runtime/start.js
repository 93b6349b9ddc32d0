// The beginning: the page stands already; find the LMS, take up where the learner left.

function paintStart() {
  const start = one("#mm-start");
  const first = state.at && sectionOf[state.at] ? state.at : screens[0];
  start.setAttribute("href", "#/" + first);
  start.firstElementChild.textContent = words[state.at ? "resume" : "start"];
}

function start() {
  if (!("MathMLElement" in window)) document.documentElement.classList.add("no-mathml");
  buildDrawer();
  watchLeaving();
  window.addEventListener("hashchange", onHash);
  connect(0);
}

// Some LMSs put the adapter into the page a moment after the content.
function connect(tries) {
  const framed = window.parent !== window || !!opener(window);
  if (begin(!framed || tries >= 12)) { // three seconds at most
    resume();
    return;
  }
  if (tries === 0) paintStart();
  later(function () { connect(tries + 1); }, 250);
}

function resume() {
  // The learner may have begun before the adapter was there.
  if (here !== COVER) {
    show(here);
    return;
  }
  const wanted = state.at || fromHash();
  if (!wanted) {
    reveal(COVER);
    return;
  }
  try {
    window.history.replaceState(null, "", "#/" + wanted);
  } catch (error) {
    // Some frames forbid it; the address then shows another screen than the page.
  }
  show(wanted);
}
