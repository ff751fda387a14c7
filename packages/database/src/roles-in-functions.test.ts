import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Role, roles, scopesOf } from './principal.ts';

/** Why a role reads patients: for their care, for another end, or not at all. The compiler holds it complete. */
const reads: Readonly<Record<Role, 'care' | 'another end' | 'no patients'>> = {
  CLINICIAN: 'care',
  FOLLOWUP_COORDINATOR: 'care',
  SYSTEM: 'another end',
  DATA_MANAGER: 'another end',
  PRIVACY_OFFICER: 'another end',
  RESEARCHER: 'no patients',
  POLICYMAKER: 'no patients',
  ADMINISTRATOR: 'no patients',
  BIOBANK_MANAGER: 'no patients',
};

const those = (why: (typeof reads)[Role]) => roles.filter((role) => reads[role] === why).toSorted();

test.each(['first_cross_institution_accesses', 'restricted_patient_accesses'])(
  '%s leaves out who reads patients for another end than their care',
  (name) => {
    const file = join(import.meta.dirname, `../functions/${name}.sql`);
    const lists = [...readFileSync(file, 'utf8').matchAll(/role not in \(([^)]*)\)/g)];
    expect(lists.length).toBeGreaterThan(0);
    for (const [, list = ''] of lists)
      expect([...list.matchAll(/'(\w+)'/g)].map(([, role]) => role).toSorted()).toEqual(
        those('another end'),
      );
  },
);

test('who cares for patients may read them, and beside machines nobody else', () => {
  const readers = roles.filter((role) => scopesOf[role].includes('patient:read')).toSorted();
  expect(readers).toEqual([...those('care'), 'SYSTEM'].toSorted());
});
