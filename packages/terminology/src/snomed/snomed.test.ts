import { describe, expect, it } from 'vitest';
import { isMorphology } from '../icd-o-3/morphology.ts';
import { isTopography } from '../icd-o-3/topography.ts';
import { procedure, procedures } from '../procedures/index.ts';
import { fhirCodings, WITHOUT_SHARED } from '../testing/shared.ts';
import { formatCategory } from '../tnm/category.ts';
import {
  bodySite,
  bodySites,
  cancerCondition,
  cancerConditions,
  categoryOfCoded,
  diseaseStatusOfSnomed,
  isSctId,
  morphologyOfSnomed,
  resemblesCancer,
  STAGING_SYSTEMS,
  snomedMorphologies,
  stageOfCoded,
  tnmQuestion,
} from './index.ts';
import { STAGE_GROUP_ROWS, TNM_CATEGORY_ROWS } from './tnm-value-rows.ts';

describe.skipIf(WITHOUT_SHARED)('the codes of the mCODE and Synthea records', () => {
  const codings = WITHOUT_SHARED
    ? []
    : fhirCodings().filter((c) => c.system === 'http://snomed.info/sct');
  const at = (path: string) => [
    ...new Map(codings.filter((c) => c.path === path).map((c) => [c.code, c])).values(),
  ];

  it('names every cancer condition, and nothing that is none', () => {
    const known = at('Condition.code.coding').filter((c) => cancerCondition(c.code));
    expect(Object.fromEntries(known.map((c) => [c.code, cancerCondition(c.code)?.kind]))).toEqual({
      '254637007': 'primary',
      '424132000': 'primary',
      '353431000119107': 'primary',
      '93761005': 'primary',
      '109838007': 'primary',
      '363346000': 'primary',
      '92814006': 'primary',
      '92691004': 'in-situ',
      '126906006': 'uncertain',
      '94260004': 'secondary',
      '94225005': 'secondary',
      '314994000': 'metastasis-of',
      '162573006': 'suspected',
    });
    const rest = at('Condition.code.coding').filter((c) => !cancerCondition(c.code));
    expect(rest.map((c) => c.display).filter(resemblesCancer)).toEqual([]);
  });
  it('tells what reads like a cancer in Chinese too', () => {
    const like = ['肺癌', '急性髓系白血病', '骨肉瘤', '结肠恶性肿瘤', '直肠腺瘤癌变'];
    const unlike = [
      '乳腺癌筛查',
      '肺癌家族史',
      '癌胚抗原升高',
      '宫颈癌前病变',
      '结肠腺瘤',
      '疑似肺癌',
    ];
    expect([...like, ...unlike].filter(resemblesCancer)).toEqual(like);
  });
  it('names every body site of a condition or specimen, and every morphology', () => {
    const places = [
      ...at('Condition.bodySite.coding'),
      ...at('Specimen.collection.bodySite.coding'),
      ...at('Procedure.bodySite.coding'),
      ...at('BodyStructure.location.coding'),
    ];
    expect(places.length).toBeGreaterThanOrEqual(5);
    expect(places.filter((c) => !bodySite(c.code))).toEqual([]);
    const abnormal = codings.filter((c) => c.display.includes('morphologic abnormality'));
    expect(new Set(abnormal.map((c) => morphologyOfSnomed(c.code)))).toEqual(
      new Set(['8500/3', '8520/2', '8140/3']),
    );
  });
  it('names every procedure of cancer care', () => {
    const care =
      /radi|chemo|biops|resect|excis|mammograph|colonoscop|polypectom|colostom|tomograph|x-ray|rectum|aspirat|marrow/i;
    const done = [
      ...at('Procedure.code.coding'),
      ...at('Procedure.extension.extension.valueCodeableConcept.coding'),
    ];
    const missed = done.filter((c) => care.test(c.display) && !procedure(c.code));
    expect(missed).toEqual([]);
    expect(procedure('1217123003')?.kind).toBe('radiotherapy');
  });
  it('reads every TNM category and stage group', () => {
    const values = at('Observation.valueCodeableConcept.coding').filter((c) =>
      c.display.startsWith('American Joint'),
    );
    const read = values.map((c) => {
      const category = categoryOfCoded(c);
      return category ? formatCategory(category) : stageOfCoded(c)?.code;
    });
    expect(read.sort()).toEqual(['IIB', 'IIIC', 'cM0', 'cN0', 'cT3', 'pT3'].sort());
  });
  it('gives the same by display as by code, so that codes of the table it lacks read too', () => {
    for (const c of codings.filter((x) =>
      /^American Joint Committee on Cancer (c|p|stage)/.test(x.display),
    )) {
      expect(categoryOfCoded({ code: '0', display: c.display })).toEqual(categoryOfCoded(c));
      expect(stageOfCoded({ code: '', display: c.display })).toEqual(stageOfCoded(c));
    }
  });
});

