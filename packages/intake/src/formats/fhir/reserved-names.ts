/** Names that every JavaScript object answers to; no element of FHIR has one. */
const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The objects and lists right below a value, each with its name there. */
const below = (value: object): [name: string, part: unknown][] =>
  Array.isArray(value)
    ? value.map((part, i): [string, unknown] => [`[${i}]`, part])
    : Object.entries(value).map(([name, part]): [string, unknown] => [`.${name}`, part]);

/** A name that the database cannot hold, and so cannot name in an answer either. */
const isUnsound = (name: string): boolean => name.includes('\0') || !name.isWellFormed();

/** The name as it can be said: what is no text replaced by U+FFFD. */
const sayable = (name: string): string => name.replaceAll('\0', '\uFFFD').toWellFormed();

/**
 * Where content has an element named like a method of every object (`valueOf`, `constructor`, `__proto__`); null where it
 * has none. Libraries that call the method find the sender's value instead: an object with `{"valueOf": null}` ended a
 * whole submission with a TypeError of the structure check. A name that holds a NUL or half a Unicode character is found
 * likewise: PostgreSQL refuses it, and with it the answer that would have named it.
 */
export const reservedName = (content: unknown): string | null => {
  const waiting: { readonly where: string; readonly value: unknown }[] = [
    { where: '', value: content },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { where, value } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of below(value)) {
      if (RESERVED.has(name.slice(1)) || isUnsound(name))
        return sayable(`${where}${name}`).replace(/^\./, '');
      if (typeof part === 'object' && part !== null)
        waiting.push({ where: `${where}${name}`, value: part });
    }
  }
  return null;
};
