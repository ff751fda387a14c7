/** Names that every JavaScript object answers to; no element of FHIR has one. */
const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The objects and lists right below a value, each with its name there. */
const below = (value: object): [name: string, part: unknown][] =>
  Array.isArray(value)
    ? value.map((part, i): [string, unknown] => [`[${i}]`, part])
    : Object.entries(value).map(([name, part]): [string, unknown] => [`.${name}`, part]);

/**
 * Where content has an element named like a method of every object (`valueOf`, `constructor`, `__proto__`); null where it
 * has none. Libraries that call the method find the sender's value instead: an object with `{"valueOf": null}` ended a
 * whole submission with a TypeError of the structure check.
 */
export const reservedName = (content: unknown): string | null => {
  const waiting: { readonly where: string; readonly value: unknown }[] = [
    { where: '', value: content },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { where, value } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of below(value)) {
      if (RESERVED.has(name.slice(1))) return `${where}${name}`.replace(/^\./, '');
      if (typeof part === 'object' && part !== null)
        waiting.push({ where: `${where}${name}`, value: part });
    }
  }
  return null;
};
