import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('POLICYMAKER')) });

test('the language is the browser’s at first, and kept once chosen', async ({ page, browser }) => {
  await page.goto('/management/regions');
  await expect(page.getByRole('heading', { level: 1, name: 'Regions' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '地区' })).toBeVisible();
  await expect(page).toHaveTitle('地区 · NODP');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '地区' })).toBeVisible();

  const chinese = await browser.newContext({
    storageState: sessionOf('POLICYMAKER'),
    locale: 'zh-CN',
  });
  const other = await chinese.newPage();
  await other.goto('/management/regions');
  await expect(other.getByRole('heading', { level: 1, name: '地区' })).toBeVisible();
  await expect(other.getByText('广东省')).toBeVisible();
  await chinese.close();
});

test('the theme is the system’s at first, and kept once chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'light');
});

test('a table is ordered by a heading, and the address says how', async ({ page }) => {
  await page.goto('/management/regions');
  await page.getByRole('button', { name: 'Inhabitants (persons)' }).click();
  await expect(page).toHaveURL(/sort=-persons$/);
  const cells = page.getByRole('row').nth(1).getByRole('cell');
  await expect(cells.first()).toHaveText('Guangdong Province');
  await expect(cells.nth(2)).toHaveText('126,012,510');
  await page.getByRole('button', { name: 'Inhabitants (persons)' }).click();
  await expect(page).toHaveURL(/sort=persons$/);
  await expect(page.getByRole('row').nth(1).getByRole('cell').first()).toContainText(
    /Tibet|Xizang/,
  );
});

test('the keyboard skips to the page, and a new page takes the focus', async ({ page }) => {
  await page.goto('/management/regions');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
