import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from '@playwright/test';
import { patientBundle } from '../../../tests/patient-bundle.ts';
import { expect, sessionOf, test } from './roles.ts';

const csrf = { 'x-nodp-csrf': '1' };
const reason = 'Unconscious after a fall, anticoagulation unknown.';

/** A number whose check character holds (GB 11643), another one in each run. */
const residentNumber = (): string => {
  const digits = `110101196104${String(1 + Math.floor(Math.random() * 28)).padStart(2, '0')}${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits + '10X98765432'[sum % 11];
};

const signIn = (context: BrowserContext, account: string) =>
  context.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account, password: 'nodp-demo' },
  });

/** A patient whom the hospital's system sent for one test: the numbers and the birthday belong to nobody else. */
const sendPatient = async (browser: Browser, baseURL: string | undefined, name: string) => {
  const number = residentNumber();
  const record = `E${number.slice(-8)}`;
  const born = `1961-04-${number.slice(12, 14)}`;
  const bundle = patientBundle();
  Object.assign(bundle.entry[0]?.resource ?? {}, {
    identifier: [
      { system: 'urn:oid:2.16.156.10011.1.3', value: number },
      {
        type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
        value: record,
      },
    ],
    name: [{ text: name }],
    birthDate: born,
  });
  const hospital = await browser.newContext({ baseURL: baseURL as string });
  await signIn(hospital, 'hospital-system');
  const sent = await hospital.request.post('/fhir', {
    headers: { ...csrf, 'content-type': 'application/fhir+json' },
    data: bundle,
  });
  expect(sent.status(), await sent.text()).toBe(200);
  await hospital.close();
  return { number, record, born };
};

test('a patient of another hospital is opened in an emergency, marked, and reviewed afterwards', async ({
  browser,
  baseURL,
}) => {
  const name = '欧阳晓急';
  const { number, born } = await sendPatient(browser, baseURL, name);

  const emergency = await browser.newContext({ baseURL: baseURL as string });
  await signIn(emergency, 'clinician-province');
  const page = await emergency.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto('/clinical/patients');
  await page.getByRole('button', { name: 'Access in an emergency' }).click();
  const dialog = page.getByRole('dialog', { name: 'Access in an emergency' });
  await dialog.getByLabel('Name, whole').fill('欧阳另外');
  await dialog.getByLabel('National identification number').fill(number);
  await dialog.getByLabel('Date of birth').fill(born);
  await dialog.getByLabel('Why (10 characters at least)').fill(reason);
  await dialog.getByRole('button', { name: 'Open the record' }).click();
  await expect(dialog.getByText(/^Nobody known has this number/)).toBeVisible();
  await dialog.getByLabel('Name, whole').fill(name);
  await dialog.getByRole('button', { name: 'Open the record' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^You see this record because of an emergency/)).toContainText(
    reason,
  );
  await page.close();

  const manager = await browser.newContext({ storageState: sessionOf('PRIVACY_OFFICER') });
  const audit = await manager.newPage();
  await audit.goto('/privacy/reviews');
  const row = audit
    .getByRole('table', { name: /^Access in emergencies/ })
    .getByRole('row')
    .filter({ hasText: 'clinician-province' })
    .first();
  await expect(row).toContainText(reason);
  await expect(row).toContainText('Waits for review');
  await Promise.all([emergency.close(), manager.close()]);
});

test.describe('the data manager', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('DATA_MANAGER')) });
  test('marks a patient, and the clinician’s look waits for review until it is written down', async ({
    page,
    browser,
    baseURL,
  }) => {
    const name = `欧阳重点${randomUUID().slice(0, 8)}`;
    const { record: number } = await sendPatient(browser, baseURL, name);
    const context = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
    const clinic = await context.newPage();
    await clinic.goto(`/clinical/patients?search=${encodeURIComponent(name)}`);
    await clinic.getByRole('link', { name, exact: true }).click();
    await expect(clinic.getByRole('heading', { level: 1, name })).toBeVisible();
    await page.goto('/privacy/reviews');
    await page.getByLabel('Record, telephone or identity number').fill(number);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('button', { name: 'Review every access to this patient' }).click();
    const restricted = page.getByRole('table', { name: 'Restricted patients', exact: true });
    await expect(restricted.getByRole('row').filter({ hasText: number })).toContainText('Staff');
    await clinic.reload();
    await expect(
      clinic.getByText('Restricted: every access to this patient is reviewed'),
    ).toBeVisible();
    await page.reload();
    const accesses = page.getByRole('table', { name: 'Access to restricted patients' });
    const row = accesses
      .getByRole('row')
      .filter({ hasText: number })
      .filter({ hasText: 'clinician' });
    await row.getByRole('button', { name: /^Review/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Remark').fill('On duty.');
    await dialog.getByRole('button', { name: 'Justified', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await page.goto('/privacy/reviews?all=yes');
    await expect(row).toContainText('Justified');
    await expect(row).toContainText('On duty.');
    await restricted
      .getByRole('row')
      .filter({ hasText: number })
      .getByRole('button', { name: 'End the restriction' })
      .click();
    await expect(restricted.getByRole('row').filter({ hasText: number })).toHaveCount(0);
    await context.close();
  });
});
