import { codeAt } from '@nodp/subgraph-patients/one-time-codes';
import { expect, test } from './roles.ts';

const password = 'a password of this test';

test('a second factor is set up with its key, asked for at the sign-in, and a recovery code stands in for it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL as string });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  const account = `two-steps-${Date.now()}`;
  const answer = await context.request.post('/auth/token', {
    data: { account: 'administrator', password: 'nodp-demo' },
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const added = await context.request.post('/graphql', {
    headers: { authorization: `Bearer ${token}` },
    data: {
      query: `mutation ($id: ID!, $p: String!) { addAccount(id: $id, input: { en: "Two", zh: "双", role: POLICYMAKER }, password: $p) { problem } }`,
      variables: { id: account, p: password },
    },
  });
  expect((await added.json()).data).toEqual({ addAccount: { problem: null } });

  const typePassword = async () => {
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'Account' }).fill(account);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await typePassword();
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.getByRole('menuitem', { name: 'Second factor' }).click();
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator' })).toBeVisible();
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Six-digit code').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText(/^The code is wrong/)).toBeVisible();
  await page.getByLabel('Six-digit code').fill(codeAt(secret, Date.now()));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent()) ?? '';
  await page.getByRole('button', { name: 'I keep them' }).click();
  await expect(page.getByText(/^The account has a second factor/)).toContainText('10');

  await context.clearCookies();
  await typePassword();
  await page.getByLabel('Code, or a recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'National overview' })).toBeVisible();
  await context.close();
});
