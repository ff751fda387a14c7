import type { Address, Patient } from '@medplum/fhirtypes';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, speechOf, type Value, valuesOf } from '../message.ts';
import { isOfState, nameOf, type PersonNumber, personNumbers } from '../types.ts';
import { type Context, errorAt, madeOf } from './made-of.ts';

/** HL7 table 0001, and the codes of GB/T 2261.1 that China's systems put there. */
const SEX: Readonly<Record<string, Patient['gender']>> = {
  M: 'male',
  F: 'female',
  O: 'other',
  A: 'other',
  U: 'unknown',
  N: 'other',
  '1': 'male',
  '2': 'female',
  '0': 'unknown',
  '9': 'other',
  男: 'male',
  女: 'female',
};

const ADDRESS_USES: Readonly<Record<string, Address['use']>> = {
  H: 'home',
  P: 'home',
  L: 'home',
  B: 'work',
  O: 'work',
  BA: 'old',
  BI: 'billing',
  C: 'temp',
};

/** An address (XAD). */
const addressOf = (value: Value): Address => {
  const use = ADDRESS_USES[value.part(7) ?? ''];
  const lines = [value.part(1), value.part(2)].filter((line) => line !== undefined);
  // Many systems write the whole address into the street's component: then it is read as a text.
  if (![3, 4, 5, 6].some((part) => value.part(part) !== undefined))
    return { ...(use ? { use } : {}), text: lines.join(', ') };
  return {
    ...(use ? { use } : {}),
    line: lines,
    city: value.part(3),
    state: value.part(4),
    postalCode: value.part(5),
    country: value.part(6),
  } as Address;
};

/** A telephone number (XTN): as written, or put together of its parts. */
const phoneOf = (value: Value): string | undefined =>
  value.part(1) ??
  value.part(12) ??
  ([5, 6, 7]
    .map((part) => value.part(part))
    .filter(Boolean)
    .join('-') ||
    undefined);

const SOCIAL_SECURITY = { type: { coding: [{ code: 'SS' }] } };

/** The numbers of PID-3, with those that older versions keep in fields of their own. */
export const numbersOf = (pid: Segment): PersonNumber[] => {
  const named = valuesOf(pid, 3);
  const hasOwn = personNumbers(named).some((number) => !isOfState(number));
  const known = personNumbers(
    hasOwn ? named : [...named, ...valuesOf(pid, 2), ...valuesOf(pid, 4)],
  );
  const state = partAt(pid, 19);
  return state === undefined || known.some(({ value }) => value === state)
    ? known
    : [...known, { value: state, ...SOCIAL_SECURITY }];
};

const isTrue = (text: string | undefined): boolean => /^(Y|1|T)/i.test(text ?? '');
const isFalse = (text: string | undefined): boolean => /^(N|0|F)/i.test(text ?? '');

/** Death (PID-29, PID-30): its time, or whether it was; one that was a mistake is taken back by N as by `""`. */
const deathOf = (
  pid: Segment,
  offset: string,
): Pick<Patient, 'deceasedBoolean' | 'deceasedDateTime'> => {
  const died = dateOf(partAt(pid, 29), offset);
  const indicator = partAt(pid, 30);
  if (died !== undefined) return { deceasedDateTime: died };
  if (isTrue(indicator)) return { deceasedBoolean: true };
  return isFalse(indicator) ? { deceasedBoolean: false } : {};
};

/** Whose fields each part of a person is read from; the telephone at home before the one at work. */
const PARTS = {
  name: [5],
  born: [7],
  sex: [8],
  address: [11],
  phone: [13, 14],
  death: [29, 30],
} as const;

type Part = keyof typeof PARTS | 'nationalId';
type PatientLeft = NonNullable<NonNullable<Made['person']>['leaves']>[number];

/** Parts that a record which does not speak of them would empty, so that leaving them has to be said; of the rest silence takes nothing back. */
const OVERWRITTEN = { name: true, address: true, phone: true, nationalId: true } satisfies Record<
  PatientLeft,
  true
>;

