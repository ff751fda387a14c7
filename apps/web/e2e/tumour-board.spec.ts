/** The loop of a tumour board: a patient is put before it, it decides, the decision is a task, and what became of it is retained. */
import { randomUUID } from 'node:crypto';
import { nationalDay } from '@nodp/terminology/national-time';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { aPatient, open } from './own-patient.ts';
import { expect, sessionOf, test } from './roles.ts';

const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));
const board = `Board ${randomUUID().slice(0, 6)}`;

const meetingOf = (page: Page) => page.getByRole('region', { name: new RegExp(board) });

/** As a reader of a language sees it, at a width and in a theme. */
const examined = async (page: Page, language: 'en' | 'zh', scheme: 'light' | 'dark') => {
  const faults: string[] = [];
  for (const width of [1440, 390]) {
    // Beside the page of the test, which stays as it is.
    const other = await page.context().newPage();
    await other.emulateMedia({ colorScheme: scheme });
    await other.setViewportSize({ width, height: 900 });
    await other.addInitScript((chosen) => localStorage.setItem('nodp.language', chosen), language);
    await other.goto(page.url());
    await expect(other.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await other.waitForLoadState('networkidle');
    const found = [...(await faultsOf(other)), ...(await other.evaluate(layoutFaults))];
    faults.push(...found.map((fault) => `${language} ${width} px: ${fault}`));
    await other.close();
  }
  expect(faults, page.url()).toEqual([]);
};

test('put on the list, decided, a task, done: each is seen where it belongs', async ({
  browser,
  baseURL,
}) => {
  const first = await aPatient(browser, baseURL, []);
  const second = await aPatient(browser, baseURL, []);
  const page = await open(browser, first.name, 'Overview');

  await page.getByRole('button', { name: 'Put before the board …' }).click();
  const dialog = page.getByRole('dialog', { name: `Put before the board: ${first.name}` });
  await dialog.getByLabel('Meeting').click();
  await page.getByRole('option', { name: 'Another meeting …' }).click();
  await dialog.getByLabel('Which board').fill(board);
  await dialog.getByLabel('Day of the meeting', { exact: true }).fill(inDays(0));
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Question to the board').fill('Resect, or treat first?');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Tumour board' });
  await expect(panel).toContainText('waits for the board');

  // The list of the week: another patient is added from it, and the order is changed by keyboard.
  await page.goto('/clinical/board');
  const meeting = meetingOf(page);
  await expect(meeting.getByRole('link')).toHaveText([first.name]);
  await meeting.getByRole('button', { name: /^Add a patient/ }).click();
  const adding = page.getByRole('dialog', { name: 'Put a patient before the board' });
  await adding.getByRole('combobox', { name: /^Patient:/ }).fill(second.name);
  await page.getByRole('option', { name: second.name }).click();
  await adding.getByLabel('Question to the board').fill('Second opinion.');
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(meeting.getByRole('link')).toHaveText([first.name, second.name]);
  await meeting.getByRole('link', { name: second.name }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(meeting.getByRole('link')).toHaveText([second.name, first.name]);
  await expect(page.getByText(`${second.name} is number 1 of 2`)).toBeAttached();
  await page.reload();
  await expect(meeting.getByRole('link')).toHaveText([second.name, first.name]);
  await examined(page, 'zh', 'light');
  await examined(page, 'en', 'dark');
  await page.emulateMedia({ media: 'print' });
  await expect(meeting).toContainText('Resect, or treat first?');
  await expect(meeting.getByRole('button')).toHaveCount(0);
  await page.emulateMedia({ media: null });

  // The board decides.
  await meeting.getByRole('link', { name: first.name }).click();
  await expect(page.getByRole('region', { name: 'Question to the board' })).toContainText(
    'Resect, or treat first?',
  );
  await examined(page, 'en', 'dark');
  const form = page.getByRole('form', { name: 'Record the decision' });
  await form.getByLabel('Options considered, one in a line').fill('Resection\nChemotherapy');
  await form.getByRole('textbox', { name: /^Decision/ }).fill('Chemotherapy, then resection');
  await form.getByRole('textbox', { name: /^Why/ }).fill('Large nodes');
  await form.getByLabel('To be carried out by', { exact: true }).fill(inDays(14));
  await form.getByRole('button', { name: 'Save the decision' }).click();
  const decision = page.getByRole('region', { name: 'Decision of the board' });
  await expect(decision).toContainText(`to be carried out by ${inDays(14)}`);

  // It is corrected by a version of its own, and what was said before stays to be read.
  await decision.getByRole('button', { name: 'Correct …' }).click();
  await decision
    .getByRole('textbox', { name: /^Why it is corrected/ })
    .fill('Two cycles were meant');
  await decision
    .getByRole('textbox', { name: /^Decision/ })
    .fill('Two cycles of chemotherapy, then resection');
  await decision.getByRole('button', { name: 'Save the correction' }).click();
  await expect(decision).toContainText('Version 2, corrected because: Two cycles were meant');
  await decision.getByText('Former versions').click();
  await expect(decision.getByRole('article', { name: 'Decision, version 1' })).toContainText(
    'Chemotherapy, then resection',
  );
  await examined(page, 'zh', 'light');
  const address = page.url();

  // Whether it was done is asked in the worklist.
  await page.goto('/clinical/tasks?kind=BOARD_DECISION&sort=-raised');
  const row = page
    .getByRole('table', { name: 'Tasks' })
    .getByRole('row')
    .filter({ hasText: first.name });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Two cycles of chemotherapy');
  await row.getByRole('button', { name: /^Done: / }).click();
  const done = page.getByRole('dialog');
  await done.getByRole('radio', { name: 'Carried out differently' }).check();
  await done.getByLabel('Note').fill('Three cycles');
  await done.getByRole('button', { name: 'Save' }).click();
  await expect(row).toHaveCount(0);
  await page.goto(address);
  await expect(decision).toContainText('Carried out differently: Three cycles');
  await page.getByRole('link', { name: 'Whole record' }).click();
  await expect(panel).toContainText('Carried out differently');
  await page.context().close();
  await first.close();
  await second.close();
});

test('an address of no case leads nowhere', async ({ browser }) => {
  const clinic = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
  const page = await clinic.newPage();
  await page.goto('/clinical/board/nonsense');
  await expect(page.getByRole('heading', { name: /It does not exist/ })).toBeVisible();
  await clinic.close();
});
