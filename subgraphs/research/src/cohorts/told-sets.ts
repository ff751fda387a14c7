import type { CohortDefinition } from '@nodp/cohorts';
import { malignantUnlessSaid, tabulatedAround } from '@nodp/cohorts/engine';
import { hasScope } from '@nodp/database';
import { areNear, type Printed, type RecentSets } from '@nodp/disclosure';
import type { Purpose, Told } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';

/** For whom the account asks: clinicians beside one patient's record. */
export const purposeOf = ({ session }: Context): Purpose =>
  hasScope(session.principal, 'research:read') ? 'research' : 'care';

/**
 * The sets that the account was told of a kind of figure. It is one memory for every question and design: with one for each, two sets
 * that differ by a person were told apart by asking the one here and the other there.
 */
export const toldSets = (
  { session, resources: { releases } }: Context,
  release: ReleaseRow,
  told: Told,
  purpose: Purpose = 'research',
): RecentSets => releases.recentSets(session.principal.accountId, release, purpose, told);

/** Gives, of the sets of one question, those that are answered in their place. */
export const answering =
  (context: Context, release: ReleaseRow, question: string, purpose: Purpose = 'research') =>
  (set: Printed): Printed =>
    toldSets(context, release, 'counts', purpose).answer(set, question);

/**
 * Counts the cells of the overview's tables around a definition as told: whoever asks the definition may have read them there, or may do
 * so next. A cohort that differs from one by a few persons is then answered as that cell.
 */
export const tellTables = async (
  context: Context,
  release: ReleaseRow,
  definition: CohortDefinition,
): Promise<void> => {
  const { releases } = context.resources;
  const around = tabulatedAround(definition).map(malignantUnlessSaid);
  if (around.length === 0) return;
  const recent = toldSets(context, release, 'counts', purposeOf(context));
  const sets = await releases.once(release, ['tables around', JSON.stringify(around)], async () => {
    const { cohorts } = await releases.open(release.number);
    return (await Promise.all(around.map((cells) => cohorts.steps(cells)))).flat();
  });
  for (const set of sets) recent.answer(set);
};

/** As told, of some cells, those of the overview that differ from them by a few persons: cell by cell. */
export const nearCells = (
  cells: readonly Printed[],
  around: readonly Printed[],
  few: number,
): readonly Printed[] =>
  around.filter((cell, i) => {
    const own = cells[i];
    return own !== undefined && areNear(own, cell, 2 * few);
  });
