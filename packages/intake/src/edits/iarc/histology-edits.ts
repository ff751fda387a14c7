import { isHistology, isMorphology } from '@nodp/terminology/morphology';
import { siteHistology } from '@nodp/terminology/site-histology';
import type { Edit } from '../edit.ts';
import { codes, ofTumour, sites, type TumourCase } from './tumour-case.ts';

const WITHOUT_EPITHELIUM = sites('C40 C41 C42 C47 C49 C70 C71 C72');

/** Diagnosed without a microscope as a rule: what imaging, a marker or the course says. */
const WITHOUT_MICROSCOPE = codes(
  '8000 8150-8154 8170 8270-8281 8800 8960 9050 9100 9140 9350 9380 9384 9500 9510 9530-9539 9590 9732 9761 9800',
);
const MELANOMA_SITES = sites('C44 C69');

const microscopic = (basis: string): boolean => basis >= '5' && basis <= '8';

const byFamily = ({ topography, histology, behaviour }: TumourCase) =>
  topography === '' || histology === 0
    ? null
    : siteHistology(topography, `${histology}/${behaviour}`);

export const HISTOLOGY_EDITS = {
  'in-situ-site': ofTumour({
    title: { en: 'In situ where there is no epithelium', zh: '无上皮部位的原位癌' },
    fields: ['topography', 'morphology'],
    source: 'CanReg5 CheckTopographyBehaviour (BEHAV_SITE); IARC Technical Report 42',
    when: (one) => one.behaviour === '2' && WITHOUT_EPITHELIUM(one),
  }),
  'basis-histology': ofTumour({
    title: {
      en: 'Specific histology without a microscopic basis',
      zh: '具体组织学类型但无镜检诊断依据',
    },
    fields: ['basisOfDiagnosis', 'morphology'],
    source: 'CanReg5 CheckBasis (BASIS_HIST); IARC Technical Report 42',
    choice:
      'iarc_check_sim leaves 9050 and 9350 out and takes 9384 with /1 alone; CanReg5 is taken, the wider list. An unknown basis (9) says nothing and is let pass.',
    when: (one) =>
      one.basis !== null &&
      one.basis !== '9' &&
      !microscopic(one.basis) &&
      one.histology !== 0 &&
      !WITHOUT_MICROSCOPE(one.histology) &&
      !(one.histology === 8720 && MELANOMA_SITES(one)),
  }),
  'site-histology-must': ofTumour({
    title: { en: 'Histology seldom at that site', zh: '该部位罕见此组织学类型' },
    fields: ['topography', 'morphology'],
    source:
      'IARC Technical Report 42, site and histology, rule must; CanReg5 CheckTopographyMorphology',
    when: (one) => {
      const judged = byFamily(one);
      return judged?.verdict === 'unlikely' && judged.family?.rule === 'must';
    },
  }),
  'site-histology-must-not': ofTumour({
    title: { en: 'Histology not expected at that site', zh: '该部位不应出现此组织学类型' },
    fields: ['topography', 'morphology'],
    source:
      'IARC Technical Report 42, site and histology, rule must not; CanReg5 CheckTopographyMorphology',
    when: (one) => {
      const judged = byFamily(one);
      return judged?.verdict === 'unlikely' && judged.family?.rule === 'not';
    },
  }),
  'morphology-unknown': ofTumour({
    title: { en: 'Morphology that is not of ICD-O-3', zh: '形态学编码不在 ICD-O-3 中' },
    fields: ['morphology'],
    source: 'CanReg5 CheckMorphology (MORPH_UNKNOWN)',
    choice:
      'CanReg5 calls it invalid; the list held is of the first edition of ICD-O-3, and codes of ICD-O-3.2 are sent, so it is warned of.',
    when: ({ histology }) => histology !== 0 && !isHistology(String(histology)),
  }),
  'behaviour-histology': ofTumour({
    title: { en: 'Behaviour not listed with that histology', zh: '该组织学未列出此行为' },
    fields: ['morphology'],
    source: 'iarc_check_sim check_behaviour_histology (BEHAV_HIST)',
    choice: 'By the matrix rule of ICD-O-3 it may be true: warned of.',
    when: ({ histology, behaviour }) =>
      histology !== 0 &&
      isHistology(String(histology)) &&
      !isMorphology(`${histology}/${behaviour}`),
  }),
} as const satisfies Record<string, Edit>;
