import type { Shown } from '@nodp/database/tables';
import { codeOrNullOf, dateOf, encodeId, recordsOf } from '@nodp/graph';
import type { LesionMeasurementResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { lesion } from './table.ts';

export type LesionMeasurementModel = Shown<typeof lesion>;

/** By day, then by name. */
export const lesionRows = recordsOf(lesion, lesion.measuredOn, lesion.lesion);

const millimetres = (tenths: number | null): number | null =>
  tenths === null ? null : tenths / 10;

const LesionMeasurement: LesionMeasurementResolvers = {
  id: ({ patientId, id }) => encodeId('Lesion', patientId, id),
  organ: codeOrNullOf('organ'),
  date: dateOf('measured'),
  millimetres: ({ tenths }) => millimetres(tenths),
  sliceMillimetres: ({ sliceTenths }) => millimetres(sliceTenths),
  modality: ({ modality }) => modality,
  group: ({ institutionId, tumourSourceId }) => `${institutionId} ${tumourSourceId ?? ''}`.trim(),
};

const Patient: PatientResolvers = {
  lesions: ({ patientId }, _, context) => context.once(lesionRows).load(patientId),
};

export const resolvers = { Patient, LesionMeasurement };
