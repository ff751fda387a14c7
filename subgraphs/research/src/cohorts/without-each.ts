import { stepsOf } from '@nodp/cohorts';
import { malignantUnlessSaid, print } from '@nodp/cohorts/engine';
import { disclose } from '@nodp/disclosure';
import type { Context } from '../context.ts';
import { answeredSets } from './answered-sets.ts';
import type { AskedCohort } from './cohort.ts';

/**
 * What each step of a cohort takes away: how many it would be without it. Steps are those that were asked; what a definition leaves
 * unsaid (malignant) stays unsaid without them too.
 */
export const withoutEachOf = async (context: Context, cohort: AskedCohort) => {
  const { asked, release, runnable } = cohort;
  const { releases } = context.resources;
  const steps = stepsOf(asked);
  if (!runnable || steps.length < 2) return [];
  const rest = steps.map((_, at) =>
    malignantUnlessSaid({ all: steps.filter((__, i) => i !== at) }),
  );
  const sets = await releases.once(release, ['without each', JSON.stringify(asked)], async () =>
    (await releases.open(release.number)).cohorts.sets(rest),
  );
  const answered = await answeredSets(context, cohort, 'without each', sets);
  return steps.map((step, i) => ({
    description: print(step),
    count: disclose(answered[i] as (typeof answered)[number], releases.rule),
  }));
};
