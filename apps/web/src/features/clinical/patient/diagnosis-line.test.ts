import { describe, expect, it } from 'vitest';
import type { Patient } from './data.ts';
import { diagnosisLines } from './diagnosis-line.ts';

const both = (en: string, zh: string) => ({ en, zh });
const coded = (code: string | null, en: string, zh: string) => ({
  system: null,
  code,
  label: both(en, zh),
});
const drug = (code: string, en: string, zh: string) => ({
  kind: 'SYSTEMIC',
  status: 'in-progress',
  line: 2,
  startedOn: '2026-03-02',
  endedOn: null,
  what: coded(code, en, zh),
});
const patient = (more: object = {}) =>
  ({
    vitalStatus: 'ALIVE',
    tumours: [
      {
        id: 'p',
        kind: 'PRIMARY',
        primary: null,
        reports: [{ id: 'p' }],
        siteGroup: 'colorectum',
        morphology: coded('8140/3', 'Adenocarcinoma, NOS', '腺癌'),
        topography: coded('C20.9', 'Rectum, NOS', '直肠'),
        stageAtDiagnosis: { tnm: 'cT3 cN1b cM1a' },
        stageGroup: 'IVA',
      },
      {
        id: 'm',
        kind: 'SECONDARY',
        primary: { id: 'p' },
        metastasis: both('Lung metastasis', '肺转移'),
      },
    ],
    biomarkers: [
      {
        what: coded('81695-9', 'Microsatellite instability (MSI)', 'MSI'),
        result: coded(null, 'MSS', 'MSS'),
        finding: 'negative',
        findingLabel: null,
        date: '2025-10-02',
      },
      {
        what: coded('HGNC:6407', 'KRAS', 'KRAS'),
        result: coded(null, 'G13D', 'G13D突变'),
        finding: 'positive',
        findingLabel: null,
        date: '2025-10-02',
      },
    ],
    treatments: [
      drug('L01CE02', 'irinotecan', '伊立替康'),
      drug('L01BC06', 'capecitabine', '卡培他滨'),
    ],
    ...more,
  }) as unknown as Patient;
const english = {
  chinese: false,
  label: (label: { en: string } | null | undefined) => label?.en ?? '—',
  since: (regimen: string, line: number | null, month: string) =>
    `line ${line} ${regimen} since ${month}`,
  last: (regimen: string, line: number | null, month: string) =>
    `last line ${line} ${regimen}, ${month}`,
};
const chinese = {
  ...english,
  chinese: true,
  label: (label: { zh: string } | null | undefined) => label?.zh ?? '—',
};

describe('the diagnosis in a line', () => {
  it('says what, how far, where to, which markers and what is given', () => {
    expect(diagnosisLines(patient(), english)).toEqual([
      'Adenocarcinoma of rectum cT3 N1b M1a, IVA, lung metastasis; KRAS G13D, MSS; line 2 CAPIRI since 2026-03',
    ]);
    expect(diagnosisLines(patient(), chinese)[0]).toMatch(
      /^直肠腺癌 cT3 N1b M1a，IVA，肺转移；KRAS G13D突变，MSS；/,
    );
  });
  it('of the dead nothing is given now', () => {
    expect(diagnosisLines(patient({ vitalStatus: 'DEAD' }), english)[0]).toMatch(
      /; last line 2 CAPIRI, 2026-03$/,
    );
  });
  it('without a tumour says nothing', () => {
    expect(diagnosisLines(patient({ tumours: [] }), english)).toEqual([]);
  });
});
