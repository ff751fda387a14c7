import { readFile } from 'node:fs/promises';
import { type Browser, expect as expecting } from '@playwright/test';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('DATA_MANAGER')) });

/** A clinician opens the first patient of the list; whoever reads the audit is to find that. */
const openAPatient = async (browser: Browser): Promise<string> => {
  const context = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
  const page = await context.newPage();
  await page.goto('/clinical/patients');
  await page.getByRole('table').getByRole('link').first().click();
  await expecting(page.getByRole('heading', { level: 1 })).toBeVisible();
  const numbers = await page
    .locator('dt', { hasText: /^Record number$/ })
    .locator('xpath=following-sibling::dd')
    .first()
    .textContent();
  await context.close();
  return numbers?.split(',')[0]?.trim() ?? '';
};

test('who looked at this patient is found by the record number, which stands in no address', async ({
  page,
  browser,
}) => {
  const number = await openAPatient(browser);
  expect(number).not.toBe('');
  await page.goto('/privacy/audit');
  await page.getByLabel('Record, telephone or identity number').fill(number);
  await page.getByRole('button', { name: 'Who accessed this patient' }).click();
  await expect(page).toHaveURL(/patient=pat_/);
  expect(page.url()).not.toContain(number);
  const table = page.getByRole('table', { name: 'Access audit' });
  await expect(table.getByRole('row').filter({ hasText: 'PatientPage' }).first()).toContainText(
    'clinician',
  );
  await expect(page.getByText(`Patient ${number}`)).toBeVisible();
  await page.getByLabel('Record, telephone or identity number').fill('nobody-0');
  await page.getByRole('button', { name: 'Who accessed this patient' }).click();
  await expect(page.getByText('No patient that you may ask for has this number.')).toBeVisible();
});

test('what did this account look at, and the file of it, which is an event itself', async ({
  page,
  browser,
}) => {
  await openAPatient(browser);
  await page.goto('/privacy/audit?account=clinician&action=READ');
  const table = page.getByRole('table', { name: 'Access audit' });
  await expect(table.getByRole('row').filter({ hasText: 'PatientPage' }).first()).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const file = await (await downloading).path();
  const text = await readFile(file, 'utf8');
  expect(text).toContain(',clinician,CLINICIAN,');
  expect(text).not.toContain(',data-manager,');
  await page.goto('/privacy/audit?action=EXPORT');
  await expect(table.getByRole('row').nth(1)).toContainText('data-manager');
  await page.goto('/privacy/audit?account=nobody-of-that-name');
  await expect(page.getByText('No event meets these conditions')).toBeVisible();
});

test('unusual access is told with its rules; a time that is too long is refused in words', async ({
  page,
}) => {
  await page.goto('/privacy/unusual');
  await expect(page.getByText(/^Detected: more patients on a day/)).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Unusual access' })
      .or(page.getByText('Nothing unusual in this time')),
  ).toBeVisible();
  await page.goto('/privacy/unusual?from=2026-01-01&to=2026-06-01');
  await expect(page.getByText('The request was not understood')).toBeVisible();
});

test.describe('the privacy officer', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('PRIVACY_OFFICER')) });
  test('reads the audit of all institutions and no patient', async ({ page }) => {
    await page.goto('/privacy/audit');
    await expect(page.getByText(/^of the accounts of all institutions/)).toBeVisible();
    await page.goto('/privacy/unusual');
    await expect(page.getByText('Choose the institution whose accounts are meant')).toBeVisible();
    await page.goto('/clinical/patients');
    await expect(page.getByText('This page is not open to your role')).toBeVisible();
  });
});
