// The beginning: the page stands already; find the LMS, take up where the learner left.

function paintStart() {
  const start = one("#mm-start");
  const first = state.at && sectionOf[state.at] ? state.at : course.start;
  start.setAttribute("href", "#/" + first);
  start.firstElementChild.textContent = words[state.at ? "resume" : "start"];
}

function start() {
  start.hash = window.location.hash;
  if (!("MathMLElement" in window)) document.documentElement.classList.add("no-mathml");
  buildDrawer();
  watchLeaving();
  watchLearning();
  window.addEventListener("hashchange", onHash);
  // A server's content security policy may forbid the styles in the page.
  const styles = one("style");
  if (styles && !(styles.sheet && styles.sheet.cssRules.length)) document.body.appendChild(make("link", { rel: "stylesheet", href: "style.css" }));
  openDevice();
  connect(0);
}

// Some LMSs put the adapter into the page a moment after the content; some much later.
function connect(tries) {
  const framed = window.parent !== window || !!opener(window);
  const found = begin();
  session.looking = !found && framed && tries < 40;
  if (tries === 0) paintStart();
  if (found) {
    whenRead(function () {
      ready();
      resume();
    });
    return;
  }
  // After three seconds the learner hears that nothing is recorded; for a minute more it may still change.
  if (!framed || tries === 12) {
    showLight("none");
    resume();
  }
  if (session.looking) later(function () { connect(tries + 1); }, tries < 12 ? 250 : 2000);
}

function resume() {
  // The learner may have begun before the adapter was there.
  if (here !== COVER) {
    if (!session.late || session.more || !session.recording) show(here);
    return;
  }
  // Somebody was quicker.
  if (window.location.hash !== start.hash) return;
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
