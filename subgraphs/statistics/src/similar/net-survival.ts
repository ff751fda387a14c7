import { type CohortDefinition, readSteps } from '@nodp/cohorts';
import { cohortId, malignantUnlessSaid, parseDefinition } from '@nodp/cohorts/engine';
import {
  counted,
  disclose,
  discloseCounted,
  discloseCurve,
  formerQuestions,
  type Keyed,
} from '@nodp/disclosure';
import { badInput, takeCounts } from '@nodp/graph';
import type { ReleaseKey } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import { type LifeTableVersion, lifeTables } from '../registry-data/life-tables.ts';
import { netCurve } from './net-curve.ts';

/** Similar patients, as the graph hands them on. */
export interface SimilarOf {
  readonly release: number;
  readonly checksum: string;
  readonly address: string;
}

interface Asked {
  readonly definition: CohortDefinition;
  readonly id: string;
}

const MONTHS = 60;
/** Fewer say nothing of anybody. */
const LEAST_PERSONS = 30;

const keyed = (keys: readonly number[]): Keyed => ({
  count: keys.length,
  key: keys.reduce((sum, key) => (sum + key) >>> 0, 0),
});

const readAddress = ({ release, address }: SimilarOf): Asked => {
  const parsed = parseDefinition({ all: readSteps(address) });
  if (!parsed.runnable) throw badInput('The address of the cohort cannot be read.');
  const definition = malignantUnlessSaid(parsed.definition);
  return { definition, id: cohortId(definition, release) };
};

const foundOf = (
  { resources: { releases } }: Context,
  key: ReleaseKey,
  { definition, id }: Asked,
  { id: set, version, tables }: LifeTableVersion,
) => {
  const table = tables.find(({ region }) => region === null)?.table;
  if (table === undefined) return null;
  return releases.once(key, ['net survival', id, set, String(version)], async () => {
    const { cohorts, cases } = await releases.open(key.number);
    const sets = await cohorts.survival([definition]);
    const [analysed] = sets.analysed;
    if (analysed === undefined) throw new Error('The arm that was asked for was not given.');
    const { rule } = releases;
    const { points, leftOut } = netCurve(sets, cases, table, MONTHS);
    const persons = counted(analysed, rule);
    const shown = discloseCurve(persons, points, rule);
    const enough =
      (discloseCounted(persons, rule).value ?? 0) >= LEAST_PERSONS &&
      shown.some(({ survival }) => survival < 1);
    return {
      analysed,
      points: enough
        ? shown.map(({ time, survival }) => ({
            months: time,
            survival: Number(survival.toFixed(3)),
          }))
        : [],
      leftOut: disclose(keyed(leftOut), rule),
    };
  });
};

const formerNet = formerQuestions<Asked>();

/** Net survival of similar patients, protected as their overall survival is; null where no life table is recorded. */
export const netSurvivalOf = async (of: SimilarOf, context: Context) => {
  const [lifeTable] = await lifeTables(context.session);
  if (lifeTable === undefined) return null;
  const { releases } = context.resources;
  const key = { number: of.release, checksum: of.checksum };
  const asked = readAddress(of);
  const found = await foundOf(context, key, asked, lifeTable);
  if (found === null) return null;
  const recent = releases.recentSets(
    `${context.session.principal.accountId} net survival`,
    key,
    'care',
  );
  const former = formerNet(recent, found.analysed, asked);
  await takeCounts(context.session, releases.budget.perDay, {
    name: `${of.release} net survival ${asked.id}`,
    counts: MONTHS + 2,
  });
  const told = former === null ? found : await foundOf(context, key, former, lifeTable);
  if (told === null) return null;
  const { points, leftOut } = told;
  return { lifeTable: lifeTable.name, source: lifeTable.source, points: [...points], leftOut };
};
