import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

const password = 'four words nobody else has';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('ADMINISTRATOR')) });

test('an account is added, signs in, and is refused once it is closed', async ({
  page,
  browser,
  baseURL,
}) => {
  const id = `reader-${Date.now().toString(36)}`;
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto('/administration/accounts');
  await page.getByRole('button', { name: 'Add an account' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an account' });
  await adding.getByLabel('Account', { exact: false }).first().fill(id);
  await adding.getByLabel('Name in Chinese').fill('读者');
  await adding.getByLabel('Name in English').fill('Reader');
  await adding.getByLabel('Password').fill(password);
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  // A clinician, as the form begins, is of an institution.
  await expect(adding.getByText(/choose the institution/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await adding.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Policymaker' }).click();
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding).toBeHidden();

  const other = await browser.newContext({ baseURL: baseURL as string });
  const reader = await other.newPage();
  await reader.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  const signIn = async () => {
    await reader.goto('/sign-in');
    await reader.getByLabel('Account').fill(id);
    await reader.getByLabel('Password').fill(password);
    await reader.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await signIn();
  await expect(reader).toHaveURL(/\/management\/overview/);

  await page.reload();
  await page.getByRole('searchbox', { name: 'Account or name' }).fill(id);
  await page.getByRole('button', { name: `Manage ${id}` }).click();
  const managing = page.getByRole('dialog', { name: `Account ${id}` });
  await managing.getByRole('button', { name: 'Close the account' }).click();
  await page
    .getByRole('dialog', { name: `Close the account ${id}?` })
    .getByRole('button', { name: 'Close the account' })
    .click();
  await expect(managing.getByText('Done.')).toBeVisible();
  await expect(managing.getByRole('button', { name: 'Open it again' })).toBeVisible();
  await managing.getByRole('button', { name: 'Close this window' }).click();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();

  await reader.goto('/management/regions');
  await expect(reader).toHaveURL(/\/sign-in/);
  await signIn();
  await expect(reader.getByRole('alert')).toContainText('is incorrect');
  await other.close();
});

test('the own account can be neither closed nor given another role', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto('/administration/accounts?q=administrator');
  await page.getByRole('button', { name: 'Manage administrator', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Account administrator' });
  await expect(dialog.getByText(/^This is your own account/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close the account' })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Set a new password' })).toHaveCount(0);
  await expect(dialog.getByRole('combobox', { name: 'Role' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(await faultsOf(page)).toEqual([]);
});
