import type { Sex } from './incidence.ts';

/**
 * Who ever smoked, of grown-ups and of those with cancers that smoking makes. Sources: China Adult Tobacco Survey 2018
 * (50.5 % of men and 2.1 % of women smoke); that patients with these cancers smoked more often is published, by how much
 * is ours.
 */
const EVER: Readonly<Record<Sex, Readonly<Record<string, number>>>> = {
  male: { lung: 0.76, larynx: 0.85, 'lip-oral-pharynx': 0.66, oesophagus: 0.66, bladder: 0.62 },
  female: { lung: 0.12, larynx: 0.3 },
};
const OTHERWISE: Readonly<Record<Sex, number>> = { male: 0.55, female: 0.03 };

/** Share that ever smoked, by sex and site group, of grown-ups. */
export const everSmoked = (sex: Sex, siteGroup: string): number =>
  EVER[sex][siteGroup] ?? OTHERWISE[sex];

/**
 * EGFR mutations of lung adenocarcinoma in Asia: 51.4 % in all, 61.1 % of women, 44.0 % of men, 60.7 % of who never smoked.
 * Source: Shi Y, Au JS, Thongprasert S, et al. A prospective, molecular epidemiology study of EGFR mutations in Asian
 * patients with advanced non-small-cell lung cancer of adenocarcinoma histology (PIONEER). J Thorac Oncol 2014;9(2):154–162;
 * from knowledge.
 */
export const PUBLISHED_EGFR = { all: 0.514, female: 0.611, male: 0.44, never: 0.607 } as const;

/** Shares by sex and smoking that make the published ones: their own sizes are ours. */
export const egfrMutated = (sex: Sex, smoker: boolean): number =>
  sex === 'female' ? (smoker ? 0.48 : 0.63) : smoker ? 0.4 : 0.57;
