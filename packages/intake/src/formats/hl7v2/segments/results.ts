import type { CodeableConcept, Observation } from '@medplum/fhirtypes';
import { idOf, rangeIn } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, valueAt, valuesOf } from '../message.ts';
import { conceptOf } from '../types.ts';
import { type Context, errorAt, madeOf, subjectIn } from './made-of.ts';
import { isDocument, type Valued, valuesIn } from './values.ts';

/** An order with what fills it: the segments between one OBR and the next. */
export interface Order {
  readonly orc: Segment | undefined;
  readonly obr: Segment;
  readonly number: string | undefined;
  readonly results: readonly Segment[];
  readonly notes: ReadonlyMap<Segment, readonly Segment[]>;
  readonly specimens: readonly Segment[];
}

/** HL7 table 0085 (OBX-11) and 0123 (OBR-25) as FHIR says it; null for what is no result at all. */
const STATUS: Readonly<Record<string, Observation['status'] | null>> = {
  F: 'final',
  U: 'final',
  V: 'final',
  B: 'final',
  A: 'amended',
  C: 'corrected',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  I: 'registered',
  D: 'entered-in-error',
  W: 'entered-in-error',
  X: 'cancelled',
  N: null,
  O: null,
};

export const statusOf = (
  obx: Segment | undefined,
  obr: Segment,
): Observation['status'] | null | undefined => {
  const said = (obx === undefined ? undefined : partAt(obx, 11)) ?? partAt(obr, 25) ?? 'F';
  return STATUS[said.toUpperCase()];
};

const interpretationOf = (obx: Segment): CodeableConcept[] =>
  valuesOf(obx, 8).flatMap((value) => conceptOf(value) ?? []);

const rangeOf = (obx: Segment): Observation['referenceRange'] => {
  const words = valueAt(obx, 7).text;
  if (words === undefined) return undefined;
  return [rangeIn(words.replace('\n', ' '))];
};

const noteOf = (notes: readonly Segment[] = []): Observation['note'] =>
  notes
    .flatMap((nte) => valuesOf(nte, 3).map((value) => value.text))
    .filter((text) => text !== undefined)
    .map((text) => ({ text }));

/** When an order's results were observed, where they do not say so themselves. */
export const observedAt = (
  context: Context,
  order: Order,
): { readonly at: string | undefined; readonly where: string } => {
  const spm = order.specimens[0];
  const collected = spm === undefined ? undefined : partAt(spm, 17);
  const [said, where] =
    partAt(order.obr, 7) !== undefined
      ? [partAt(order.obr, 7), locationOf(order.obr, 7)]
      : collected !== undefined && spm !== undefined
        ? [collected, locationOf(spm, 17)]
        : [partAt(order.obr, 14) ?? partAt(order.obr, 22), locationOf(order.obr, 7)];
  return { at: dateOf(said, context.offset), where };
};

const NO_VALUE =
  'A document or a pointer to one (OBX-2 ED, RP) is no value: it is kept with its message, and not read.';

/**
 * The results of an OBX: one for each of its coded values, one of any other.
 * @param seen keys of the message: what comes twice under one test and sub-id is told apart by its number
 */
export const observationsOf = (
  context: Context,
  order: Order,
  obx: Segment,
  seen: Map<string, number>,
): (Made | null)[] =>
  valuesIn(obx, context.offset).map((value) => observationOf(context, order, obx, value, seen));

const observationOf = (
  context: Context,
  order: Order,
  obx: Segment,
  value: Valued,
  seen: Map<string, number>,
): Made | null => {
  if (context.patient === null) return null;
  const status = statusOf(obx, order.obr);
  if (status === null) return null;
  const code = conceptOf(valueAt(obx, 3));
  const own = dateOf(partAt(obx, 14), context.offset);
  const ordered = observedAt(context, order);
  const name = [
    order.number ?? `${partAt(order.obr, 4) ?? ''} ${ordered.at ?? ''}`,
    code?.coding?.[0]?.code ?? code?.text ?? '',
    valueAt(obx, 4).raw,
  ];
  const same = name.join('\u0000');
  const times = (seen.get(same) ?? 0) + 1;
  seen.set(same, times);
  const observation: Observation = {
    resourceType: 'Observation',
    id: idOf('OBX', context.patient.value, ...name, ...(times > 1 ? [String(times)] : [])),
    status: status ?? 'final',
    code: code ?? { text: '' },
    subject: subjectIn(context),
    effectiveDateTime: own ?? ordered.at,
    ...value,
    ...(valuesOf(obx, 8).length === 0 ? {} : { interpretation: interpretationOf(obx) }),
    referenceRange: rangeOf(obx),
    method: valuesOf(obx, 17).length > 0 ? conceptOf(valueAt(obx, 17)) : undefined,
    note: noteOf(order.notes.get(obx)),
  } as Observation;
  if (isDocument(obx)) {
    const { id, resourceType } = observation;
    return { ...madeOf(context, obx, { resourceType, id } as Observation), retained: NO_VALUE };
  }
  const issues = [
    ...(code === undefined
      ? [
          errorAt(
            locationOf(obx, 3),
            'required',
            'OBX-3 does not say what was observed. Send its code: 718-7^Hemoglobin^LN, or the laboratory’s own.',
          ),
        ]
      : []),
    ...(status === undefined
      ? [
          errorAt(
            locationOf(obx, 11),
            'code-invalid',
            `OBX-11 has no code ${(partAt(obx, 11) ?? partAt(order.obr, 25) ?? '').slice(0, 10)}. Send F, C, P, D, W or X (HL7 table 0085).`,
          ),
        ]
      : []),
  ];
  return madeOf(context, obx, observation, {
    fields: {
      code: 3,
      value: 5,
      valueQuantity: 5,
      valueString: 5,
      valueCodeableConcept: 5,
      valueDateTime: 5,
      valueRange: 5,
      valueRatio: 5,
      'valueQuantity.unit': 6,
      referenceRange: 7,
      interpretation: 8,
      status: 11,
      ...(own === undefined ? {} : { effectiveDateTime: 14 }),
    },
    elsewhere: own === undefined ? { effectiveDateTime: ordered.where } : {},
    issues,
    with: order.notes.get(obx) ?? [],
  });
};
