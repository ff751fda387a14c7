import type { CodeableConcept, Quantity, Reference } from '@medplum/fhirtypes';
import { remembered } from '@nodp/terminology/remembered';
import { partialDate } from '../dates.ts';
import { flaggedIn } from '../fhir/flagged.ts';
import { idOf } from '../fhir/ids.ts';
import { amountIn } from '../fhir/numbers.ts';
import { systemNamed } from '../fhir/systems.ts';

const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** A number as FHIR names a record by it; a hash of one that FHIR would not take. */
const keyOfNumber = (type: string, number: string): string =>
  ID.test(number) ? number : idOf('CSV', type, number);

const pad = (part: string): string => part.padStart(2, '0');

/** Ways in which people and programs write a day; month and day without the year before them could be either. */
const DAY = /^(\d{4})(?:[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2})日?|月)?|年)?$/;
const PLAIN = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /^(.+?)[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/** A day as FHIR writes it, as precise as it was written; null where it is none. */
export const dayIn = remembered((text: string): string | null => {
  const [all, year, month, day] = DAY.exec(text.trim()) ?? PLAIN.exec(text.trim()) ?? [];
  if (all === undefined) return null;
  const written = [year, month, day].filter((part) => part !== undefined).map((part) => pad(part));
  const date = written.join('-');
  return partialDate(date) === null ? null : date;
});

/** A day, or a moment of one where the institution is. */
export const timeIn = remembered((text: string): string | null => {
  const [all, day = '', hour = '', minute, second = '00'] = TIME.exec(text.trim()) ?? [];
  if (all === undefined) return dayIn(text);
  const date = dayIn(day);
  if (date === null || date.length < 10) return null;
  const at = `${date}T${pad(hour)}:${minute}:${second}+08:00`;
  return Number.isNaN(Date.parse(at)) ? null : at;
});

/** The cells of a row that was checked, by the names of its columns; undefined where one is empty. */
export interface CsvRow {
  /** Its key, as FHIR has ids. */
  readonly id: string;
  readonly patient: Reference;
  /** The patient's number and its system, of rows that say who a patient is. */
  readonly number: { readonly value: string; readonly system?: string };
  text(column: string): string | undefined;
  date(column: string): string | undefined;
  time(column: string): string | undefined;
  integer(column: string): number | undefined;
  /** An amount with the unit of another column. */
  amount(column: string, unit?: string): Quantity | undefined;
  /** A code with its system (by its short name, else `system`) and its words. */
  concept(code: string, words?: string, system?: string): CodeableConcept | undefined;
  /** What a record of another file is called. */
  to(type: 'Condition' | 'Encounter' | 'Specimen', column: string): Reference | undefined;
}

/** @param cells what the row says, empty cells left out; `knownBy` names its key where it has no record_id */
export const csvRow = (
  type: string,
  cells: ReadonlyMap<string, string>,
  knownBy: readonly string[],
): CsvRow => {
  const text = (column: string): string | undefined => cells.get(column);
  const patient = text('patient_id') ?? '';
  const system = text('patient_id_system');
  const own = text('record_id');
  const said = <T>(column: string, read: (text: string) => T | null): T | undefined => {
    const cell = text(column);
    return cell === undefined ? undefined : (read(cell) ?? undefined);
  };
  return {
    id:
      own !== undefined
        ? keyOfNumber(type, own)
        : idOf('CSV', type, system ?? '', patient, ...knownBy.map((column) => text(column) ?? '')),
    patient:
      system === undefined && ID.test(patient)
        ? { reference: `Patient/${patient}` }
        : { type: 'Patient', identifier: { ...(system ? { system } : {}), value: patient } },
    number: { value: patient, ...(system ? { system } : {}) },
    text,
    date: (column) => said(column, dayIn),
    time: (column) => said(column, timeIn),
    integer: (column) => said(column, Number),
    amount: (column, unit) => {
      // Of a column that takes none a cell with a flag was refused before.
      const amount = said(
        column,
        (cell) => amountIn(cell) ?? amountIn(flaggedIn(cell)?.text ?? ''),
      );
      const of = unit === undefined ? undefined : text(unit);
      return amount === undefined ? undefined : Object.assign(amount, of ? { unit: of } : {});
    },
    concept: (code, words, system_ = 'code_system') => {
      const [value, display] = [text(code), words === undefined ? undefined : text(words)];
      // A name of a column, or of a system where no column says it.
      const of = systemNamed(text(system_) ?? (system_ === 'code_system' ? undefined : system_));
      if (value === undefined && display === undefined) return undefined;
      return {
        ...(value === undefined
          ? {}
          : {
              coding: [
                // FHIR takes single spaces alone within a code.
                {
                  code: value.replace(/\s+/g, ' '),
                  ...(of ? { system: of } : {}),
                  ...(display ? { display } : {}),
                },
              ],
            }),
        ...(display ? { text: display } : {}),
      };
    },
    to: (of, column) => {
      const number = text(column);
      return number === undefined ? undefined : { reference: `${of}/${keyOfNumber(of, number)}` };
    },
  };
};
