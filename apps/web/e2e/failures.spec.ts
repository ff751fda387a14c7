/** What a person reads when something fails: in the page's language, with a way on. */
import type { Route } from '@playwright/test';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('CLINICIAN')) });

const inChinese = () => localStorage.setItem('nodp.language', 'zh');

test('before its code has come, a page shows its frame in the reader’s language and theme', async ({
  page,
}) => {
  await page.addInitScript(inChinese);
  await page.emulateMedia({ colorScheme: 'dark' });
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/clinical/patients', { waitUntil: 'commit' });
  const frame = page.locator('#first');
  await expect(frame).toContainText('国家肿瘤数据平台');
  await expect(frame.getByText('National Oncology Data Platform')).toBeHidden();
  await expect(frame.getByRole('status')).toHaveText(/正在加载/);
  await expect(frame).toHaveCSS('background-color', 'rgb(16, 22, 27)');
  release();
  await expect(page.getByRole('heading', { level: 1, name: '患者' })).toBeVisible();
  await expect(frame).toHaveCount(0);
});

test('a file that a newer version has replaced: the page says so and reloads', async ({ page }) => {
  const gone = (route: Route) => route.fulfill({ status: 404, body: 'gone' });
  const lost = page.getByRole('alert').filter({ hasText: 'This page could not be loaded' });
  await page.goto('/clinical/patients');
  const someone = page.getByRole('table').getByRole('link').first();
  await expect(someone).toBeVisible();

  // A page.
  await page.route('**/assets/*.js', gone);
  await page.getByRole('link', { name: 'Literature' }).click();
  await expect(lost).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Applications' })).toBeVisible();
  await page.unroute('**/assets/*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Literature' })).toBeVisible();

  // A part of a page that is fetched when it is first used.
  await page.getByRole('link', { name: 'Patients' }).click();
  await expect(someone).toBeVisible();
  await page.route('**/assets/*.js', gone);
  await page.getByRole('combobox', { name: 'Stage' }).focus();
  await expect(lost).toBeVisible();
  await page.unroute('**/assets/*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(someone).toBeVisible();
});

/** What the graph says in place of a list. */
const refusal = (status: number, code: string, message: string) => (route: Route) =>
  route.fulfill({ status, json: { errors: [{ message, extensions: { code } }] } });

test('what went wrong is said in the reader’s language, and can be tried again', async ({
  page,
}) => {
  let answer: (route: Route) => Promise<void> = (route) => route.abort();
  await page.addInitScript(inChinese);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"first"') ? answer(route) : route.continue(),
  );
  await page.goto('/clinical/patients');
  const alert = page.getByRole('alert');
  const again = page.getByRole('button', { name: '重试' });

  // Nothing answers: the browser’s own “TypeError: Failed to fetch” is nothing to read.
  await expect(alert).toContainText('UNREACHABLE');
  await expect(alert).toContainText('请检查网络连接');
  await expect(alert).not.toContainText(/fetch|Error:/);

  const message = 'Too many requests; wait a minute. / 请求过多，请一分钟后再试。';
  answer = refusal(429, 'TOO_MANY_REQUESTS', message);
  await again.click();
  await expect(alert).toContainText('短时间内请求过多');
  await expect(alert).toContainText('请求过多，请一分钟后再试。');
  await expect(alert).not.toContainText('Too many');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(alert).toContainText('Too many requests in a short time');
  await expect(alert).not.toContainText('请求');
  await page.getByRole('button', { name: '中文' }).click();

  // What the platform says in English alone stands apart.
  answer = refusal(400, 'BAD_USER_INPUT', 'Give fewer.');
  await again.click();
  await expect(alert).toContainText('BAD_USER_INPUT');
  await expect(alert.locator('code').getByText('Give fewer.')).toBeHidden();
  await alert.getByText('技术详情').click();
  await expect(alert.getByText('Give fewer.')).toBeVisible();

  answer = (route) => route.continue();
  await again.click();
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
});
