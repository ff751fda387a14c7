/** Levels of objects and lists within one another; the deepest resources of FHIR R4's own examples have some 15. */
export const DEEPEST = 100;

const [QUOTE, ESCAPE] = [0x22, 0x5c];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/** Whether JSON is nested deeper than that: what reads it walks it by a call a level, and a stack has an end. */
export const isNestedTooDeeply = (json: string): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const c = json.charCodeAt(at);
    if (quoted) {
      if (c === ESCAPE) at++;
      else if (c === QUOTE) quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (OPENING.has(c)) {
      if (++depth > DEEPEST) return true;
    } else if (CLOSING.has(c)) depth--;
  }
  return false;
};
