import { SITE_GROUPS } from '@nodp/terminology';
import { SUB_SITES } from '@nodp/terminology/sites';
import { expect, test } from 'vitest';
import { landmarks } from '../landmarks.ts';
import { partWords } from './part-words.ts';
import { siteWords } from './site-words.ts';
import { sitesOf } from './sites-of.ts';

test('each site group has its words', () => {
  expect(siteWords.map(({ site }) => site).sort()).toEqual(SITE_GROUPS.map(({ id }) => id).sort());
  expect(partWords.map(({ site }) => site)).toEqual(SUB_SITES.map(({ id }) => id));
});

test.each([
  ['Gefitinib or carboplatin-paclitaxel in pulmonary adenocarcinoma', ['lung']],
  ['Reduced lung-cancer mortality with low-dose computed tomographic screening', ['lung']],
  ['Pembrolizumab for PD-L1–Positive Non–Small-Cell Lung Cancer', ['lung']],
  ['Risk of breast and ovarian cancer in BRCA1 carriers', ['breast', 'ovary']],
  ['Adenocarcinoma of the oesophagus', ['oesophagus']],
  [
    'HER2-positive advanced gastric or gastro-oesophageal junction cancer',
    ['oesophagus', 'stomach'],
  ],
  ['Prediction of liver metastasis in colon cancer', ['colorectum']],
  ['Pulmonary embolism in patients with cancer', []],
  ['Hodgkin lymphoma after ABVD', ['hodgkin-lymphoma']],
  ['Rituximab in non-Hodgkin’s lymphoma', ['non-hodgkin-lymphoma']],
  ['Elderly patients with diffuse large-B-cell lymphoma', ['non-hodgkin-lymphoma']],
  ['A brain tumor registry', ['brain']],
  ['Tebentafusp in metastatic uveal melanoma', ['eye']],
  ['奥希替尼一线治疗EGFR突变非小细胞肺癌的真实世界研究', ['lung']],
  ['结直肠癌肝转移的外科治疗', ['colorectum']],
  ['非霍奇金淋巴瘤的诊治', ['non-hodgkin-lymphoma']],
  ['霍奇金淋巴瘤的诊治', ['hodgkin-lymphoma']],
  ['鼻咽癌诱导化疗', ['nasopharynx']],
  ['Hallmarks of cancer: the next generation', []],
])('%s → %j', (title, sites) => {
  expect(sitesOf(title, []).siteGroups).toEqual(sites);
});

test('MeSH headings count, but not as the place of a metastasis', () => {
  expect(sitesOf('A trial', ['Carcinoma, Hepatocellular/drug therapy']).siteGroups).toEqual([
    'liver',
  ]);
  expect(
    sitesOf('A trial', ['Colorectal Neoplasms/pathology', 'Liver Neoplasms/secondary/surgery'])
      .siteGroups,
  ).toEqual(['colorectum']);
  expect(sitesOf('A trial', ['Humans', 'Middle Aged', 'breast cancer']).siteGroups).toEqual([
    'breast',
  ]);
});

test('the landmark publications are linked, but for those about cancer as a whole', () => {
  const unlinked = landmarks.filter(
    (one) => sitesOf(one.title, one.keywords).siteGroups.length === 0,
  );
  expect(unlinked.map(({ pmid }) => pmid)).toEqual([
    '19097774',
    '21376230',
    '26028255',
    '33538338',
  ]);
  expect(new Set(landmarks.map(({ pmid }) => pmid)).size).toBe(landmarks.length);
});

test.each([
  ['Preoperative versus postoperative chemoradiotherapy for rectal cancer', ['colorectum.rectum']],
  ['Adjuvant FOLFOX in stage III colon cancer', ['colorectum.colon']],
  ['Colon and rectal cancer survival', ['colorectum.colon', 'colorectum.rectum']],
  ['Bevacizumab for metastatic colorectal cancer', []],
  ['Renal-cell carcinoma', ['kidney.kidney']],
  ['Carcinoma of the renal pelvis', ['kidney.renal-pelvis']],
  ['Upper-tract urothelial carcinoma', ['kidney.renal-pelvis', 'kidney.ureter']],
  ['Gastro-oesophageal junction cancer', ['stomach.cardia']],
  ['Non-cardia gastric cancer', ['stomach.non-cardia']],
  ['Gastric cancer', []],
  ['Tracheal tumours', ['lung.trachea']],
  ['结直肠癌肝转移的外科治疗', []],
  ['低位直肠癌保肛手术', ['colorectum.rectum']],
  ['结肠癌完整系膜切除术', ['colorectum.colon']],
  ['支气管肺癌', ['lung.lung']],
  ['原发性气管癌', ['lung.trachea']],
  ['鼻咽癌诱导化疗', []],
  ['肾盂癌', ['kidney.renal-pelvis']],
])('%s is of the parts %j', (title, parts) => {
  expect(sitesOf(title, []).subSites).toEqual(parts);
});

test('who names a part names its group; of a metastasis neither', () => {
  for (const { mesh } of partWords)
    for (const heading of mesh) {
      const { siteGroups, subSites } = sitesOf('A trial', [heading]);
      expect(subSites.length, heading).toBeGreaterThan(0);
      expect(siteGroups).toEqual(
        expect.arrayContaining(subSites.map((id) => id.slice(0, id.indexOf('.')))),
      );
    }
  expect(sitesOf('A trial', ['Rectal Neoplasms/secondary'])).toEqual({
    siteGroups: [],
    subSites: [],
  });
});
