/** Levels of objects and lists within one another; the deepest resources of FHIR R4's own examples have some 15. */
export const DEEPEST = 100;
/** Values of a content, and entries of a Bundle: the largest body holds so many of the shortest resources that say anything. */
const MOST_VALUES = 4_000_000;
const MOST_ENTRIES = 50_000;
/** Values of one resource: a list of ten thousand members has some forty thousand. */
const MOST_OF_ONE = 100_000;

const [QUOTE, ESCAPE, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/**
 * Why JSON is not read before it is: what walks it does so by a call a level, and a stack has an end; and a body of 90 kB packed may
 * hold thirty million objects, which take more memory than a process has. Null where it may be read.
 * @param most values
 */
export const shapeProblem = (json: string, most = MOST_VALUES): string | null => {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const c = json.charCodeAt(at);
    if (quoted) {
      if (c === ESCAPE) at++;
      else if (c === QUOTE) quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (c === COMMA) values++;
    else if (OPENING.has(c)) {
      values++;
      if (++depth > DEEPEST)
        return `The content is nested deeper than ${DEEPEST} levels. No resource of FHIR R4 needs as many.`;
    } else if (CLOSING.has(c)) depth--;
    if (values > most)
      return `The content holds more than ${most} values. Send it in parts: one Bundle for each patient is a good size.`;
  }
  return null;
};

/** Why a Bundle is not read, with so many entries; null where it is. */
export const entriesProblem = (value: unknown, most = MOST_ENTRIES): string | null => {
  const entries = (value as { readonly entry?: unknown } | null)?.entry;
  return Array.isArray(entries) && entries.length > most
    ? `The Bundle has more than ${most} entries. Send it in parts: one Bundle for each patient is a good size.`
    : null;
};

/**
 * Whether a resource has more values than any record: what is wrong with each of them would be told, in more memory than there is.
 * @param text its JSON: of two characters a value at least
 */
export const hasTooManyValues = (
  resource: unknown,
  most = MOST_OF_ONE,
  text: string | null = null,
): boolean => {
  if (text !== null && text.length < most) return false;
  let values = 0;
  const counts = (value: unknown): boolean => {
    if (++values > most) return true;
    if (typeof value !== 'object' || value === null) return false;
    return Array.isArray(value) ? value.some(counts) : Object.values(value).some(counts);
  };
  return counts(resource);
};
