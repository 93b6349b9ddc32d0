// Opens what renderer/keys.py has sealed: xorshift32 over the FNV-1a hash of the question's id.
function unseal(id, text) {
  const bytes = Uint8Array.from(window.atob(text), function (sign) { return sign.charCodeAt(0); });
  let seed = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) seed = Math.imul(seed ^ id.charCodeAt(i), 0x01000193) >>> 0;
  seed = seed || 1;
  for (let i = 0; i < bytes.length; i += 1) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    bytes[i] ^= seed & 255;
  }
  return JSON.parse(new TextDecoder().decode(bytes));
}
