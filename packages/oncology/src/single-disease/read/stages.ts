import type { DiseaseFacts, StageFact } from '../facts.ts';

const AT_DIAGNOSIS: ReadonlySet<string | null> = new Set(['c', 'p', null]);
const earliest = (a: StageFact, b: StageFact): number => (a.days ?? 1e6) - (b.days ?? 1e6);

/** The first value of an axis at diagnosis that reads as one of the system's; null where none does. */
export const stageOn = ({ stages }: DiseaseFacts, axis: string, reads: RegExp): string | null => {
  const own = stages
    .filter((one) => one.axis === axis && AT_DIAGNOSIS.has(one.classification))
    .toSorted(earliest);
  for (const { value } of own) {
    const found = reads.exec(value.trim());
    if (found !== null) return found[1] ?? found[0];
  }
  return null;
};

/** The last stage of an axis after treatment (y); null where none is recorded. */
export const stageAfter = ({ stages }: DiseaseFacts, axis: string): string | null =>
  stages
    .filter((one) => one.axis === axis && one.classification?.startsWith('y') === true)
    .toSorted(earliest)
    .at(-1)?.value ?? null;

/** A category's digit: `cT2a` is 2; null where it is not assessed or not known. */
export const levelOf = (category: string | null): number | null => {
  const level = /[TNM](\d)/i.exec(category ?? '')?.[1];
  if (level !== undefined) return Number(level);
  return /Tis/i.test(category ?? '') ? 0 : null;
};
