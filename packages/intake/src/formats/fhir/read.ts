import type { Reference, Resource } from '@medplum/fhirtypes';
import type { ClinicalRecord, Issue } from '@nodp/record';
import { LONGEST_KEY, placeOf, type Read, type References } from '@nodp/record/fhir';
import { localCodes, type Mapped } from '../../codes/local-codes.ts';
import { type CodeTables, noTables } from '../../codes/tables.ts';
import type { ReadSubmission, ReadUnit, SentVersion } from '../../units.ts';
import { longerThanTaken } from './attachments.ts';
import { outsideBindings } from './bindings.ts';
import { type Entry, entriesOf, type Rejected, type SingleRequest, sameUrl } from './bundle.ts';
import { isStandingOrder, showsNoCare } from './care.ts';
import { onlyIntended } from './intended.ts';
import { type FhirReaders, REFERENCE_ONLY } from './readers.ts';
import { brokenReferences, subjectOf, unsound } from './references.ts';
import { reservedName } from './reserved-names.ts';
import { resolverOf } from './resolver.ts';
import { hasTooManyValues } from './shape.ts';
import { stageLinks } from './stage-links.ts';
import type { StructureCheck } from './structure.ts';
import { notUnderstood } from './understood.ts';

/** Where the first element of the resource stands that one of the names begins. */
const locateIn =
  ({ resource, where }: Entry | Rejected): ReadUnit['locate'] =>
  (names) => {
    const keys = Object.keys(resource ?? {});
    const found = names.map((name) => keys.find((key) => key.startsWith(name))).find(Boolean);
    return `${where}.${found ?? names[0] ?? ''}`;
  };

const instantOf = (text: unknown): string | null =>
  typeof text === 'string' && !Number.isNaN(Date.parse(text)) ? text : null;

