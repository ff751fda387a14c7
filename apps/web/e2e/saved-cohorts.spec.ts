import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

test.describe('a researcher', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')) });

  test('saves two cohorts, sees how they overlap, and compares them to a forest plot', async ({
    page,
  }) => {
    const names = ['Women of the comparison', 'Men of the comparison'];
    for (const [i, sex] of ['female', 'male'].entries()) {
      await page.goto(`/research/cohorts?a=sex:${sex}`);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Save this cohort' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(names[i] ?? '');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'The cohort is saved' })).toContainText(
        /cited as [0-9a-f]{32}/,
      );
    }
    await page.getByRole('link', { name: 'Open it' }).click();
    await expect(page.getByRole('heading', { level: 1, name: names[1] })).toBeVisible();
    // What is cited opens by its digest alone.
    await page.getByRole('link', { name: /^[0-9a-f]{32}$/ }).click();
    await expect(page).toHaveURL(/\/research\/saved\/[0-9a-f]{32}$/);
    await expect(page.getByRole('heading', { level: 1, name: names[1] })).toBeVisible();

    await page.getByRole('link', { name: 'all saved cohorts' }).click();
    for (const name of names) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    // Nobody of the nation is of both sexes.
    const overlap = page.getByRole('table', { name: 'Regions of the overlap' });
    await expect(overlap.getByRole('row')).toHaveCount(4);
    await expect(overlap.getByRole('row').last()).toContainText('< 10');
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('link', { name: 'Compare them' }).click();
    await expect(page.getByRole('img', { name: /^Kaplan–Meier curves/ })).toBeVisible();
    // Sex says what the cohorts say: both cannot stand in one model.
    await expect(page.getByRole('alert').filter({ hasText: 'Leave' })).toBeVisible();
    await page.getByRole('checkbox', { name: 'Sex' }).uncheck();
    const forest = page.getByRole('table', { name: 'Forest plot' });
    await expect(forest.getByRole('row').filter({ hasText: `B · ${names[1]}` })).toContainText(
      /\d\.\d+ \(\d\.\d+–\d/,
    );
    await page.getByRole('checkbox', { name: 'Stage at diagnosis' }).check();
    await expect(page).toHaveURL(/covariates=AGE_GROUP,STAGE/);
    await expect(forest.getByRole('row').filter({ hasText: 'stage IV' })).toBeVisible();
    await expect(page.getByText(/^Time zero is the diagnosis/).first()).toBeVisible();
    await expect(page.getByRole('table', { name: 'Who they are at diagnosis' })).toContainText(
      'median',
    );
    await page.getByRole('combobox', { name: 'Endpoint' }).click();
    await page.getByRole('option', { name: /^Death from cancer/ }).click();
    await expect(page.getByRole('img', { name: /^Cumulative incidence/ })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('removes a cohort and takes it back', async ({ page }) => {
    await page.goto('/research/cohorts?a=site:lung');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this cohort' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Soon gone');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.goto('/research/saved');
    const row = page.getByRole('row').filter({ hasText: 'Soon gone' });
    await page.getByRole('button', { name: 'Remove Soon gone' }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toHaveCount(1);
  });
});
