import { describe, expect, it, test } from 'vitest';
import { rows } from '../rows.ts';
import { fhirCodings, WITHOUT_SHARED } from '../testing/shared.ts';
import {
  chineseTherapyName,
  drug,
  drugOfAtc,
  drugOfName,
  drugOfRxnorm,
  drugOfSnomed,
  drugs,
  drugsInText,
  regimen,
  regimens,
  regimensOf,
} from './index.ts';
import { SNOMED_SUBSTANCES } from './snomed-substances.ts';

describe.skipIf(WITHOUT_SHARED)('the medications of the mCODE and Synthea records', () => {
  const coded = WITHOUT_SHARED ? [] : fhirCodings().filter((c) => c.system.endsWith('/rxnorm'));
  it('finds every drug of cancer treatment by code', () => {
    const found = Object.fromEntries(
      coded.flatMap((c) => (drugOfRxnorm(c.code) ? [[c.code, drugOfRxnorm(c.code)?.id]] : [])),
    );
    expect(found).toEqual({
      '1736854': 'cisplatin',
      '309311': 'cisplatin',
      '583214': 'paclitaxel',
      '56946': 'paclitaxel',
      '3002': 'cyclophosphamide',
      '3639': 'doxorubicin',
      '1790099': 'doxorubicin',
      '5650': 'idarubicin',
      '11202': 'vincristine',
      '8640': 'prednisone',
      '84857': 'anastrozole',
      '1803932': 'calcium folinate',
      '1736776': 'oxaliplatin',
      '1860480': 'docetaxel',
      '752899': 'leuprorelin',
    });
  });
  it('finds the same by the text alone, and no drug in the others', () => {
    for (const { code, display } of coded)
      expect(drugOfName(display)?.id, display).toBe(drugOfRxnorm(code)?.id);
  });
});

describe('drugOfName', () => {
  it.each([
    ['顺铂', 'cisplatin'],
    ['注射用顺铂', 'cisplatin'],
    ['注射用紫杉醇（白蛋白结合型）', 'nab-paclitaxel'],
    ['Paclitaxel protein-bound 100 MG', 'nab-paclitaxel'],
    ['紫杉醇脂质体', 'paclitaxel'],
    ['5-FU', 'fluorouracil'],
    ['DDP', 'cisplatin'],
    ['希罗达', 'capecitabine'],
    ['Trastuzumab deruxtecan 100 mg', 'trastuzumab deruxtecan'],
    ['恩美曲妥珠单抗', 'trastuzumab emtansine'],
    // An antibody-drug conjugate is not the antibody that its name ends with.
    ['注射用瑞康曲妥珠单抗', 'trastuzumab rezetecan'],
    ['博度曲妥珠单抗', 'trastuzumab botidotin'],
    ['拓益', 'toripalimab'],
    ['马来酸吡咯替尼片（艾瑞妮）', 'pyrotinib'],
    ['谷美替尼片', 'glumetinib'],
    ['亚砷酸氯化钠注射液', 'arsenic trioxide'],
    ['替加氟尿嘧啶片', 'tegafur and uracil'],
    ['醋酸泼尼松龙片', 'prednisolone'],
    ['Leuprolide Acetate 30 MG/ML', 'leuprorelin'],
    ['替吉奥胶囊', 'tegafur, gimeracil and oteracil'],
    ['PD-1', undefined],
    ['aspirin', undefined],
    ['oxaliplatin + capecitabine', undefined], // two drugs are not one
    ['', undefined],
  ])('%s is %s', (text, id) => {
    expect(drugOfName(text)?.id).toBe(id);
  });
  it('knows the substances of SNOMED CT, each a drug of the list', () => {
    expect(drugOfSnomed('387318005')?.id).toBe('cisplatin');
    expect(drugOfSnomed('716125002')?.id).toBe('pembrolizumab');
    expect(drugOfSnomed('33195004')).toBeNull();
    for (const [code = ''] of rows(SNOMED_SUBSTANCES))
      expect(drugOfSnomed(code), code).not.toBeNull();
  });
  it('lists the drugs of a text', () => {
    expect(
      drugsInText('奥沙利铂+卡培他滨')
        .map((d) => d.id)
        .sort(),
    ).toEqual(['capecitabine', 'oxaliplatin']);
  });
});

