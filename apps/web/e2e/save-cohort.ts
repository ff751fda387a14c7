import type { Page } from '@playwright/test';
import { expect } from './roles.ts';

/** Saves the cohort that an address asks for. @returns the digest it is cited by */
export const saveCohort = async (page: Page, name: string, asked: string): Promise<string> => {
  await page.goto(`/research/cohorts?a=${asked}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this cohort' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const told = page.getByRole('dialog', { name: 'The cohort is saved' });
  await expect(told).toContainText(/cited as [0-9a-f]{32}/);
  return /cited as ([0-9a-f]{32})/.exec((await told.textContent()) ?? '')?.[1] ?? '';
};
