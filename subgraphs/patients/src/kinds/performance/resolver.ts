import type { Shown } from '@nodp/database/tables';
import type { PatientResolvers, PerformanceStatusResolvers } from '../../generated/resolvers.ts';
import { performanceLabel } from './label.ts';
import { performanceRows } from './rows.ts';
import type { performance } from './table.ts';

export type PerformanceStatusModel = Shown<typeof performance>;

const PerformanceStatus: PerformanceStatusResolvers = {
  label: ({ scale, score }) => performanceLabel(scale, score),
};

const Patient: PatientResolvers = {
  performance: ({ patientId }, _, context) => context.once(performanceRows).load(patientId),
};

export const resolvers = { Patient, PerformanceStatus };
