/** A release never changes, so an answer stays true: the latest are kept. */
const MOST_KEPT = 1000;
const kept = new Map<string, Promise<unknown>>();

/** @param key names question and release wholly */
export const once = <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const known = kept.get(key) as Promise<T> | undefined;
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const answer = work();
  kept.set(key, answer);
  answer.catch(() => kept.delete(key));
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
  return answer;
};
