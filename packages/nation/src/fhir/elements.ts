import type { ClinicalContents, ClinicalTable, Row } from '../records/rows.ts';

/** A FHIR resource with the id its hospital gave it. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

export type ToResource<T extends ClinicalTable> = (
  row: Row<ClinicalContents[T]>,
  common: { readonly id: string; readonly subject: { readonly reference: string } },
) => Resource;

type Text = string | null;

/** A concept of one code, or of words alone; undefined where nothing is said. */
export const codeable = (system: Text, code: Text, display: Text) => {
  if (code === null) return display === null ? undefined : { text: display };
  return {
    coding: [
      { ...(system === null ? {} : { system }), code, ...(display === null ? {} : { display }) },
    ],
  };
};

/** A date as precise as it is known. */
export const partial = (date: Text, precision: Text): string | undefined =>
  date === null
    ? undefined
    : date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';
export const mcodeProfile = (name: string) => ({ meta: { profile: [MCODE + name] } });
export const mcodeExtension = (name: string, value: Readonly<Record<string, unknown>>) => ({
  url: MCODE + name,
  ...value,
});

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
