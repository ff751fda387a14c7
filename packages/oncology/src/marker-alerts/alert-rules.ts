import type { ClinicalRule } from '../registry/rule.ts';
import {
  AFP_LIVER,
  CA125_GCIG,
  CALCITONIN_DOUBLING,
  CEA_CEAWATCH,
  CEA_FACS,
  EBV_DNA,
  HCG_FIGO,
  PIVKA_LIVER,
  PSA_CASTRATION,
  PSA_PHOENIX,
  PSA_PROSTATECTOMY,
} from './alerts-rule.ts';

/** Every rule for a marker of its own. */
export const MARKER_ALERT_RULES = {
  'psa-phoenix': PSA_PHOENIX,
  'psa-prostatectomy': PSA_PROSTATECTOMY,
  'psa-castration': PSA_CASTRATION,
  'ca125-gcig': CA125_GCIG,
  'cea-ceawatch': CEA_CEAWATCH,
  'cea-facs': CEA_FACS,
  'afp-liver': AFP_LIVER,
  'pivka-liver': PIVKA_LIVER,
  'hcg-figo': HCG_FIGO,
  'calcitonin-doubling': CALCITONIN_DOUBLING,
  'ebv-dna': EBV_DNA,
} satisfies Readonly<Record<string, ClinicalRule>>;
