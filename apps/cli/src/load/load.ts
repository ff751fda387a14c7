import { type Document, documentsOf, type SourceFile, type Unreadable } from './documents.ts';
import { endpointOf, patientsFirst, sendWhole } from './files.ts';
import type { Platform } from './platform.ts';
import { Tally } from './tally.ts';

/** Single resources travel together, as many as a server reads in a moment. */
const AT_ONCE = 100;

/** In which of the passes a resource is sent: what others refer to first, then Bundles, then the rest. */
const PASSES = 3;
const passOf = (type: unknown): number =>
  type === 'Patient' || type === 'Organization' || type === 'Practitioner'
    ? 0
    : type === 'Bundle'
      ? 1
      : 2;

interface Parcel {
  readonly content: unknown;
  readonly types: readonly string[];
  readonly froms: readonly string[];
}

const typeOf = (resource: unknown): string => {
  const type = (resource as { resourceType?: unknown } | null | undefined)?.resourceType;
  return typeof type === 'string' ? type : 'unknown';
};

const bundleParcel = ({ from, resource }: Document): Parcel => {
  const entries = Array.isArray(resource.entry) ? (resource.entry as { resource?: unknown }[]) : [];
  return {
    content: resource,
    types: entries.map((e) => typeOf(e?.resource)),
    froms: entries.map(() => from),
  };
};

const batchParcel = (documents: readonly Document[]): Parcel => ({
  content: {
    resourceType: 'Bundle',
    type: 'batch',
    entry: documents.map(({ resource }) => ({
      resource,
      request: { method: 'POST', url: typeOf(resource) },
    })),
  },
  types: documents.map(({ resource }) => typeOf(resource)),
  froms: documents.map(({ from }) => from),
});

/** Hears how far it is, in bytes of the files. */
export type Progress = (bytes: number) => void;

interface Pass {
  readonly number: number;
  /** Which passes find something in a file; learnt in the first. */
  readonly found: Map<SourceFile, Set<number>>;
  readonly unreadable: (document: Unreadable) => void;
}

async function* parcels(
  files: readonly SourceFile[],
  { number, found, unreadable }: Pass,
  progress: Progress,
): AsyncIterable<Parcel> {
  let waiting: Document[] = [];
  for (const file of files) {
    const passes = found.get(file) ?? new Set();
    const first = !found.has(file);
    found.set(file, passes);
    if (first || passes.has(number)) {
      for await (const document of documentsOf(file)) {
        if ('problem' in document) {
          if (first) unreadable(document);
          continue;
        }
        const pass = passOf(document.resource.resourceType);
        passes.add(pass);
        if (pass !== number) continue;
        if (document.resource.resourceType === 'Bundle') yield bundleParcel(document);
        else waiting.push(document);
        if (waiting.length === AT_ONCE) {
          yield batchParcel(waiting);
          waiting = [];
        }
      }
    }
    progress(file.bytes / PASSES);
  }
  if (waiting.length > 0) yield batchParcel(waiting);
}

/**
 * Sends every resource of the files: Bundles as they are, single resources together, patients before
 * what is about them.
 * @param parallel how many requests at once
 * @param profile the mapping that files of rows are read by; else the one that is saved for their header
 * @param progress hears of each file's bytes as they are done with
 */
export const loadFiles = async (
  all: readonly SourceFile[],
  platform: Platform,
  {
    parallel = 2,
    progress = () => {},
    profile,
  }: { parallel?: number; progress?: Progress; profile?: string | undefined } = {},
): Promise<Tally> => {
  const tally = new Tally();
  const files = all.filter((file) => endpointOf(file) === null);
  const deliver = async (source: AsyncIterable<Parcel>): Promise<void> => {
    const iterator = source[Symbol.asyncIterator]();
    const worker = async (): Promise<void> => {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        const { content, types, froms } = next.value;
        const { status, body } = await platform.send(content);
        tally.answered(types, froms, status, body);
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  };
  const unreadable = ({ from, problem }: Unreadable) =>
    tally.refuse('unreadable', { from, place: '', diagnostics: problem });
  const found = new Map<SourceFile, Set<number>>();
  for (let number = 0; number < PASSES; number++) {
    await deliver(parcels(files, { number, found, unreadable }, progress));
  }
  const sentWhole = all.filter((file) => endpointOf(file) !== null);
  const mappings = sentWhole.some((file) => endpointOf(file) === 'csv')
    ? await platform.mappings()
    : [];
  const whole = await patientsFirst(sentWhole, mappings);
  for (const file of whole) {
    await sendWhole(file, platform, tally, profile);
    progress(file.bytes);
  }
  return tally;
};
