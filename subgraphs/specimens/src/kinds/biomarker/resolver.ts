import type { Shown } from '@nodp/database/tables';
import { codeOrNullOf, dateOf, latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import { findingLabel } from '@nodp/terminology/biomarkers';
import type { BiomarkerResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { biomarker } from './table.ts';

export type BiomarkerModel = Shown<typeof biomarker>;

const idOf = recordIds('bio');

/** Latest first. */
const rows = recordsOf(biomarker, latestFirst(biomarker.testedOn));

const Biomarker: BiomarkerResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  result: codeOrNullOf('result'),
  findingLabel: ({ code, display, finding }) => findingLabel(code, display, finding),
  amount: ({ value, digits, comparator, unit }) =>
    value === null ? null : { value, digits, comparator, unit },
  date: dateOf('tested'),
};

const Patient: PatientResolvers = {
  biomarkers: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, Biomarker };
