import { type CohortDefinition, readSteps } from '@nodp/cohorts';
import { cohortId, malignantUnlessSaid, parseDefinition } from '@nodp/cohorts/engine';
import { hasScope } from '@nodp/database';
import {
  counted,
  disclose,
  discloseCounted,
  discloseCurve,
  followed,
  formerQuestions,
} from '@nodp/disclosure';
import { badInput, takeCounts } from '@nodp/graph';
import { type Purpose, printedOf, type ReleaseKey, type Told } from '@nodp/warehouse';
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
      leftOut: printedOf(leftOut, cases),
    };
  });
};

/** For whom the account asks, as of the curve beside it: clinicians' sets are remembered apart. */
const purposeOf = ({ session }: Context): Purpose =>
  hasScope(session.principal, 'research:read') ? 'research' : 'care';

const formerNet = formerQuestions<Asked>(({ id }) => `net survival ${id}`);

/** Net survival of similar patients, protected as their overall survival is; null where no life table is recorded. */
export const netSurvivalOf = async (of: SimilarOf, context: Context) => {
  const [lifeTable] = await lifeTables(context.session);
  if (lifeTable === undefined) return null;
  const { releases } = context.resources;
  const key = { number: of.release, checksum: of.checksum };
  const asked = readAddress(of);
  if ((await foundOf(context, key, asked, lifeTable)) === null) return null;
  const told = (figures: Told) =>
    releases.recentSets(context.session.principal.accountId, key, purposeOf(context), figures);
  const as = await followed<Asked>(asked, async (question) => {
    const found = await foundOf(context, key, question, lifeTable);
    return found === null ? { as: 'refused' } : formerNet(told('curves'), found.analysed, question);
  });
  await takeCounts(context.session, releases.budget.perDay, {
    name: `${of.release} net survival ${asked.id}`,
    counts: MONTHS + 2,
  });
  const common = { lifeTable: lifeTable.name, source: lifeTable.source };
  const found = as && (await foundOf(context, key, as, lifeTable));
  // Near a set that was asked in another kind of question: a curve would tell of the few between them.
  if (found === null) return { ...common, points: [], leftOut: disclose({ count: 0, key: 0 }) };
  return {
    ...common,
    points: [...found.points],
    leftOut: disclose(told('counts').answer(found.leftOut), releases.rule),
  };
};