/** What PID leaves as it was, and what it takes back (HL7 v2.5.1, 2.5.3.5: empty and `""`). */
const unsaidIn = (pid: Segment, numbers: readonly PersonNumber[]): NonNullable<Made['person']> => {
  const speech = new Map<Part, ReturnType<typeof speechOf>>(
    Object.entries(PARTS).map(([part, fields]) => {
      const [first, second] = fields.map((field) => speechOf(pid, field));
      // Where only the second is said, what the first said before stands.
      return [
        part as Part,
        first === 'deleted' && second === 'said' ? 'said' : (first ?? 'silent'),
      ];
    }),
  );
  if (speech.get('death') === 'silent') speech.set('death', speechOf(pid, 30));
  if (!numbers.some(isOfState)) speech.set('nationalId', speechOf(pid, 19));
  const parts = (said: 'silent' | 'deleted') =>
    [...speech].filter(([, one]) => one === said).map(([part]) => part);
  const leaves = parts('silent').filter((part) => part in OVERWRITTEN) as PatientLeft[];
  const deletes = parts('deleted');
  return {
    ...(leaves.length > 0 ? { leaves } : {}),
    ...(deletes.length > 0 ? { deletes } : {}),
  };
};

/** Events by which the sender tells who its patient is; every other message only names whom it is about. */
const TELLS = /^A(0[1-8]|1[0-4]|28|31|34|40|4[0-9])$/;

const SAME =
  'The message gives no number of the patient. Send PID-3: the hospital’s number with its type, 900001^^^HOSPITAL^MR.';

/** Who the patient is (PID), with the record that it takes the place of (MRG). */
export const patientOf = (context: Context, pid: Segment, mrg: Segment | undefined): Made => {
  const numbers = numbersOf(pid);
  const [key] = numbers;
  const sex = partAt(pid, 8);
  const prior = mrg === undefined ? [] : personNumbers(valuesOf(mrg, 1));
  const gender = sex === undefined ? undefined : (SEX[sex.toUpperCase()] ?? undefined);
  const tells = context.type === 'ADT' && TELLS.test(context.event);
  const patient: Patient = {
    resourceType: 'Patient',
    identifier: [...numbers],
    name: valuesOf(pid, 5)
      .map(nameOf)
      .filter((name) => name !== undefined),
    birthDate: dateOf(partAt(pid, 7))?.slice(0, 10),
    gender,
    address: valuesOf(pid, 11).map(addressOf),
    telecom: [...valuesOf(pid, 13), ...valuesOf(pid, 14)]
      .map(phoneOf)
      .filter((value) => value !== undefined)
      .map((value) => ({ system: 'phone', value })),
    ...deathOf(pid, context.offset),
    link: prior.slice(0, 1).map(({ system, value }) => ({
      type: 'replaces',
      other: { type: 'Patient', identifier: { ...(system ? { system } : {}), value } },
    })),
  } as Patient;
  const issues = [
    ...(key === undefined ? [errorAt(locationOf(pid, 3), 'required', SAME)] : []),
    ...(sex !== undefined && gender === undefined
      ? [
          errorAt(
            locationOf(pid, 8),
            'code-invalid',
            `PID-8 has no code ${sex.slice(0, 20)}. Send M, F, O or U (HL7 table 0001).`,
          ),
        ]
      : []),
    ...(mrg !== undefined && prior.length === 0
      ? [
          errorAt(
            locationOf(mrg, 1),
            'required',
            'MRG-1 gives no number of the record that is given up. Send it as in PID-3.',
          ),
        ]
      : []),
  ];
  return madeOf(context, pid, patient, {
    fields: {
      identifier: 3,
      name: 5,
      birthDate: 7,
      gender: 8,
      address: 11,
      telecom: 13,
      deceased: 29,
    },
    elsewhere: mrg === undefined ? {} : { link: locationOf(mrg, 1) },
    issues,
    with: mrg === undefined ? [] : [mrg],
    ...(tells ? { person: unsaidIn(pid, numbers) } : {}),
    ...(tells || key === undefined ? {} : { onlyWhenNew: key }),
  });
};
