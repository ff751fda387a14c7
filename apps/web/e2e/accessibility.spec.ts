/** axe on every page, wide and narrow, light and dark; and no page wider than its screen. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pages, roles, sessionOf, test } from './roles.ts';

const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

async function check(page: Page): Promise<void> {
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
      // Every rule at each width and in each theme; of the other pairs what a theme can change.
      const every = (viewport.width === 1440) === (colorScheme === 'light');
      const axe = new AxeBuilder({ page });
      const { violations } = await (every ? axe : axe.withRules('color-contrast')).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`);
      expect(serious, `${page.url()} ${viewport.width} px, ${colorScheme}`).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${page.url()} scrolls sideways at ${viewport.width} px`).toBeLessThanOrEqual(
        0,
      );
    }
  }
}

test('the sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /^Clinician/ }).first()).toBeVisible();
  await check(page);
});

for (const role of roles) {
  test.describe(role, () => {
    test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf(role)) });
    for (const [path, heading] of Object.entries(pages[role])) {
      test(`${path} as ${role}`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await check(page);
      });
    }
  });
}

test.describe('the patient page', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('CLINICIAN')) });
  const sections = [
    '',
    '/diagnosis',
    '/timeline',
    '/laboratory',
    '/pathology',
    '/specimens',
    '/imaging',
    '/follow-up',
    '/history',
    '/literature',
  ];
  for (const section of sections) {
    test(`section ${section || '/overview'}`, async ({ page }) => {
      await page.goto('/clinical/patients');
      await page.getByRole('table').getByRole('link').first().click();
      await expect(page).toHaveURL(/\/clinical\/patients\/.+/);
      if (section) await page.goto(`${new URL(page.url()).pathname}${section}`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await check(page);
    });
  }

  test('a page that is not open', async ({ page }) => {
    await page.goto('/management/regions');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await check(page);
  });
});
