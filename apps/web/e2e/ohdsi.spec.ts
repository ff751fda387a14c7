/** A cohort is written for OHDSI's ATLAS and read back; what has no equivalent is named, and what is no definition refused. */
import { readFile } from 'node:fs/promises';
import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

test.use({
  storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')),
});

test('a cohort goes to ATLAS and comes back as it went', async ({ page }) => {
  await page.goto('/research/cohorts?a=site:lung');
  await page.getByRole('button', { name: 'OHDSI' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exchange with OHDSI ATLAS' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download as circe JSON' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toHaveProperty('PrimaryCriteria');

  const choose = (content: string) =>
    dialog.getByLabel('Definition of ATLAS', { exact: true }).setInputFiles({
      name: 'definition.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  await choose('{"name": "nothing"}');
  await expect(dialog.getByRole('status')).toContainText('This is no cohort definition of ATLAS');
  await choose(text);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('link', { name: 'Open in the builder' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/a=site:lung/);
});
