import type { WrittenReference } from '@nodp/record/fhir';

/** An id of FHIR R4. */
const ID = /^[A-Za-z0-9.-]{1,64}$/;
/** Stands for the `#` before a part of a sender's record, which no id of FHIR holds. */
const PART = '..';

export const isId = (text: string): boolean => ID.test(text);

const hex = (uuid: string): string => uuid.replaceAll('-', '');
const uuid = (text: string): string =>
  text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A row by its primary key. */
export interface RowKey {
  readonly patientId: string;
  readonly id: string;
}

/**
 * The id under which a sender's record is given back: the sender's own key where FHIR allows it, that of a part with `..`
 * for its `#`; else the patient's and the row's UUID, by which the row is found at once.
 */
export const idOf = (key: string, row: RowKey): string => {
  const id = key.replace('#', PART);
  return isId(id) ? id : hex(row.patientId) + hex(row.id);
};

/** The keys and rows that an id may stand for. */
export const meantBy = (id: string): { keys: readonly string[]; row: RowKey | null } => {
  const at = id.lastIndexOf(PART);
  const keys = at === -1 ? [id] : [id, `${id.slice(0, at)}#${id.slice(at + PART.length)}`];
  const row = /^[0-9a-f]{64}$/.test(id)
    ? { patientId: uuid(id.slice(0, 32)), id: uuid(id.slice(32)) }
    : null;
  return { keys, row };
};

/** The identifier by which a sender knows a record (`system|value`, and after a blank what it measures); null where an id does. */
export const identifierOf = (key: string): { system?: string; value: string } | null => {
  const at = key.indexOf('|');
  if (at === -1) return null;
  const [system, value] = [key.slice(0, at), key.slice(at + 1).replace(/[# ].*$/, '')];
  const whole = value.replaceAll('%23', '#');
  return system === '' ? { value: whole } : { system, value: whole };
};

/** A reference to a record of the same sender: by its id, by its identifier, or where it has neither by nothing. */
export const referenceTo = (type: string, key: string | null): WrittenReference | undefined => {
  if (key === null) return undefined;
  const id = key.replace('#', PART);
  if (isId(id)) return { reference: `${type}/${id}` };
  const identifier = identifierOf(key);
  return identifier === null ? undefined : { type, identifier };
};
