/** Screening: a positive test is entered on the patient's page, its recall is overdue in the list and a task in the worklist, and the next test ends it. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { bundle, patient } from '../../../tests/intake/examples.ts';
import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

const csrf = { 'x-nodp-csrf': '1' };
const dayBefore = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

const choose = async (page: Page, label: string, option: RegExp | string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};

const enter = async (page: Page, result: RegExp, day: string) => {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Day', exact: true }).fill(day);
  await choose(page, 'Result by Lung-RADS', result);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
};

test('a result is entered, its recall is overdue and a task, and a later test ends both; in both languages, wide and narrow', async ({
  browser,
  baseURL,
}) => {
  const hospital = await browser.newContext({ baseURL: baseURL as string });
  await hospital.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const id = randomUUID();
  const name = `Screened ${id.slice(0, 8)}`;
  const sent = await hospital.request.post('/fhir', {
    headers: { ...csrf, 'content-type': 'application/fhir+json' },
    data: bundle('transaction', patient(id, { name: [{ text: name }] })),
  });
  expect(sent.status(), await sent.text()).toBe(200);
  await hospital.close();

  const clinic = await browser.newContext({ storageState: sessionOf('FOLLOWUP_COORDINATOR') });
  const page = await clinic.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto(`/clinical/patients?search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Follow-up', exact: true }).click();

  await page.getByRole('button', { name: `Enter screening: ${name}` }).click();
  await choose(page, 'Programme', 'Lung cancer: low-dose CT');
  await choose(page, 'Test', 'Low-dose CT of the chest');
  await enter(page, /^4A/, dayBefore(240));
  const panel = page.getByRole('region', { name: 'Screening' });
  await expect(panel).toContainText('positive, recalled to a test');
  await expect(panel).toContainText('overdue');
  expect(await faultsOf(page)).toEqual([]);

  await page.goto('/clinical/tasks?kind=SCREENING_RECALL');
  await expect(page.getByText(/Lung cancer: low-dose CT, test of .* \(4A\)/).first()).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();

  for (const [language, words] of [
    ['zh', '癌症筛查'],
    ['en', 'Screening'],
  ] as const)
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript((l) => localStorage.setItem('nodp.language', l), language);
      await page.goto('/clinical/screening?programme=lung&view=OVERDUE');
      await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    }

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: `Enter screening: ${name}` }).click();
  await enter(page, /^2 /, dayBefore(1));
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  await page.goto('/clinical/tasks?kind=SCREENING_RECALL');
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  await clinic.close();
});
