import type { Laterality } from '../icd-o-3/laterality.ts';
import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import type { BroadStage } from '../tnm/stage-group.ts';
import { CONDITION_ROWS } from './condition-rows.ts';

export type ConditionKind =
  | 'primary'
  | 'in-situ'
  | 'secondary'
  | 'metastasis-of'
  | 'uncertain'
  | 'suspected';

export type CancerCondition = {
  readonly code: string;
  /** `secondary` names where it spread to, `metastasis-of` names where it came from. */
  readonly kind: ConditionKind;
  /** ICD-O-3 topography: of the primary, but of the metastasis for `secondary`; null when the code names no site. */
  readonly topography: string | null;
  /** ICD-O-3 morphology with behaviour; null for `suspected`. 8000/3 and 8000/1 mean: not specified. */
  readonly morphology: string | null;
  readonly laterality: Laterality | null;
  /** Stage that is part of the condition's own meaning. */
  readonly stage: BroadStage | null;
  readonly label: Label;
};

const KINDS: Readonly<Record<string, ConditionKind>> = {
  p: 'primary',
  i: 'in-situ',
  s: 'secondary',
  m: 'metastasis-of',
  u: 'uncertain',
  q: 'suspected',
};

const table = once(() => {
  const all = new Map<string, CancerCondition>();
  for (const [code = '', kind = '', topography, morphology, side, stage, en = '', zh = ''] of rows(
    CONDITION_ROWS,
  )) {
    all.set(code, {
      code,
      kind: KINDS[kind] ?? 'uncertain',
      topography: topography || null,
      morphology: morphology || null,
      laterality: (side || null) as Laterality | null,
      stage: (stage || null) as BroadStage | null,
      label: { en, zh },
    });
  }
  return all as ReadonlyMap<string, CancerCondition>;
});

/** Every cancer condition of the subset. */
export function cancerConditions(): readonly CancerCondition[] {
  return [...table().values()];
}

/** What a SNOMED CT condition code says of a cancer; null when it is none of the subset (a polyp of colon is none). */
export function cancerCondition(code: string): CancerCondition | null {
  return table().get(code) ?? null;
}

const NEOPLASM =
  /malignan|cancer|carcinoma|sarcoma|leuk(?:a)?emia|lymphoma|melanoma|myeloma|neoplasm|metasta|glioblastoma|mesothelioma|癌|肉瘤|白血病|淋巴瘤|黑色素瘤|骨髓瘤|母细胞瘤|间皮瘤|恶性肿瘤|肿瘤转移/i;
const NOT_A_CASE =
  /benign|screening|history of|family|suspected|fear of|risk of|situation|polyp|adenoma(?!.*carcinoma)|良性|筛查|史|疑似|可疑|待排|风险|癌前|癌胚抗原|息肉|腺瘤(?!.*癌)/i;

/**
 * Whether a condition outside the subset reads like a cancer by its display: for sending it to a person,
 * never for coding it.
 */
export function resemblesCancer(display: string): boolean {
  return NEOPLASM.test(display) && !NOT_A_CASE.test(display);
}
