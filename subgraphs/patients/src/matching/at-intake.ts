import { type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import type { Person } from '@nodp/linkage';
import { sql } from 'drizzle-orm';
import { type Basis, basisOf, type LearntModel, termsOf } from './basis.ts';
import { comparePatients, type FoundPair } from './compare.ts';
import { openPerson, type SealedPerson, storedKeys } from './persons.ts';

/** Of one patient so many are compared: those who share most of the keys. */
const MOST_CANDIDATES = 50;
/** A patient with more pairs than this is a placeholder: the surest are stored. */
const MOST_PAIRS = 20;

/** The surest pairs of each patient. */
const surest = (pairs: readonly FoundPair[]): FoundPair[] => {
  const counts = new Map<string, number>();
  const count = (id: string): number => {
    counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts.get(id) ?? 0;
  };
  return pairs
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ low, high }) => Math.min(count(low), count(high)) <= MOST_PAIRS);
};

const p = sql.placeholder;
const own = sqlStatement<
  SealedPerson & { readonly identityHash: string; readonly own: boolean }
>(sql`
  select i.patient_id, i.ciphertext, i.content_hash || d.content_hash as identity_hash, d.sex, d.born_on, d.born_precision,
    i.institution_id = nullif(current_setting('nodp.institution', true), '')::uuid as own
  from patients.identity i
  join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id
  where i.patient_id = any(${p('patients')}::uuid[])`);
type Candidate = Omit<SealedPerson, 'ciphertext'> & {
  readonly ofPatient: string;
  /** Once for all whom it is a candidate of. */
  readonly ciphertext: Uint8Array | null;
};
const isWhole = (row: Candidate): row is Candidate & SealedPerson => row.ciphertext !== null;
const candidates = sqlStatement<Candidate>(sql`
  select * from patients.find_candidates(${p('people')}::text::jsonb, ${p('most')}::int)`);
const basis = sqlStatement<{
  readonly model: LearntModel | null;
  readonly records: number | null;
  readonly counts: Readonly<Record<string, number>> | null;
}>(sql`select * from patients.match_basis(${p('terms')}::bigint[])`);
const put = sqlStatement<never>(sql`
  select patients.put_pairs(${p('patients')}::uuid[], ${p('pairs')}::text::jsonb)`);

const basisFor = async (
  session: Session,
  cipher: IdentityCipher,
  people: readonly Person[],
): Promise<Basis> => {
  const terms = people.flatMap((person) => Object.values(termsOf(cipher, person)));
  const [row] = await session.run(basis, { terms: [...new Set(terms.filter((t) => t !== null))] });
  const counts = Object.entries(row?.counts ?? {}).map(([term, n]) => [Number(term), n] as const);
  return basisOf(cipher, row?.model ?? null, row?.records ?? 0, new Map(counts));
};

/**
 * Finds who in the pool the patients may be that a submission brought or changed, and stores it: joined for research and statistics, to be
 * reviewed, or nothing. Names are opened here alone, and nothing of it is answered to the sender.
 */
export const matchAtIntake = async (
  session: Session,
  cipher: IdentityCipher,
  patients: readonly string[],
): Promise<void> => {
  if (patients.length === 0) return;
  const said = (await session.run(own, { patients: [...patients] })).map((row) => ({
    ...row,
    person: openPerson(cipher, row),
  }));
  const people = said
    .filter((row) => row.own)
    .map(({ patientId, identityHash, person }) => ({
      patientId,
      identityHash,
      ...storedKeys(cipher, person),
    }));
  const found = await session.run(candidates, {
    people: JSON.stringify(people),
    most: MOST_CANDIDATES,
  });
  const others = new Map<string, Person[]>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const row of found) {
    const key = [row.ofPatient, row.patientId].sort().join(' ');
    if (!pairs.has(key)) pairs.set(key, [row.ofPatient, row.patientId]);
  }
  for (const [patientId, rows] of Map.groupBy(found.filter(isWhole), (row) => row.patientId))
    others.set(
      patientId,
      rows.map((row) => openPerson(cipher, row)),
    );
  const ours = Map.groupBy(said, ({ patientId }) => patientId);
  const known = (id: string): Person[] =>
    ours.get(id)?.map(({ person }) => person) ?? others.get(id) ?? [];
  // Asked for nobody's candidates too: the time of an answer is to tell as little as may be of whether somebody is known.
  const by = await basisFor(session, cipher, [
    ...said.map(({ person }) => person),
    ...[...others.values()].flat(),
  ]);
  const weighed = [...pairs.values()].map(([a, b]) =>
    comparePatients([a, known(a)], [b, known(b)], by),
  );
  const stored = surest(weighed.filter((pair) => pair !== null));
  await session.run(put, { patients: [...patients], pairs: JSON.stringify(stored) });
};
