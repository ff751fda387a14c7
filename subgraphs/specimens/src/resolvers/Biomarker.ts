import { codedOrNull, codedTerm, encodeId, showPartial } from '@nodp/graph';
import { findingLabel } from '@nodp/terminology/biomarkers';
import type { BiomarkerResolvers } from '../generated/resolvers.ts';

export const Biomarker: BiomarkerResolvers = {
  id: ({ patientId, id }) => encodeId('Biomarker', patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  result: ({ resultSystem, resultCode, resultDisplay }) =>
    codedOrNull(resultSystem, resultCode, resultDisplay),
  findingLabel: ({ code, display, finding }) => findingLabel(code, display, finding),
  amount: ({ value, comparator, unit }) => (value === null ? null : { value, comparator, unit }),
  date: ({ testedOn, testedPrecision }) => showPartial(testedOn, testedPrecision),
};
