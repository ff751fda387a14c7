/** How an answer of a rule reads in a line. */

const words = (value: unknown): string => {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
  }
  if (Array.isArray(value)) return value.length > 5 ? '…' : value.map(words).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name} ${words(part)}`)
    .join(', ');
};

/** @param json null where the rule gives no answer */
export const readAnswer = (json: string | null): string =>
  json === null ? '—' : words(JSON.parse(json));
