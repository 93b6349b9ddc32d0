// Practice that went wrong comes back at the next chapter's start: two or three questions, as long as they are wrong.
const AGAIN = 3;

function offerAgain(code, screen) {
  const section = sectionOf[code];
  if (section.screens[0][0] !== code) return;
  const wrong = wrongBefore(section);
  if (!wrong.length) return;
  const box = make("details", { class: "try" }, spoken(make("summary", {}, [icon("again"), words.wrong_again])));
  const body = one(".body", screen);
  body.insertBefore(box, body.firstChild);
  gather(wrong.map(function (own) { return questions[own][3]; }), "[data-q]", box, function (found) {
    const own = found.filter(function (node) { return wrong.indexOf(node.getAttribute("data-q")) >= 0; });
    own.forEach(function (node) {
      box.appendChild(node);
      mountDetails(node);
      mountCard(node);
    });
    box.hidden = !own.length;
  });
}

// Of the last chapter before that has such practice; what counts is begun anew at the end only, and what was looked up stays.
function wrongBefore(section) {
  const before = course.sections.slice(0, course.sections.indexOf(section)).filter(function (own) { return own.required; });
  const wrong = Object.keys(questions).filter(function (code) {
    const question = questions[code];
    const answer = answerOf(code);
    return sectionOf[question[3]] === before[before.length - 1] && !isTest(question[2]) && !question[1] && question[4] > 0 &&
      answer.checked && !answer.shown && answer.points < question[4];
  });
  return wrong.slice(0, AGAIN);
}
