import { normaliseUnit } from '@nodp/terminology/ucum';
import { UCUM } from './systems.ts';

declare global {
  interface JSON {
    /** A text that JSON.stringify writes as it stands (ECMAScript 2025). */
    rawJSON(text: string): object;
  }
}

type Text = string | null;

/** Columns of a table's rows that belong together, by the beginning of their keys: `bodySiteSystem`, `bodySiteCode`. */
type Columns = Readonly<Record<string, unknown>>;

/** Elements that say something: what is null or undefined, and lists and objects of nothing, are left out. */
export const said = <T extends Columns>(elements: T): T =>
  Object.fromEntries(
    Object.entries(elements).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        (typeof value !== 'object' || Object.keys(value).length > 0),
    ),
  ) as T;

/** A concept of one code, or of words alone; undefined where nothing is said. */
export const codeable = (system: Text, code: Text, display: Text) => {
  if (code === null) return display === null ? undefined : { text: display };
  return { coding: [said({ system, code, display })] };
};

const text = (value: unknown): Text => (typeof value === 'string' ? value : null);

/** A concept of the columns `system`, `code` and `display`, or of those that begin with a name. */
export const conceptIn = (row: Columns, name = '') =>
  name === ''
    ? codeable(text(row.system), text(row.code), text(row.display))
    : codeable(text(row[`${name}System`]), text(row[`${name}Code`]), text(row[`${name}Display`]));

/** A date as precise as it is known; undefined where it is not. */
export const dateIn = (row: Columns, name: string): string | undefined => {
  const on = text(row[`${name}On`]);
  const precision = row[`${name}Precision`];
  return on?.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
};

/** An instant as FHIR writes it. */
export const instantOf = (stored: Text): string | undefined =>
  stored === null ? undefined : new Date(stored).toISOString();

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number with the digits that it was written with: FHIR's decimal keeps them (1.10 is not 1.1). */
const decimal = (value: number, digits: Text): unknown =>
  digits !== null && NUMBER.test(digits) ? JSON.rawJSON(digits) : value;

/** An amount in the unit as it was sent; named by UCUM only where it is a unit of UCUM. */
export const amountOf = (
  value: number | null,
  unit: Text,
  { comparator = null, digits = null }: { comparator?: Text; digits?: Text } = {},
) =>
  value === null
    ? undefined
    : said({
        value: decimal(value, digits),
        comparator,
        unit,
        ...(unit !== null && normaliseUnit(unit) === unit ? { system: UCUM, code: unit } : {}),
      });

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';

/** An extension of mCODE; nothing where its value says nothing. */
export const mcodeExtension = (name: string, value: Columns) =>
  Object.values(value).every((one) => one === undefined || one === null)
    ? []
    : [{ url: MCODE + name, ...value }];

/** `meta.profile` of a resource that meets a profile of mCODE. */
export const mcodeProfile = (name: string, meets = true) =>
  meets ? { meta: { profile: [MCODE + name] } } : {};
