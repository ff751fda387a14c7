/** The sections of a patient whose every panel has something to say, in both languages, wide and narrow, with axe. */

import { component } from '../../../tests/lesion-examples.ts';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { aPatient } from './own-patient.ts';
import { expect, sessionOf, test } from './roles.ts';

const at = (effectiveDateTime: string) => ({ effectiveDateTime });

const cea = (id: string, value: number, day: string) => ({
  ...{ resourceType: 'Observation', id, status: 'final', ...at(`${day}T08:00:00+08:00`) },
  code: { coding: [{ system: 'http://loinc.org', code: '2039-6' }] },
  valueQuantity: { value, unit: 'ng/mL', system: 'http://unitsofmeasure.org', code: 'ng/mL' },
});

const resection = {
  ...{ resourceType: 'Procedure', id: 'o', status: 'completed', performedDateTime: '2024-01-10' },
  category: { coding: [{ system: 'http://snomed.info/sct', code: '387713003' }] },
  code: { text: '右半结肠切除术' },
};

const coded = (system: string, code: string, display: string) => ({
  valueCodeableConcept: { coding: [{ system, code, display }] },
});

const kras = {
  ...{ resourceType: 'Observation', id: 'v', status: 'final', ...at('2024-01-20') },
  code: { coding: [{ system: 'http://loinc.org', code: '69548-6' }] },
  ...coded('http://loinc.org', 'LA9633-4', 'Present'),
  component: [
    ['48018-6', coded('http://www.genenames.org/geneId', 'HGNC:6407', 'KRAS')],
    ['48005-3', coded('http://varnomen.hgvs.org', 'p.Gly12Asp', 'p.Gly12Asp')],
  ].map(([code, value]) => ({
    code: { coding: [{ system: 'http://loinc.org', code }] },
    ...(value as object),
  })),
};

/** A stage group (LOINC 21902-2) or category as pathologists send it. */
const stage = (id: string, code: string, value: string) => ({
  ...{ resourceType: 'Observation', id, status: 'final', ...at('2024-01-15') },
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueCodeableConcept: { coding: [{ system: 'http://cancerstaging.org', code: value }] },
});

const lesion = (id: string, mm: number, day: string) => ({
  ...{ resourceType: 'Observation', id, status: 'final', ...at(day) },
  code: { coding: [{ system: 'http://loinc.org', code: '21889-1' }] },
  bodySite: {
    coding: [{ system: 'http://snomed.info/sct', code: '10200004' }],
    text: '肝',
  },
  component: [
    component('112039', { valueString: 'T1' }),
    component('TUMIDENT', { valueString: 'TARGET' }),
    component('LDIAM', { valueQuantity: { value: mm, unit: 'mm', code: 'mm' } }),
  ],
});

const resources = [
  resection,
  stage('g', '21902-2', 'IIA'),
  stage('t', '21899-0', 'pT3'),
  stage('n', '21900-6', 'pN1b'),
  cea('m0', 30, '2024-01-02'),
  cea('m1', 2, '2024-03-10'),
  cea('m2', 2.6, '2024-06-10'),
  cea('m3', 3.4, '2024-09-10'),
  kras,
  lesion('l1', 30, '2024-10-01'),
  lesion('l2', 20, '2024-12-01'),
];

/** Each section, and what it says of this patient in English and in Chinese. */
const panels = [
  [
    'diagnosis',
    /Sent as IIA, but the categories give IIIB/,
    /送达的分期组为IIA，但各类别推导为IIIB/,
  ],
  ['options', /KRAS G12D/, /检出：KRAS G12D/],
  ['response', /-33\.3/, /-33\.3/],
  ['prognosis', /Similar patients/, /相似患者/],
  ['surveillance', /CEA.* rose from 2 \(2024-03-10\) to 3\.4/, /CEA.*2.*3\.4/],
] as const;

test('every panel that a patient fills says so in both languages, at both widths, and axe finds nothing', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const { name, close } = await aPatient(browser, baseURL, resources);
  const clinic = await browser.newContext({
    baseURL: baseURL as string,
    storageState: sessionOf('CLINICIAN'),
  });
  const page = await clinic.newPage();
  await page.goto(`/clinical/patients?search=${encodeURIComponent(name)}`);
  const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
  for (const language of ['en', 'zh'] as const) {
    await page.evaluate((chosen) => localStorage.setItem('nodp.language', chosen), language);
    for (const [section, english, chinese] of panels) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${href}/${section}`);
      const main = page.getByRole('main');
      await expect(main).toContainText(language === 'en' ? english : chinese, { timeout: 60_000 });
      await expect(page.getByRole('status', { name: /Loading|正在加载/ })).toHaveCount(0);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const found = [...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))];
        expect.soft(found, `${section} in ${language} at ${width} px`).toEqual([]);
      }
    }
  }
  await clinic.close();
  await close();
});
