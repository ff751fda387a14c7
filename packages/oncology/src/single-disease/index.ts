export type { Disease } from './disease.ts';
export { classesOf, classOf, type DiseaseElement } from './element.ts';
export {
  type DiseaseFacts,
  isNotKnown,
  NOT_KNOWN,
  NOT_KNOWN_LABELS,
  type NotKnown,
} from './facts.ts';
export { LABORATORY_CODES, PATHOLOGY_CODES } from './read/codes.ts';
export {
  DISEASE_IDS,
  DISEASES,
  type DiseaseId,
  elementsOf,
  isDisease,
  SINGLE_DISEASE_VERSION,
} from './registry.ts';
