/** A study of two cohorts with time in them: from their definitions to figures, a document and code. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

/** Surgery with no systemic treatment before it, and systemic treatment without any surgery. */
const cohorts = {
  'Surgery first': 'time:first(treatment:surgery;all(occurs(treatment:systemic;..-1;times.0..0)))',
  'Without surgery': 'time:first(treatment:systemic;all(occurs(treatment:surgery;times.0..0)))',
} as const;

const textOf = async (saving: Promise<Download>) => readFile(await (await saving).path(), 'utf8');
const saved = async (page: Page, name: string) => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return textOf(saving);
};

test.describe('a researcher', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')) });

  test('builds a study of two cohorts with time in them, to a document and R code', async ({
    page,
  }) => {
    const hashes: string[] = [];
    for (const [name, asked] of Object.entries(cohorts)) {
      await page.goto(`/research/cohorts?a=${asked}`);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Save this cohort' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      const told = page.getByRole('dialog', { name: 'The cohort is saved' });
      await expect(told).toContainText(/cited as [0-9a-f]{32}/);
      hashes.push(/cited as ([0-9a-f]{32})/.exec((await told.textContent()) ?? '')?.[1] ?? '');
    }
    await page.goto(`/research/compare?cohorts=${hashes.join(',')}`);
    // Each is decided after diagnosis, from which time counts: nobody of it could have died before.
    await expect(page.getByRole('alert').filter({ hasText: 'Immortal time bias' })).toBeVisible();
    const forest = page.getByRole('table', { name: 'Forest plot' });
    const ratio = /^(\d+\.?\d*) \((\d+\.?\d*)–(\d+\.?\d*)\)$/;
    const second = forest.getByRole('row').filter({ hasText: 'B · Without surgery' });
    const adjusted = second.getByRole('cell').nth(5);
    await expect(adjusted).toHaveText(ratio);
    const [, value, lower, upper] = ratio.exec((await adjusted.textContent()) ?? '') ?? [];
    expect(Number(lower)).toBeLessThanOrEqual(Number(value));
    expect(Number(value)).toBeLessThanOrEqual(Number(upper));

    await page.getByRole('button', { name: /^Weight by Age at diagnosis, Sex/ }).click();
    const weights = page.locator('[data-weighted], [role="alert"]');
    await expect(weights.first()).toBeVisible();
    await page.getByRole('button', { name: 'Show the courses of treatment' }).click();
    await expect(page.locator('[data-courses]').first()).toBeVisible();
    await expect(page).toHaveURL(/show=weighted(,|%2C)courses/);
    await expect(page.getByText('other courses, or too few').first()).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);

    await page
      .getByRole('textbox', { name: 'Title of the study' })
      .fill('Does surgery come first?');
    await page
      .getByRole('textbox', { name: 'Question, methods and what was found' })
      .fill('Does it matter?');
    const html = await saved(page, 'Save as a document (HTML)');
    for (const words of [
      '<h1>Does surgery come first?</h1>',
      'Does it matter?',
      'Time zero',
      ...hashes,
    ])
      expect(html).toContain(words);
    expect(html).toContain('<svg');
    // The figure of the forest plot is the one that is read on the page.
    expect(html).toContain(`${value} (${lower}–${upper})`);
    expect(html).not.toContain('<button');
    expect(html).not.toContain('<script');
    const definitions = JSON.parse(await saved(page, 'Definitions (JSON)'));
    expect(definitions).toMatchObject({ endpoint: 'OVERALL', landmark: 0 });
    expect(definitions.cohorts.map(({ id }: { id: string }) => id)).toHaveLength(2);
    const script = await saved(page, 'R code');
    for (const hash of hashes) expect(script).toContain(hash);
    expect(script).toContain('coxph');
  });
});
