import { amountColumns, type KindModule, mapping } from '@nodp/record';
import { isSurveyed } from '../../surveillance/surveyed-codes.ts';
import { isStageMeasure } from '../tumour/measured.ts';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { observation } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('observation', observation, (r) => ({
  category: r.category,
  system: r.what.system,
  code: r.what.code,
  display: r.what.display,
  at: r.at,
  ...amountColumns(r.value),
  normalValue: r.value?.normal?.value ?? null,
  normalUnit: r.value?.normal?.unit ?? null,
  valueText: r.text,
  interpretation: r.interpretation,
  referenceLow: r.referenceLow,
  referenceHigh: r.referenceHigh,
  // Left out where there is none: what was stored before has the hash it had.
  notFinal: r.notFinal ?? undefined,
  tumourSourceId: r.tumour ?? undefined,
  tumourGrade: r.finding?.grade ?? undefined,
  tumourMorphology: r.finding?.morphology ?? undefined,
  tumourHistology: r.finding?.histology ?? undefined,
}));

/** A laboratory test, tumour marker, vital sign or other finding. */
export const observationKind: KindModule<'observation'> = {
  kind: 'observation',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.at,
  decidesDiagnosis: (r) => r.finding != null,
  decidesSurveillance: (r) => isSurveyed(r.what.code),
  decidesStageCheck: (r) => r.finding != null || isStageMeasure(r.what.code),
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
