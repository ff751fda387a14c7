/** Whether it looks like circe's expression. */
export const isCirce = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'PrimaryCriteria' in json;

/** The expression itself: ATLAS wraps it in what it knows of a definition, as an object or as text. @throws SyntaxError where the text is no JSON */
export const unwrapped = (json: unknown): unknown => {
  const inner = (json as { expression?: unknown } | null)?.expression;
  if (!isCirce(json) && isCirce(inner)) return inner;
  return !isCirce(json) && typeof inner === 'string' ? JSON.parse(inner) : json;
};
