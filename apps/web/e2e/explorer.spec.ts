/** The explorer: its question in the address, what cannot be combined, selections side by side, the figure taken away. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('POLICYMAKER')) });

const figure = (page: Page) => page.locator('svg[data-chart]').first();
const open = async (page: Page, search = '') => {
  await page.goto(`/management/explorer${search}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Explorer' })).toBeVisible();
  await expect(figure(page)).toBeVisible();
};
const choose = async (page: Page, control: string, choice: string) => {
  await page.getByRole('combobox', { name: new RegExp(`^${control}`) }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
};

test('a question that is put together stands in the address, and the address opens it again', async ({
  page,
}) => {
  await open(page, '?measure=cases&by=stage,sex');
  await choose(page, 'Crossed by', 'Cancer site');
  await expect(page).toHaveURL(/by=site,sex/);
  await choose(page, 'Measure', 'Crude rate');
  await expect(page).toHaveURL(/measure=crude_rate/);
  await choose(page, 'Sex', 'male');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/a=sex:MALE/);
  const title = page.getByRole('heading', { name: /^Crude rate by cancer site, sex:/ });
  await expect(title).toBeVisible();
  const address = page.url();
  await page.goto('/management/overview');
  await page.goto(address);
  await expect(title).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Measure' })).toHaveText(/Crude rate/);
});

test('what cannot be combined is greyed with its reason, and asked for says how to correct it', async ({
  page,
}) => {
  await open(page, '?measure=crude_rate&by=year');
  await page.getByRole('combobox', { name: 'Crossed by' }).click();
  const institution = page.getByRole('option', { name: /^Institution/ });
  await expect(institution).toHaveAttribute('aria-disabled', 'true');
  // The reason stands with it.
  expect((await institution.innerText()).length).toBeGreaterThan('Institution'.length + 10);
  await page.keyboard.press('Escape');
  await page.goto('/management/explorer?measure=crude_rate&by=institution,year');
  await expect(page.getByText(/Cannot be crossed by “Institution”/)).toBeVisible();
  await page.getByRole('button', { name: /^Change the question/ }).click();
  await expect(page).toHaveURL(/by=year$/);
  await expect(figure(page)).toBeVisible();
});

test('selections stand side by side on one scale, in one chart or beside each other', async ({
  page,
}) => {
  await open(page, '?measure=cases&by=stage&a=sex:FEMALE');
  await page.getByRole('button', { name: 'Add a selection beside it' }).click();
  await expect(page).toHaveURL(/a=sex:FEMALE&b=sex:FEMALE/);
  await page.goto('/management/explorer?measure=cases&by=stage&a=sex:FEMALE&b=sex:MALE');
  await expect(page.getByRole('heading', { name: /A · female; B · male/ })).toBeVisible();
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(page).toHaveURL(/beside=yes/);
  const panels = page.locator('svg[data-chart]');
  await expect(panels).toHaveCount(2);
  // One scale: both axes have the same ticks.
  const ticks = (i: number) => panels.nth(i).locator('text[y="10"]').allTextContents();
  expect(await ticks(0)).toEqual(await ticks(1));
  expect((await ticks(0)).length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Take selection B away' }).click();
  await expect(panels).toHaveCount(1);
});

test('a figure taken away says what it is of, how it is cited and where it opens again', async ({
  page,
}) => {
  await open(page, '?measure=cases&by=stage,sex');
  await page.getByRole('button', { name: /^Download New cases/ }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\r\n');
  const said = lines.filter((line) => /^\uFEFF?"?# /.test(line)).join('\n');
  for (const fact of ['What it shows', 'What it does not', 'Population', 'Period', 'How to cite']) {
    expect(said).toContain(`# ${fact}: `);
  }
  // The link names its source: the newest of today is not that of next year.
  expect(said).toMatch(/# Address: http.*measure=cases&by=stage,sex&a=source:release-\d+/);
  const [head = ''] = lines.slice(said.split('\n').length);
  expect(head).toMatch(/^Stage at diagnosis,.*,Sex,.*Lower 95% limit,Upper 95% limit/);
});

for (const [language, name] of [
  ['en', 'Explorer'],
  ['zh', '统计查询'],
] as const) {
  test(`axe and the layout find nothing in ${language}, wide and narrow`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('nodp.language', chosen), language);
    await page.goto('/management/explorer?measure=cases&by=stage,sex&a=sex:FEMALE&b=sex:MALE');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(figure(page)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(layoutFaults)).toEqual([]);
  });
}

test('a figure added to the report stands there with words, is moved, taken out and brought back, and is printed', async ({
  page,
}) => {
  await open(page, '?measure=cases&by=stage,sex');
  await page.getByRole('button', { name: 'Add to the report' }).click();
  await page.getByRole('link', { name: 'Open the report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  await expect(page).toHaveURL(/report\?b1=f/);
  await expect(page.getByRole('heading', { name: /^Figure 1\. New cases by stage/ })).toBeVisible();
  await page.getByRole('button', { name: 'Add a text' }).click();
  await page.getByRole('textbox', { name: 'Text 2' }).fill('早诊比例仍低 & needs work.');
  await page.getByRole('textbox', { name: 'Title of the report' }).fill('Yearly report');
  await page.getByRole('button', { name: 'Move part 2 up' }).click();
  await expect(page.getByRole('textbox', { name: 'Text 1' })).toHaveValue(/早诊比例仍低/);
  await expect(page.getByRole('heading', { level: 1, name: 'Yearly report' })).toBeVisible();
  await page.getByRole('button', { name: 'Take part 1 out' }).click();
  await expect(page.getByRole('textbox', { name: /^Text/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Text 1' })).toBeVisible();
  await page.reload();
  await expect(figure(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.locator('.print-only', { hasText: '早诊比例仍低 & needs work.' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a text' })).toBeHidden();
  await expect(page.getByText(/^How to cite/)).toBeVisible();
});
