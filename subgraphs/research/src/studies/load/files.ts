import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Meta, metaIn } from '../read/meta.ts';

/** What a file of a study holds. */
export type Part =
  | 'patients'
  | 'samples'
  | 'mutations'
  | 'copyNumbers'
  | 'structuralVariants'
  | 'timeline'
  | 'caseList';

export interface StudyFile {
  readonly part: Part;
  readonly path: string;
}

interface FoundStudy {
  readonly meta: Meta;
  readonly files: readonly StudyFile[];
  /** Files that are there and hold what is not read: expression, methylation, segments. */
  readonly passedOver: readonly string[];
}

/** By the name that files of cBioPortal's studies have, of today and before 2022. */
const NAMES: readonly (readonly [Part, RegExp])[] = [
  ['patients', /^data_(?:bcr_)?clinical(?:_data)?_patient/i],
  ['samples', /^data_(?:bcr_)?clinical(?:_data)?_sample|^data_clinical\.txt/i],
  ['mutations', /^data_mutations?(?:_extended|_mskcc)?\.(?:txt|maf)(?:\.gz)?$/i],
  ['copyNumbers', /^data_cna\.txt(?:\.gz)?$/i],
  ['structuralVariants', /^data_(?:sv|fusions?|structural_variants?)\.txt(?:\.gz)?$/i],
  ['timeline', /^data_timeline/i],
];

/** By what a `meta_*.txt` says of its file. */
const ofMeta = ({ genetic_alteration_type: kind = '', datatype = '' }: Meta): Part | null => {
  const key = `${kind} ${datatype}`.toUpperCase();
  if (key === 'CLINICAL PATIENT_ATTRIBUTES') return 'patients';
  if (key.startsWith('CLINICAL SAMPLE') || key === 'CLINICAL MIXED_ATTRIBUTES') return 'samples';
  if (key === 'CLINICAL TIMELINE') return 'timeline';
  if (key.startsWith('MUTATION_EXTENDED MAF')) return 'mutations';
  if (key === 'COPY_NUMBER_ALTERATION DISCRETE') return 'copyNumbers';
  return /^(?:STRUCTURAL_VARIANT|FUSION) /.test(key) ? 'structuralVariants' : null;
};

const ofName = (name: string): Part | null =>
  NAMES.find(([, reads]) => reads.test(name))?.[0] ?? null;

const inFolder = async (folder: string): Promise<FoundStudy> => {
  const names = await readdir(folder);
  const metas = await Promise.all(
    names
      .filter((name) => /^meta_.*\.txt$/i.test(name))
      .map(async (name) => ({ name, meta: await metaIn(join(folder, name)) })),
  );
  const study = metas.find(({ name }) => /^meta_study\.txt$/i.test(name))?.meta ?? {};
  const files = new Map<string, Part>();
  for (const { meta } of metas) {
    const part = ofMeta(meta);
    // A name in a file of the study never leads out of its folder.
    const name = basename(meta.data_filename ?? '');
    if (part !== null && names.includes(name)) files.set(name, part);
  }
  for (const name of names) {
    const part = files.has(name) ? null : ofName(name);
    if (part !== null) files.set(name, part);
  }
  const lists = names.includes('case_lists') ? await readdir(join(folder, 'case_lists')) : [];
  return {
    meta: study,
    files: [
      ...[...files].map(([name, part]) => ({ part, path: join(folder, name) })),
      ...lists
        .filter((name) => /^cases_(?:sequenced|cna|sv)\.txt$/i.test(name))
        .map((name) => ({ part: 'caseList' as const, path: join(folder, 'case_lists', name) })),
    ],
    passedOver: names.filter((name) => /^data_/i.test(name) && !files.has(name)),
  };
};

/** The files of a study: of a folder, or of one clinical file of samples. */
export const findStudy = async (path: string): Promise<FoundStudy> =>
  (await stat(path)).isDirectory()
    ? inFolder(path)
    : { meta: {}, files: [{ part: 'samples', path }], passedOver: [] };
