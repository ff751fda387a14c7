/** The national overview: its map by keyboard and pointer, its tables, its languages. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('POLICYMAKER')) });

const open = async (page: Page, search = '') => {
  await page.goto(`/management/overview${search}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(map(page)).toBeVisible();
};
const map = (page: Page) => page.locator('svg[data-chart][role="group"]');
const province = (page: Page, name: string) =>
  map(page).getByRole('button', { name: new RegExp(`^${name}, `) });

test('the page comes from one question and opens with all 34 divisions', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
  });
  await open(page);
  await expect(map(page).getByRole('button')).toHaveCount(34);
  for (const name of ['Taiwan', 'Hong Kong', 'Macao', 'Guangdong', 'Xinjiang']) {
    await expect(province(page, name)).toHaveCount(1);
  }
  expect(asked.filter((body) => body.includes('"standard"'))).toHaveLength(1);
});

test('the map is one stop of the keyboard, and arrows go to the neighbour', async ({ page }) => {
  await open(page, '?measure=cases');
  await expect(map(page).locator('[tabindex="0"]')).toHaveCount(1);
  await map(page).locator('[tabindex="0"]').focus();
  await expect(province(page, 'Beijing')).toBeFocused();
  await page.keyboard.press('Home');
  const most = page.locator(':focus');
  await expect(most).toHaveAttribute('aria-label', /^[A-Z][\w ]+, [\d,]+ cases$/);
  await province(page, 'Sichuan').focus();
  await page.keyboard.press('ArrowRight');
  await expect(province(page, 'Chongqing')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/province=500000/);
  await expect(province(page, 'Chongqing')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/province=/);
});

test('a province that is clicked narrows the page; its neighbours stay to compare', async ({
  page,
}) => {
  await open(page, '?measure=cases');
  const summary = page.locator('dl').first();
  const all = await summary.textContent();
  await province(page, 'Hunan').click();
  await expect(page).toHaveURL(/province=430000/);
  await expect(summary).not.toHaveText(all ?? '');
  await expect(province(page, 'Henan')).toHaveAttribute(
    'aria-label',
    /^Henan, ([\d,]+ cases|not shown)/,
  );
  await province(page, 'Hunan').click();
  await expect(page).not.toHaveURL(/province=/);
  await expect(summary).toHaveText(all ?? '');
});

test('sites are found by the words that people type, parts of groups among them', async ({
  page,
}) => {
  await open(page);
  const picker = page.getByRole('combobox', { name: 'Cancer site' });
  for (const [typed, first] of [
    ['肺癌', 'Lung, bronchus and trachea'],
    ['jzca', 'Colorectum and anus'],
    ['C34', 'Lung, bronchus and trachea'],
    ['食道', 'Oesophagus'],
    ['结肠', 'Colon'],
  ] as const) {
    await picker.fill(typed);
    await expect(page.getByRole('option').first()).toHaveText(first);
  }
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/site=colorectum\.colon/);
  // Of its group the bar is the one chosen.
  await expect(
    page.getByRole('listitem').getByRole('button', { name: 'Colorectum and anus' }),
  ).toHaveAttribute('aria-pressed', 'true');
});

test('the map is a table too, which its headings order and a file takes away', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /by province of residence as a table$/ }).click();
  const table = page.getByRole('table', { name: /by province of residence$/ });
  await expect(table.getByRole('row')).toHaveCount(35);
  await table.getByRole('button', { name: 'Cases' }).click();
  await expect(table.getByRole('columnheader', { name: 'Cases' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const counts = await table.getByRole('row').locator('td:nth-of-type(3)').allTextContents();
  const numbers = counts.map((c) => Number(c.replaceAll(',', ''))).filter(Number.isFinite);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await page.getByRole('button', { name: /^Download .* by province of residence$/ }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(
    /^NODP_Release-\d+.*_Age-standardised-rate-by-province-of-residence_\d{4}-\d\d-\d\d\.csv$/,
  );
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  const said = lines.filter((line) => /^\uFEFF?"?# /.test(line)).join('\n');
  expect(said).toContain('# Age-standardised rate by province of residence');
  expect(said).toContain('# per 100,000 person-years');
  expect(said).toContain('# Selection: everything');
  expect(said).toMatch(/# Release: Release \d+ · \d{4}-\d\d-\d\d/);
  expect(said).toContain('# Source: National Oncology Data Platform, National overview');
  const rows = lines.filter((line) => !/^\uFEFF?"?# /.test(line));
  expect(rows).toHaveLength(35);
  expect(rows.join('\n')).toContain('440000');
});

test('a map taken away carries its title, legend, unit, selection, release and source', async ({
  page,
}) => {
  await open(page, '?site=colorectum.colon&measure=cases');
  await page.getByRole('button', { name: /^Download .* by province of residence$/ }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Drawing (SVG)' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toContain('Cancer-site-Colon');
  const text = await readFile(await file.path(), 'utf8');
  const words = [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word);
  expect(words[0]).toBe('Cases by province of residence');
  expect(words).toContain('Not shown');
  expect(words).toContain('Selection: Cancer site: Colon');
  expect(words.join(' ')).toMatch(
    /Release: Release \d+ · .*Source: National Oncology Data Platform/,
  );
  expect(text).not.toContain('var(--');
});

test('a site that is chosen and a measure stand in the address', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Cases', exact: true }).click();
  await expect(page).toHaveURL(/measure=cases/);
  await expect(page.getByRole('heading', { name: 'Cases by cancer site' })).toBeVisible();
  const lung = page
    .getByRole('listitem')
    .getByRole('button', { name: 'Lung, bronchus and trachea' });
  await lung.click();
  await expect(page).toHaveURL(/site=lung/);
  await expect(lung).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/management\/overview\?measure=cases$/);
});

for (const [language, heading] of [
  ['en', 'National overview'],
  ['zh', '全国概览'],
] as const) {
  test(`axe finds nothing in ${language}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('nodp.language', chosen), language);
    await open(page, '?province=440000');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}

test('provinces chosen stand side by side by year, each by its name', async ({ page }) => {
  await page.goto('/management/overview?province=440000,310000&measure=cases');
  const title = 'Cases by year of diagnosis, the provinces chosen side by side';
  const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
  // Of a few hundred people each year of a province is too few to be drawn: the table says which line is which.
  await panel.getByRole('button', { name: /as a table$/ }).click();
  await expect(panel.getByRole('columnheader')).toHaveText(['Year', 'Shanghai', 'Guangdong']);
});
