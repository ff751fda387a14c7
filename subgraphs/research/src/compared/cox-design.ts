import type { Factor } from '@nodp/biostatistics';
import type { SurvivalSets } from '@nodp/warehouse';
import type { Variable } from './variables.ts';

/** A term as a model has it: who is at which of its levels. */
export interface Term {
  /** Its own among all that can be asked, whichever others are: its ratios are moved alike in every model of the same persons. */
  readonly salt: number;
  readonly name: Variable['name'];
  readonly levels: readonly Variable['name'][];
  /** The level of each row of the times. */
  readonly codes: Int32Array;
}

const NOT_KNOWN = { en: 'not known', zh: '不详' };

/** A covariate as a term; what is not known is a level of its own, so that nobody is silently left out. */
export const termOf = (
  { name, levels, levelOf }: Variable,
  { row }: SurvivalSets,
  salt: number,
): Term => ({
  ...{ salt, name },
  levels: [...levels, NOT_KNOWN],
  codes: Int32Array.from(row, (place) => {
    const level = levelOf(place);
    return level < 0 ? levels.length : level;
  }),
});

/** Rows of a model with its factors, and which level each code of a factor is. */
export interface Design {
  readonly rows: Int32Array;
  readonly terms: readonly {
    readonly term: Term;
    /** The levels kept, the reference first. */
    readonly retained: readonly number[];
  }[];
}

/**
 * The rows that a model can be made of: who is at a level with too few events is left out, again until every level that is left
 * has enough. The reference of a term is the level with the most events, of the cohorts the first.
 * @param enough whether the persons of some rows with the event are enough
 * @param firstIsReference whether the first term keeps its first level as the reference
 */
export const designOf = (
  sets: SurvivalSets,
  terms: readonly Term[],
  enough: (rows: readonly number[]) => boolean,
  firstIsReference: boolean,
): Design => {
  let rows = Array.from(sets.row.keys());
  for (;;) {
    const small = new Set<string>();
    const retained = terms.map(({ levels, codes }, t) => {
      const events = levels.map((): number[] => []);
      const seen = new Set<number>();
      for (const i of rows) {
        const level = codes[i] as number;
        seen.add(level);
        if (sets.event[i] === 1) events[level]?.push(i);
      }
      const own = levels.flatMap((_, level) => {
        const any = seen.has(level);
        if (any && !enough(events[level] ?? [])) small.add(`${t} ${level}`);
        return any && !small.has(`${t} ${level}`) ? [level] : [];
      });
      if (firstIsReference && t === 0) return own;
      const most = own.reduce(
        (best, level) =>
          (events[level]?.length ?? 0) > (events[best]?.length ?? -1) ? level : best,
        own[0] ?? 0,
      );
      return own.length === 0 ? [] : [most, ...own.filter((level) => level !== most)];
    });
    if (small.size === 0)
      return {
        rows: Int32Array.from(rows),
        terms: terms.map((term, t) => ({ term, retained: retained[t] as number[] })),
      };
    rows = rows.filter((i) => terms.every(({ codes }, t) => !small.has(`${t} ${codes[i]}`)));
  }
};

/** What an estimator is given: terms with one level left say nothing. */
export const inputOf = (sets: SurvivalSets, { rows, terms }: Design) => {
  const time = Float64Array.from(rows, (i) => sets.time[i] as number);
  const entry = Float64Array.from(rows, (i) => sets.entry[i] as number);
  const factors = terms.flatMap(({ term, retained }, t): Factor[] =>
    retained.length < 2
      ? []
      : [
          {
            name: String(t),
            levels: retained.length,
            codes: Int32Array.from(rows, (i) => retained.indexOf(term.codes[i] as number)),
          },
        ],
  );
  return {
    time,
    // Competing events end the follow-up: the hazard is that of the cause.
    event: Uint8Array.from(rows, (i) => (sets.event[i] === 1 ? 1 : 0)),
    ...(entry.some((day) => day > 0) && { entry }),
    factors,
  };
};
