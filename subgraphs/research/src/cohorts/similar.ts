import { writeSteps } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import { badInput } from '@nodp/graph';
import type { Context } from '../context.ts';
import type { QuerySimilarPatientsArgs } from '../generated/resolvers.ts';
import { releaseOf } from '../release/release-rows.ts';
import { askCohort } from './cohort.ts';
import { parseInput } from './definition-input.ts';
import { isEnough } from './enough.ts';
import { attemptsOf } from './similar-definitions.ts';
import { compareSurvival } from './survival.ts';

const HORIZON = { months: 60, landmark: 0, delayedEntry: false };
const OLDEST = 130;

const readArgs = ({ site, stage, sex, age, histology }: QuerySimilarPatientsArgs) => {
  if (age !== null && age !== undefined && (age < 0 || age > OLDEST))
    throw badInput(`\`age\` is 0 to ${OLDEST}, not ${age}.`);
  if (histology && !/^\d{4}$/.test(histology))
    throw badInput('`histology` has the four digits of an ICD-O-3 histology.');
  return {
    site,
    stage: stage ?? null,
    sex: sex ?? null,
    age: age ?? null,
    histology: histology || null,
  };
};

/**
 * Survival of patients who are like one, by the cohort engine and through disclosure control as a researcher's own question:
 * the first definition under which enough are shown, else the widest. Whether there are enough is told by what is shown.
 * @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const similarPatients = async (args: QuerySimilarPatientsArgs, context: Context) => {
  const likeness = readArgs(args);
  const row = await releaseOf(context.session, null);
  if (row === null) return null;
  const attempts = attemptsOf(likeness, row.lastYear);
  const own = new Set<string>();
  for (const { definition, relaxed } of attempts) {
    const asked = await askCohort(context, parseInput(definition), row);
    own.add(asked.id);
    const problem = asked.problems.find(({ severity }) => severity === 'error');
    // Few persons meet a part by itself: that part is left out by a later attempt, or nothing is told.
    if (problem !== undefined && problem.code !== 'isolates') throw badInput(problem.message.en);
    const { arms } = await compareSurvival(context, [asked], row, HORIZON, own);
    const arm = arms[0];
    if (arm === undefined) continue;
    const enough = asked.runnable && isEnough(arm);
    if (!enough && definition !== attempts.at(-1)?.definition) continue;
    return {
      release: row.number,
      checksum: row.checksum,
      closing: row.closing,
      description: print(definition),
      address: writeSteps(definition.all),
      relaxed: [...relaxed],
      enough,
      persons: arm.persons,
      deaths: arm.deaths,
      curve: enough ? arm.curve : [],
      atRisk: enough ? arm.atRisk : [],
    };
  }
  return null;
};
