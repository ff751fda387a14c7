import type { Shown } from '@nodp/database/tables';
import { codeOrNullOf, dateOf, latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type { GenomicTestResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { genomicTest } from './table.ts';

export type GenomicTestModel = Shown<typeof genomicTest>;

const idOf = recordIds('gen');

/** Latest first. */
export const genomicTestRows = recordsOf(genomicTest, latestFirst(genomicTest.testedOn));

const GenomicTest: GenomicTestResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  method: codeOrNullOf('method'),
  date: dateOf('tested'),
};

const Patient: PatientResolvers = {
  genomicTests: ({ patientId }, _, context) => context.once(genomicTestRows).load(patientId),
};

export const resolvers = { Patient, GenomicTest };
