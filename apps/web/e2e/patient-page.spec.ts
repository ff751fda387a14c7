import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('CLINICIAN')) });

const sections = {
  en: [
    'Overview',
    'Diagnosis and stage',
    'Timeline',
    'Laboratory',
    'Pathology and biomarkers',
    'Targeted drugs',
    'Specimens',
    'Imaging',
    'Response and radiotherapy',
    'Prognosis',
    'Surveillance',
    'Follow-up',
    'History',
    'Literature',
  ],
  zh: [
    '概览',
    '诊断与分期',
    '时间线',
    '检验',
    '病理与标志物',
    '靶向用药',
    '标本',
    '影像',
    '疗效与放疗',
    '预后',
    '复发监测',
    '随访',
    '病史',
    '文献',
  ],
};

/** Sections that ask for what they show when they are opened: places in the order of the navigation. */
const askForThemselves = new Set([2, 5, 8, 9, 10, 11, 12]);

/** The page of the first patient of the list. */
async function openFirst(page: Page): Promise<string> {
  await page.goto('/clinical/patients');
  const link = page.getByRole('table').getByRole('link').first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return name;
}

for (const language of ['en', 'zh'] as const) {
  test(`the sections in ${language}: one query opens the page, alerts and what is due come after it`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('nodp.language', chosen), language);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
    });
    await openFirst(page);
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
    const navigation = page.getByRole('navigation').last();
    await expect(navigation.getByRole('link')).toHaveText(sections[language]);
    // Who is signed in and the list name no id: the patient, the alerts, the tasks, what is due, the referrals and the indicators do.
    const ofPatient = () => asked.filter((body) => body.includes('"id"')).length;
    await expect.poll(ofPatient).toBe(6);
    for (const [place, section] of sections[language].entries()) {
      const before = ofPatient();
      await navigation.getByRole('link', { name: section, exact: true }).click();
      await expect(
        page.getByRole('heading', { level: 2, name: section, exact: true }),
      ).toBeVisible();
      await expect(page.getByRole('alert').filter({ hasText: /Code|代码/ })).toHaveCount(0);
      // What a section asks for itself is waited for, or it would be counted with the section after it.
      await expect(page.getByRole('status', { name: /Loading|正在加载/ })).toHaveCount(0);
      if (!askForThemselves.has(place)) expect([section, ofPatient()]).toEqual([section, before]);
    }
  });
}

for (const [language, section, name, says] of [
  [
    'en',
    'Diagnosis and stage',
    'Stage check',
    /by the table|cannot be judged|No stage or category/,
  ],
  ['zh', '诊断与分期', '分期核对', /按分期表|无法判定|没有可核对/],
] as const) {
  test(`the stage check in ${language} says what the table gives, or why it cannot`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('nodp.language', chosen), language);
    await openFirst(page);
    await page.getByRole('navigation').last().getByRole('link', { name: section }).click();
    const check = page.getByRole('region', { name, exact: true }).first();
    await expect(check.getByRole('heading', { name })).toBeVisible();
    await expect(check).toContainText(says);
  });
}

test('a section has its own address and takes the focus', async ({ page }) => {
  await openFirst(page);
  await page.getByRole('link', { name: 'Laboratory' }).click();
  await expect(page).toHaveURL(/\/laboratory$/);
  await expect(page.getByRole('heading', { level: 2, name: 'Laboratory' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Laboratory' })).toBeVisible();
  await page.goto(`${page.url().replace(/laboratory$/, 'nonsense')}`);
  await expect(
    page.getByRole('heading', { name: 'There is no page at this address' }),
  ).toBeVisible();
});

test('the timeline is read by keyboard, as a table, and taken away as a file', async ({ page }) => {
  await openFirst(page);
  await page.getByRole('link', { name: 'Timeline' }).click();
  const chart = page.getByRole('group', { name: /^Course of the disease/ });
  await chart.locator('[data-mark][tabindex="0"]').focus();
  const details = page.getByRole('main').getByRole('status');
  const first = await details.textContent();
  expect(first).toMatch(/\d{4}/);
  await page.keyboard.press('ArrowDown');
  await expect(details).not.toHaveText(first ?? '');
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await page.keyboard.press('0');
  await expect(page).not.toHaveURL(/from=/);

  await page.getByRole('button', { name: 'Show Course of the disease as a table' }).click();
  const rows = page.getByRole('table', { name: 'Course of the disease' }).getByRole('row');
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Download Course of the disease' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text).toMatch(/^\uFEFF"?# Course of the disease/);
  const lines = text.trimEnd().split('\r\n');
  const table = lines.filter((line) => !/^\uFEFF?"?# /.test(line));
  expect(table[0]).toBe('Date,Kind,What,Details');
  expect(table).toHaveLength(count);
});

test('the timeline is taken away as a drawing and a picture', async ({ page }) => {
  await openFirst(page);
  await page.getByRole('link', { name: 'Timeline' }).click();
  for (const [item, magic] of [
    ['Drawing (SVG)', '<svg'],
    ['Picture (PNG)', '\u0089PNG'],
  ] as const) {
    await page.getByRole('button', { name: 'Download Course of the disease' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const content = await readFile(await (await saved).path(), 'latin1');
    expect(content.startsWith(magic)).toBe(true);
    expect(content.length).toBeGreaterThan(1000);
  }
});

test('laboratory curves follow the picker, and the picker the address', async ({ page }) => {
  await openFirst(page);
  await page.getByRole('link', { name: 'Laboratory' }).click();
  const boxes = page.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  const curves = page.getByRole('img', { name: /results from/ });
  await expect(curves.first()).toBeVisible();
  for (const box of await page.getByRole('checkbox', { checked: true }).all()) {
    await page.getByRole('checkbox', { checked: true }).first().uncheck();
    expect(box).toBeTruthy();
  }
  await expect(page).toHaveURL(/analytes=none/);
  await expect(page.getByText('Pick an analyte to see its course')).toBeVisible();
  await boxes.first().check();
  await expect(page).toHaveURL(/analytes=[^&]+/);
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
});

test('a patient who is not there is said so', async ({ page }) => {
  await page.goto('/clinical/patients/00000000-0000-7000-8000-000000000000');
  await expect(
    page.getByRole('heading', {
      level: 1,
      name: 'It does not exist, or you have no permission to see it',
    }),
  ).toBeVisible();
});
