import type { Shown } from '@nodp/database/tables';
import {
  type Coded,
  coded,
  codedTerm,
  codeOrNullOf,
  dateOf,
  encodeId,
  recordsOf,
} from '@nodp/graph';
import { drug as drugOf } from '@nodp/terminology/drugs';
import type { PatientResolvers, TreatmentResolvers } from '../../generated/resolvers.ts';
import { treatment } from './table.ts';

export type TreatmentModel = Shown<typeof treatment>;

/** By beginning. */
const rows = recordsOf(treatment, treatment.startedOn);

/** As sent; under the drug's own name where the terminology knew the drug, whatever code it was sent with. */
const what = ({ system, code, display, drug }: TreatmentModel): Coded =>
  drug === null
    ? codedTerm(system, code, display)
    : coded(system, code, display, drugOf(drug)?.label ?? null);

const Treatment: TreatmentResolvers = {
  id: ({ patientId, id }) => encodeId('Treatment', patientId, id),
  what,
  startedOn: dateOf('started'),
  endedOn: dateOf('ended'),
  intent: codeOrNullOf('intent'),
  dose: ({ doseValue, doseUnit }) =>
    doseValue === null ? null : { value: doseValue, comparator: null, unit: doseUnit },
  bodySite: codeOrNullOf('bodySite'),
  modality: codeOrNullOf('modality'),
  technique: codeOrNullOf('technique'),
  institution: ({ institutionId }) => ({ institutionId }),
};

const Patient: PatientResolvers = {
  treatments: async ({ patientId }, { kinds }, context) => {
    const all = await context.once(rows).load(patientId);
    return kinds ? all.filter((row) => kinds.includes(row.kind)) : all;
  },
};

export const resolvers = { Patient, Treatment };
