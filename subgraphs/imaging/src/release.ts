import { query } from '@nodp/database';
import { extract } from '@nodp/record/release';
import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { lesion } from './kinds/lesion/table.ts';
import { lesionEntry } from './lesion-entries/table.ts';

/** What was entered on the page as it stands: the latest version of each lesion and day. */
const entered = query
  .selectDistinctOn([lesionEntry.patientId, lesionEntry.lesionId])
  .from(lesionEntry)
  .orderBy(
    lesionEntry.patientId,
    lesionEntry.lesionId,
    desc(lesionEntry.enteredAt),
    desc(lesionEntry.id),
  )
  .as('entered');

/** What the subgraph gives to a release. */
export const release = {
  lesion: extract(
    'lesion',
    {
      patient_id: lesion.patientId,
      institution_id: lesion.institutionId,
      lesion: lesion.lesion,
      role: lesion.role,
      state: lesion.state,
      node: sql<number>`${lesion.node}::int`,
      organ_system: lesion.organSystem,
      organ_code: lesion.organCode,
      organ_display: lesion.organDisplay,
      field_position: lesion.fieldPosition,
      measured_on: lesion.measuredOn,
      tenths: lesion.tenths,
    },
    (columns) =>
      query
        .select(columns)
        .from(lesion)
        .where(and(isNotNull(lesion.measuredOn), eq(lesion.measuredPrecision, 'day')))
        .unionAll(
          query
            .select({
              patient_id: entered.patientId,
              institution_id: entered.institutionId,
              lesion: entered.lesion,
              role: entered.role,
              state: entered.state,
              node: sql<number>`${entered.node}::int`,
              organ_system: entered.organSystem,
              organ_code: entered.organCode,
              organ_display: entered.organDisplay,
              field_position: entered.fieldPosition,
              measured_on: entered.measuredOn,
              tenths: entered.tenths,
            })
            .from(entered)
            .where(
              and(
                ne(entered.change, 'WITHDRAWN'),
                isNotNull(entered.measuredOn),
                eq(entered.measuredPrecision, 'day'),
              ),
            ),
        ),
  ),
};
