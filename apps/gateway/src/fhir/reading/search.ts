import {
  findPeople,
  idsOfPatients,
  patientsOfKeys,
  patientsToFhir,
} from '@nodp/subgraph-patients/fhir';
import { dayFits, instantFits } from './dates.ts';
import { isId } from './naming.ts';
import type { Question } from './question.ts';
import { type Read, type Reading, resourcesOf } from './resources.ts';
import { servedTypes } from './served.ts';
import { type FoundRow, findRows } from './statements.ts';

export interface Found {
  readonly matches: readonly Read[];
  readonly included: readonly Read[];
  /** Where the next page begins; null on the last. */
  readonly next: readonly [string, string] | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The platform's ids of patients by what the institution calls them; the platform's own ids stand for themselves. */
const patientsMeant = async (
  { session, cipher }: Reading,
  ids: readonly string[],
): Promise<string[]> => {
  const own = await patientsOfKeys(session, cipher, ids);
  return [...new Set([...own, ...ids.filter((id) => UUID.test(id))])];
};

const peopleOf = async (
  reading: Reading,
  question: Question,
  patients: readonly string[] | null,
  most: number,
): Promise<string[]> => {
  const { session, cipher } = reading;
  const { identifiers } = question;
  const withSystem = identifiers?.filter((one) => one.includes('|') && !one.startsWith('|')) ?? [];
  const numbers = (identifiers ?? [])
    .filter((one) => !withSystem.includes(one))
    .map((one) => cipher.numberHash(one.replace(/^\|/, '')));
  const byIdentifier =
    identifiers === null
      ? null
      : [
          ...(await patientsOfKeys(session, cipher, [], withSystem)),
          ...(numbers.length === 0
            ? []
            : (
                await findPeople(session, {
                  ids: patients,
                  numbers,
                  genders: null,
                  born: () => [],
                  updated: () => [],
                  after: null,
                  most,
                })
              ).map(({ patientId }) => patientId)),
        ];
  const ids =
    byIdentifier === null
      ? patients
      : byIdentifier.filter((id) => patients === null || patients.includes(id));
  const found = await findPeople(session, {
    ids,
    numbers: null,
    genders: question.genders,
    born: (t) => question.born.map((asked) => dayFits(t.bornOn, t.bornPrecision, asked)),
    updated: (at) => question.updated.map((asked) => instantFits(at, asked)),
    after: question.after?.patientId ?? null,
    most,
  });
  return found.map(({ patientId }) => patientId);
};

const readPeople = async (
  { session, cipher }: Reading,
  ids: readonly string[],
  calledAs: ReadonlyMap<string, string> = new Map(),
): Promise<Read[]> => {
  const names = await idsOfPatients(session, ids, isId);
  const written = await patientsToFhir(
    session,
    cipher,
    new Map(ids.map((id) => [id, calledAs.get(id) ?? names.get(id) ?? id])),
  );
  return ids.flatMap((patientId) => {
    const resource = written.get(patientId);
    return resource === undefined ? [] : [{ patientId, resource }];
  });
};

const referenced = (read: Read, element: string, target: string): string[] => {
  const value = read.resource[element];
  const all = (Array.isArray(value) ? value : [value]) as readonly (
    | { reference?: string; actor?: { reference?: string } }
    | undefined
  )[];
  return all.flatMap((one) => {
    const [type, id] = (one?.reference ?? one?.actor?.reference ?? '').split('/');
    return type === target && id !== undefined ? [id] : [];
  });
};

/** What matches refer to, once each, in the care of the same institution: the same rules as of what is asked itself. */
const includedOf = async (
  reading: Reading,
  question: Question,
  matches: readonly Read[],
): Promise<Read[]> => {
  const there = new Set(matches.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
  const included: Read[] = [];
  const wanted = new Map<string, Set<string>>();
  const people = new Set<string>();
  for (const { element, target } of question.include) {
    for (const read of matches) {
      if (target === 'Patient') people.add(read.patientId);
      else
        for (const id of referenced(read, element, target))
          if (!there.has(`${target}/${id}`))
            wanted.set(target, (wanted.get(target) ?? new Set()).add(id));
    }
  }
  included.push(...(await readPeople(reading, [...people])));
  const patients = [...new Set(matches.map(({ patientId }) => patientId))];
  for (const [type, ids] of wanted) {
    const served = servedTypes.get(type);
    if (served === undefined) continue;
    const asked = { ...EVERY, types: [served], ids: [...ids], count: ids.size };
    included.push(
      ...(await resourcesOf(
        reading,
        await findRows(reading.session, asked, patients, reading.institution),
      )),
    );
  }
  return included;
};

/** Asks for everything: what is to be asked is put over it. */
export const EVERY: Question = {
  types: [],
  ids: null,
  patients: null,
  identifiers: null,
  codes: [],
  dates: [],
  updated: [],
  statuses: null,
  born: [],
  genders: null,
  include: [],
  count: 1,
  after: null,
  ignored: [],
};

const searchPatients = async (reading: Reading, question: Question): Promise<Found> => {
  const patients = question.ids === null ? null : await patientsMeant(reading, question.ids);
  const ids = await peopleOf(reading, question, patients, question.count + 1);
  const page = ids.slice(0, question.count);
  const last = page.at(-1);
  // Read by an id of the institution's, a patient is called by it though there be several.
  const only = question.ids?.length === 1 && page.length === 1 ? question.ids[0] : undefined;
  const calledAs =
    only === undefined || page[0] === undefined ? new Map() : new Map([[page[0], only]]);
  return {
    matches: await readPeople(reading, page, calledAs),
    included: [],
    next: ids.length > question.count && last !== undefined ? [last, last] : null,
  };
};

/** One page of what the question asks, of the institution's own records. */
export const search = async (reading: Reading, question: Question): Promise<Found> => {
  if (question.types.length === 1 && question.types[0]?.type === 'Patient')
    return searchPatients(reading, question);
  const patients =
    question.patients === null ? null : await patientsMeant(reading, question.patients);
  const rows: FoundRow[] = await findRows(reading.session, question, patients, reading.institution);
  const page = rows.slice(0, question.count);
  const last = page.at(-1);
  const matches = await resourcesOf(reading, page);
  return {
    matches,
    included: await includedOf(reading, question, matches),
    next: rows.length > question.count && last !== undefined ? [last.patientId, last.id] : null,
  };
};

/** The patient itself, for the first page of `$everything`; null where the institution has none so called. */
export const patientCalled = async (reading: Reading, id: string): Promise<Read | null> => {
  const found = await searchPatients(reading, { ...EVERY, ids: [id] });
  return found.matches[0] ?? null;
};
