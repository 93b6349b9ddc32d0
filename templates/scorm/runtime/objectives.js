// cmi.objectives: one for each scored test that was handed in, named by its id (SCORM 1.2 RTE 3.4.4).
const objectives = { known: null, refused: false };

// What earlier launches have left, perhaps of an earlier edition with other tests: index by id.
function knownObjectives() {
  const count = parseInt(get("cmi.objectives._count"), 10) || 0;
  objectives.known = {};
  objectives.next = count;
  for (let index = 0; index < count; index += 1) objectives.known[get("cmi.objectives." + index + ".id")] = index;
}

function tellObjectives() {
  Object.keys(course.objectives).forEach(function (group) {
    const own = state.groups[group];
    const total = totalOf(scoredCodes(group));
    if (!own || !own.tries || !total || objectives.refused) return;
    tellObjective(course.objectives[group], percent(own.points, total));
  });
}

function tellObjective(id, score) {
  if (!objectives.known) knownObjectives();
  if (!(id in objectives.known)) {
    // An LMS without objectives says so once and is not asked again.
    objectives.refused = !set("cmi.objectives." + objectives.next + ".id", id);
    if (objectives.refused) return;
    objectives.known[id] = objectives.next;
    objectives.next += 1;
  }
  const at = "cmi.objectives." + objectives.known[id] + ".";
  [["score.raw", String(score)], ["score.min", "0"], ["score.max", "100"],
    ["status", score >= course.mastery ? "passed" : "failed"]].forEach(function (pair) {
    if (!unchanged(at + pair[0], pair[1])) set(at + pair[0], pair[1]);
  });
}
