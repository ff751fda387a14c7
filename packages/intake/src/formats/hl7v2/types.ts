import type { CodeableConcept, Coding, HumanName, Identifier } from '@medplum/fhirtypes';
import { systemNamed } from '@nodp/record/fhir';
import type { Value } from './message.ts';

/** A code of CE, CWE or CNE with its alternate, each in the system it names; local codes stay as sent. */
export const conceptOf = (value: Value): CodeableConcept | undefined => {
  const coding = [1, 4].flatMap((at): Coding[] => {
    const [code, display] = [value.part(at), value.part(at + 1)];
    const system = systemNamed(value.part(at + 2));
    if (code === undefined) return [];
    // FHIR takes single spaces alone within a code.
    return [
      {
        code: code.replace(/\s+/g, ' '),
        ...(system ? { system } : {}),
        ...(display ? { display } : {}),
      },
    ];
  });
  const text = value.part(9) ?? value.part(2) ?? value.part(5);
  return coding.length === 0 && text === undefined
    ? undefined
    : { coding, ...(text ? { text } : {}) };
};

/** A universal id (ISO, URI) names its authority for everybody; a namespace alone is the sender's own word. */
const authority = (namespace?: string, id?: string, type?: string): string | undefined => {
  if (id === undefined) return namespace;
  if (type === 'ISO' || /^\d+(\.\d+)+$/.test(id)) return `urn:oid:${id}`;
  return type === 'UUID' || type === 'GUID' ? `urn:uuid:${id.toLowerCase()}` : id;
};

/** Types of identifiers (HL7 table 0203) that name a person in one hospital, the best first. */
const OWN = ['MR', 'PI', 'PT', 'MRN', 'PATID', 'LR', undefined];
const rank = (type: string | undefined): number => {
  const at = OWN.indexOf(type);
  return at === -1 ? OWN.length : at;
};

/** China's resident identity number (GB 11643). */
const RESIDENT = 'urn:oid:2.16.156.10011.1.3';

const HELD_BY_STATE = /^(NI|NN[A-Z]{0,3}|SS|PPN|DL|BC)$/;

export interface PersonNumber extends Identifier {
  readonly value: string;
}

/** An extended composite id (CX): `900001^^^H1&1.2.156.1&ISO^MR`. */
const numberOf = (value: Value): PersonNumber | null => {
  const id = value.part(1);
  if (id === undefined) return null;
  const type = value.part(5);
  // A state's number is one whichever hospital writes it down, under whatever name of its own.
  const ofState = type !== undefined && HELD_BY_STATE.test(type);
  const chinese =
    type === 'NNCHN' || (type === 'NI' && /^(CHN|CN|GB ?11643.*)$/i.test(value.part(4) ?? ''));
  const system = chinese
    ? RESIDENT
    : ofState && value.part(4, 2) === undefined
      ? undefined
      : authority(value.part(4), value.part(4, 2), value.part(4, 3));
  return {
    value: id,
    ...(system ? { system } : {}),
    ...(type ? { type: { coding: [{ code: type === 'MRN' ? 'MR' : type }] } } : {}),
  };
};

const typeOf = ({ type }: PersonNumber): string | undefined => type?.coding?.[0]?.code;

/** The numbers of a person, the hospital's own before those of the state: the first is the key of its record. */
export const personNumbers = (values: readonly Value[]): PersonNumber[] =>
  values
    .map(numberOf)
    .filter((n) => n !== null)
    .map((n, i) => ({ n, i }))
    .sort((a, b) => rank(typeOf(a.n)) - rank(typeOf(b.n)) || a.i - b.i)
    .map(({ n }) => n);

const USES: Readonly<Record<string, HumanName['use']>> = {
  L: 'official',
  D: 'usual',
  N: 'nickname',
  M: 'maiden',
  A: 'usual',
};

/** Whether a number names a person in the whole country, and no hospital's record. */
export const isOfState = ({ type }: PersonNumber): boolean =>
  HELD_BY_STATE.test(type?.coding?.[0]?.code ?? '');

/** A name (XPN): representation and use as sent. */
export const nameOf = (value: Value): HumanName | undefined => {
  const family = value.part(1);
  const given = [value.part(2), value.part(3)].filter((part) => part !== undefined);
  const use = USES[value.part(7) ?? ''];
  // `L` with an alphabetic representation (XPN-8 A) and a phonetic one (P) of one name: the characters are the name.
  if (family === undefined && given.length === 0) return undefined;
  return {
    ...(family ? { family } : {}),
    ...(given.length > 0 ? { given } : {}),
    ...(value.part(8) === 'P' ? { use: 'usual' as const } : use ? { use } : {}),
  };
};

const named = (id: string | undefined, namespace: string | undefined): string | undefined =>
  id === undefined ? undefined : namespace === undefined ? id : `${id}^${namespace}`;

/** An entity's identifier (EI): `F1^LIS`. */
export const entityOf = (value: Value): string | undefined => named(value.part(1), value.part(2));

/** One of a pair of identifiers (EIP): of who placed it (1), of who filled it (2). */
export const pairedOf = (value: Value, which: 1 | 2): string | undefined =>
  named(value.part(which), value.part(which, 2));
