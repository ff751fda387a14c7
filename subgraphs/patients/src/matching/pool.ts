import type { IdentityCipher } from '@nodp/database';
import type { Person } from '@nodp/linkage';
import type postgres from 'postgres';
import { openPerson, type SealedPerson } from './persons.ts';

/** What every institution says of some patients, opened, in one statement. */
export const loadPersons = async (
  sql: postgres.Sql | postgres.TransactionSql,
  cipher: IdentityCipher,
  patients: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> => {
  const rows = await sql<SealedPerson[]>`
    select i.patient_id, i.ciphertext, d.sex, d.born_on, d.born_precision
    from patients.identity i
    join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id
    where i.patient_id = any(${[...patients]}::uuid[])`;
  const persons = new Map<string, Person[]>();
  for (const row of rows) {
    const known = persons.get(row.patientId);
    const person = openPerson(cipher, row);
    if (known === undefined) persons.set(row.patientId, [person]);
    else known.push(person);
  }
  return persons;
};
