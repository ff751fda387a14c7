import { print } from '@nodp/cohorts/engine';
import { badInput, encodeId } from '@nodp/graph';
import DataLoader from 'dataloader';
import { askCohort } from '../cohorts/cohort.ts';
import { parseInput } from '../cohorts/definition-input.ts';
import type { Context } from '../context.ts';
import type { SavedCohortResolvers, SavedCohortVersionResolvers } from '../generated/resolvers.ts';
import { releaseOf } from '../release/release-rows.ts';
import { definitionChanges } from '../saved/definition-changes.ts';
import { type VersionRow, versionsOf } from '../saved/saved-rows.ts';

const versions = ({ session }: Context) =>
  new DataLoader<string, readonly VersionRow[]>((ids) => versionsOf(session, ids));

const numbered = (of: readonly VersionRow[], number: number): VersionRow => {
  const found = of.find((version) => version.number === number);
  if (found === undefined) throw badInput(`There is no version ${number}.`);
  return found;
};

export const SavedCohort: SavedCohortResolvers = {
  id: ({ id }) => encodeId('SavedCohort', id),
  owner: ({ ownerName }) => ownerName,
  mine: ({ ownerId }, _, { principal }) => ownerId === principal.accountId,
  latest: async ({ id }, _, context) => {
    const [latest] = await context.once(versions).load(id);
    if (latest === undefined) throw new Error('A saved cohort has no version.');
    return latest;
  },
  versions: async ({ id }, _, context) => [...(await context.once(versions).load(id))],
  changes: async ({ id }, { from, to }, context) => {
    const of = await context.once(versions).load(id);
    return [...definitionChanges(numbered(of, from).definition, numbered(of, to).definition)];
  },
};

export const SavedCohortVersion: SavedCohortVersionResolvers = {
  definition: ({ definition }) => JSON.stringify(definition),
  complete: ({ definition }) => JSON.stringify(parseInput(definition).definition),
  description: ({ definition }) => print(parseInput(definition).definition),
  savedBy: ({ savedByName }) => savedByName,
  cohort: async ({ definition, releaseNumber }, { release }, context) => {
    const row = await releaseOf(context.session, release ?? releaseNumber);
    return row === null ? null : askCohort(context, parseInput(definition), row);
  },
};
