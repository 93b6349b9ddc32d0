// The light in the bar says whether progress is safe; a notice comes only when the learner must know, and can be closed.
const LIGHTS = { saved: "saved", saving: "saving", unsaved: "not_saved", none: "not_recorded", review: "review_only", stopped: "not_recorded" };
const NOTICES = { unsaved: "not_saved_more", lost: "not_saved_lost", none: "not_recorded_more", review: "review_more", stopped: "stopped_more" };

function showLight(name) {
  const light = one("#mm-light");
  const before = session.light;
  session.light = name;
  light.className = "light is-" + name;
  light.lastElementChild.textContent = words[LIGHTS[name]];
  const end = one("#mm-done");
  if (end) end.hidden = name !== "saved";
  const notice = NOTICES[name === "unsaved" && !device.kept ? "lost" : name];
  if (name === "saving" || name === before && notice === showLight.notice) return;
  showLight.notice = notice;
  const text = one("#mm-notice span");
  one("#mm-notice").hidden = !notice;
  text.textContent = notice ? words[notice] : "";
  if (name === "stopped") text.appendChild(button("open_again", "primary", openAgain));
}

function closeNotice() {
  one("#mm-notice").hidden = true;
}

// Why a result that the page shows is not in the LMS; empty where it is, or will be.
function unrecorded() {
  return { review: words.review_result, none: words.not_recorded_more, stopped: words.stopped_more }[session.light] || "";
}
