import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { PatientResolvers, PerformanceStatusResolvers } from '../../generated/resolvers.ts';
import { performanceLabel } from './label.ts';
import { performance } from './table.ts';

export type PerformanceStatusModel = Shown<typeof performance>;

/** By date. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(performance))
      .from(performance)
      .where(sql`${performance.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(performance.at, performance.id),
  ),
);

const PerformanceStatus: PerformanceStatusResolvers = {
  label: ({ scale, score }) => performanceLabel(scale, score),
};

const Patient: PatientResolvers = {
  performance: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, PerformanceStatus };
