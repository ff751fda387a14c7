/** Every page on paper: all of its content, light, with a head and page n of m. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pdftotext } from '../../../scripts/programs.ts';
import { expect, pages, type Role, sessionOf, test } from './roles.ts';

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

for (const role of ['DATA_MANAGER', 'POLICYMAKER', 'CLINICIAN', 'RESEARCHER'] as const) {
  test.describe(`to a ${role}`, () => {
    test.use(at(role));
    test('no page has navigation, a dark ground or anything cut at the edge', async ({ page }) => {
      await page.addInitScript(() => localStorage.setItem('mui-mode', 'dark'));
      for (const [path, heading] of Object.entries(pages[role])) {
        await page.emulateMedia({ media: 'screen' });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
        await page.setViewportSize({ width: 703, height: 990 });
        await page.emulateMedia({ media: 'print' });
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
        await expect(page.getByRole('navigation')).toHaveCount(0);
        await expect(page.getByRole('banner')).toHaveCount(0);
        const seen = await page.evaluate(() => {
          const main = document.querySelector('main') as HTMLElement;
          const hidden = (e: Element) => e.closest('.screen-only, [hidden]') !== null;
          const scrolled = [...main.querySelectorAll<HTMLElement>('*')]
            .filter((e) => !hidden(e) && e.clientHeight > 40)
            .filter((e) => getComputedStyle(e).overflowY !== 'visible')
            .filter((e) => e.scrollHeight > e.clientHeight + 4)
            .map((e) => e.outerHTML.slice(0, 120));
          return {
            ground: getComputedStyle(document.body).backgroundColor,
            wide: main.scrollWidth - main.clientWidth,
            scrolled,
          };
        });
        expect(seen, path).toEqual({ ground: 'rgb(255, 255, 255)', wide: 0, scrolled: [] });
      }
      // Back on the screen it is as it was.
      await page.emulateMedia({ media: 'screen' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });
  });
}

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
