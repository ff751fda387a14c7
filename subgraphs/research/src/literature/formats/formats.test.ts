import { expect, test } from 'vitest';
import { readLiterature } from './read-file.ts';

/** As PubMed's “Citation manager” writes it: padded tags, long fields continued by six spaces. */
const nbib = `
PMID- 19692680
OWN - NLM
STAT- MEDLINE
DP  - 2009 Sep 3
TI  - Gefitinib or carboplatin-paclitaxel in pulmonary
      adenocarcinoma.
LID - 10.1056/NEJMoa0810699 [doi]
AB  - BACKGROUND: Some words
      that go on.
FAU - Mok, Tony S
AU  - Mok TS
FAU - Wu, Yi-Long
AU  - Wu YL
TA  - N Engl J Med
JT  - The New England journal of medicine
MH  - Adenocarcinoma/*drug therapy/genetics
MH  - Lung Neoplasms/*drug therapy
MH  - Lung Neoplasms/*drug therapy
OT  - EGFR

PMID- 33538338
DP  - 2021 May-Jun
TI  - Global Cancer Statistics 2020
AID - S0140-6736 [pii]
`;

/** As EndNote and CNKI write it. */
const ris = `\uFEFFTY  - JOUR
AU  - 张三
AU  - 李四
TI  - 奥希替尼一线治疗EGFR突变非小细胞肺癌的真实世界研究
JO  - 中华肿瘤杂志
PY  - 2021/06/15/
DO  - https://doi.org/10.3760/CMA.j.test-001
KW  - 肺肿瘤
KW  - 靶向治疗
AB  - 目的：探讨
疗效与安全性。
ER  -

TY  - JOUR
A1  - Slamon, D. J.
T1  - Use of chemotherapy plus a monoclonal antibody against HER2
Y1  - 2001
AN  - 11248153
DB  - PubMed
ER  -
`;

test('a PubMed file', () => {
  const { articles, problems } = readLiterature(nbib, null);
  expect(problems).toEqual([]);
  expect(articles).toEqual([
    {
      pmid: '19692680',
      doi: '10.1056/nejmoa0810699',
      title: 'Gefitinib or carboplatin-paclitaxel in pulmonary adenocarcinoma',
      authors: ['Mok TS', 'Wu YL'],
      journal: 'The New England journal of medicine',
      year: 2009,
      abstract: 'BACKGROUND: Some words that go on.',
      keywords: ['Adenocarcinoma/drug therapy/genetics', 'Lung Neoplasms/drug therapy', 'EGFR'],
    },
    {
      pmid: '33538338',
      doi: null,
      title: 'Global Cancer Statistics 2020',
      authors: [],
      journal: null,
      year: 2021,
      abstract: null,
      keywords: [],
    },
  ]);
});

test('a RIS file, with a byte order mark and Windows line ends too', () => {
  const plain = readLiterature(ris, null);
  expect(readLiterature(ris.replaceAll('\n', '\r\n'), 'RIS')).toEqual(plain);
  expect(plain.problems).toEqual([]);
  expect(plain.articles).toMatchObject([
    {
      pmid: null,
      doi: '10.3760/cma.j.test-001',
      title: '奥希替尼一线治疗EGFR突变非小细胞肺癌的真实世界研究',
      authors: ['张三', '李四'],
      journal: '中华肿瘤杂志',
      year: 2021,
      abstract: '目的：探讨 疗效与安全性。',
      keywords: ['肺肿瘤', '靶向治疗'],
    },
    { pmid: '11248153', authors: ['Slamon, D. J.'], year: 2001 },
  ]);
});

test('an accession number of another database is no PubMed identifier', () => {
  const text = 'TY  - JOUR\nTI  - A title\nAN  - 2009500001\nDB  - Embase\nER  -\n';
  expect(readLiterature(text, null).articles[0]?.pmid).toBeNull();
});

test.each([
  ['no title', 'PMID- 1\nDP  - 2020\n', 1, 'TI  - The title'],
  ['no year in the date', 'PMID- 1\nTI  - A\nDP  - spring\n', 3, 'DP  - 2019 Mar'],
  ['no PubMed identifier', 'PMID- PMC123\nTI  - A\n', 1, 'digits alone'],
  ['a stray line', 'PMID- 1\nTI  - A\nstray\n', 3, 'belongs to no field'],
  ['no DOI', 'TY  - JOUR\nTI  - A\nDO  - n/a\nER  -\n', 3, '10.1056/'],
  ['a record cut short', 'TY  - JOUR\nTI  - A\n', 1, 'ER  -'],
  ['a record never closed', 'TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  -\n', 1, 'ER  -'],
  ['a field outside a record', 'TY  - JOUR\nTI  - A\nER  -\nKW  - lost\n', 4, 'TY  - JOUR'],
  ['an article twice', 'PMID- 1\nTI  - A\n\nPMID- 1\nTI  - A\n', 4, 'line 1'],
])('%s is told with line and remedy', (_, text, line, message) => {
  expect(readLiterature(text, null).problems).toEqual([
    { line, message: expect.stringContaining(message) },
  ]);
});

test('what can be read beside a problem is read', () => {
  const { articles } = readLiterature(
    'PMID- 1\nTI  - A\n\nPMID- x\nTI  - B\n\nPMID- 3\nTI  - C\n',
    null,
  );
  expect(articles.map(({ title }) => title)).toEqual(['A', 'C']);
});

test('the same article by DOI, once with and once without a PubMed number, is one', () => {
  const one = 'TY  - JOUR\nTI  - A\nDO  - 10.1000/a\nER  -\n';
  const other = 'TY  - JOUR\nTI  - A.\nDO  - 10.1000/A\nAN  - 7\nDB  - PubMed\nER  -\n';
  const { articles, problems } = readLiterature(one + other, null);
  expect(articles).toHaveLength(1);
  expect(problems).toMatchObject([{ line: 5 }]);
});

test('what is of no format is refused; an empty file of a format is a problem', () => {
  expect(() => readLiterature('@article{x}', null)).toThrow('This is no MEDLINE/PubMed file');
  expect(readLiterature('', 'RIS').problems).toHaveLength(1);
});
