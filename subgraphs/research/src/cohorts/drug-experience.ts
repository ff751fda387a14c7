import { print } from '@nodp/cohorts/engine';
import { badInput, takeCounts } from '@nodp/graph';
import type { SurvivalSets } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { CohortDefinitionInput, QueryDrugExperienceArgs } from '../generated/resolvers.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { type AskedCohort, askCohort } from './cohort.ts';
import { parseInput } from './definition-input.ts';
import { countsOfArm, shownArms } from './shown-arms.ts';

/** Fewer are not shown, so that nobody reads chance as experience. */
const LEAST = { persons: 30, deaths: 10 };
const MONTHS = 36;

/** The narrowest first: without the stage, then without the driver. The site and the drug always stay. */
const stepsOf = ({
  siteGroup,
  stage,
  driver,
  drug,
}: QueryDrugExperienceArgs): CohortDefinitionInput[] => {
  const always: CohortDefinitionInput[] = [
    { site: [siteGroup] },
    { treatment: { drugs: [drug.trim().toLowerCase()] } },
  ];
  const ofDriver: CohortDefinitionInput[] = driver
    ? [{ biomarker: { biomarker: driver, findings: ['POSITIVE'] } }]
    : [];
  const ofStage: CohortDefinitionInput[] = stage && stage !== 'UNKNOWN' ? [{ stage: [stage] }] : [];
  const steps = [[...always, ...ofDriver, ...ofStage], [...always, ...ofDriver], always];
  return steps
    .filter((step, i) => i === 0 || step.length < (steps[i - 1]?.length ?? 0))
    .map((all) => ({ all }));
};

/** Time from the day on which a person came into the arm, the start of the drug: nobody of it could die before. */
export const fromEntry = (sets: SurvivalSets): SurvivalSets => ({
  ...sets,
  time: sets.time.map((time, i) => time - (sets.entry[i] as number)),
  entry: new Float64Array(sets.entry.length),
});

const setsOf = ({ resources: { releases } }: Context, asked: AskedCohort, release: ReleaseRow) =>
  releases.once(release, ['drug experience', asked.id], async () => {
    const { cohorts } = await releases.open(release.number);
    return fromEntry(await cohorts.survivalOverTime([asked.definition]));
  });

const isEnough = ({ analysed, event }: SurvivalSets): boolean =>
  (analysed[0]?.count ?? 0) >= LEAST.persons &&
  event.reduce((sum, one) => sum + one, 0) >= LEAST.deaths;

/** Overall survival from the start of a drug in patients like one, relaxed until there are enough, protected. */
export const drugExperience = async (
  context: Context,
  given: QueryDrugExperienceArgs,
  release: ReleaseRow,
) => {
  const { session, resources } = context;
  const { releases } = resources;
  if (given.drug.length > 100) throw badInput('A drug’s name has 100 characters at most.');
  const steps: { description: ReturnType<typeof print>; enough: boolean }[] = [];
  const nothing = {
    releaseNumber: release.number,
    steps,
    enough: false,
    persons: null,
    deaths: null,
    months: [],
    survival: [],
    lower: [],
    upper: [],
    medianMonths: null,
  };
  for (const step of stepsOf(given)) {
    const asked = await askCohort(context, parseInput(step), release);
    const sets = asked.runnable ? await setsOf(context, asked, release) : null;
    const enough = sets !== null && isEnough(sets);
    steps.push({ description: print(asked.definition), enough });
    await takeCounts(session, releases.budget.perDay, {
      name: `${release.number} drug experience ${asked.id}`,
      counts: enough ? countsOfArm(MONTHS) : 1,
    });
    if (sets === null || !enough) continue;
    const [arm] = shownArms(sets, MONTHS, false, releases.rule).arms;
    if (arm === undefined) throw new Error('The arm that was asked for was not given.');
    const { persons, deaths, curve, median } = arm.result;
    return {
      ...nothing,
      enough,
      persons,
      deaths,
      months: curve.map((point) => point.months),
      survival: curve.map((point) => point.survival),
      lower: curve.map((point) => point.lower),
      upper: curve.map((point) => point.upper),
      medianMonths: median?.months ?? null,
    };
  }
  return nothing;
};
