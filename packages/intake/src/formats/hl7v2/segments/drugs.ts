import type { MedicationAdministration, MedicationRequest, Quantity } from '@medplum/fhirtypes';
import { amountIn, idOf } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, valueAt } from '../message.ts';
import { conceptOf } from '../types.ts';
import { type Context, errorAt, madeOf, subjectIn } from './made-of.ts';
import { orderNumber } from './visit.ts';

/** What ORC-1 makes of an order (HL7 table 0119). */
const ORDER_STATUS: Readonly<Record<string, MedicationRequest['status']>> = {
  CA: 'cancelled',
  OC: 'cancelled',
  CR: 'cancelled',
  DC: 'stopped',
  OD: 'stopped',
  DR: 'stopped',
  HD: 'on-hold',
  OH: 'on-hold',
  OE: 'active',
};

const doseOf = (segment: Segment, amount: number, unit: number): Quantity | undefined => {
  const said = partAt(segment, amount);
  const value = said === undefined ? null : amountIn(said);
  const text = partAt(segment, unit) ?? partAt(segment, unit, 2);
  return value === null
    ? undefined
    : Object.assign(value, text === undefined ? {} : { unit: text });
};

const nameless = (segment: Segment, field: number) =>
  errorAt(
    locationOf(segment, field),
    'required',
    `${segment.name}-${field} does not say which drug. Send its code or its name: L01BC02^氟尿嘧啶^ATC.`,
  );

/** A drug ordered (RXE, or RXO where the pharmacy has not coded it yet). */
export const requestOf = (
  context: Context,
  orc: Segment | undefined,
  rx: Segment,
  timing: Segment | undefined,
): Made | null => {
  if (context.patient === null) return null;
  const [drug, amount, unit] = rx.name === 'RXE' ? [2, 3, 5] : [1, 2, 4];
  const code = conceptOf(valueAt(rx, drug));
  const start = partAt(timing, 7) ?? (rx.name === 'RXE' ? partAt(rx, 1, 4) : undefined);
  const end = partAt(timing, 8) ?? (rx.name === 'RXE' ? partAt(rx, 1, 5) : undefined);
  const authored = partAt(orc, 9) ?? partAt(rx, 32);
  const dose = doseOf(rx, amount, unit);
  const request: MedicationRequest = {
    resourceType: 'MedicationRequest',
    id: idOf(
      'RXE',
      context.patient.value,
      orderNumber(orc) ?? `${code?.coding?.[0]?.code ?? ''} ${start ?? ''}`,
    ),
    status:
      ORDER_STATUS[partAt(orc, 1) ?? ''] ?? (partAt(orc, 5) === 'CM' ? 'completed' : 'active'),
    intent: 'order',
    medicationCodeableConcept: code,
    subject: subjectIn(context),
    authoredOn: dateOf(authored, context.offset),
    dosageInstruction: [
      {
        timing: {
          repeat: {
            boundsPeriod: {
              start: dateOf(start, context.offset),
              end: dateOf(end, context.offset),
            },
          },
        },
        doseAndRate: dose === undefined ? [] : [{ doseQuantity: dose }],
      },
    ],
  } as MedicationRequest;
  return madeOf(context, rx, request, {
    fields: {
      medication: drug,
      medicationCodeableConcept: drug,
      'dosageInstruction[0].doseAndRate': amount,
    },
    elsewhere: {
      ...(orc === undefined ? {} : { authoredOn: locationOf(orc, 9), status: locationOf(orc, 1) }),
      ...(timing === undefined ? {} : { 'dosageInstruction[0].timing': locationOf(timing, 7) }),
    },
    issues: code === undefined ? [nameless(rx, drug)] : [],
    with: timing === undefined ? [] : [timing],
  });
};

/** HL7 table 0322 (RXA-20). */
const GIVEN: Readonly<Record<string, MedicationAdministration['status']>> = {
  CP: 'completed',
  PA: 'completed',
  NA: 'not-done',
  RE: 'not-done',
};

/** A drug given (RXA). */
export const administrationOf = (
  context: Context,
  orc: Segment | undefined,
  rxa: Segment,
): Made | null => {
  if (context.patient === null) return null;
  const code = conceptOf(valueAt(rxa, 5));
  const [start, end] = [partAt(rxa, 3), partAt(rxa, 4)];
  const wrong = partAt(rxa, 21) === 'D';
  const dose = partAt(rxa, 6) === '999' ? undefined : doseOf(rxa, 6, 7);
  const given: MedicationAdministration = {
    resourceType: 'MedicationAdministration',
    id: idOf(
      'RXA',
      context.patient.value,
      orderNumber(orc) ?? code?.coding?.[0]?.code ?? '',
      partAt(rxa, 2) ?? '',
      start ?? '',
    ),
    status: wrong ? 'entered-in-error' : (GIVEN[partAt(rxa, 20) ?? 'CP'] ?? 'completed'),
    medicationCodeableConcept: code,
    subject: subjectIn(context),
    ...(end === undefined || end === start
      ? { effectiveDateTime: dateOf(start, context.offset) }
      : {
          effectivePeriod: {
            start: dateOf(start, context.offset),
            end: dateOf(end, context.offset),
          },
        }),
    dosage: dose === undefined ? undefined : { dose },
  } as MedicationAdministration;
  return madeOf(context, rxa, given, {
    fields: {
      medication: 5,
      medicationCodeableConcept: 5,
      effectiveDateTime: 3,
      'effectivePeriod.start': 3,
      'effectivePeriod.end': 4,
      dosage: 6,
      status: 20,
    },
    issues: code === undefined ? [nameless(rxa, 5)] : [],
  });
};
