import { join } from 'node:path';
import { pageSize } from '@nodp/graph';
import type { Context } from '../context.ts';
import { listStudies, type StudyManifest } from './load/load-study.ts';
import { distributionOf } from './open/distribution.ts';
import { type OpenStudy, openStudy } from './open/open-study.ts';

/** Studies held open at once. */
const MOST_OPEN = 3;
/** By folder and time of loading: one loaded again is another. The one not asked for longest is first. */
const opened = new Map<string, Promise<OpenStudy>>();

const folderOf = ({ resources }: Context): string => join(resources.releases.folder, 'studies');

export const studiesOf = (context: Context): Promise<readonly StudyManifest[]> =>
  listStudies(folderOf(context));

export const studyOf = async (context: Context, id: string): Promise<StudyManifest | null> =>
  (await studiesOf(context)).find((study) => study.id === id) ?? null;

export const openOne = (context: Context, { id, loadedAt }: StudyManifest): Promise<OpenStudy> => {
  const folder = join(folderOf(context), id);
  const key = `${folder} ${loadedAt}`;
  const known = opened.get(key) ?? openStudy(folder);
  opened.delete(key);
  opened.set(key, known);
  for (const oldest of opened.keys()) if (opened.size > MOST_OPEN) opened.delete(oldest);
  // One that did not open is tried again by the next to ask.
  known.catch(() => opened.delete(key));
  return known;
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
