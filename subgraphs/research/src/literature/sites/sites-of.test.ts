import { SITE_GROUPS } from '@nodp/terminology';
import { expect, test } from 'vitest';
import { landmarks } from '../landmarks.ts';
import { siteWords } from './site-words.ts';
import { sitesOf } from './sites-of.ts';

test('each site group has its words', () => {
  expect(siteWords.map(({ site }) => site).sort()).toEqual(SITE_GROUPS.map(({ id }) => id).sort());
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
  expect(sitesOf(title, [])).toEqual(sites);
});

test('MeSH headings count, but not as the place of a metastasis', () => {
  expect(sitesOf('A trial', ['Carcinoma, Hepatocellular/drug therapy'])).toEqual(['liver']);
  expect(
    sitesOf('A trial', ['Colorectal Neoplasms/pathology', 'Liver Neoplasms/secondary/surgery']),
  ).toEqual(['colorectum']);
  expect(sitesOf('A trial', ['Humans', 'Middle Aged', 'breast cancer'])).toEqual(['breast']);
});

test('the landmark publications are linked, but for those about cancer as a whole', () => {
  const unlinked = landmarks.filter((one) => sitesOf(one.title, one.keywords).length === 0);
  expect(unlinked.map(({ pmid }) => pmid)).toEqual([
    '19097774',
    '21376230',
    '26028255',
    '33538338',
  ]);
  expect(new Set(landmarks.map(({ pmid }) => pmid)).size).toBe(landmarks.length);
});
