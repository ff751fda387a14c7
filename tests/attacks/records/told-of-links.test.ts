import type { Principal } from '@nodp/database';
import { expect, test } from 'vitest';
import {
  ask,
  db,
  doctorHere,
  doctorThere,
  everything,
  here,
  idOf,
  join,
  key,
  known,
  managerHere,
  managerThere,
  number,
  own,
  sendHere,
  sendThere,
  shown,
  stranger,
  systemThere,
  there,
  withLinkedWorld,
} from './linked-world.ts';
import { numbered } from './persons.ts';

withLinkedWorld();

test('clinicians of both see who says what, and the dated death stands until its reporter withdraws it', async () => {
  await join();
  const { data } = await ask(
    doctorHere,
    `query ($id: ID!) { patient(id: $id) { sex vitalStatus deathDate
      demographics { institution { code } name sex birthDate vitalStatus deathDate registrar } } }`,
    { id: idOf(known) },
  );
  const agreed = { name: '王小明', birthDate: '1950-02-03' };
  expect(data.patient).toEqual({
    sex: 'MALE',
    vitalStatus: 'DEAD',
    deathDate: '2021-02-03',
    demographics: [
      {
        ...agreed,
        institution: { code: 'H1' },
        sex: 'MALE',
        vitalStatus: 'ALIVE',
        deathDate: null,
        registrar: true,
      },
      {
        ...agreed,
        institution: { code: 'H2' },
        sex: 'FEMALE',
        vitalStatus: 'DEAD',
        deathDate: '2021-02-03',
        registrar: false,
      },
    ],
  });
  await sendHere(numbered(`h-${key}`, number, { deceasedBoolean: false, gender: 'male' }));
  expect(await shown(doctorHere, known)).toMatchObject({ vitalStatus: 'DEAD' });
  await sendThere(numbered(key, number, { deceasedBoolean: false }));
  expect(await shown(doctorHere, known)).toMatchObject({ vitalStatus: 'ALIVE', sex: 'MALE' });
});

test('the first look of the other hospital’s people is told to who knew the person, once', async () => {
  await join();
  await shown(doctorThere, known);
  await shown(doctorThere, known);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const accesses = async (who: Principal) =>
    (
      await ask(
        who,
        'query ($d: String!) { firstCrossInstitutionAccesses(fromDay: $d, toDay: $d) { patient { id } institution { code } account role } }',
        { d: today },
      )
    ).data.firstCrossInstitutionAccesses.filter(
      (l: { patient: { id: string } }) => l.patient.id === idOf(known),
    );
  expect(await accesses(managerHere)).toEqual([
    {
      patient: { id: idOf(known) },
      institution: { code: 'H2' },
      account: doctorThere.accountId,
      role: 'CLINICIAN',
    },
  ]);
  expect(await accesses(managerThere)).toEqual([]);
  expect(await accesses(stranger)).toEqual([]);
});

test('the database itself refuses whoever goes round', async () => {
  await join();
  const tries: [Principal, string, string][] = [
    [
      doctorHere,
      `select * from patients.unlink_patient('${known}', '${there}', 'x')`,
      'may not review',
    ],
    [systemThere, `select * from patients.relink_patient('${known}', 'x')`, 'may not review'],
    [doctorHere, `select patients.confirm_joined('${known}', '${there}', 'x')`, 'may not review'],
    [
      doctorHere,
      `select * from patients.read_statements('${known}')`,
      'may not read the access audit',
    ],
    [doctorHere, `select * from patients.doubtful_joins(9)`, 'may not read the access audit'],
    [
      doctorHere,
      `select * from basic.first_cross_institution_accesses('2026-01-01', '2026-01-02', 9)`,
      'may not read the access audit',
    ],
    [doctorHere, `select * from patients.reports_of('{}')`, 'may not write patients'],
    [
      systemThere,
      `insert into patients.demographics (patient_id, institution_id, sex, content_hash, submission_id)
      values ('${known}', '${here}', 'FEMALE', '', '${known}')`,
      'row-level security',
    ],
  ];
  for (const [who, text, refusal] of tries)
    await expect(
      db.database.session(who, (session) => session.run({ text, bind: () => [] })),
      text,
    ).rejects.toThrow(refusal);
  // Functions of the owner do for the application no more than it may do itself.
  const before = await everything(known);
  for (const text of [
    `select patients.compose_demographics('{${known}}')`,
    `select basic.move_records('${here}', '${known}', '${own}')`,
    `select patients.move_keys('${here}', '${known}', '${own}')`,
    `select patients.move_institution('${here}', '${known}', '${own}')`,
  ])
    await db.database
      .session(systemThere, (session) => session.run({ text, bind: () => [] }))
      .catch((error: unknown) =>
        expect(String(error)).toMatch(/permission denied|row-level security/),
      );
  expect(await everything(known)).toEqual(before);
});
