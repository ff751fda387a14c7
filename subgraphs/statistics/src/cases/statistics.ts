import { STAGES } from '@nodp/cohorts';
import {
  type Counted,
  type Disclosed,
  type DisclosureRule,
  discloseCounted,
  joined as joinedSets,
  type Keyed,
  nobody,
  together,
} from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import { SITE_GROUPS } from '@nodp/terminology';
import { PROVINCES } from '@nodp/terminology/provinces';
import type { CaseFilter, CellTables, Tabulation } from '@nodp/warehouse';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { Coverage, Residents } from '../registration/coverage.ts';
import { rateBasis } from '../registration/in-words.ts';
import { type AgeAnswer, agesOf } from './ages.ts';
import { type BasisAnswer, basisOf } from './basis.ts';
import { protectRows, type Row, type RowAnswer } from './breakdown.ts';
import { cellsBy, totalOf } from './cells.ts';
import { populationAtRiskOf, populationAtRiskOfSite } from './filter.ts';
import { type LeftOutAnswer, leftOutOf } from './left-out.ts';
import { marksAt, ofMark } from './marks.ts';
import type { ShareAnswer } from './shares.ts';
import { stageKnownOf } from './stage-known.ts';
import { type StageAnswer, stagesOf } from './stages.ts';
import {
  type EstimateAnswer,
  fiveYearSurvivalOf,
  type SurvivalAnswer,
  survivalOf,
} from './survival.ts';

/** What statistics are made of. */
export interface Material {
  readonly filter: CaseFilter;
  readonly standard: StandardPopulation;
  /** Cases of the filter. */
  readonly all: Tabulation;
  /** Those of them in the areas and years that rates are of. */
  readonly whole: CellTables & Pick<Tabulation, 'byYear'>;
  readonly coverage: Coverage;
  /** Where each registry's person-years are from. */
  readonly sources: ReadonlyMap<string, Label>;
  readonly rule: DisclosureRule;
}

export interface StatisticsAnswer extends RowAnswer {
  readonly years: { readonly first: number | null; readonly last: number | null };
  readonly populationBasis: Label;
  readonly byYear: (RowAnswer & { readonly year: number; readonly complete: boolean })[];
  readonly yearUnknown: Disclosed;
  readonly byProvince: (RowAnswer & { readonly code: string })[];
  readonly provinceUnknown: Disclosed;
  readonly bySite: (RowAnswer & {
    readonly siteGroup: string;
    readonly label: Label;
    readonly fiveYearSurvival: EstimateAnswer | null;
    readonly basis: BasisAnswer;
    readonly stageKnown: ShareAnswer;
  })[];
  readonly byAge: AgeAnswer[];
  readonly ageUnknown: Disclosed;
  readonly byStage: StageAnswer[];
  readonly stageByYear: { readonly year: number; readonly stages: StageAnswer[] }[];
  readonly basis: BasisAnswer;
  readonly stageKnown: ShareAnswer;
  readonly survival: SurvivalAnswer | null;
  readonly leftOut: LeftOutAnswer[];
  readonly deathsPlaced: Disclosed;
}

/** Whose cases a filter asks for. */
const residentsOf = ({ provinces, fromYear, toYear }: CaseFilter): Residents => ({
  regions: provinces,
  fromYear,
  toYear,
});

/** Every year from the first with cases to the last: one left out would tell that it has none. */
const yearsOf = ({ byYear }: Tabulation): number[] => {
  const years = byYear.values.filter((year) => year !== null);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
};

const joined = (
  answers: readonly RowAnswer[],
): (<T extends object>(more: T, i: number) => RowAnswer & T) => {
  return (more, i) => ({ ...(answers[i] as RowAnswer), ...more });
};

const ofYears = ({ all, whole, filter, coverage, standard, rule }: Material) => {
  const years = yearsOf(all);
  const cells = cellsBy(all.byYear);
  const wholeCells = cellsBy(whole.byYear);
  const residents = (year: number) => ({
    regions: filter.provinces,
    fromYear: year,
    toYear: year,
  });
  const rows = years.map(
    (year): Row => ({
      cells: cells(year),
      whole: wholeCells(year),
      atRisk: populationAtRiskOf(filter),
      residents: residents(year),
    }),
  );
  const shown = protectRows(rows, totalOf(cells(null), rule), coverage, standard, rule);
  const described = years.map((year) => ({
    year,
    complete: coverage.absent(residents(year)) === null,
  }));
  return { byYear: described.map(joined(shown.rows)), yearUnknown: shown.rest };
};

const ofProvinces = ({ all, whole, filter, coverage, standard, rule }: Material) => {
  const cells = cellsBy(all.byProvince);
  const wholeCells = cellsBy(whole.byProvince);
  const rows = PROVINCES.map(
    ({ code }): Row => ({
      cells: cells(code),
      whole: wholeCells(code),
      atRisk: populationAtRiskOf(filter),
      residents: { ...residentsOf(filter), regions: [code] },
    }),
  );
  const shown = protectRows(rows, totalOf(cells(null), rule), coverage, standard, rule);
  const described = PROVINCES.map(({ code }) => ({ code }));
  return { byProvince: described.map(joined(shown.rows)), provinceUnknown: shown.rest };
};

