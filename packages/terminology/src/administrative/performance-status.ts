import type { Label } from '../label.ts';
import { own } from '../lookup/own.ts';

export type Ecog = 0 | 1 | 2 | 3 | 4 | 5;

/** Source: Oken et al., Am J Clin Oncol 1982;5:649 (Eastern Cooperative Oncology Group). */
export const ECOG: readonly { readonly score: Ecog; readonly label: Label }[] = [
  { score: 0, label: { en: 'Fully active, no restriction', zh: '活动能力完全正常，无任何限制' } },
  {
    score: 1,
    label: {
      en: 'Restricted in strenuous activity, ambulatory, light work possible',
      zh: '重体力活动受限，可走动，能从事轻体力活动',
    },
  },
  {
    score: 2,
    label: {
      en: 'Ambulatory, self-care, unable to work; up more than half of waking hours',
      zh: '可走动，生活自理，不能工作，日间过半时间可起床活动',
    },
  },
  {
    score: 3,
    label: {
      en: 'Limited self-care; in bed or chair more than half of waking hours',
      zh: '生活仅部分自理，日间过半时间卧床或坐轮椅',
    },
  },
  {
    score: 4,
    label: {
      en: 'Completely disabled, no self-care, confined to bed or chair',
      zh: '完全失能，生活不能自理，卧床不起',
    },
  },
  { score: 5, label: { en: 'Dead', zh: '死亡' } },
];

/** LOINC answers of 89247-1 (answer list LL529-9). */
const ECOG_ANSWERS: Readonly<Record<string, Ecog>> = {
  'LA9622-7': 0,
  'LA9623-5': 1,
  'LA9624-3': 2,
  'LA9625-0': 3,
  'LA9626-8': 4,
  'LA9627-6': 5,
};

/** The score of a LOINC answer code, or null. */
export function ecogOfLoincAnswer(code: string): Ecog | null {
  return own(ECOG_ANSWERS, code);
}

/** A number as ECOG score, or null: 2.5 and 7 are no score. */
export function ecogOf(value: number): Ecog | null {
  return ECOG.find(({ score }) => score === value)?.score ?? null;
}

/**
 * ECOG score nearest a Karnofsky one (0 to 100 in tens): 90-100 -> 0, 70-80 -> 1, 50-60 -> 2, 30-40 -> 3, 10-20 -> 4,
 * 0 -> 5. Null for anything else. Source: Oken et al. 1982; the conversion of ECOG-ACRIN.
 */
export function ecogOfKarnofsky(karnofsky: number): Ecog | null {
  if (!Number.isInteger(karnofsky / 10) || karnofsky < 0 || karnofsky > 100) return null;
  if (karnofsky === 0) return 5;
  if (karnofsky >= 90) return 0;
  return karnofsky >= 70 ? 1 : karnofsky >= 50 ? 2 : karnofsky >= 30 ? 3 : 4;
}
