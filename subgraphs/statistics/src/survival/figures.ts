import type { LifeTable } from '@nodp/biostatistics';
import {
  type Counted,
  cellAt,
  type Disclosed,
  type DisclosedPoint,
  discloseCurve,
  discloseRelativeCurve,
  partOf,
} from '@nodp/disclosure';
import type { SurvivalApproach } from '../generated/resolvers.ts';
import {
  cellsIn,
  codesAt,
  countedAt,
  impossibleBy,
  protectedCells,
  type Selection,
} from '../measures/cells.ts';
import type { Source } from '../sources/source.ts';
import { observe } from './approach.ts';
import { curvesOf, type SurvivalKind } from './curve.ts';
import { type FollowedCases, type Observation, rowsByCell } from './followed.ts';
import { type AgeStandard, groupOf, icssOf } from './icss.ts';
import { conditional, type ShownSurvival, standardised } from './shown.ts';

/** Names of the parts of a set of cases: those followed, as an approach sees them, and those of an age group among them. */
const FOLLOWED: Readonly<Record<SurvivalApproach, number>> = {
  COMPLETE: 201,
  COHORT: 221,
  PERIOD: 241,
};
/** Names of the curves of a set: each kind has moves of its own. */
const CURVES: Readonly<Record<SurvivalKind, number>> = { OBSERVED: 0, NET: 1, RELATIVE: 2 };

/** Which survival of the cells of a selection is asked. */
export interface SurvivalAsked extends Selection {
  readonly kind: SurvivalKind;
  /** Needed unless the kind is OBSERVED. */
  readonly table: LifeTable | null;
  readonly approach: SurvivalApproach;
  /** Years lived already. */
  readonly given: number;
  /** Years after that. */
  readonly years: readonly number[];
  /** Whether age groups are weighed by the International Cancer Survival Standard. */
  readonly byAge: boolean;
}

/** Survival of one cell. */
export interface SurvivalFigures {
  readonly state: 'SHOWN' | 'SUPPRESSED' | 'NOT_APPLICABLE';
  /** At each of the years; null where too few are left. */
  readonly at: readonly (ShownSurvival | null)[];
  /** Cases followed. */
  readonly followed: Disclosed;
}

interface Work extends SurvivalAsked {
  readonly source: Source;
  readonly cases: FollowedCases;
  /** As far as the curves are read. */
  readonly horizon: number;
}

/** Those whose survival a kind can be worked out of: what is expected of a person needs the sex and the age. */
const usable = ({ kind, cases: { sex, age } }: Work, rows: Int32Array): Int32Array => {
  if (kind === 'OBSERVED') return rows;
  const some = new Int32Array(rows.length);
  let taken = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if ((sex[row] as number) < 2 && (age[row] as number) >= 0) some[taken++] = row;
  }
  return some.subarray(0, taken);
};

/** Cases that a curve is of: those of a cell, or of an age group in it. */
interface Followed {
  readonly observation: Observation;
  readonly of: Counted;
}

const followedOf = (
  { source }: Work,
  observation: Observation,
  of: Counted,
  name: number,
): Followed => ({ observation, of: partOf(of, name, observation.rows.length, source.rule) });

/** The cases of each age group of a standard. */
const byStandard = (
  work: Work,
  rows: Int32Array,
  of: Counted,
  name: number,
  standard: AgeStandard,
): Followed[] =>
  standard.begins.map((_, group) => {
    const ofGroup = rows.filter(
      (row) => groupOf(standard, work.cases.age[row] as number) === group,
    );
    const observation = observe(work.cases, ofGroup, work.approach, work.horizon);
    return followedOf(work, observation, of, name + 1 + group);
  });

/** Survival at each of the years as it may leave, of all that are asked. */
const survivalOf = async (
  { kind, table, cases, given, years, source: { rule } }: Work,
  all: readonly Followed[],
): Promise<(ShownSurvival | null)[][]> => {
  const enough = all.filter(({ of }) => of.count >= rule.minimumCell);
  const curves = await curvesOf(
    kind,
    table,
    cases,
    enough.map(({ observation }) => observation),
  );
  const shown = new Map(
    enough.map(({ of, observation }, i): [Observation, readonly DisclosedPoint[]] => {
      const points = curves[i] ?? [];
      return [
        observation,
        kind === 'OBSERVED'
          ? discloseCurve(of, points, rule)
          : discloseRelativeCurve(of, points, rule, CURVES[kind]),
      ];
    }),
  );
  return all.map(({ observation }) => {
    const curve = shown.get(observation);
    return years.map((year) => (curve === undefined ? null : conditional(curve, given, year)));
  });
};

/** The site that all of a cell's cases are of; null for several together. */
const siteOf = (codes: ReadonlyMap<string, string>, { chosen }: Selection): string | null => {
  const [only, ...others] = chosen.SITE ?? [];
  return codes.get('SITE') ?? (others.length === 0 ? (only ?? null) : null);
};

/**
 * Survival of each cell of a selection as it may leave: in steps of the minimum cell of deaths, as long as that many are at
 * risk; nothing of cells that are hidden. Curves are worked out in threads.
 * @throws RangeError where the source follows nobody
 */
export const survivalFigures = async (
  source: Source,
  asked: SurvivalAsked,
): Promise<SurvivalFigures[]> => {
  const { axes, chosen, approach, given, years, byAge } = asked;
  if (source.followed === undefined) throw new RangeError(`${source.id} follows nobody.`);
  const cases = await source.followed(axes, chosen);
  const counts = await source.count({
    ...{ events: 'CASES', axes, chosen },
    ...{ sexes: false, ages: false, registered: false },
  });
  const work: Work = { ...asked, source, cases, horizon: given + Math.max(...years) };
  const cells = cellsIn(axes);
  const rows = rowsByCell(cases, cells).map((ofCell) => usable(work, ofCell));
  const sets = Array.from({ length: cells }, (_, cell) => countedAt(source, counts, cell));
  const name = FOLLOWED[approach];
  const observations = rows.map((own) => observe(cases, own, approach, work.horizon));
  const followed = sets.map((of, cell) =>
    partOf(of, name, observations[cell]?.rows.length ?? 0, source.rule),
  );
  const shown = protectedCells(source, axes, followed);
  const nothing = years.map(() => null);
  const impossible = impossibleBy(asked);
  const stateOf = (cell: number) => {
    if (impossible(cell)) return 'NOT_APPLICABLE';
    return cellAt(shown, cell).suppressed ? 'SUPPRESSED' : 'SHOWN';
  };
  const standards = sets.map((_, cell) =>
    byAge ? icssOf(siteOf(codesAt(axes, cell), asked)) : null,
  );
  const parts = sets.map((of, cell): Followed[] => {
    if (stateOf(cell) !== 'SHOWN') return [];
    const standard = standards[cell] ?? null;
    return standard === null
      ? [followedOf(work, observations[cell] as Observation, of, name)]
      : byStandard(work, rows[cell] as Int32Array, of, name, standard);
  });
  const survivals = await survivalOf(work, parts.flat());
  return sets.map((_, cell): SurvivalFigures => {
    const state = stateOf(cell);
    const own = survivals.splice(0, parts[cell]?.length ?? 0);
    const standard = standards[cell] ?? null;
    const at =
      standard === null
        ? (own[0] ?? nothing)
        : years.map((_, i) =>
            standardised(
              own.map((group) => group[i] ?? null),
              standard.weights,
            ),
          );
    return {
      state,
      at: state === 'SHOWN' ? at : nothing,
      followed: cellAt(shown, cell),
    };
  });
};
