/** JSON as fastjson writes it: numeric keys of an object stand bare, `{0:"127.0.0.1:10911"}`. */

export function parseBareJson(text: string): unknown {
  return JSON.parse(text.replaceAll(STRING_OR_KEY, quoted));
}

/** A string, which is left alone, or a number where a key stands. */
const STRING_OR_KEY = /"(?:[^"\\]|\\.)*"|(?<=[{,]\s*)-?\d+(?=\s*:)/g;

function quoted(found: string): string {
  return found.startsWith('"') ? found : `"${found}"`;
}
