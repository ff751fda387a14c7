/** The parts of an answer that are read beside its curves. */

/** At most this many digits after the point: scores are cut where their tables cut them. */
const shown = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toFixed(2))) : String(value);

export type Part = { name: string | null; value: string };

const SHOWN = new Set(['score', 'points', 'grade', 'mALBI', 'group', 'risk', 'cls']);

/** @param json an answer; of those with curves there is nothing more to say */
export const partsOf = (json: string | null): Part[] => {
  if (json === null) return [];
  const answer: unknown = JSON.parse(json);
  if (answer === null || typeof answer !== 'object') return [{ name: null, value: shown(answer) }];
  return Object.entries(answer)
    .filter(([name]) => SHOWN.has(name))
    .map(([name, value]) => ({ name, value: shown(value) }));
};

/** Whole people of 100: what is drawn has to be a hundred people. */
export const wholePeople = (people: number): number =>
  Math.min(100, Math.max(0, Math.round(people)));
