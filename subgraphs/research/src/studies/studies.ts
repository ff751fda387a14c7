import { join } from 'node:path';
import { LRUCache, pageSize } from '@nodp/graph';
import { besideReleases } from '../beside-releases.ts';
import type { Context } from '../context.ts';
import { listStudies, type StudyManifest } from './load/load-study.ts';
import { distributionOf } from './open/distribution.ts';
import { type OpenStudy, openStudy } from './open/open-study.ts';

/** Studies held open at once. */
const MOST_OPEN = 3;
/** By study and time of loading: one loaded again is another. */
const opened = besideReleases(() => new LRUCache<string, Promise<OpenStudy>>({ max: MOST_OPEN }));

const folderOf = ({ resources }: Context): string => join(resources.releases.folder, 'studies');

export const studiesOf = (context: Context): Promise<readonly StudyManifest[]> =>
  listStudies(folderOf(context));

export const studyOf = async (context: Context, id: string): Promise<StudyManifest | null> =>
  (await studiesOf(context)).find((study) => study.id === id) ?? null;

export const openOne = (context: Context, { id, loadedAt }: StudyManifest): Promise<OpenStudy> => {
  const own = opened(context.resources.releases);
  const key = `${id} ${loadedAt}`;
  const known = own.get(key);
  if (known !== undefined) return known;
  const opening = openStudy(join(folderOf(context), id));
  own.set(key, opening);
  // One that did not open is tried again by the next to ask.
  opening.catch(() => own.delete(key));
  return opening;
};

export const attributesOf = async (context: Context, manifest: StudyManifest) => {
  const { attributes, values } = await openOne(context, manifest);
  return attributes.map(({ id, name, description, isNumber, level }) => ({
    ...{ id, name, description, ofSamples: level === 'SAMPLE' },
    ...distributionOf(values.get(id) ?? [], isNumber),
  }));
};

export const sitesOf = async (context: Context, manifest: StudyManifest) => {
  const { samples } = await openOne(context, manifest);
  return distributionOf(
    samples.map(({ site }) => site),
    false,
  ).cells;
};

export const genesOf = async (
  context: Context,
  manifest: StudyManifest,
  first: number | null | undefined,
) => {
  const { genes, profiled } = await openOne(context, manifest);
  const shown = genes.slice(0, pageSize(first, 50, 200));
  return {
    profiledMutations: profiled.mutations.size,
    profiledCopyNumbers: profiled.copy_numbers.size,
    profiledStructuralVariants: profiled.structural_variants.size,
    gene: shown.map(({ gene }) => gene),
    mutated: shown.map(({ mutated }) => mutated),
    amplified: shown.map(({ amplified }) => amplified),
    deleted: shown.map(({ deleted }) => deleted),
    rearranged: shown.map(({ rearranged }) => rearranged),
    altered: shown.map(({ altered }) => altered),
  };
};