const ofSites = ({ all, whole, filter, coverage, standard, rule }: Material) => {
  const cells = cellsBy(all.bySite);
  const wholeCells = cellsBy(whole.bySite);
  const rows = SITE_GROUPS.map(
    ({ id }): Row => ({
      cells: cells(id),
      whole: wholeCells(id),
      atRisk: filter.sex ?? populationAtRiskOfSite(id),
      residents: residentsOf(filter),
    }),
  );
  const shown = protectRows(rows, totalOf(cells(null), rule), coverage, standard, rule);
  const survival = new Map(all.bySite.values.map((id, i) => [id, all.survivalBySite[i]]));
  const places = new Map(all.bySite.values.map((id, i) => [id, i]));
  const described = SITE_GROUPS.map(({ id, label }, i) => {
    const counts = survival.get(id);
    const hidden = counts === undefined || shown.rows[i]?.cases.suppressed !== false;
    // What a site's cases are made of would tell how many they are, where that is kept back.
    const marks = marksAt(all.marksBySite, hidden ? -1 : (places.get(id) ?? -1));
    const total = totalOf(cells(id), rule);
    return {
      siteGroup: id as string,
      label,
      basis: basisOf(marks, total, rule),
      stageKnown: stageKnownOf(marks, total, rule),
      fiveYearSurvival: hidden ? null : fiveYearSurvivalOf(counts, total, rule),
    };
  });
  return { bySite: described.map(joined(shown.rows)) };
};

/** @param hidden years whose number of cases is kept back: their stages would tell it */
const ofStages = ({ all, filter, rule }: Material, hidden: ReadonlySet<number>) => {
  const { years, stages, parts, counts, keys } = all.byStage;
  /** The cases of a year in a stage, one set for each part of the choice. */
  const setsOf = (year: number | null, stage: string): Keyed[] => {
    const row = years.indexOf(year);
    if (row < 0) return [];
    return Array.from({ length: parts }, (_, part) =>
      joinedSets(
        stages.flatMap((value, i) => {
          const place = (row * parts + part) * stages.length + i;
          const set = { count: counts[place] as number, key: keys[place] as number };
          return (value ?? 'UNKNOWN') === stage ? [set] : [];
        }),
      ),
    );
  };
  const byPart = (sets: readonly (readonly Keyed[])[]): Keyed[] =>
    Array.from({ length: parts }, (_, part) => joinedSets(sets.flatMap((set) => set[part] ?? [])));
  const { fromYear = -Infinity, toYear = Infinity } = filter;
  const anyYear = filter.fromYear === undefined && filter.toYear === undefined;
  const chosen = years.filter((year) =>
    year === null ? anyYear : year >= fromYear && year <= toYear,
  );
  // Years that were chosen are parts of the choice, each moved by itself; all years are one.
  const ofStage = (stage: string): Keyed[] => {
    const sets = chosen.map((year) => setsOf(year, stage));
    return anyYear ? byPart(sets) : sets.flat();
  };
  const answer = (sets: (stage: string) => Keyed[], total: Counted) =>
    stagesOf(
      STAGES.map((stage) => together(sets(stage), rule)),
      total,
      rule,
    );
  const ofYear = (year: number) =>
    answer(
      (stage) => (hidden.has(year) ? [] : setsOf(year, stage)),
      together(byPart(STAGES.map((stage) => setsOf(year, stage))), rule),
    );
  return {
    byStage: answer(ofStage, totalOf(all.total, rule)),
    stageByYear: yearsOf(all).map((year) => ({ year, stages: ofYear(year) })),
  };
};

/** Counts, rates and survival of the cases of a release, protected: nothing exact leaves. */
export const statisticsOf = (material: Material): StatisticsAnswer => {
  const { all, whole, filter, coverage, sources, standard, rule } = material;
  const residents = residentsOf(filter);
  const wholeYears = coverage.whole(residents).map(({ year }) => year);
  const row: Row = {
    cells: all.total,
    whole: whole.total,
    atRisk: populationAtRiskOf(filter),
    residents,
  };
  const years = ofYears(material);
  const hidden = years.byYear.filter(({ cases }) => cases.suppressed).map(({ year }) => year);
  const [national] = protectRows([row], nobody, coverage, standard, rule).rows;
  return {
    cases: discloseCounted(totalOf(all.total, rule), rule),
    rates: (national as RowAnswer).rates,
    years: {
      first: wholeYears.length > 0 ? Math.min(...wholeYears) : null,
      last: wholeYears.length > 0 ? Math.max(...wholeYears) : null,
    },
    populationBasis: rateBasis(coverage, residents, sources),
    ...years,
    ...ofProvinces(material),
    ...ofSites(material),
    ...agesOf(all.bySex, whole.bySex, residents, coverage, rule),
    ...ofStages(material, new Set(hidden)),
    basis: basisOf(all.marks, totalOf(all.total, rule), rule),
    stageKnown: stageKnownOf(all.marks, totalOf(all.total, rule), rule),
    survival: survivalOf(all.survival, totalOf(all.total, rule), rule),
    leftOut: leftOutOf(all.marks, rule),
    deathsPlaced: discloseCounted(ofMark(all.marks, 'DEATH_PLACED', rule), rule),
  };
};

/** How many counts an answer has, the hidden ones among them: as many whatever is in them. */
export const countsIn = ({
  byYear,
  byProvince,
  bySite,
  byAge,
  byStage,
}: StatisticsAnswer): number =>
  // Cases, deaths, followed and what is not known of year, province and age; by basis (4), of known stage, left out (5), deaths
  // placed.
  17 +
  byYear.length * (1 + byStage.length) +
  byProvince.length +
  6 * bySite.length +
  2 * byAge.length +
  byStage.length;
