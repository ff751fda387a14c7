import type { Resource } from '@medplum/fhirtypes';
import type { Issue, RecordOf } from '@nodp/record';
import { digitsOf } from '@nodp/record/fhir';

/**
 * What a message or a row says, as FHIR says it: the kinds then read it as they read what is sent as FHIR, so that one fact
 * gives one record whatever form it came in.
 */
export interface Made {
  readonly resource: Resource;
  /** Where it stands in what was sent: `OBX[3]`, `line 7`. */
  readonly where: string;
  /** Where each of its elements was said, by FHIR's path: `{ valueQuantity: 'OBX[3]-5' }`. */
  readonly places: () => Readonly<Record<string, string>>;
  /** As it was sent, for keeping. */
  readonly sent: unknown;
  /** The identifier by which it is only made where it is new, and left as it is where it is known. */
  readonly onlyWhenNew?: { readonly system?: string | undefined; readonly value: string };
  /** Of who a patient is: what was not said, so that it stands as it was, and what was expressly taken back. */
  readonly person?: Pick<RecordOf<'patient'>, 'leaves' | 'deletes'>;
  /** Why it is retained as sent and not read: its sender has said so. */
  readonly retained?: string;
  /** What was found wrong while it was made. */
  readonly issues: readonly Issue[];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).length === 0);

/** The same without what says nothing: FHIR has no empty element. Amounts stay the objects they are, since their digits are known by them. */
export const withoutEmpty = <T>(value: T): T => {
  if (Array.isArray(value)) {
    const said = value.map(withoutEmpty).filter((v) => !isEmpty(v));
    return said.length === value.length && said.every((one, i) => one === value[i])
      ? value
      : (said as T);
  }
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  const said: Record<string, unknown> = {};
  let same = true;
  for (const key of Object.keys(object)) {
    const inner = object[key];
    const retained = withoutEmpty(inner);
    if (retained !== inner) same = false;
    if (isEmpty(retained)) same = false;
    else said[key] = retained;
  }
  if (same) return value;
  // One whose digits are known stays itself.
  if (digitsOf(object) === null) return said as T;
  for (const key of Object.keys(object)) if (!(key in said)) delete object[key];
  return Object.assign(object, said) as T;
};
