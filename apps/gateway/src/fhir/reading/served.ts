import type { Kind } from '@nodp/record';
import type { FhirWriter, SearchNames } from '@nodp/record/fhir';
import { kinds } from '../../kinds.ts';

/** A kind whose rows are given as resources of a type. */
export interface ServedKind {
  readonly kind: Kind;
  readonly writer: FhirWriter;
}

/** A reference that `_include` follows. */
export interface Reference {
  /** As FHIR R4 names its search parameter. */
  readonly name: string;
  readonly element: string;
  readonly target: string;
}

export interface ServedType {
  readonly type: string;
  /** None of a Patient, which is put together of what its institution said of it. */
  readonly kinds: readonly ServedKind[];
  readonly names: SearchNames;
  readonly references: readonly Reference[];
}

const plain = { code: 'code', date: 'date', status: 'status' } as const;

const NAMES: Readonly<Record<string, SearchNames>> = {
  Patient: {},
  Condition: { code: 'code', date: 'onset-date', status: 'clinical-status' },
  Observation: plain,
  Procedure: plain,
  MedicationStatement: { code: 'code', date: 'effective', status: 'status' },
  MedicationAdministration: { code: 'code', date: 'effective-time', status: 'status' },
  MedicationRequest: { code: 'code', status: 'status' },
  DiagnosticReport: plain,
  Specimen: { code: 'type', date: 'collected', status: 'status' },
  ImagingStudy: { date: 'started', status: 'status' },
  Encounter: { code: 'type', date: 'date', status: 'status' },
  CarePlan: { code: 'category', date: 'date', status: 'status' },
  Appointment: { code: 'appointment-type', date: 'date', status: 'status' },
};

const more: Readonly<Record<string, readonly Reference[]>> = {
  Observation: [
    { name: 'focus', element: 'focus', target: 'Condition' },
    { name: 'specimen', element: 'specimen', target: 'Specimen' },
  ],
  Procedure: [{ name: 'reason-reference', element: 'reasonReference', target: 'Condition' }],
  Specimen: [{ name: 'parent', element: 'parent', target: 'Specimen' }],
};

const referencesOf = (type: string, patientElement = 'subject'): readonly Reference[] => {
  if (type === 'Patient') return [];
  if (type === 'Appointment')
    return [{ name: 'patient', element: 'participant', target: 'Patient' }];
  if (patientElement === 'patient')
    return [{ name: 'patient', element: patientElement, target: 'Patient' }];
  return [
    { name: 'patient', element: 'subject', target: 'Patient' },
    { name: 'subject', element: 'subject', target: 'Patient' },
    ...(more[type] ?? []),
  ];
};

const kindsOf = (type: string): readonly ServedKind[] =>
  (Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]).flatMap(([kind, { toFhir }]) =>
    toFhir !== null && (toFhir.types as readonly string[]).includes(type)
      ? [{ kind, writer: toFhir }]
      : [],
  );

/**
 * Every type that is read, from the kinds' writers.
 * @throws Error at the start where a kind is written as a type that has no names of its search parameters here
 */
export const servedTypes: ReadonlyMap<string, ServedType> = (() => {
  const ofKinds = new Map(
    Object.values(kinds).flatMap(({ toFhir }) =>
      (toFhir?.types ?? []).map((type) => [type as string, toFhir] as const),
    ),
  );
  const unnamed = [...ofKinds].filter(
    ([type, writer]) => NAMES[type] === undefined && writer?.names === undefined,
  );
  if (unnamed.length > 0)
    throw new Error(`No search parameters are named for ${unnamed.map(([type]) => type)}.`);
  return new Map(
    [...new Set([...Object.keys(NAMES), ...ofKinds.keys()])].map((type) => {
      const writer = ofKinds.get(type);
      return [
        type,
        {
          type,
          names: NAMES[type] ?? writer?.names ?? {},
          kinds: kindsOf(type),
          references: referencesOf(type, writer?.patientElement),
        },
      ];
    }),
  );
})();

/** The writer of a kind that resources of others carry, or that has one of its own. */
export const tableOf = (kind: Kind) => kinds[kind].mapping?.table ?? null;
