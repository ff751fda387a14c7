import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PlatformError } from '@nodp/database';
import { isPublic } from '../read/meta.ts';
import { StudyFileError, type StudyProblem } from '../read/problem.ts';
import { findStudy } from './files.ts';
import { type Reading, readParts } from './read-parts.ts';
import { openSink } from './sink.ts';
import type { StudyTable } from './tables.ts';

/** What `manifest.json` of an external study says. */
export interface StudyManifest {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly citation: string | null;
  readonly pmid: string | null;
  /** Where it is published: why its rows may be shown. */
  readonly published: string;
  readonly loadedAt: string;
  readonly counts: Readonly<Record<StudyTable, number>>;
  /** Files of the study that are not read. */
  readonly passedOver: readonly string[];
  readonly problems: readonly StudyProblem[];
  /** How many there were; the first are retained. */
  readonly problemCount: number;
}

interface LoadOptions {
  /** A folder of cBioPortal study files, or one clinical file of samples. */
  readonly path: string;
  /** Folder of the external studies. */
  readonly folder: string;
  /** Small letters, digits, low lines; the study's own where left out. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Where the study is published, in words; needed where it does not say of itself that it is public. */
  readonly published?: string | undefined;
  readonly onProblem?: (problem: StudyProblem) => void;
}

/** Problems that a manifest keeps, and characters of one: it says what stands there, which may be long. */
const MOST_STORED = 200;
const LONGEST_REASON = 400;

const told = ({ reason, ...where }: StudyProblem): StudyProblem => ({
  ...where,
  reason: reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason,
});

const idOf = (asked: string | undefined, path: string): string => {
  const id = (asked ?? basename(path).replace(/\.(?:txt|tsv|csv)(?:\.gz)?$/i, ''))
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_');
  if (!/^[a-z0-9][a-z0-9_]{0,79}$/.test(id))
    throw new PlatformError(
      'study-id',
      `“${id}” is no name of a study: small letters, digits and low lines, 80 at most. Give --id.`,
    );
  return id;
};

/**
 * Reads a study from outside into a folder of its own, beside the releases and never mixed with them; the same study loaded again
 * takes the place of the former.
 * @throws {PlatformError} `study-not-public` where nothing says that it is public; `study-file` where a file cannot be read
 */
export const loadStudy = async ({
  path,
  folder,
  id: asked,
  name,
  published,
  onProblem,
}: LoadOptions): Promise<StudyManifest> => {
  const { meta, files, passedOver } = await findStudy(path);
  if (!files.some(({ part }) => part === 'samples'))
    throw new PlatformError(
      'study-file',
      `${path} has no clinical file of samples (data_clinical_sample.txt).`,
    );
  const id = idOf(asked ?? meta.cancer_study_identifier, path);
  const said =
    published?.trim() ||
    (isPublic(meta) ? 'The study declares itself public (meta_study.txt: groups PUBLIC)' : '');
  if (said === '')
    throw new PlatformError(
      'study-not-public',
      'Studies from outside are shown row by row to every researcher, so only public ones are loaded. This one does not say that it is (groups: PUBLIC in meta_study.txt). If it is published, say where with --published "…".',
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const work = await mkdtemp(join(folder, '.loading-'));
  const sink = await openSink(join(work, 'spill'));
  const problems: StudyProblem[] = [];
  let problemCount = 0;
  const reading: Reading = {
    ...{ sink, samples: new Map(), patients: new Set(), attributes: new Map() },
    problem: (problem) => {
      problemCount++;
      if (problems.length < MOST_STORED) problems.push(told(problem));
      onProblem?.(told(problem));
    },
  };
  try {
    const made = join(work, 'files');
    await mkdir(made, { mode: 0o700 });
    await readParts(reading, files);
    const counts = await sink.write(made);
    const manifest: StudyManifest = {
      id,
      name: name ?? meta.name ?? id,
      description: meta.description ?? '',
      ...{ citation: meta.citation ?? null, pmid: meta.pmid ?? null, published: said },
      loadedAt: new Date().toISOString(),
      ...{ counts, passedOver, problems, problemCount },
    };
    await writeFile(join(made, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const file of await readdir(made)) await chmod(join(made, file), 0o600);
    await rm(join(folder, id), { recursive: true, force: true });
    await rename(made, join(folder, id));
    return manifest;
  } catch (error) {
    if (error instanceof StudyFileError) throw new PlatformError('study-file', error.message);
    throw error;
  } finally {
    sink.close();
    await rm(work, { recursive: true, force: true });
  }
};

/** The studies of a folder by their manifests, by name. */
export const listStudies = async (folder: string): Promise<readonly StudyManifest[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const read = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(
        async (name) =>
          JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8')) as StudyManifest,
      ),
  );
  return read.toSorted((a, b) => a.name.localeCompare(b.name));
};
