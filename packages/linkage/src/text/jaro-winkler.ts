/** How much of a common beginning counts, and for at most how many characters (Winkler 1990). */
const PREFIX_SCALE = 0.1;
const LONGEST_PREFIX = 4;

/** Jaro similarity (1989): 0 for nothing in common, 1 for the same text; two empty texts are the same. */
const jaro = (left: string, right: string): number => {
  if (left === right) return 1;
  if (left.length === 0 || right.length === 0) return 0;
  const window = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Array<boolean>(right.length).fill(false);
  const matched: string[] = [];
  for (let i = 0; i < left.length; i++) {
    const end = Math.min(i + window + 1, right.length);
    for (let j = Math.max(0, i - window); j < end; j++) {
      if (taken[j] || left[i] !== right[j]) continue;
      taken[j] = true;
      matched.push(left[i] as string);
      break;
    }
  }
  if (matched.length === 0) return 0;
  let at = 0;
  let moved = 0;
  for (let j = 0; j < right.length; j++) {
    if (!taken[j]) continue;
    if (right[j] !== matched[at]) moved++;
    at++;
  }
  const m = matched.length;
  return (m / left.length + m / right.length + (m - moved / 2) / m) / 3;
};

/** Jaro–Winkler similarity, 0 to 1. */
export const jaroWinkler = (left: string, right: string): number => {
  const similarity = jaro(left, right);
  let prefix = 0;
  while (
    prefix < Math.min(LONGEST_PREFIX, left.length, right.length) &&
    left[prefix] === right[prefix]
  )
    prefix++;
  return similarity + prefix * PREFIX_SCALE * (1 - similarity);
};
