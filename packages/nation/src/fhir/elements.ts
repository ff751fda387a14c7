import type { Coded, Kind, PartialDate, Quantity, RecordOf } from '@nodp/record';
import type { ClinicalRecords } from '../records/records.ts';

/** A FHIR resource with the id its hospital gave it. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

/** @param beside the patient's other records: a course of radiotherapy carries its volumes */
export type ToResource<K extends Kind> = (
  record: RecordOf<K>,
  common: { readonly id: string; readonly subject: { readonly reference: string } },
  beside: ClinicalRecords,
) => Resource;

type Text = string | null;

/** A concept of one code, or of words alone; undefined where nothing is said. */
export const concept = (coded: Coded | null) =>
  coded === null ? undefined : codeable(coded.system, coded.code, coded.display);

export const codeable = (system: Text, code: Text, display: Text) => {
  if (code === null) return display === null ? undefined : { text: display };
  return {
    coding: [
      { ...(system === null ? {} : { system }), code, ...(display === null ? {} : { display }) },
    ],
  };
};

/** A date as precise as it is known. */
export const partial = (known: PartialDate | null): string | undefined =>
  known?.date.slice(0, known.precision === 'year' ? 4 : known.precision === 'month' ? 7 : 10);

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';
export const mcodeProfile = (name: string) => ({ meta: { profile: [MCODE + name] } });
export const mcodeExtension = (name: string, value: Readonly<Record<string, unknown>>) => ({
  url: MCODE + name,
  ...value,
});

export const amount = (said: Quantity | null) =>
  said === null ? undefined : quantity(said.value, said.unit, said.comparator);

export const quantity = (value: number | null, unit: Text, comparator: Text = null) =>
  value === null
    ? undefined
    : {
        value,
        ...(comparator === null ? {} : { comparator }),
        ...(unit === null ? {} : { unit, system: 'http://unitsofmeasure.org', code: unit }),
      };

/** Leaves out what is not said. */
export const said = <T extends Readonly<Record<string, unknown>>>(elements: T): T =>
  Object.fromEntries(
    Object.entries(elements).filter(([, value]) => value !== undefined && value !== null),
  ) as T;