/** The version that a resource says it is; what was sent with PUT or alone was answered with an ETag to ask for. */
const versionOf = ({ resource, ifMatch, answered }: Entry): SentVersion | null => {
  const { lastUpdated, versionId } = (resource.meta ?? {}) as Record<string, unknown>;
  const said = instantOf(lastUpdated);
  const id = typeof versionId === 'string' ? versionId : null;
  const expected = ifMatch?.replace(/^W\//, '').replaceAll('"', '').trim() ?? null;
  return said === null && id === null && expected === null && !answered
    ? null
    : { lastUpdated: said, versionId: id, expected };
};

const unitOf = (entry: Entry | Rejected, readers: FhirReaders) => ({
  type: entry.resource === null ? entry.resourceType : entry.resource.resourceType,
  where: entry.where,
  key: entry.resource === null ? null : entry.key,
  content: entry.resource,
  kinds: readers.kindsOf(entry.resource === null ? '' : entry.resource.resourceType),
  locate: locateIn(entry),
  version: entry.resource === null ? null : versionOf(entry),
  mustBeOne: entry.resource !== null && entry.conditional === 'update',
});

const refused = (
  entry: Entry | Rejected,
  issues: readonly Issue[],
  readers: FhirReaders,
): ReadUnit => ({
  ...unitOf(entry, readers),
  patient: null,
  subject: entry.where,
  reading: { outcome: 'refused', issues },
});

/** Types whose content is read, or read by what refers to them. */
const isModelled = ({ resourceType }: Resource, { types }: FhirReaders): boolean =>
  resourceType === 'Patient' || resourceType === 'Medication' || types.has(resourceType);

/** Whom an order shows its sender to treat; a reference that names nobody shows nothing, and refuses nobody. */
const orderedFor = ({ resource }: Entry, references: References): Pick<ReadUnit, 'careOf'> => {
  if (!isStandingOrder(resource)) return {};
  const target = references.resolve((resource as { subject?: Reference }).subject);
  return target === null ||
    (target.type !== null && target.type !== 'Patient') ||
    target.key.length > LONGEST_KEY
    ? {}
    : { careOf: { patient: target.key } };
};

/**
 * What the platform does not model is retained as sent: what is wrong inside it is its sender's matter and
 * refuses nobody. Only what is no resource of FHIR R4 at all is refused.
 */
const retained = (
  entry: Entry,
  references: References,
  check: StructureCheck,
  readers: FhirReaders,
): ReadUnit => {
  const { resource, where } = entry;
  const unknown = [
    ...check(resource, where).filter((issue) => issue.where === `${where}.resourceType`),
    ...longerThanTaken(resource, where),
  ];
  if (unknown.length > 0) return refused(entry, unknown, readers);
  const reason = REFERENCE_ONLY.has(resource.resourceType)
    ? `${resource.resourceType}: retained for the records that refer to it.`
    : `${resource.resourceType} is not modelled yet.`;
  return {
    ...unitOf(entry, readers),
    patient: null,
    subject: where,
    reading: { outcome: 'retained', reason },
    ...orderedFor(entry, references),
  };
};

/** A record with what its entry says of it: a conditional create, the address it was sent under. */
const asSent = (record: ClinicalRecord, { conditional, fullUrl }: Entry): ClinicalRecord => {
  const said = conditional === 'create' ? { ...record, createOnly: true } : record;
  return said.kind === 'patient' && fullUrl !== null && /^(https?|urn):/i.test(fullUrl)
    ? { ...said, aliases: [...new Set([...said.aliases, sameUrl(fullUrl)])] }
    : said;
};

/** What is told of one resource. */
const MOST_TOLD = 100;

/**
 * Each resource is checked once, where it stands. What others refer to is read with them only when it is sound itself:
 * readers rely on the structure of FHIR.
 */
const checkedOnce = (entries: readonly (Entry | Rejected)[], check: StructureCheck) => {
  const places = new Map(entries.map(({ resource, where }) => [resource, where]));
  const known = new WeakMap<Resource, Issue[]>();
  const once = (resource: Resource, where: string, text = JSON.stringify(resource)): Issue[] => {
    let issues = known.get(resource);
    if (issues === undefined) {
      // What is wrong a hundred times is told often enough.
      issues = hasTooManyValues(resource, undefined, text)
        ? [tooMany(where)]
        : [...unsound(resource, where, text), ...check(resource, where)].slice(0, MOST_TOLD);
      known.set(resource, issues);
    }
    return issues;
  };
  const isSound = (resource: Resource): boolean =>
    once(resource, places.get(resource) ?? '').length === 0;
  return { check: once, isSound };
};

const tooLong = (where: string): Issue => ({
  severity: 'error',
  code: 'value',
  where,
  message: 'An id of FHIR R4 has at most 64 characters. Send a shorter one.',
});

const tooMany = (where: string): Issue => ({
  severity: 'error',
  code: 'too-long',
  where,
  message:
    'The resource holds more values than any record of a patient. Send what it says in several.',
});

/** The codes of a record, and those of the drug that it refers to. */
const codesOf = (
  { resource, codes }: Mapped,
  references: References,
  mapped: (resource: Resource) => Mapped,
): Pick<ReadUnit, 'localCodes'> => {
  // A drug alone is no record: who refers to it holds its code.
  if (resource.resourceType === 'Medication') return {};
  const { medicationReference } = resource as { medicationReference?: Reference };
  const drug = medicationReference === undefined ? undefined : references.find(medicationReference);
  const all = drug === undefined ? codes : [...codes, ...mapped(drug as Resource).codes];
  return all.length === 0 ? {} : { localCodes: all };
};

/** The check of a resource's structure. @param text its JSON, of which it is made but once */
type CheckOnce = (resource: Resource, where: string, text?: string) => Issue[];

const readEntry = (
  entry: Entry,
  references: References,
  check: CheckOnce,
  readers: FhirReaders,
  mapped: (resource: Resource) => Mapped,
): ReadUnit => {
  const { resource, where } = entry;
  if (entry.key.length > LONGEST_KEY) return refused(entry, [tooLong(`${where}.id`)], readers);
  // Most of what may be wrong is told by its text alone.
  const text = JSON.stringify(resource);
  if (hasTooManyValues(resource, undefined, text)) return refused(entry, [tooMany(where)], readers);
  if (!isModelled(resource, readers)) return retained(entry, references, check, readers);
  const structural = check(resource, where, text);
  const unfit = [
    ...structural,
    ...longerThanTaken(resource, where, text),
    ...notUnderstood(resource, where, text),
    // They are looked up where the structure of FHIR has them.
    ...(structural.length > 0 ? [] : outsideBindings(resource, where, text)),
  ];
  if (unfit.length > 0) return refused(entry, unfit.slice(0, MOST_TOLD), readers);
  const about = subjectOf(resource, where, entry.key, references, readers.types);
  const issues = brokenReferences(resource, where, references, text);
  if ((about.patient?.length ?? 0) > LONGEST_KEY)
    return refused(entry, [...issues, tooLong(about.where)], readers);
  if (about.issue !== null) return refused(entry, [...issues, about.issue], readers);
  const source = { type: resource.resourceType, id: entry.key, entry: where };
  const place = placeOf(source, about.patient ?? '', references, issues);
  const intended = onlyIntended(resource);
  const understood = mapped(resource);
  const read: Read =
    intended === null || about.patient === null
      ? readers.read(understood.resource, place, about.patient)
      : { retained: intended };
  if (issues.some((i) => i.severity === 'error')) return refused(entry, issues, readers);
  const reading: ReadUnit['reading'] =
    'retained' in read
      ? { outcome: 'retained', reason: read.retained }
      : {
          outcome: 'read',
          warnings: issues,
          records: read.records.map((r) => asSent(r, entry)),
        };
  const care = showsNoCare(resource) ? { careOf: 'none' as const } : {};
  return {
    ...unitOf(entry, readers),
    patient: about.patient,
    subject: about.where,
    reading,
    ...codesOf(understood, references, mapped),
    ...care,
  };
};

/** How many entries are read before others get their turn: some 2 ms, since an answer takes many turns. */
const AT_ONCE = 10;

/**
 * Reads a FHIR submission: no database, no clock.
 * @param pause lets a server see to others while a large submission is read
 * @param codes what the sender's own codes mean
 */
export const readSubmission = async (
  content: unknown,
  check: StructureCheck,
  readers: FhirReaders,
  request: SingleRequest = {},
  pause: () => Promise<void> = async () => {},
  codes: CodeTables = noTables,
  /** Whether the platform made the content itself, which names no element as none may be named. */
  isOwn = false,
): Promise<ReadSubmission> => {
  const reserved = isOwn ? null : reservedName(content);
  if (reserved !== null) {
    const message =
      'No element of FHIR has this name. Leave it out, or send it as FHIR R4 names it.';
    return {
      form: 'single',
      units: [],
      issues: [{ severity: 'error', code: 'structure', where: reserved, message }],
    };
  }
  const { form, entries, issues } = entriesOf(content, request);
  const resolverFor = resolverOf(entries);
  const structure = checkedOnce(entries, check);
  const mapped = localCodes(codes, readers.isRest);
  const links = { tumourOf: stageLinks(entries, resolverFor) };
  const referencesOf = (entry: Entry): References => {
    const { find, resolve } = resolverFor(entry);
    const sound: References['find'] = (reference) => {
      const found = find(reference);
      return found !== undefined && structure.isSound(found as Resource)
        ? mapped(found as Resource).resource
        : undefined;
    };
    return { find: sound, resolve, ...links };
  };
  const read: ReadUnit[] = [];
  for (const [i, entry] of entries.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await pause();
    read.push(
      entry.resource === null
        ? refused(entry, entry.issues, readers)
        : readEntry(entry, referencesOf(entry), structure.check, readers, mapped),
    );
  }
  return { form, units: read, issues };
};
