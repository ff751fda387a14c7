/** Definitions of ours as circe's expressions, and the other way round: what has no equivalent is named. */
export { fromCirce, type Imported } from './from-circe.ts';
export type { Note } from './note.ts';
export { OWN_VOCABULARY, ownConceptId } from './own-concepts.ts';
export { type Exported, toCirce } from './to-circe.ts';
export { isCirce, unwrapped } from './unwrapped.ts';
