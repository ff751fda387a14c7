import { comorbidityKind } from './comorbidity/index.ts';
import { costItemKind } from './cost-item/index.ts';
import { deathKind } from './death/index.ts';
import { encounterKind } from './encounter/index.ts';
import { observationKind } from './observation/index.ts';
import { patientKind } from './patient/index.ts';
import { performanceKind } from './performance/index.ts';
import { radiotherapyVolumeKind } from './radiotherapy-volume/index.ts';
import { stageKind } from './stage/index.ts';
import { treatmentKind } from './treatment/index.ts';
import { tumourKind } from './tumour/index.ts';

/** The kinds of record whose rows are this subgraph's, persons first: what is written after needs their rows. */
export const kinds = {
  patient: patientKind,
  death: deathKind,
  tumour: tumourKind,
  stage: stageKind,
  observation: observationKind,
  performance: performanceKind,
  treatment: treatmentKind,
  'radiotherapy-volume': radiotherapyVolumeKind,
  comorbidity: comorbidityKind,
  encounter: encounterKind,
  'cost-item': costItemKind,
};
