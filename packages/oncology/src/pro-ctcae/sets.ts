import type { Label } from '@nodp/terminology';

/** Terms that are asked together. */
export interface SymptomSet {
  readonly id: string;
  readonly title: Label;
  /** Where the choice comes from; null for the platform's own, which the board is to confirm. */
  readonly source: string | null;
  readonly terms: readonly number[];
}

/** Fatigue, insomnia, pain, appetite, breath, concentration, anxiety, nausea, sadness, numbness, constipation, diarrhoea. */
const CORE = [53, 52, 48, 8, 19, 46, 54, 9, 56, 39, 15, 16];

export const SYMPTOM_SETS: readonly SymptomSet[] = [
  {
    id: 'core',
    title: { en: 'Core symptoms', zh: '核心症状' },
    source: 'Reeve BB et al. J Natl Cancer Inst 2014;106:dju129',
    terms: CORE,
  },
  {
    id: 'chemotherapy',
    title: { en: 'Chemotherapy', zh: '化疗' },
    source: null,
    terms: [...CORE, 10, 3, 7, 27, 30, 73],
  },
  {
    id: 'radiotherapy',
    title: { en: 'Radiotherapy', zh: '放疗' },
    source: null,
    terms: [53, 48, 8, 9, 36, 1, 2, 3, 20, 19, 16, 62],
  },
  {
    id: 'immunotherapy',
    title: { en: 'Immunotherapy', zh: '免疫治疗' },
    source: null,
    terms: [53, 8, 19, 20, 16, 17, 24, 28, 51, 50, 49, 41],
  },
  {
    id: 'targeted',
    title: { en: 'Targeted drugs', zh: '靶向治疗' },
    source: null,
    terms: [53, 8, 9, 16, 3, 24, 25, 26, 28, 30, 33, 19, 20],
  },
  {
    id: 'endocrine',
    title: { en: 'Endocrine treatment', zh: '内分泌治疗' },
    source: null,
    terms: [53, 52, 77, 51, 50, 56, 54, 75, 60, 68],
  },
];
