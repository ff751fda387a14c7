import type { HumanName, Identifier, Patient } from '@medplum/fhirtypes';
import { type ResidentIdentity, residentIdentity, residentNumber } from '@nodp/linkage';
import { isBefore } from '@nodp/oncology';
import type { PartialDate } from '@nodp/record';
import { type FhirReader, identifierKey, type Place } from '@nodp/record/fhir';
import type { PatientRecord } from './record.ts';
import { residenceOf } from './residence.ts';

const SEX = { female: 'FEMALE', male: 'MALE', other: 'OTHER', unknown: 'UNKNOWN' } as const;

/** Identifier types (HL7 v2 table 0203) that name a person in a whole country. */
const NATIONAL_TYPES = /^(NI|NN[A-Z]{0,3}|SS)$/;
const RESIDENT_SYSTEM = 'urn:oid:2.16.156.10011.1.3';
/** China's resident identity card (GB 11643; OID 2.16.156.10011.1.3), the United States' social security number. */
const NATIONAL_SYSTEMS = new Set([
  RESIDENT_SYSTEM,
  'urn:oid:2.16.840.1.113883.4.1',
  'http://hl7.org/fhir/sid/us-ssn',
]);
const typesOf = (identifier: Identifier): string[] =>
  identifier.type?.coding?.map((c) => c.code ?? '') ?? [];
const isNational = (i: Identifier): boolean =>
  NATIONAL_SYSTEMS.has(i.system ?? '') || typesOf(i).some((t) => NATIONAL_TYPES.test(t));

/** One system has several names. */
const sameSystem = (system: string): string =>
  system === 'http://hl7.org/fhir/sid/us-ssn' ? 'urn:oid:2.16.840.1.113883.4.1' : system;

interface National {
  readonly nationalId: string | null;
  readonly nationalSystem?: string;
}

/** What a resident identity number says itself against what is sent beside it. */
const compareWithNumber = (
  patient: Patient,
  number: ResidentIdentity,
  path: string,
  place: Place,
) => {
  if (patient.birthDate !== undefined && !number.born.startsWith(patient.birthDate)) {
    place.doubtful(
      path,
      'business-rule',
      `It says another date of birth (${number.born}) than birthDate (${patient.birthDate}). Send the true one.`,
    );
  }
  const { gender } = patient;
  if ((gender === 'female' || gender === 'male') && gender !== number.sex) {
    place.doubtful(
      path,
      'business-rule',
      `It says another sex (${number.sex}) than gender (${gender}). Send the true one.`,
    );
  }
};

/**
 * A number of 15 digits as the one of 18 that took its place, so that it means the same person. Where no system says whose number it
 * is, the day of birth in it does.
 */
const inFull = ({ value = '', system }: Identifier, born: string | undefined): string => {
  const full = residentNumber(value.trim());
  if (full === null) return value;
  const ours = system === RESIDENT_SYSTEM;
  return ours || (system === undefined && residentIdentity(full)?.born === born) ? full : value;
};

/**
 * The number by which the person is known in the whole country, and its code system; a mistyped one links nobody. A national
 * number without a system is China's where it reads as one.
 */
const nationalOf = (patient: Patient, place: Place): National => {
  const at = patient.identifier?.findIndex((i) => i.value && isNational(i)) ?? -1;
  const identifier = patient.identifier?.[at];
  if (identifier?.value === undefined) return { nationalId: null };
  const { system } = identifier;
  const value = inFull(identifier, patient.birthDate);
  const read = residentIdentity(value);
  const path = `identifier[${at}].value`;
  if (system !== RESIDENT_SYSTEM && (system !== undefined || read === null)) {
    const types = typesOf(identifier).filter((type) => NATIONAL_TYPES.test(type));
    return { nationalId: value, nationalSystem: sameSystem(system ?? types[0] ?? '') };
  }
  if (read === null) {
    place.doubtful(
      path,
      'value',
      'Its check character does not hold: it is not used to find the person at other hospitals. Send the number as on the card.',
    );
    return { nationalId: null };
  }
  compareWithNumber(patient, read, path, place);
  return { nationalId: value };
};

