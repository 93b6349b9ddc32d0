// The light in the bar says whether progress is safe; a notice comes only when the learner must know, and can be closed.
const LIGHTS = { saved: "saved", saving: "saving", unsaved: "not_saved", none: "not_recorded", review: "review_only" };
const NOTICES = { unsaved: "not_saved_more", lost: "not_saved_lost", none: "not_recorded_more", review: "review_more" };

function showLight(name) {
  const light = one("#mm-light");
  light.className = "light is-" + name;
  light.lastElementChild.textContent = words[LIGHTS[name]];
  if (name === session.light || name === "saving") return;
  session.light = name;
  const notice = NOTICES[name === "unsaved" && session.kept === false ? "lost" : name];
  one("#mm-notice").hidden = !notice;
  one("#mm-notice span").textContent = notice ? words[notice] : "";
}

function closeNotice() {
  one("#mm-notice").hidden = true;
}
