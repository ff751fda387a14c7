import type { Label } from '@nodp/graph';

/** Source: Oken MM et al., Am J Clin Oncol 1982;5:649–655 (ECOG), shortened. */
const ecog: readonly Label[] = [
  { en: 'Fully active', zh: '活动能力完全正常' },
  { en: 'Restricted in strenuous activity, ambulatory', zh: '能自由走动，不能从事较重体力活动' },
  { en: 'Ambulatory, self-caring, unable to work', zh: '能自由走动，生活自理，不能工作' },
  { en: 'Limited self-care, in bed over half the day', zh: '生活仅部分自理，半天以上卧床' },
  { en: 'Completely disabled', zh: '卧床不起，生活不能自理' },
  { en: 'Dead', zh: '死亡' },
];

const outOf100 = (score: number): Label => ({
  en: `${score} of 100`,
  zh: `${score} 分（满分 100）`,
});

export const performanceLabel = (scale: 'ECOG' | 'Karnofsky' | 'Lansky', score: number): Label =>
  scale === 'ECOG' ? (ecog[score] ?? { en: String(score), zh: String(score) }) : outOf100(score);
