import { expect, test } from 'vitest';
import { WORD_ROWS } from './word-rows.ts';
import { labelOfWords } from './words.ts';

test.each([
  ['胸部CT平扫+增强', 'CT of chest without and with contrast'],
  ['胸部CT平扫+增强报告', 'Report: CT of chest without and with contrast'],
  ['全身PET/CT报告', 'Report: whole-body PET/CT'],
  ['腹会阴联合直肠切除术', 'Abdominoperineal resection of rectum'],
  ['2型糖尿病', 'Type 2 diabetes mellitus'],
  ['G13D突变', 'G13D'],
  ['EML4::ALK融合', 'EML4::ALK fusion'],
  ['阳性(TPS≥50%)', 'Positive (TPS≥50%)'],
  ['野生型', 'Wild type'],
  ['肿瘤组织', 'Tumour tissue'],
  ['肿瘤科门诊复诊', 'Oncology clinic, return visit'],
])('“%s” reads “%s” in English, and as sent in Chinese', (zh, en) => {
  expect(labelOfWords(zh)).toEqual({ en, zh });
});

test('English words read in Chinese, and as sent in English', () => {
  expect(labelOfWords('hypertension')).toEqual({ en: 'hypertension', zh: '高血压病' });
  expect(labelOfWords('Wild type')?.zh).toBe('野生型');
});

test('places of the body are those of ICD-O-3', () => {
  expect(labelOfWords('乙状结肠')?.en).toMatch(/sigmoid/i);
  expect(labelOfWords('胃窦')?.en).toMatch(/antrum/i);
});

test('what is not known stays as sent, whatever it holds', () => {
  for (const words of ['', '某种从未见过的手术', 'constructor', '__proto__', 'x'.repeat(500)]) {
    expect(labelOfWords(words)).toBeNull();
  }
  expect(labelOfWords(null)).toBeNull();
});

test('every row has Chinese with a Chinese sign or letters, and English without any', () => {
  for (const row of WORD_ROWS.trim().split('\n')) {
    expect(row.split('|')).toHaveLength(2);
    expect(row.split('|')[1]).not.toMatch(/\p{Script=Han}/u);
  }
});
