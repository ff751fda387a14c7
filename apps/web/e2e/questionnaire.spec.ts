/** A patient is asked by a link, fills it on a telephone in Chinese without an account, and the alert reaches the clinician's page. */
import { randomUUID } from 'node:crypto';
import { bundle, cancer, patient } from '../../../tests/intake/examples.ts';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { expect, sessionOf, test } from './roles.ts';
import { weigh } from './weight.ts';

test.setTimeout(240_000);

test('a link is made, filled at 390 px in Chinese, and its alert reaches the clinician', async ({
  browser,
  baseURL,
}) => {
  const hospital = await browser.newContext({ baseURL: baseURL as string });
  const csrf = { 'x-nodp-csrf': '1' };
  await hospital.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const id = randomUUID();
  const name = `Asked ${id.slice(0, 8)}`;
  const sent = await hospital.request.post('/fhir', {
    headers: { ...csrf, 'content-type': 'application/fhir+json' },
    data: bundle(
      'transaction',
      patient(id, { name: [{ text: name }] }),
      cancer(`c-${id}`, `urn:uuid:${id}`),
    ),
  });
  expect(sent.status(), await sent.text()).toBe(200);

  const clinic = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
  const page = await clinic.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto(`/clinical/patients?search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Follow-up', exact: true }).click();
  await expect(page.getByText('Nothing was asked yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask for symptoms' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for symptoms' });
  await expect(dialog.getByRole('status')).toContainText('12 of 40 chosen');
  for (const symptom of ['Fatigue', 'Insomnia', 'Decreased appetite', 'Shortness of breath'])
    await dialog.getByRole('checkbox', { name: symptom, exact: true }).uncheck();
  for (const symptom of ['Problems with concentration', 'Anxiety', 'Sad or unhappy feelings'])
    await dialog.getByRole('checkbox', { name: symptom, exact: true }).uncheck();
  for (const symptom of ['Numbness or tingling', 'Constipation', 'Diarrhea'])
    await dialog.getByRole('checkbox', { name: symptom, exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('Link for the patient').inputValue();
  expect(link).toMatch(/\/questionnaire#[\w-]{43}$/);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const telephone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
  });
  const own = await telephone.newPage();
  const asked: string[] = [];
  own.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  const weight = await weigh(own);
  await own.goto(link);
  await expect(own.getByRole('heading', { level: 1, name: '您的症状' })).toBeVisible();
  await expect(own.getByRole('radiogroup')).toBeVisible();
  expect(asked).toEqual(['/questionnaire/open']);
  const { kilobytes, heaviest } = weight.total();
  expect(kilobytes, heaviest).toBeLessThanOrEqual(300);
  await expect(own.getByText(name)).toHaveCount(0);
  expect(await faultsOf(own)).toEqual([]);
  expect(await own.evaluate(layoutFaults)).toEqual([]);

  // Pain: almost constantly, severe; the network is gone for a moment.
  await expect(own.getByRole('heading', { level: 2 })).toContainText('您出现疼痛的频率如何');
  await own.getByRole('radio', { name: '几乎一直' }).check();
  await expect(own.getByRole('status')).toHaveText('已保存');
  await own.getByRole('button', { name: '下一题' }).click();
  await telephone.setOffline(true);
  await own.getByRole('radio', { name: '重度', exact: true }).check();
  await expect(own.getByRole('status').first()).toHaveText('尚未保存');
  await telephone.setOffline(false);
  await expect(own.getByRole('status').first()).toHaveText('已保存', { timeout: 20_000 });

  // Opened again, it goes on where it was.
  await own.reload();
  await expect(own.getByRole('heading', { level: 2 })).toContainText('疼痛对您平常或日常活动');
  await own.getByRole('radio', { name: '非常多' }).focus();
  await own.keyboard.press('Space');
  await expect(own.getByRole('status')).toHaveText('已保存');
  await own.getByRole('button', { name: '下一题' }).click();
  // Never nauseous: nothing more is asked of it.
  await own.getByRole('radio', { name: '从不' }).check();
  await own.getByRole('button', { name: '下一题' }).click();
  await own.getByRole('button', { name: '完成' }).click();
  await expect(own.getByRole('status')).toContainText('谢谢');
  await own.reload();
  await expect(own.getByRole('status')).toContainText('谢谢');
  expect(await faultsOf(own)).toEqual([]);

  const alerts = page.getByRole('region', { name: 'Alerts of symptoms' });
  await expect(alerts).toContainText('Pain: composite grade 3', { timeout: 40_000 });
  const grid = page.getByRole('group', { name: 'Composite grades by week' });
  await expect(grid.getByRole('row').filter({ hasText: 'Pain' })).toContainText('3');
  expect(await faultsOf(page)).toEqual([]);
  await alerts.getByRole('button', { name: 'Acted on' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Called; morphine raised.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(alerts).toHaveCount(0);
  await telephone.close();
  await clinic.close();
  await hospital.close();
});

test('a link that is none says so, and asks nothing more', async ({ page }) => {
  await page.goto('/questionnaire#nothing');
  await expect(page.getByRole('status')).toContainText('There is no such link');
  expect(await faultsOf(page)).toEqual([]);
});
