import { type Disclosed, disclose, type Printed } from '@nodp/disclosure';
import type { Purpose } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { toldSets } from './told-sets.ts';

/**
 * Persons of several cohorts as they may leave. Near those that the account was told of lately they are answered as those: of
 * cohorts that differ by a few persons, what each shares with a third would tell of those few, once for every third.
 */
export const sharedPersons = (
  context: Context,
  release: ReleaseRow,
  shared: Printed,
  purpose: Purpose = 'research',
): Disclosed =>
  disclose(
    toldSets(context, release, 'counts', purpose).answer(shared),
    context.resources.releases.rule,
  );
