import { disclosureRule, releasesConfiguration } from './configuration.ts';

/** What tells a release from every other, of other servers too: two folders may carry one number. */
export interface ReleaseKey {
  readonly number: number;
  readonly checksum: string;
}

/** A release never changes, so an answer stays true: the latest are kept. */
const MOST_KEPT = 1000;
const kept = new Map<string, Promise<unknown>>();

/**
 * The answer to a question put to a release, worked out once.
 * @param words that name the question wholly
 */
export const once = <T>(
  { number, checksum }: ReleaseKey,
  words: readonly string[],
  work: () => Promise<T>,
): Promise<T> => {
  const { engine, folder } = releasesConfiguration();
  const key = JSON.stringify([engine.kind, folder, disclosureRule(), number, checksum, ...words]);
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
