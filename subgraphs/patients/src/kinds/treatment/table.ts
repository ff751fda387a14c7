import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, doublePrecision, integer, smallint, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const treatment = patients.table(
  'treatment',
  {
    ...clinicalColumns(),
    kind: text('kind', { enum: ['SURGERY', 'RADIOTHERAPY', 'SYSTEMIC', 'OTHER'] }).notNull(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    /** The drug the terminology knows, by its name (INN): an ATC group may hold many. */
    drug: text('drug'),
    status: text('status').notNull(),
    startedOn: day('started_on'),
    startedPrecision: precision('started_precision'),
    endedOn: day('ended_on'),
    endedPrecision: precision('ended_precision'),
    intentSystem: text('intent_system'),
    intentCode: text('intent_code'),
    intentDisplay: text('intent_display'),
    line: smallint('line'),
    doseValue: doublePrecision('dose_value'),
    doseUnit: text('dose_unit'),
    /** The dose's number as it was written where a number would lose it: 1.50. */
    doseDigits: text('dose_digits'),
    regimenSystem: text('regimen_system'),
    regimenCode: text('regimen_code'),
    regimenDisplay: text('regimen_display'),
    /** The sender's key of what it is a part of: the course of a drug, the plan it was ordered by. */
    partOfSourceId: text('part_of_source_id'),
    bodySiteSystem: text('body_site_system'),
    bodySiteCode: text('body_site_code'),
    bodySiteDisplay: text('body_site_display'),
    modalitySystem: text('modality_system'),
    modalityCode: text('modality_code'),
    modalityDisplay: text('modality_display'),
    techniqueSystem: text('technique_system'),
    techniqueCode: text('technique_code'),
    techniqueDisplay: text('technique_display'),
    totalDoseCentigray: doublePrecision('total_dose_centigray'),
    fractions: integer('fractions'),
    /** Of the tumour it was given for, by the same institution. */
    tumourSourceId: text('tumour_source_id'),
  },
  (t) => clinicalKeys('treatment', t),
);

export type TreatmentRow = typeof treatment.$inferSelect;
