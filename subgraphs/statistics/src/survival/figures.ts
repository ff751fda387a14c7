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
import { curveOf, type SurvivalKind } from './curve.ts';
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
const usable = ({ kind, cases }: Work, rows: Int32Array): Int32Array =>
  kind === 'OBSERVED'
    ? rows
    : rows.filter((row) => (cases.sex[row] as number) < 2 && (cases.age[row] as number) >= 0);

/** Survival at each of the years, of all ages together. */
const ofAllAges = async (
  work: Work,
  observation: Observation,
  of: Counted,
  name: number,
): Promise<(ShownSurvival | null)[]> => {
  const { kind, table, cases, given, years } = work;
  const { rule } = work.source;
  const followed = partOf(of, name, observation.rows.length, rule);
  if (followed.count < rule.minimumCell) return years.map(() => null);
  const points = await curveOf(kind, table, cases, observation);
  const curve: readonly DisclosedPoint[] =
    kind === 'OBSERVED'
      ? discloseCurve(followed, points, rule)
      : discloseRelativeCurve(followed, points, rule, CURVES[kind]);
  return years.map((year) => conditional(curve, given, year));
};

/** The same of each age group of a standard, weighed. */
const byStandard = async (
  work: Work,
  rows: Int32Array,
  of: Counted,
  name: number,
  standard: AgeStandard,
): Promise<(ShownSurvival | null)[]> => {
  const groups = await Promise.all(
    standard.begins.map((_, group) =>
      ofAllAges(
        work,
        observe(
          work.cases,
          rows.filter((row) => groupOf(standard, work.cases.age[row] as number) === group),
          work.approach,
          work.horizon,
        ),
        of,
        name + 1 + group,
      ),
    ),
  );
  return work.years.map((_, i) =>
    standardised(
      groups.map((group) => group[i] ?? null),
      standard.weights,
    ),
  );
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
  return Promise.all(
    sets.map(async (of, cell): Promise<SurvivalFigures> => {
      const codes = codesAt(axes, cell);
      const ofCell = cellAt(shown, cell);
      if (impossible(cell)) return { state: 'NOT_APPLICABLE', at: nothing, followed: ofCell };
      if (ofCell.suppressed) return { state: 'SUPPRESSED', at: nothing, followed: ofCell };
      const at = byAge
        ? await byStandard(work, rows[cell] as Int32Array, of, name, icssOf(siteOf(codes, asked)))
        : await ofAllAges(work, observations[cell] as Observation, of, name);
      return { state: 'SHOWN', at, followed: ofCell };
    }),
  );
};
