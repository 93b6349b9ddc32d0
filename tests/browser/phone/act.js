states => {
  const press = (card, which) => { const b = card.querySelectorAll('.q-foot .btn')[which]; if (b) b.click(); };
  const change = (e, value) => { e.value = value; e.dispatchEvent(new Event('input', { bubbles: true }));
    e.dispatchEvent(new Event('change', { bubbles: true })); };
  const give = (card, right) => {
    const inputs = [...card.querySelectorAll('.opt input')].sort((a, b) => a.value - b.value);
    const type = card.dataset.type;
    if (type === 'choice' || type === 'truefalse') inputs[right ? 0 : 1].click();
    if (type === 'multi') [0, 2].forEach(n => { if (inputs[right ? n : 1].checked === false) inputs[right ? n : 1].click(); });
    if (type === 'task') inputs.forEach(i => i.click());
    card.querySelectorAll('select').forEach((s, n) => change(s, String(right ? n : 2)));
    card.querySelectorAll('.gap, .field').forEach((f, n) => change(f, right ? window.longWord.split(' ').pop() : 'wwwwwwwwwwwwwwww'));
    const gaps = card.querySelectorAll('.gap');
    if (right && gaps.length) change(gaps[1], 'x');
    if (type === 'order') {
      const list = card.querySelector('.order');
      for (const place of right ? [0, 1, 2] : [2, 1, 0])
        for (const li = list.querySelector(`[data-i="${place}"]`); li.nextElementSibling;) li.querySelector('[data-by="1"]').click();
      const keep = card.querySelector('.as-is .btn'); if (keep) keep.click();
    }
  };
  for (const card of document.querySelectorAll('.q')) {
    const state = card.id.split('-').pop();
    card.querySelectorAll('summary').forEach(s => s.click());
    if (state === 'fresh') continue;
    give(card, state === 'right');
    press(card, 0);
    if (state === 'again') press(card, 0);
    if (state === 'shown') press(card, 1);
  }
}
