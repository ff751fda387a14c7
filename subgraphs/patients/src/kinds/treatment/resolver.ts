import type { Shown } from '@nodp/database/tables';
import { type Coded, coded, codedTerm, codeOrNullOf, dateOf, encodeId } from '@nodp/graph';
import { drug as drugOf } from '@nodp/terminology/drugs';
import type { PatientResolvers, TreatmentResolvers } from '../../generated/resolvers.ts';
import type { TumourModel } from '../tumour/model.ts';
import { tumourRows } from '../tumour/rows.ts';
import { treatmentRows } from './rows.ts';
import type { treatment } from './table.ts';

export type TreatmentModel = Shown<typeof treatment>;

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
  dose: ({ doseValue, doseDigits, doseUnit }) =>
    doseValue === null
      ? null
      : { value: doseValue, digits: doseDigits, comparator: null, unit: doseUnit },
  regimen: codeOrNullOf('regimen'),
  tumour: async ({ patientId, institutionId, tumourSourceId }, _, context) => {
    if (tumourSourceId === null) return null;
    const tumours = await context.once(tumourRows).load(patientId);
    const isIt = (t: TumourModel) =>
      t.sourceId === tumourSourceId && t.institutionId === institutionId;
    return tumours.find(isIt) ?? null;
  },
  bodySite: codeOrNullOf('bodySite'),
  modality: codeOrNullOf('modality'),
  technique: codeOrNullOf('technique'),
  institution: ({ institutionId }) => ({ institutionId }),
};

const Patient: PatientResolvers = {
  treatments: async ({ patientId }, { kinds }, context) => {
    const all = await context.once(treatmentRows).load(patientId);
    return kinds ? all.filter((row) => kinds.includes(row.kind)) : all;
  },
};

export const resolvers = { Patient, Treatment };
