/** A patient is referred, accepted, read and answered between two hospitals, and the record is closed again. */
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { aPatient, open } from './own-patient.ts';
import { expect, sessionOf, test } from './roles.ts';

const examined = async (page: Page) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForLoadState('networkidle');
    expect([...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))]).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
};

test('referred, accepted, read, answered: the record is open for as long as that, and both sides see it', async ({
  browser,
  baseURL,
}) => {
  const { name } = await aPatient(browser, baseURL, []);
  const page = await open(browser, name, 'Overview');
  await page.getByRole('button', { name: 'Refer …' }).click();
  const dialog = page.getByRole('dialog', { name: `Refer to another institution: ${name}` });
  await dialog.getByRole('combobox', { name: 'Institution' }).fill('Beijing Model Cancer');
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Department').fill('Radiotherapy');
  await dialog.getByLabel('Reason for referral').fill('No linear accelerator here.');
  await dialog.getByLabel('What is to be seen or answered').fill('Is radiotherapy possible?');
  await dialog.getByRole('button', { name: 'Refer', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Referrals' })).toContainText('Not accepted yet');

  const there = await browser.newContext({ baseURL: baseURL as string });
  const answer = await there.request.post('/auth/sign-in', {
    headers: { 'x-nodp-csrf': '1' },
    data: { account: 'clinician-province', password: 'nodp-demo' },
  });
  expect(answer.ok()).toBe(true);
  const other = await there.newPage();
  await other.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await other.goto('/clinical/tasks?kind=REFERRAL_RECEIVED');
  await expect(other.getByText('Is radiotherapy possible?').first()).toBeVisible();
  await other.goto('/clinical/referrals');
  await expect(other.getByRole('heading', { level: 1, name: 'Referrals' })).toBeVisible();
  await examined(other);
  // Before it is accepted nothing leads to the record.
  await expect(other.getByRole('link', { name })).toHaveCount(0);
  await other.getByRole('button', { name: `Accept … ${name}` }).click();
  await other.getByRole('button', { name: 'Accept', exact: true }).click();
  await other.getByRole('link', { name }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText(name);
  const record = other.url();
  await expect(other.getByRole('region', { name: 'Referrals' })).toContainText(
    'Accepted, in force',
  );
  await other.getByRole('button', { name: `Answer … ${name}` }).click();
  await other.getByRole('textbox', { name: 'Answer' }).fill('Possible from Monday.');
  await other.getByRole('button', { name: 'Send the answer' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await other.goto(record);
  await expect(other.getByRole('heading', { name: /does not exist/ })).toBeVisible();

  await page.goto('/clinical/referrals?way=sent&all=yes');
  await expect(page.getByText('Possible from Monday.')).toBeVisible();
  await examined(page);
  const reviews = await (
    await browser.newContext({ storageState: sessionOf('DATA_MANAGER') })
  ).newPage();
  await reviews.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await reviews.goto('/privacy/reviews?all=yes');
  await expect(
    reviews.getByRole('table', { name: 'Referrals between institutions' }),
  ).toContainText('No linear accelerator here.');
});