describe('the list', () => {
  it('has one drug a name, one a code, and about 180 drugs', () => {
    const names = drugs()
      .flatMap((d) => [d.label.en, d.label.zh, ...d.aliases])
      .map((n) => n.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const codes = drugs().flatMap((d) => d.rxnorm ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(drugs().length).toBeGreaterThan(150);
    const atc = drugs()
      .map((d) => d.atc)
      .filter((code) => code.length === 7);
    // Two forms of one substance, which are two drugs in regimens.
    expect(atc.filter((code, i) => atc.indexOf(code) !== i)).toEqual(['L01CD01']);
    expect(drugOfAtc('L01CD01')?.id).toBe('paclitaxel');
  });
  it('writes ATC as ATC is written', () => {
    for (const { atc, id } of drugs()) expect(atc, id).toMatch(/^[LVH]\d\d[A-Z]([A-Z](\d\d)?)?$/);
    expect(drugOfAtc('L01XA01')?.id).toBe('cisplatin');
    expect(drugOfAtc('L01FF')).toBeNull();
    expect(drug('nivolumab')?.modality).toBe('immunotherapy');
  });
});

describe('regimens', () => {
  it('are made of drugs of the list', () => {
    for (const { id, drugs: parts } of regimens())
      for (const part of parts) expect(drug(part), `${id}: ${part}`).not.toBeNull();
  });
  it('are told apart by the form of a drug: AG is of nab-paclitaxel alone', () => {
    const of = (drug: string) => regimensOf(['gemcitabine', drug], 'pancreas').map((r) => r.id);
    expect(of('paclitaxel')).not.toContain('AG');
    expect(of('nab-paclitaxel')).toEqual(['AG']);
  });
  it('are recognised by their drugs', () => {
    expect(
      regimensOf(['fluorouracil', 'oxaliplatin', 'calcium folinate']).map((r) => r.id),
    ).toEqual(['FOLFOX']);
    expect(
      regimensOf(['rituximab', 'cyclophosphamide', 'doxorubicin', 'vincristine', 'prednisone']).map(
        (r) => r.id,
      ),
    ).toEqual(['R-CHOP']);
    expect(regimensOf(['paclitaxel', 'carboplatin', 'dexamethasone']).map((r) => r.id)).toEqual([
      'TC',
    ]);
    expect(regimensOf(['cisplatin'])).toEqual([]);
    expect(regimen('AC-T')?.label.en).toBe('AC-T');
    expect(regimen('TC-breast')?.label.en).toBe('TC');
  });
});

test.each([
  ['Imatinib', '伊马替尼'],
  ['Imatinib Mesylate', '伊马替尼'],
  ['Gilteritinib', '吉瑞替尼'],
  ['Aspirin', '阿司匹林'],
  ['BRAF Inhibitor', 'BRAF抑制剂'],
  ['FOLFIRI Regimen', 'FOLFIRI方案'],
  ['FOLFOX-4 Regimen', 'FOLFOX-4方案'],
  ['Ipilimumab/Nivolumab Regimen', '伊匹木单抗/纳武利尤单抗方案'],
  ['Datopotamab Deruxtecan Regimen', '德达博妥单抗方案'],
  ['EAP Protocol', 'EAP方案'],
  ['ALK Inhibitor TAE684', null],
  ['PD173074', null],
  ['Rebemadlin/Imatinib Regimen', null],
])('%s is %s in Chinese', (name, chinese) => {
  expect(chineseTherapyName(name)).toBe(chinese);
});
