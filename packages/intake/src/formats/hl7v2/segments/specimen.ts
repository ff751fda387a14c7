import type { Specimen } from '@medplum/fhirtypes';
import { idOf } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { partAt, type Segment, valueAt } from '../message.ts';
import { conceptOf, pairedOf } from '../types.ts';
import { type Context, madeOf, subjectIn } from './made-of.ts';

/** A specimen's number: of the laboratory, else of who ordered it. */
const numberIn = (spm: Segment, field: number): string | undefined => {
  const pair = valueAt(spm, field);
  return pairedOf(pair, 2) ?? pairedOf(pair, 1);
};

/** A specimen (SPM). @param order the number of the order that it came with, where it has none of its own */
export const specimenOf = (
  context: Context,
  spm: Segment,
  order: string | undefined,
): Made | null => {
  if (context.patient === null) return null;
  const number = numberIn(spm, 2);
  if (number === undefined && order === undefined) return null;
  const accession = partAt(spm, 30) ?? number?.split('^')[0];
  const parent = numberIn(spm, 3);
  const key = (of: string): string => idOf('SPM', context.patient?.value ?? '', of);
  const specimen: Specimen = {
    resourceType: 'Specimen',
    id: key(number ?? `${order} ${partAt(spm, 1) ?? ''}`),
    accessionIdentifier: accession === undefined ? undefined : { value: accession },
    type: conceptOf(valueAt(spm, 4)),
    status: /^N/i.test(partAt(spm, 20) ?? '') ? 'unavailable' : 'available',
    subject: subjectIn(context),
    receivedTime: dateOf(partAt(spm, 18), context.offset),
    parent: parent === undefined ? undefined : [{ reference: `Specimen/${key(parent)}` }],
    collection: {
      collectedDateTime: dateOf(partAt(spm, 17), context.offset),
      bodySite: conceptOf(valueAt(spm, 8)),
    },
  } as Specimen;
  return madeOf(context, spm, specimen, {
    fields: {
      identifier: 2,
      parent: 3,
      type: 4,
      'collection.bodySite': 8,
      'collection.collectedDateTime': 17,
      receivedTime: 18,
      accessionIdentifier: 30,
    },
  });
};
