import { type CohortDefinition, SEX_LABELS, SEXES, STAGE_LABELS, STAGES } from '@nodp/cohorts';
import { malignantUnlessSaid, tabulatedAround } from '@nodp/cohorts/engine';
import { cellAt, counted, discloseTable, type Printed, printed, SUMS } from '@nodp/disclosure';
import { type Label, SITE_GROUPS } from '@nodp/terminology';
import { PROVINCES } from '@nodp/terminology/provinces';
import { FACETS, type Facet } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { answeredSets } from './answered-sets.ts';
import type { AskedCohort } from './cohort.ts';
import { nearCells, toldSets } from './told-sets.ts';

interface Value {
  readonly key: string | null;
  readonly label: Label;
}

const same = (text: string): Label => ({ en: text, zh: text });
const notKnown: Value = { key: null, label: { en: 'Not known', zh: '不详' } };

const ageGroups: readonly Value[] = [
  ...Array.from({ length: 18 }, (_, i) => {
    const from = i * 5;
    const label = from === 85 ? { en: '85+', zh: '85+' } : same(`${from}–${from + 4}`);
    return { key: String(from), label };
  }),
  notKnown,
];

/** Every value a property can have, those of nobody among them: leaving them out would tell of them. */
const valuesOf = (facet: Facet, { firstYear, lastYear }: ReleaseRow): readonly Value[] => {
  switch (facet) {
    case 'site_group':
      return SITE_GROUPS.map(({ id, label }) => ({ key: id, label }));
    case 'stage':
      return STAGES.map((key) => ({ key, label: STAGE_LABELS[key] }));
    case 'sex':
      return SEXES.map((key) => ({ key, label: SEX_LABELS[key] }));
    case 'age_group':
      return ageGroups;
    case 'diagnosis_year': {
      if (firstYear === null || lastYear === null) return [notKnown];
      const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
      return [...years.map((year) => ({ key: String(year), label: same(String(year)) })), notKnown];
    }
    case 'province':
      return [...PROVINCES.map(({ code, label }) => ({ key: code, label })), notKnown];
  }
};

const nothing: Printed = printed(0, new Int32Array(SUMS));

export const facetsOf = async (context: Context, cohort: AskedCohort) => {
  const { definition, release, id, runnable } = cohort;
  const { releases } = context.resources;
  if (!runnable) return [];
  const cells = FACETS.flatMap((facet) =>
    valuesOf(facet, release).map((value) => ({ facet, value })),
  );
  const setsOf = async (of: CohortDefinition): Promise<readonly Printed[]> => {
    const divided = (await releases.open(release.number)).cohorts.facets(of);
    const found = new Map(
      (await divided).map(({ facet, key, set }) => [`${facet} ${key}`, set] as const),
    );
    return cells.map(({ facet, value }) => found.get(`${facet} ${value.key}`) ?? nothing);
  };
  const { sets, near } = await releases.once(release, ['facets', id], async () => {
    const own = await setsOf(definition);
    const around = await Promise.all(
      tabulatedAround(definition).map((table) => setsOf(malignantUnlessSaid(table))),
    );
    const { minimumCell } = releases.rule;
    return { sets: own, near: around.flatMap((table) => nearCells(own, table, minimumCell)) };
  });
  const recent = toldSets(context, release, 'counts');
  for (const set of near) recent.answer(set);
  const answered = await answeredSets(context, cohort, 'facets', sets);
  const rows = cells.map((cell, i) => ({ ...cell, set: answered[i] as Printed }));
  return FACETS.map((facet) => {
    const own = rows.filter((row) => row.facet === facet);
    const shown = discloseTable(
      own.map(({ set }) => counted(set, releases.rule)),
      releases.rule,
    );
    return {
      property: facet.toUpperCase() as Uppercase<Facet>,
      cells: own.map(({ value }, i) => ({ ...value, count: cellAt(shown, i) })),
    };
  });
};
