import type { TermDefinition } from './term.ts';
import { TERMS_1_39 } from './terms-1-39.ts';
import { TERMS_40_80 } from './terms-40-80.ts';

/**
 * The terms of the PRO-CTCAE item library, version 1.0: NCI's own English wording. The Chinese is the platform's translation,
 * to be confirmed by the board or replaced by NCI's validated one.
 */
export const TERMS: readonly TermDefinition[] = [...TERMS_1_39, ...TERMS_40_80];
