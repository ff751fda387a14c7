/** The pages of one kind of measure: with what each opens, and what it offers. */
import type { Page } from '@playwright/test';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('POLICYMAKER')) });

const open = async (page: Page, path: string, title: string) => {
  await page.goto(`/management/${path}`);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
};

const VIEWS = [
  ['quality', 'Quality', 'Microscopically verified (MV%)'],
  ['care', 'Quality of care', 'indicator met'],
  ['survival', 'Survival', 'Net survival'],
  ['trends', 'Trends', 'Joined trend of the rate'],
  ['burden', 'Burden', 'Years of life lost'],
  ['screening', 'Screening', 'Screening attendance'],
] as const;

for (const [path, title, measure] of VIEWS)
  test(`${title} opens with a question of its kind, and offers no others`, async ({ page }) => {
    await open(page, path, title);
    const control = page.getByRole('combobox', { name: 'Measure' });
    await expect(control).toContainText(measure);
    await control.click();
    await expect(page.getByRole('option', { name: measure, exact: true })).toBeVisible();
    await expect(page.getByRole('option', { name: 'Crude rate', exact: true })).toHaveCount(0);
  });
