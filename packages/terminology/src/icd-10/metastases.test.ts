import { describe, expect, it } from 'vitest';
import { icd10Behaviour, icd10Label, icd10SpreadCodes } from './icd-10.ts';
import { metastasisLabel, siteGroupOfMetastasis, topographyOfMetastasis } from './metastases.ts';

const icd10 = (code: string) => ({ icd10: code, topography: null });

describe('metastases', () => {
  it.each([
    ['C78.0', 'Lung metastasis', '肺转移', 'lung', '肺部继发性恶性肿瘤'],
    ['C78.000', 'Lung metastasis', '肺转移', 'lung', '肺部继发性恶性肿瘤'],
    [
      'C786',
      'Peritoneal or retroperitoneal metastasis',
      '腹膜或腹膜后转移',
      null,
      '腹膜后腔和腹膜继发性恶性肿瘤',
    ],
    ['C78.7', 'Liver metastasis', '肝转移', 'liver', '肝和肝内胆管继发性恶性肿瘤'],
    ['C79.3', 'Brain metastasis', '脑转移', 'brain', '脑和脑膜继发性恶性肿瘤'],
    ['C79.5', 'Bone metastasis', '骨转移', 'bone', '骨和骨髓继发性恶性肿瘤'],
    [
      'C77.3',
      'Axillary or upper limb lymph node metastasis',
      '腋下或上肢淋巴结转移',
      null,
      '腋下和上肢淋巴结继发性和未特指的恶性肿瘤',
    ],
    [
      'C79.9',
      'Metastasis, site not specified',
      '转移，部位未特指',
      null,
      '部位未特指的继发性恶性肿瘤',
    ],
    [
      'C78',
      'Metastasis of respiratory or digestive organs',
      '呼吸或消化器官转移',
      null,
      '呼吸和消化器官继发性恶性肿瘤',
    ],
  ])('%s is “%s”', (code, en, zh, site, chinese) => {
    expect(metastasisLabel(icd10(code))).toEqual({ en, zh });
    if (site !== null) expect(siteGroupOfMetastasis(icd10(code))).toBe(site);
    expect(icd10Label(code)?.zh).toBe(chinese);
  });

  it('are where their own topography says, which may know more than the code; C80.9 says nothing', () => {
    const lung = { icd10: 'C78.0', topography: 'C80.9' };
    expect([metastasisLabel(lung).en, siteGroupOfMetastasis(lung)]).toEqual([
      'Lung metastasis',
      'lung',
    ]);
    const upperLobe = { icd10: 'C78.0', topography: 'C34.1' };
    expect(topographyOfMetastasis(upperLobe)).toBe('C34.1');
    expect(metastasisLabel({ icd10: null, topography: 'C71.9' }).en).toBe('Brain metastasis');
    expect(metastasisLabel({ icd10: 'C79.8', topography: 'C73.9' })).toEqual({
      en: 'Metastasis: Thyroid gland',
      zh: '甲状腺转移',
    });
  });

  it('without a site of their own show none', () => {
    const nowhere = { icd10: null, topography: null };
    expect(metastasisLabel(nowhere).zh).toBe('转移，部位未特指');
    expect([siteGroupOfMetastasis(nowhere), topographyOfMetastasis(nowhere)]).toEqual([null, null]);
  });

  it('have a name and a label of their own for every four-character code of C77 to C79', () => {
    const codes = icd10SpreadCodes();
    expect(codes).toHaveLength(8 + 8 + 9 + 10 + 2);
    const secondary = codes.filter((code) => icd10Behaviour(code) === '6');
    const names = secondary.map((code) => metastasisLabel(icd10(code)).en);
    expect(new Set(names).size).toBe(secondary.length);
    for (const code of codes) {
      const label = icd10Label(code);
      expect(label?.zh, code).not.toBe(icd10Label(code.slice(0, 3))?.zh);
      expect(label?.en, code).toMatch(/alignant/);
    }
  });
});
