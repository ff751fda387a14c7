/**
 * A JSON value without its nulls, which circe writes for what was left out. The type of a limit keeps its null: it says that there
 * is none, where leaving it out says the first.
 */
export const withoutNull = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => each !== null || key === 'Type')
      .map(([key, each]) => [key, withoutNull(each)]),
  );
};
