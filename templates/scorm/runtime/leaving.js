// The end of a visit, whatever way it comes: hidden, closed, killed, brought back, overtaken by another tab.

function dirty() {
  settled();
  return session.ready && session.recording && state.count !== session.acked;
}

function leave() {
  settled();
  if (lms.ended || !lms.open) return;
  // beforeunload may have saved a moment ago.
  if (session.ready && session.recording && (saving.sent !== state.count || now() - saving.committed > 1000)) saveNow(true);
  window.clearTimeout(saving.timer);
  finish();
}

function watchLeaving() {
  // Phones send visibilitychange and pagehide, and often nothing after them.
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden" && dirty()) saveNow();
  });
  // beforeunload can be cancelled by the LMS, so it saves and pagehide finishes.
  window.addEventListener("beforeunload", function () {
    if (dirty()) saveNow();
  });
  window.addEventListener("online", function () {
    if (session.light === "unsaved") save();
  });
  window.addEventListener("offline", function () {
    saving.reached = false;
  });
  window.addEventListener("storage", function (event) {
    if (session.recording && event.key === keyOf(state.attempt) && event.newValue && ahead(event.newValue)) stop();
  });
  window.addEventListener("pagehide", leave);
  if (!("onpagehide" in window)) window.addEventListener("unload", leave);
  window.addEventListener("pageshow", function (event) {
    // Back from the browser's cache with a finished session: start a new one.
    if (event.persisted && lms.ended) window.location.reload();
  });
}
