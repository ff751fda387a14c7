import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { faultsOf } from './axe.ts';
import { studyWithPartners } from './partner-study.ts';
import { expect, sessionOf, test } from './roles.ts';

/** A page signed in as a demonstration account: the committee decides by two. */
const signedIn = async (browser: Browser, account: string): Promise<Page> => {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-nodp-csrf': '1' },
  });
  const answer = await context.request.post('/auth/sign-in', {
    data: { account, password: 'nodp-demo' },
  });
  expect(answer.ok()).toBe(true);
  return context.newPage();
};

const choose = async (page: Page, label: string, options: readonly string[]) => {
  const field = page.getByRole('combobox', { name: label });
  for (const option of options) {
    await field.fill(option);
    await page.getByRole('option', { name: option }).first().click();
  }
  await page.keyboard.press('Escape');
};

const take = async (page: Page, action: string, words: Readonly<Record<string, string>>) => {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: action });
  for (const [name, text] of Object.entries(words))
    await dialog.getByRole('textbox', { name }).fill(text);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toHaveCount(0);
};

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')) });

test('a project goes from its application by two votes to its workspace, its rows to their recipient and the register, and its study to a partner', async ({
  page,
  browser,
}) => {
  // One story from the application to the register and a partner, with three jobs and a process for each statement.
  test.setTimeout(420_000);
  const title = `Stage by region ${Date.now()}`;
  await page.goto('/research/projects');
  await page.getByRole('button', { name: 'Apply for a project' }).click();
  const form = page.getByRole('dialog', { name: 'Application' });
  for (const [name, text] of Object.entries({
    Title: title,
    Purpose: 'Whether stage at diagnosis differs between regions.',
    Questions: 'How much of the difference in survival is stage?',
    Population: 'Everybody with a primary malignant neoplasm.',
    Members: 'bert; Bert Liang; Southern University',
    'Ethics approval': 'EC-2026-017',
    'Last day': `${new Date().getUTCFullYear() + 1}-06-30`,
    Funding: 'None',
    'Plan for publication': 'A paper within a year.',
  }))
    await form.getByRole('textbox', { name }).fill(text);
  await choose(page, 'Releases', ['1']);
  await choose(page, 'Columns: Counts and curves', ['cases.stage']);
  await choose(page, 'Columns: Rows inside the platform', [
    'cases.site_group',
    'cases.survival_days',
    'persons.followup_days',
    'persons.vital_status',
    'variants.gene',
    'variants.result',
    'variants.kind',
  ]);
  await choose(page, 'Columns: Export', [
    'cases.site_group',
    'cases.sex',
    'cases.age_group',
    'cases.survival_days',
    'persons.followup_days',
    'persons.vital_status',
  ]);
  await form.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await take(page, 'Hand in', {});
  await expect(page.getByText('Before the committee').first()).toBeVisible();

  const members = await Promise.all(
    ['data-manager-national', 'data-access-committee'].map((account) => signedIn(browser, account)),
  );
  for (const member of members) {
    await member.goto('/data-centre/projects');
    await member
      .getByRole('table', { name: 'To be done' })
      .getByRole('link', { name: title })
      .click();
    await take(member, 'Vote', {});
  }
  const [first, second] = members as [Page, Page];
  await take(second, 'Approve', { Reason: 'Worth knowing.', Conditions: 'No linkage.' });
  await expect(second.getByRole('heading', { name: 'Granted' })).toBeVisible();
  expect(await faultsOf(second)).toEqual([]);

  await page.reload();
  await page.getByRole('button', { name: 'Letter: Approved' }).click();
  const letter = page.getByRole('dialog', { name: 'Letter of the committee' });
  await expect(letter).toContainText('已批准');
  await expect(letter).toContainText('has approved');
  await letter.getByRole('button', { name: 'Close' }).click();

  // Inside the platform: rows that may be seen, persons that may be counted, and SQL on both.
  await page.getByRole('link', { name: 'Open the workspace' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Workspace' })).toBeVisible();
  const rows = page.getByRole('table', { name: 'cases' });
  await expect(rows.getByRole('columnheader', { name: 'survival_days' })).toBeVisible({
    timeout: 90_000,
  });
  await expect(rows.getByRole('row')).toHaveCount(51, { timeout: 30_000 });
  await rows.getByRole('button', { name: 'survival_days' }).click();
  await expect(rows.getByRole('columnheader', { name: 'survival_days' })).toHaveAttribute(
    'aria-sort',
    'ascending',
    { timeout: 30_000 },
  );
  expect(await faultsOf(page)).toEqual([]);
  // A column a person: gone through by keys, to the person's course in days.
  await page.getByRole('tab', { name: 'OncoPrint' }).click();
  const print = page.getByRole('region', { name: /^OncoPrint, scrolls/ });
  await expect(print.getByRole('img', { name: /KRAS \d+%/ })).toBeVisible({ timeout: 60_000 });
  await print.focus();
  await print.press('ArrowRight');
  const read = page.getByRole('status').filter({ hasText: /[0-9a-f]{16}/ });
  await expect(read).toBeVisible();
  const person = /[0-9a-f]{16}/.exec((await read.textContent()) ?? '')?.[0] ?? '';
  expect(await faultsOf(page)).toEqual([]);
  const picture = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download OncoPrint' }).click();
  // Rows do not leave: neither the drawing with its places nor a table of persons can be saved.
  await expect(page.getByRole('menuitem', { name: 'Drawing (SVG)' })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'Picture (PNG)' }).click();
  await picture;
  await page.getByRole('button', { name: 'Show OncoPrint as a table' }).click();
  await expect(
    page.getByRole('table', { name: 'OncoPrint' }).getByRole('row').filter({ hasText: 'KRAS' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show OncoPrint as a chart' }).click();
  await print.focus();
  await print.press('ArrowRight');
  await print.press('Enter');
  const course = page.getByRole('img', { name: `Course of ${person}` });
  await expect(course).toBeVisible({ timeout: 60_000 });
  await expect(course).toContainText('Last known');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('tab', { name: 'SQL' }).click();
  const statement = page.getByRole('textbox', { name: 'Statement (SELECT)' });
  const answer = page.getByRole('table', { name: 'Answer' });
  await statement.fill('select stage, count(distinct person_key) as n from cases group by stage');
  await statement.press('Control+Enter');
  await expect(answer.getByRole('columnheader', { name: 'n', exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('Counts through disclosure control')).toBeVisible();
  await statement.fill('select stage from cases');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('alert')).toContainText('granted for counts', { timeout: 30_000 });
  await statement.fill('select max(survival_days) as longest from cases');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(answer).toContainText('longest', { timeout: 30_000 });
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: title }).click();

  // Rows leave: what has to be generalised is consented to, and a second person releases the files.
  const identity = await generateX25519Identity();
  await page.getByRole('button', { name: 'Request an export' }).click();
  const asked = page.getByRole('dialog', { name: 'Request an export' });
  await asked.getByRole('textbox', { name: 'Recipient', exact: true }).fill('Anna Wu');
  await asked
    .getByRole('textbox', { name: 'Institution of the recipient' })
    .fill('Northern University');
  const key = asked.getByRole('textbox', { name: 'Public key (age)' });
  await key.fill('no key');
  await asked.getByRole('button', { name: 'Request it' }).click();
  await expect(asked.getByRole('alert')).toContainText('no public key of age');
  await key.fill(await identityToRecipient(identity));
  await asked.getByRole('button', { name: 'Request it' }).click();
  await expect(asked).toHaveCount(0);
  const one = page.getByRole('article', { name: 'Export for Anna Wu, Northern University' });
  await expect(one).toContainText('Waits for the requester’s consent', { timeout: 60_000 });
  await expect(one).toContainText('At least 5 persons are alike');
  await take(page, 'Consent to this', {});
  await expect(one).toContainText('Waits for release by a second person', { timeout: 60_000 });
  expect(await faultsOf(page)).toEqual([]);
  await second.reload();
  await take(second, 'Release the export', {});
  await page.reload();
  const saving = page.waitForEvent('download');
  await one.getByRole('link', { name: 'Download the encrypted file' }).click();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const packed = gunzipSync(
    await decrypter.decrypt(await readFile(await (await saving).path())),
  ).toString('latin1');
  for (const name of ['cases.csv', 'persons.csv', 'manifest.json']) expect(packed).toContain(name);
  await page.goto('/research/exports');
  await expect(
    page
      .getByRole('table', { name: 'Register of exports' })
      .getByRole('row')
      .filter({ hasText: title }),
  ).toContainText('Northern University');
  expect(await faultsOf(page)).toEqual([]);
  await studyWithPartners(page, [first, second], title);
  for (const member of members) await member.context().close();
});
