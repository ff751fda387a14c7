import type { Resource } from '@medplum/fhirtypes';
import {
  type ClinicalRecord,
  type Issue,
  isBefore,
  type Kind,
  type KindModule,
  type KindModules,
  type PartialDate,
} from '@nodp/record';
import { placeOf, type Read, type References } from '@nodp/record/fhir';
import type { Intake } from '../ingest/intake.ts';
import {
  type Entry,
  entriesOf,
  type FhirSubmission,
  type Rejected,
  resolver,
  type SingleRequest,
} from './bundle.ts';
import { brokenReferences, subjectOf, unsound } from './references.ts';
import { stageLinks } from './stage-links.ts';
import type { StructureCheck } from './structure.ts';

/** What an entry says, before it is known whether its patient is. */
export type Reading =
  | {
      readonly outcome: 'read';
      readonly records: readonly ClinicalRecord[];
      readonly warnings: readonly Issue[];
    }
  /** Not modelled, ruled out or entered in error: kept as sent; `reason` says which. */
  | { readonly outcome: 'retained'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly issues: readonly Issue[] };

export interface ReadEntry {
  readonly resourceType: string;
  /** FHIRPath of the resource in the submission. */
  readonly expression: string;
  readonly key: string | null;
  readonly resource: Resource | null;
  /** The sender's key of the patient it is about; null where it is about none. */
  readonly patient: string | null;
  /** Where the patient is named. */
  readonly subject: string;
  readonly reading: Reading;
}

export interface ReadSubmission {
  readonly form: FhirSubmission['form'];
  readonly entries: readonly ReadEntry[];
  readonly issues: readonly Issue[];
}

/** The kinds of record, and their readers. */
type ReadingKinds = Pick<Intake, 'kinds' | 'fhir'>;

const refused = (entry: Entry | Rejected, issues: readonly Issue[]): ReadEntry => ({
  resourceType: entry.resource === null ? entry.resourceType : entry.resource.resourceType,
  expression: entry.expression,
  key: entry.resource === null ? null : entry.key,
  resource: entry.resource,
  patient: null,
  subject: entry.expression,
  reading: { outcome: 'refused', issues },
});

const readEntry = (
  entry: Entry,
  references: References,
  check: StructureCheck,
  kinds: ReadingKinds,
): ReadEntry => {
  const { resource, expression } = entry;
  const issues = [...unsound(resource, expression), ...check(resource, expression)];
  if (issues.length > 0) return refused(entry, issues);
  issues.push(...brokenReferences(resource, expression, references));
  const about = subjectOf(resource, expression, entry.key, references, kinds.fhir.types);
  if (about.issue !== null) issues.push(about.issue);
  if (issues.length > 0) return refused(entry, issues);
  const base = {
    resourceType: resource.resourceType,
    expression,
    key: entry.key,
    resource,
    patient: about.patient,
    subject: about.expression,
  };
  const source = { type: resource.resourceType, id: entry.key, entry: expression };
  const place = placeOf(source, about.patient ?? '', references, issues);
  const read: Read = kinds.fhir.read(resource, place, about.patient);
  if (issues.some((i) => i.severity === 'error')) return refused(entry, issues);
  const { createOnly } = entry;
  const reading: Reading =
    'retained' in read
      ? { outcome: 'retained', reason: read.retained }
      : {
          outcome: 'read',
          warnings: issues,
          records: createOnly ? read.records.map((r) => ({ ...r, createOnly })) : read.records,
        };
  return { ...base, reading };
};

/** One record sent twice in one submission: the same again is nothing new, another content is refused. */
const withoutDuplicates = (entries: readonly (Entry | Rejected)[]): (Entry | Rejected)[] => {
  const seen = new Map<string, Entry>();
  return entries.map((entry) => {
    if (entry.resource === null) return entry;
    const id = `${entry.resource.resourceType} ${entry.key}`;
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, entry);
      return entry;
    }
    return {
      resource: null,
      resourceType: entry.resource.resourceType,
      expression: entry.expression,
      fullUrl: entry.fullUrl,
      issues: [
        {
          severity: 'error',
          code: 'duplicate',
          expression: entry.expression,
          diagnostics: `The submission holds this ${entry.resource.resourceType} twice (also ${first.expression}). Send each record once.`,
        },
      ],
    };
  });
};

/** The element that the resource has of those that may say when. */
const choice = (resource: Resource | null, names: readonly string[]): string => {
  const keys = Object.keys(resource ?? {});
  const found = names.map((name) => keys.find((key) => key.startsWith(name))).find(Boolean);
  return found ?? names[0] ?? '';
};

/** Cancer and its treatment do not come before birth. */
const beforeBirth = (kinds: KindModules, entries: readonly ReadEntry[]): ReadEntry[] => {
  const births = new Map<string, PartialDate>();
  for (const { reading } of entries) {
    if (reading.outcome !== 'read') continue;
    for (const r of reading.records) {
      if (r.kind === 'patient' && r.born !== null) births.set(r.patient, r.born);
    }
  }
  return entries.map((entry) => {
    if (entry.reading.outcome !== 'read' || entry.patient === null) return entry;
    const born = births.get(entry.patient);
    if (born === undefined) return entry;
    for (const record of entry.reading.records) {
      const event = (kinds[record.kind] as KindModule<Kind>).notBeforeBirth?.(record);
      if (event?.date == null || !isBefore(event.date, born)) continue;
      const expression = `${entry.expression}.${choice(entry.resource, event.elements)}`;
      const diagnostics = `${event.date.date} is before the patient's birth (${born.date}). Send the true dates.`;
      return {
        ...entry,
        reading: {
          outcome: 'refused',
          issues: [{ severity: 'error', code: 'business-rule', expression, diagnostics }],
        },
      };
    }
    return entry;
  });
};

/** How many entries are read before others get their turn: some 10 ms. */
const AT_ONCE = 50;

/**
 * Reads a FHIR submission: no database, no clock.
 * @param pause lets a server see to others while a large submission is read
 */
export const readSubmission = async (
  content: unknown,
  check: StructureCheck,
  kinds: ReadingKinds,
  request: SingleRequest = {},
  pause: () => Promise<void> = async () => {},
): Promise<ReadSubmission> => {
  const { form, entries: sent, issues } = entriesOf(content, request);
  const entries = withoutDuplicates(sent);
  const { find, resolve } = resolver(entries);
  const tumourOf = stageLinks(entries, resolve);
  const references: References = { find: (r) => find(r)?.resource, resolve, tumourOf };
  const read: ReadEntry[] = [];
  for (const [i, entry] of entries.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await pause();
    read.push(
      entry.resource === null
        ? refused(entry, entry.issues)
        : readEntry(entry, references, check, kinds),
    );
  }
  return { form, entries: beforeBirth(kinds.kinds, read), issues };
};
