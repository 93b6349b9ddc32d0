() => {
  const found = [], root = document.documentElement, say = (what, e) => found.push(what + ': ' +
    (e.className || e.tagName) + ' in ' + (e.closest('[id]') || {}).id + ' “' + e.textContent.trim().slice(0, 40) + '”');
  if (root.scrollWidth > root.clientWidth) found.push('sideways: ' + (root.scrollWidth - root.clientWidth));
  const shown = e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible' &&
    !e.closest('.sr, .drawer, option, .skip, math, .find');
  const targets = 'button, a.btn, .opt, select, .gap, .field, summary, .rights > li, .by-section a';
  for (const e of document.querySelectorAll(targets)) {
    if (!shown(e) || e.matches('.fn, .term, .zoom')) continue;
    const r = e.getBoundingClientRect();
    if (r.height < 43.5 || r.width < 43.5) say('small ' + Math.round(r.width) + '×' + Math.round(r.height), e);
    if (r.left < -1 || r.right > root.clientWidth + 1) say('out of reach', e);
  }
  // Whether an element, or one around it, hides a part of what is in it; each is asked once.
  const known = new Map([[document.body, false]]);
  const clips = e => {
    if (!known.has(e)) known.set(e, clips(e.parentElement) || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 &&
      !e.matches('.scroll, .rights, .jump-box, .bar-title') && getComputedStyle(e).overflowX !== 'visible');
    return known.get(e);
  };
  const said = new Set(Object.values(modmigrate.first.words).flatMap(w => w.split(/[^\p{L}]+/u)));
  const walker = document.createTreeWalker(document.querySelector('#mm-main'), NodeFilter.SHOW_TEXT), range = document.createRange();
  const canvas = document.createElement('canvas').getContext('2d');
  while (walker.nextNode()) {
    const node = walker.currentNode, e = node.parentElement;
    if (!node.data.trim() || e.closest('[aria-hidden=true]') || !shown(e)) continue;
    range.selectNodeContents(node);
    const all = [...range.getClientRects()];
    if (!all.length || all.some(r => r.width < 2 || r.height < 6) || e.getBoundingClientRect().width < 2) say('hidden', e);
    if (all.some(r => r.left < -1 || r.right > root.clientWidth + 1)) say('cut', e);
    if (clips(e)) say('cut', e);
    // A script without blanks between its words breaks anywhere.
    for (const word of node.data.matchAll(/[\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}'’]{2,}/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const rects = [...range.getClientRects()].filter(r => r.width > 0);
      const lines = new Set(rects.map(r => Math.round(r.top / 4)));
      if (lines.size < 2) continue;
      canvas.font = getComputedStyle(e).font;
      const wide = canvas.measureText(word[0]).width;
      if (said.has(word[0]) && wide < root.clientWidth - 100 || wide < Math.min(root.clientWidth * 0.42, 260)) say('broken ' + word[0], e);
    }
  }
  return [...new Set(found)];
}