const han = /\p{Script=Han}/u;

/** `王小明`, `Adán Pulido`: family name first, unparted, where it is written in Han. */
const written = ({ text, family, given = [] }: HumanName): string => {
  if (text) return text.trim();
  const parts = [...given, ...(family ? [family] : [])];
  return han.test(family ?? '') ? [family, ...given].join('') : parts.join(' ').trim();
};

const officialFirst = (names: readonly HumanName[]): HumanName[] => {
  const rank = (n: HumanName) => ['official', 'usual', undefined].indexOf(n.use as 'official');
  return [...names].sort((a, b) => ((rank(a) + 4) % 4) - ((rank(b) + 4) % 4));
};

const addressOf = (patient: Patient): string | null => {
  const a = patient.address?.find((x) => x.use !== 'old') ?? patient.address?.[0];
  if (a === undefined) return null;
  const parts = [...(a.line ?? []), a.district, a.city, a.state, a.postalCode, a.country];
  return a.text ?? (parts.filter(Boolean).join(', ') || null);
};

const phoneOf = (patient: Patient): string | null =>
  [...(patient.telecom ?? []), ...(patient.contact ?? []).flatMap((c) => c.telecom ?? [])].find(
    (t) => t.system === 'phone' && t.value,
  )?.value ?? null;

const deathOf = (
  patient: Patient,
  place: Place,
): { vitalStatus: PatientRecord['vitalStatus']; died: PartialDate | null } => {
  if (patient.deceasedDateTime !== undefined) {
    return { vitalStatus: 'DEAD', died: place.date(patient.deceasedDateTime, 'deceasedDateTime') };
  }
  if (patient.deceasedBoolean === undefined) return { vitalStatus: 'UNKNOWN', died: null };
  return { vitalStatus: patient.deceasedBoolean ? 'DEAD' : 'ALIVE', died: null };
};

/** Which records of the same person took each other's place (Patient.link); the others only point to more of the same. */
const linksOf = (patient: Patient, place: Place) => {
  const keys = (type: string): string[] =>
    (patient.link ?? [])
      .filter((link) => link.type === type)
      .map(({ other }) => place.key(other, 'Patient'))
      .filter((key): key is string => key !== null && key !== place.source.id);
  return { replaces: keys('replaces'), replacedBy: keys('replaced-by')[0] ?? null };
};

const readPatient = (patient: Patient, place: Place): PatientRecord => {
  const born = place.date(patient.birthDate, 'birthDate');
  const { vitalStatus, died } = deathOf(patient, place);
  if (born !== null && died !== null && isBefore(died, born)) {
    place.wrong(
      'deceasedDateTime',
      'business-rule',
      `Death (${patient.deceasedDateTime}) is before birth (${patient.birthDate}). Send the true dates.`,
    );
  }
  const identifiers = (patient.identifier ?? []).filter((i) => i.value);
  const records = identifiers
    .filter((i) => typesOf(i).includes('MR'))
    .map((i) => i.value as string);
  const names = officialFirst(patient.name ?? []);
  return {
    kind: 'patient',
    ...place.of(),
    sex: SEX[patient.gender ?? 'unknown'],
    born,
    residence: residenceOf(patient.address),
    vitalStatus,
    died,
    name: names[0] ? written(names[0]) : '',
    names: [
      ...new Set(
        names.flatMap((n) => [written(n), ...(n.family ? [n.family] : []), ...(n.given ?? [])]),
      ),
    ].filter((n) => n !== ''),
    medicalRecordNumbers: [...new Set(records)],
    ...nationalOf(patient, place),
    numbers: [...new Set(identifiers.map((i) => i.value as string))],
    phone: phoneOf(patient),
    address: addressOf(patient),
    aliases: [...new Set(identifiers.map(identifierKey))],
    inUse: patient.active ?? true,
    ...linksOf(patient, place),
  };
};

export const fhir: FhirReader = {
  claims: { Patient: 'rest' },
  read: (resource, place) => ({ records: [readPatient(resource as Patient, place)] }),
};
