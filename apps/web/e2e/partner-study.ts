/** A study of an active project goes to a partner and comes back; the partner is the same platform, under its own key. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect } from './roles.ts';
import { saveCohort } from './save-cohort.ts';

/** What a button saves, as text. */
const downloaded = async (page: Page, name: string): Promise<string> => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFile(await (await saving).path(), 'utf8');
};

const file = (name: string, text: string) => ({
  ...{ name, mimeType: 'application/jose', buffer: Buffer.from(text) },
});

const decide = async (page: Page, study: string, action: string, title: string): Promise<void> => {
  await page.getByRole('region', { name: study }).getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Looked at.');
  await dialog.getByRole('button', { name: title }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
};

export const studyWithPartners = async (
  page: Page,
  [first, second]: readonly [Page, Page],
  project: string,
): Promise<void> => {
  const name = `Sex and survival ${Date.now()}`;
  // In words of their own, so that a citation of another test finds its cohort; nobody of the nation is of another sex.
  const cohorts = [
    await saveCohort(page, `Women, ${name}`, 'sex:female,other'),
    await saveCohort(page, `Men, ${name}`, 'sex:male,other'),
  ];
  await page.goto(`/research/compare?cohorts=${cohorts.join(',')}&covariates=AGE_GROUP`);
  await page.getByRole('textbox', { name: 'Title of the study' }).fill(name);
  await page.getByRole('textbox', { name: /^Question, methods/ }).fill('Do women live longer?');
  await page.getByRole('button', { name: 'Keep as a study' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Do women live longer?')).toBeVisible();
  // Nobody signs a study of which no committee knows.
  await expect(page.getByRole('button', { name: 'Sign for partners' })).toBeDisabled();
  await page.getByRole('button', { name: 'Edit the study' }).click();
  await page.getByRole('combobox', { name: 'Seen by' }).click();
  await page.getByRole('option', { name: `The members of ${project}` }).click();
  await page.getByRole('button', { name: 'Move part 2 down' }).click();
  await page.getByRole('textbox', { name: 'What is new in it' }).fill('The model first');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The model first')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Forest plot' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign for partners' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the study for partners' });
  await signing.getByRole('textbox', { name: 'What for' }).fill('Pooled survival');
  const signed = await downloaded(page, 'Sign and save the file');

  await first.goto('/data-centre/partners');
  const key = await downloaded(first, 'Save our public key');
  await first.getByRole('button', { name: 'Add a partner' }).click();
  const adding = first.getByRole('dialog', { name: 'Add a partner' });
  await adding.getByRole('textbox', { name: 'Name in English' }).fill('Southland');
  await adding.getByRole('textbox', { name: 'Name in Chinese' }).fill('南国');
  await adding.getByRole('textbox', { name: 'Public key (JSON)' }).fill(key);
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(first.getByRole('table', { name: 'Partners' })).toContainText('Southland');
  await first.getByLabel('A partner’s signed study').setInputFiles(file('study.jws', signed));
  await expect(first.getByText('The signature holds')).toBeVisible();
  await decide(first, name, 'Allow and run', 'Allow and run the study');
  const received = first.getByRole('region', { name });
  await expect(received).toContainText('A second member'.toLowerCase());
  await expect(received.getByRole('table', { name: 'Figures of the answer' })).toContainText(
    'Hazard ratio, adjusted',
  );
  expect(await faultsOf(first)).toEqual([]);
  await second.goto('/data-centre/partners');
  await decide(second, name, 'Sign the answer', 'Sign the answer');
  const answer = await downloaded(second, 'Save the signed answer');

  await page.getByLabel('A partner’s signed answer').setInputFiles(file('answer.jws', answer));
  await expect(page.getByRole('table', { name: 'Answers' })).toContainText('Southland');
  await page.getByRole('button', { name: 'Pool all places' }).click();
  const pooled = page.getByRole('table', { name: 'Pooled figures' });
  // The same figures twice: the mean is theirs, and nothing lies between places.
  const ratio = pooled.getByRole('row').filter({ hasText: 'Hazard ratio, adjusted: Cohort' });
  await expect(ratio).toContainText('0%', { timeout: 60_000 });
  await expect(ratio).toContainText('This place');
  expect(await faultsOf(page)).toEqual([]);
};
