import type { Condition, Encounter } from '@medplum/fhirtypes';
import { ICD_10, idOf } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, valueAt } from '../message.ts';
import { conceptOf, entityOf } from '../types.ts';
import { type Context, errorAt, madeOf, subjectIn } from './made-of.ts';

/** HL7 table 0004 in FHIR's classes of encounters (v3 ActCode), as HL7's own mapping of v2 to FHIR has them. */
const CLASSES: Readonly<Record<string, string>> = {
  E: 'EMER',
  I: 'IMP',
  O: 'AMB',
  P: 'PRENC',
  R: 'AMB',
  B: 'IMP',
};

/** What an event makes of the visit (HL7 v2.5.1, chapter 3). */
const STATUS: Readonly<Record<string, Encounter['status']>> = {
  A03: 'finished',
  A05: 'planned',
  A11: 'entered-in-error',
  A14: 'planned',
  A27: 'cancelled',
  A38: 'entered-in-error',
};

/** A visit (PV1). One without a number and without a beginning is nothing that could be told from another. */
export const encounterOf = (context: Context, pv1: Segment): Made | null => {
  const number = partAt(pv1, 19);
  const start = dateOf(partAt(pv1, 44), context.offset);
  if (context.type !== 'ADT' || context.patient === null) return null;
  if (number === undefined && start === undefined) return null;
  const code = partAt(pv1, 2) ?? 'U';
  const end = context.event === 'A13' ? undefined : dateOf(partAt(pv1, 45), context.offset);
  const encounter: Encounter = {
    resourceType: 'Encounter',
    id: idOf('PV1', context.patient.value, number ?? start ?? ''),
    status: STATUS[context.event] ?? (end === undefined ? 'in-progress' : 'finished'),
    class: { code: CLASSES[code.toUpperCase()] ?? code },
    subject: subjectIn(context),
    period: { start, end },
  } as Encounter;
  return madeOf(context, pv1, encounter, {
    fields: { class: 2, identifier: 19, 'period.start': 44, 'period.end': 45 },
  });
};

/** A diagnosis (DG1): one a person and code, since every message of a stay names it again. */
export const conditionOf = (context: Context, dg1: Segment): Made | null => {
  if (context.patient === null) return null;
  const coded = conceptOf(valueAt(dg1, 3));
  const words = partAt(dg1, 4);
  const code = coded ?? (words === undefined ? undefined : { text: words });
  // Before version 2.5 the coding method stood in a field of its own.
  const method = partAt(dg1, 2);
  const first = code?.coding?.[0];
  if (first !== undefined && first.system === undefined && /^(I10|ICD-?10)/i.test(method ?? ''))
    first.system = ICD_10;
  const type = partAt(dg1, 6)?.toUpperCase();
  const where = locationOf(dg1, 3);
  const condition: Condition = {
    resourceType: 'Condition',
    id: idOf('DG1', context.patient.value, first?.code ?? code?.text ?? locationOf(dg1)),
    verificationStatus: {
      coding: [
        {
          code:
            partAt(dg1, 21) === 'D'
              ? 'entered-in-error'
              : type === 'A' || type === 'W'
                ? 'provisional'
                : 'confirmed',
        },
      ],
    },
    subject: subjectIn(context),
    code,
    recordedDate: dateOf(partAt(dg1, 5) ?? partAt(dg1, 19), context.offset),
  } as Condition;
  const issues =
    code === undefined
      ? [
          errorAt(
            where,
            'required',
            'DG1-3 names no diagnosis. Send its code: C34.1^肺上叶恶性肿瘤^I10.',
          ),
        ]
      : [];
  return madeOf(context, dg1, condition, {
    fields: { code: 3, recordedDate: 5, verificationStatus: 6 },
    issues,
  });
};

/** What names an order (ORC, OBR): the number of who fills it, else of who placed it. */
export const orderNumber = (...segments: readonly (Segment | undefined)[]): string | undefined => {
  for (const field of [3, 2])
    for (const segment of segments) {
      const number = segment === undefined ? undefined : entityOf(valueAt(segment, field));
      if (number !== undefined) return number;
    }
  return undefined;
};
