/** Names that every JavaScript object answers to; no element of FHIR has one. */
const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A name that the database cannot hold, and so cannot name in an answer either. */
const isUnsound = (name: string): boolean => name.includes('\0') || !name.isWellFormed();

/** The name as it can be said: what is no text replaced by U+FFFD. */
const sayable = (name: string): string => name.replaceAll('\0', '\uFFFD').toWellFormed();

/** A value with its name in the one that holds it. */
interface Held {
  readonly value: unknown;
  readonly name: string;
  readonly within: Held | null;
}

const placeOf = (held: Held): string => {
  let place = '';
  for (let at: Held | null = held; at !== null; at = at.within) place = `${at.name}${place}`;
  return place;
};

/**
 * Where content has an element named like a method of every object (`valueOf`, `constructor`, `__proto__`); null where it
 * has none. Libraries that call the method find the sender's value instead: an object with `{"valueOf": null}` ended a
 * whole submission with a TypeError of the structure check. A name that holds a NUL or half a Unicode character is found
 * likewise: PostgreSQL refuses it, and with it the answer that would have named it.
 */
export const reservedName = (content: unknown): string | null => {
  const waiting: Held[] = [{ value: content, name: '', within: null }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value } = next;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const name = isList ? `[${key}]` : `.${key}`;
      if (!isList && (RESERVED.has(key) || isUnsound(key)))
        return sayable(placeOf({ value, name, within: next })).replace(/^\./, '');
      const part = (value as Readonly<Record<string, unknown>>)[key];
      if (typeof part === 'object' && part !== null)
        waiting.push({ value: part, name, within: next });
    }
  }
  return null;
};
