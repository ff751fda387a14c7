/** Pages on paper: all of their content, light, with a head and page n of m. What every page is on paper: every-page.spec.ts. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pdftotext } from '../../../scripts/programs.ts';
import { expect, type Role, sessionOf, test } from './roles.ts';

/** Without poppler's tool nothing of the words on paper can be told. */
const reader = pdftotext();

/** The text of the page as printed, sheet by sheet. */
async function printed(page: Page): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-print-'));
  try {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const text = execFileSync(reader ?? 'pdftotext', ['-layout', file, '-'], {
      encoding: 'utf8',
    });
    return text.split('\f').filter((one) => one.trim() !== '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const at = (role: Role) => ({
  storageState: async (
    { browserName: _ }: { browserName: string },
    use: (path: string) => Promise<void>,
  ) => use(sessionOf(role)),
});

test.describe('in the dark', () => {
  test.use(at('POLICYMAKER'));
  test('a page whose theme was chosen is light on paper, and on the screen as it was', async ({
    page,
  }) => {
    await page.addInitScript(() => localStorage.setItem('mui-mode', 'dark'));
    await page.goto('/management/overview');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await page.emulateMedia({ media: 'print' });
    await expect(html).toHaveAttribute('data-theme', 'light');
    await page.emulateMedia({ media: 'screen' });
    await expect(html).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('on paper', () => {
  test.skip(reader === undefined, 'needs pdftotext (poppler-utils) to read what was printed');

  test.describe('the national overview', () => {
    test.use(at('POLICYMAKER'));
    test('says selection, release, day and page n of m on every page, and has every site', async ({
      page,
    }) => {
      await page.goto('/management/overview?measure=cases&sex=FEMALE');
      await expect(page.getByRole('heading', { name: 'Cases by cancer site' })).toBeVisible();
      const sheets = await printed(page);
      for (const [i, sheet] of sheets.entries()) {
        expect(sheet).toMatch(/National overview\s+\|\s+Sex: Female/);
        expect(sheet).toMatch(
          /NODP · Release \d+ · \d{4}-\d\d-\d\d · Printed \d{4}-\d\d-\d\d \d\d:\d\d/,
        );
        expect(sheet).toContain(`Page ${i + 1} of ${sheets.length}`);
      }
      const all = sheets.join('\n');
      // The last site stands on the screen only once all are asked for.
      expect(all).toContain('Myeloproliferative and myelodysplastic');
      expect(all).not.toContain('Show all');
    });
  });

  test.describe('a list', () => {
    test.use(at('DATA_MANAGER'));
    test('has every row that was read, and says how many there are', async ({ page }) => {
      await page.goto('/data-centre/institutions');
      const table = page.getByRole('table', { name: 'Institutions' });
      await expect(table.getByRole('link').first()).toBeVisible();
      const count = Number(await table.getAttribute('aria-rowcount')) - 1;
      const text = (await printed(page)).join('\n');
      expect(text).toContain(`All ${count}`);
      expect(text.match(/hospital|centre/gi)?.length ?? 0).toBeGreaterThanOrEqual(count);
    });
  });

  test.describe('a patient', () => {
    test.use(at('CLINICIAN'));
    test('is named on every page', async ({ page }) => {
      await page.goto('/clinical/patients');
      const link = page.getByRole('table', { name: 'Patients' }).getByRole('link').first();
      const name = (await link.textContent()) ?? '';
      await link.click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
      const sheets = await printed(page);
      for (const sheet of sheets) expect(sheet).toContain(name);
    });
  });
});
