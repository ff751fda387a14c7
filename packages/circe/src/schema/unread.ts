const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const join = (at: string, key: string | number): string =>
  at === '' ? String(key) : `${at}.${key}`;

/** Places of what was given and is not in what was read of it: `ConceptSets.0.createdBy`. */
export const unreadIn = (given: unknown, read: unknown, at = ''): string[] => {
  if (Array.isArray(given) && Array.isArray(read))
    return given.flatMap((each, i) => unreadIn(each, read[i], join(at, i)));
  if (isObject(given) && isObject(read))
    return Object.entries(given).flatMap(([key, each]) =>
      Object.hasOwn(read, key) ? unreadIn(each, read[key], join(at, key)) : [join(at, key)],
    );
  return [];
};