describe('staging values', () => {
  it('reads NCI Thesaurus FIGO stages and lymphoma stages, and refuses other scales', () => {
    expect(stageOfCoded({ code: 'C96256', display: 'FIGO Stage IIIA' })?.code).toBe('IIIA');
    expect(stageOfCoded({ code: '44255004', display: 'Lymphoma stage IIIe (finding)' })?.code).toBe(
      'IIIE',
    );
    expect(stageOfCoded({ code: '3C' })?.code).toBe('IIIC');
    for (const display of [
      'Binet Stage B',
      'RISS Stage II Plasma Cell Myeloma',
      'INRG Stage MS',
      'Clark melanoma level 4 (finding)',
      'Breslow measurement - depth from 0.76 to 1.75 mm (finding)',
      'International Society of Urological Pathology grade group 4 (Gleason score 3 + 5 = 8) (qualifier value)',
      'London Deauville Criteria Point Scale 5',
    ]) {
      expect(stageOfCoded({ code: 'C1', display }), display).toBeNull();
    }
  });
  it('knows which part of TNM is asked', () => {
    expect(tnmQuestion('399504009')).toEqual({ asks: 'T', classification: 'c' });
    expect(tnmQuestion('21902-2')).toEqual({ asks: 'stage', classification: 'p' });
    expect(tnmQuestion('718-7')).toBeNull();
    expect(STAGING_SYSTEMS['897275008']).toEqual({ system: 'AJCC', edition: '8' });
  });
  it('reads each coded category and stage group of the table as written', () => {
    for (const line of `${TNM_CATEGORY_ROWS}${STAGE_GROUP_ROWS}`.split('\n').filter(Boolean)) {
      const [code = '', value = ''] = line.split('|');
      const category = categoryOfCoded({ code });
      const read = category ? formatCategory(category) : stageOfCoded({ code })?.code;
      expect(read, line).toBe(value.replace(/\((?:sn|[01])\)$/, ''));
    }
  });
  it('reads disease status', () => {
    expect(diseaseStatusOfSnomed('268910001')).toBe('improved');
    expect(diseaseStatusOfSnomed('1')).toBeNull();
  });
});

describe('the tables', () => {
  it('hold well-formed SNOMED CT identifiers', () => {
    const codes = [
      ...cancerConditions().map((c) => c.code),
      ...bodySites().map((c) => c.code),
      ...procedures().map((c) => c.code),
      ...snomedMorphologies().keys(),
      ...Object.keys(STAGING_SYSTEMS),
      ...[...`${TNM_CATEGORY_ROWS}${STAGE_GROUP_ROWS}`.matchAll(/^\d+/gm)].map(String),
    ];
    expect(codes.filter((code) => !isSctId(code))).toEqual([]);
    expect(isSctId('254637008')).toBe(false);
    expect(isSctId('254673007')).toBe(false);
  });
  it('map onto ICD-O-3 codes that exist', () => {
    for (const { topography, morphology, code } of cancerConditions()) {
      if (topography) expect(isTopography(topography), code).toBe(true);
      if (morphology) expect(isMorphology(morphology), code).toBe(true);
    }
    for (const { topography } of bodySites()) expect(topography).toSatisfy(isTopography);
    for (const morphology of snomedMorphologies().values())
      expect(morphology).toSatisfy(isMorphology);
  });
});
