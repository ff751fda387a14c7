import { once, rows } from '../rows.ts';
import { type Drug, drug } from './drugs.ts';
import { SNOMED_SUBSTANCES } from './snomed-substances.ts';

const byCode = once(
  () => new Map(rows(SNOMED_SUBSTANCES).map(([code = '', id = '']) => [code, id])),
);

/** The drug of a substance of SNOMED CT; null when not known. */
export function drugOfSnomed(code: string): Drug | null {
  return drug(byCode().get(code) ?? '');
}
