import type { Shown } from '@nodp/database/tables';
import { recordsOf } from '@nodp/graph';
import type { PatientResolvers, PerformanceStatusResolvers } from '../../generated/resolvers.ts';
import { performanceLabel } from './label.ts';
import { performance } from './table.ts';

export type PerformanceStatusModel = Shown<typeof performance>;

/** By date. */
const rows = recordsOf(performance, performance.at);

const PerformanceStatus: PerformanceStatusResolvers = {
  label: ({ scale, score }) => performanceLabel(scale, score),
};

const Patient: PatientResolvers = {
  performance: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, PerformanceStatus };
