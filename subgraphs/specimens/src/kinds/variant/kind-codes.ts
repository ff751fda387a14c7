import type { VariantKind } from '@nodp/oncology/variant-kind';
import { codeable } from '@nodp/record/fhir';
import { DNA_CHANGE_TYPE } from './claims.ts';

const SEQUENCE_ONTOLOGY = 'http://www.sequenceontology.org';

/** Sequence Ontology, and words where it has no code for what was found. */
const NAMES: Readonly<Record<VariantKind, readonly [string | null, string]>> = {
  substitution: ['SO:1000002', 'substitution'],
  insertion: ['SO:0000667', 'insertion'],
  deletion: ['SO:0000159', 'deletion'],
  indel: ['SO:1000032', 'delins'],
  duplication: ['SO:1000035', 'duplication'],
  splice: [null, 'splice'],
  fusion: ['SO:0001565', 'gene_fusion'],
  rearrangement: ['SO:0000199', 'translocation'],
  amplification: ['SO:0001742', 'copy_number_gain'],
  loss: ['SO:0001743', 'copy_number_loss'],
  expression: [null, 'expression'],
  methylation: [null, 'methylation'],
  other: ['SO:0001019', 'copy_number_variation'],
};

/** The component that says what kind of change it is. */
export const changeTypeOf = (kind: VariantKind) => {
  const [code, display] = NAMES[kind];
  return {
    code: codeable('http://loinc.org', DNA_CHANGE_TYPE, null),
    valueCodeableConcept: codeable(code === null ? null : SEQUENCE_ONTOLOGY, code, display),
  };
};
