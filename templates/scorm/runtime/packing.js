// Typed text in as few printable ASCII signs as is simple: Latin and Arabic letters one each, Han two and a half.
// Letters, digits, blanks and most signs stand for themselves. The others:
//   _ ` |   a period, a comma, a line end           ^x  one of TAKEN
//   \xy     one Latin letter, typographic sign …     %xy a window of 64 signs, one letter each from here on
//   } {     pairs of signs from U+3000 or U+A800 on as five letters, a single one as three
//   ~       back to ASCII
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@$";
const TAKEN = ";*~^_`|\\%{}";
const SWAPPED = { ".": "_", ",": "`", "\n": "|" };
const WIDE = { "}": 0x3000, "{": 0xa800 };
// Blocks that move into the room of others, so that two letters can name them: Latin for Vietnamese and
// typographic signs; forms of full width below U+B000.
const MOVED = [[0x1e00, 0x0e00], [0x2000, 0x0f00]];
const FULL_WIDTH = 0x5000;
// Windows that hold a script's letters, where they cross a border of 64: Greek, Cyrillic, Arabic. Numbered from the end.
const WINDOWS = [0x390, 0x410, 0x620];

function numerals(number, count) {
  let out = "";
  for (let i = 0; i < count; i += 1, number = Math.floor(number / 64)) out = LETTERS.charAt(number % 64) + out;
  return out;
}

function numberOf(signs) {
  return signs.split("").reduce(function (sum, sign) { return sum * 64 + LETTERS.indexOf(sign); }, 0);
}

function pack(text) {
  const out = { text: "", mode: "~", odd: null };
  Array.from(text).forEach(function (sign, at, all) { packSign(out, sign, at + 1 < all.length ? all[at + 1].codePointAt(0) : 0); });
  return out.text;
}

function packSign(out, sign, next) {
  const code = sign.codePointAt(0);
  if (code >= 0xd800 && code < 0xe000) return; // half a sign
  if (code < 0x80) packAscii(out, sign, code);
  else if (moved(code)) packPart(out, "\\" + numerals(moved(code), 2));
  else if (wide(code)) packWide(out, wide(code), code);
  else {
    const number = windowOf(code);
    const mode = "%" + numerals(number, 2);
    // One letter of another script needs no window of its own.
    if (out.mode !== mode && code < MOVED[0][1] && (next < 0x80 || windowOf(next) !== number)) packPart(out, "\\" + numerals(code, 2));
    else {
      change(out, mode);
      packPart(out, numerals(code - startOf(number), 1));
    }
  }
}

function windowOf(code) {
  const own = WINDOWS.filter(function (start) { return code >= start && code < start + 64; })[0];
  return own ? 4095 - WINDOWS.indexOf(own) : code >> 6;
}

function startOf(number) {
  return number > 4095 - WINDOWS.length ? WINDOWS[4095 - number] : number * 64;
}

function packAscii(out, sign, code) {
  if (LETTERS.indexOf(sign) >= 0) {
    change(out, "~");
    packPart(out, sign);
  } else if (TAKEN.indexOf(sign) >= 0) packPart(out, "^" + LETTERS.charAt(TAKEN.indexOf(sign)));
  else if (code >= 32 && code < 127 || sign === "\n") packPart(out, SWAPPED[sign] || sign);
}

function packPart(out, part) {
  out.odd = null;
  out.text += part;
}

function change(out, mode) {
  if (out.mode !== mode) packPart(out, mode);
  out.mode = mode;
}

// Two letters' worth: from U+0080 to U+036F, and what is moved there.
function moved(code) {
  const block = MOVED.filter(function (pair) { return code >= pair[0] && code < pair[0] + 256; })[0];
  return block ? code - block[0] + block[1] : code < 0x370 ? code : 0;
}

function wide(code) {
  if (code >= 0x3000 && code < 0xa4d0 || code >= 0xff00 && code < 0xfff0) return "}";
  return code >= 0xac00 && code < 0xd7b0 ? "{" : "";
}

function packWide(out, mode, code) {
  change(out, mode);
  const value = (code >= 0xff00 ? code - FULL_WIDTH : code) - WIDE[mode];
  if (out.odd === null) {
    out.text += numerals(value, 3);
    out.odd = value;
  } else {
    out.text = out.text.slice(0, -3) + numerals(out.odd * 32768 + value, 5);
    out.odd = null;
  }
}

function unpack(text) {
  let out = "";
  let mode = "~";
  (text.replace(/\*$/, "").match(/\^.?|\\.{0,2}|%.{0,2}|[~{}]|[A-Za-z0-9@$]+|[^]/g) || []).forEach(function (part) {
    const first = part.charAt(0);
    const plain = Object.keys(SWAPPED).filter(function (sign) { return SWAPPED[sign] === part; })[0];
    if (first === "^") out += TAKEN.charAt(LETTERS.indexOf(part.charAt(1)));
    else if (first === "\\") out += unmoved(numberOf(part.slice(1)));
    else if (/[%~{}]/.test(first)) mode = part;
    else out += plain || (LETTERS.indexOf(first) >= 0 ? unpackRun(mode, part) : part);
  });
  return out;
}

function unmoved(value) {
  const block = MOVED.filter(function (pair) { return value >= pair[1] && value < pair[1] + 256; })[0];
  return String.fromCharCode(block ? value - block[1] + block[0] : value);
}

function unpackRun(mode, run) {
  if (mode === "~") return run;
  if (mode.charAt(0) === "%") {
    const base = startOf(numberOf(mode.slice(1)));
    return run.split("").map(function (sign) { return String.fromCodePoint(base + numberOf(sign)); }).join("");
  }
  return (run.match(/.{5}|.{1,3}/g) || []).map(function (part) {
    const value = numberOf(part);
    return (part.length === 5 ? [Math.floor(value / 32768), value % 32768] : [value]).map(function (one) {
      const code = one + WIDE[mode];
      return String.fromCharCode(mode === "}" && code >= 0xff00 - FULL_WIDTH ? code + FULL_WIDTH : code);
    }).join("");
  }).join("");
}

// As form 1 of the state wrote it.
function repacked(text) {
  const cut = /\*$/.test(text) ? "*" : "";
  return text.replace(/\*$/, "").split(",").map(function (part) {
    try {
      return pack(decodeURIComponent(part));
    } catch (error) {
      return "";
    }
  }).join(",") + cut;
}
