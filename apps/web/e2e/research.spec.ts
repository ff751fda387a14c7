import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { writeStudy } from '../../../subgraphs/research/src/studies/testing/a-study.ts';
import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

const count = (page: Page) => page.locator('[data-count]');
const attrition = (page: Page) => page.getByRole('table', { name: 'Attrition' });
/** A count as it is shown, as a number. */
const numberOf = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));

test.describe('a researcher', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')) });

  test('begins at the cohorts, with everyone in the newest release', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/research\/cohorts$/);
    await expect(count(page)).toContainText('100% of the release');
    await expect(attrition(page).getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('slider', { name: /^Survival curve/ })).toBeVisible();
  });

  test('narrows a cohort by keyboard; the count is said, and back undoes it', async ({ page }) => {
    await page.goto('/research/cohorts');
    await expect(count(page)).toContainText('persons');
    const everyone = numberOf(await count(page).locator('p').first().textContent());
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.getByRole('menuitem', { name: 'Sex' }).click();
    await expect(page).toHaveURL(/\?a=sex:$/);
    await expect(page.getByText('Not counted until something is chosen.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Female', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?a=sex:female$/);
    await expect(
      page.locator('[aria-live]').filter({ hasText: /about [\d,]+ persons/ }),
    ).toHaveCount(1);
    // The heading, everyone, the malignant (nothing is said of behaviour), and the women of them.
    await expect(attrition(page).getByRole('row')).toHaveCount(4);
    const malignant = numberOf(
      await attrition(page).getByRole('row').nth(2).getByRole('cell').nth(1).textContent(),
    );
    const women = numberOf(await count(page).locator('p').first().textContent());
    expect(women).toBeLessThan(everyone);

    await page.getByRole('button', { name: 'Exclude', exact: true }).click();
    await expect(page).toHaveURL(/\?a=not-sex:female$/);
    await expect(attrition(page)).toContainText(/not female/i);
    const others = numberOf(await count(page).locator('p').first().textContent());
    // Each is moved by nine at most.
    expect(Math.abs(women + others - malignant)).toBeLessThanOrEqual(27);

    await page.getByRole('button', { name: 'Remove Sex' }).click();
    await expect(page).toHaveURL(/\/research\/cohorts$/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL(/\?a=not-sex:female$/);
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(/\?a=not-sex:female$/);
    await page.goBack();
    await expect(page).toHaveURL(/\?a=sex:female$/);
    await expect(count(page).locator('p').first()).toHaveText(women.toLocaleString('en'));
  });

  test('finds a histology by its name, in a list fetched when needed', async ({ page }) => {
    await page.goto('/research/cohorts');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.getByRole('menuitem', { name: /^Histology/ }).click();
    const field = page.getByRole('combobox', { name: 'Histology (ICD-O-3)' });
    await expect(field).toBeFocused();
    await page.keyboard.type('squamous cell carcinoma nos');
    await expect(page.getByRole('option').first()).toContainText('8070');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?a=histology:8070$/);
    await expect(attrition(page)).toContainText(/squamous cell carcinoma.*\(8070\)/i);
  });

  test('narrows by a value of a facet, and takes it back', async ({ page }) => {
    await page.goto('/research/cohorts');
    const male = page.getByRole('button', { name: /^male, about [\d,]+ persons: narrow to it$/ });
    const said = numberOf(await male.getAttribute('aria-label'));
    await expect(page.getByRole('slider', { name: /^Survival curve/ })).toBeVisible();
    const answers = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      await answers.promise;
      await route.continue();
    });
    await male.click();
    await expect(page).toHaveURL(/\?a=sex:male$/);
    // What still answers the question before is faint and busy: count, steps, curve and facets.
    const busy = page.locator('main [aria-busy=true]');
    for (const part of [
      page.locator('[data-count]'),
      page.getByRole('table', { name: 'Attrition' }),
      page.getByRole('slider', { name: /^Survival curve/ }),
      page.getByRole('button', { name: /^female, about/ }),
    ])
      await expect(busy.filter({ has: part })).toHaveCSS('opacity', '0.4');
    // It cannot be pressed meanwhile, and the button that was pressed keeps the focus.
    await page.getByRole('button', { name: /^female, about/ }).dispatchEvent('click');
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveAccessibleName(/^male, /);
    await expect(page).toHaveURL(/\?a=sex:male$/);
    answers.resolve();
    await expect(busy).toHaveCount(0);
    await expect(count(page).locator('p').first()).toHaveText(said.toLocaleString('en'));
    await page.getByRole('button', { name: /^male, .*: no longer narrow to it$/ }).click();
    await expect(page).toHaveURL(/\/research\/cohorts$/);
  });

  test('compares two cohorts, reads the curve by keys and takes it away', async ({ page }) => {
    await page.goto('/research/cohorts?a=stage:I,II');
    await page.getByRole('button', { name: 'Compare with a second cohort' }).click();
    await page.getByRole('menuitem', { name: 'Begin with a copy of this one' }).click();
    await expect(page.getByRole('tab', { name: /^Cohort B/, selected: true })).toBeVisible();
    await expect(page.getByText('Both cohorts are the same so far.')).toBeVisible();
    for (const stage of ['Stage I', 'Stage II', 'Stage III', 'Stage IV']) {
      await page.getByRole('button', { name: stage, exact: true }).click();
    }
    await expect(page).toHaveURL(/\?a=stage:I,II&b=stage:III,IV&arm=b$/);
    await expect(page.getByText(/^Log-rank p/)).toBeVisible();
    await expect(page.getByText(/in both cohorts and left out of both/)).toBeVisible();
    const curve = page.getByRole('slider', { name: /^Survival curve/ });
    await curve.focus();
    await page.keyboard.press('PageUp');
    await expect(curve).toHaveAttribute(
      'aria-valuetext',
      /^At 12 months: Cohort A [\d.]+%.* Cohort B/,
    );
    await page.getByRole('button', { name: '120 months' }).click();
    await expect(page).toHaveURL(/months=120$/);
    await expect(curve).toHaveAttribute('aria-valuemax', '120');

    for (const [item, magic] of [
      ['Table (CSV)', /^\uFEFF"?# Overall survival[\s\S]*\r\nMonth,Cohort A: survival/],
      ['Picture (PNG)', /^\uFFFDPNG/],
    ] as const) {
      await page.getByRole('button', { name: /^Download Overall survival/ }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      expect(await readFile(await (await saved).path(), 'utf8')).toMatch(magic);
    }
    await page.getByRole('button', { name: /^Show Overall survival.* as a table$/ }).click();
    await expect(page.getByRole('table', { name: /^Overall survival/ })).toBeVisible();
  });

  test('is shown what is wrong where it is wrong, and survives any address', async ({ page }) => {
    await page.goto('/research/cohorts?a=age:80-50~site:prostate~sex:female');
    const card = (name: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });
    await expect(card('Age at diagnosis').getByRole('alert')).toContainText(
      'ends before it begins',
    );
    await expect(card('Cancer site').getByRole('alert')).toContainText('do not occur in the sex');
    await expect(count(page)).toContainText('Not counted');
    await expect(attrition(page)).toHaveCount(0);

    await page.goto('/research/cohorts?a=%7E%7E:x,<b>&b=%00&arm=z&months=-1&release=abc');
    await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeVisible();
    await expect(count(page)).toContainText('persons');
    await page.goto('/research/cohorts?release=999999');
    await expect(page.getByText('There is no release 999999')).toBeVisible();
    await page.getByRole('button', { name: /^Use release/ }).click();
    await expect(count(page)).toContainText('persons');
  });

  test('is told when too few are left', async ({ page }) => {
    await page.goto('/research/cohorts?a=site:kaposi-sarcoma~age:1-2~province:540000');
    await expect(count(page)).toContainText('fewer than 10 persons');
    await expect(page.getByText('Too few persons for a curve')).toBeVisible();
    await expect(attrition(page).getByRole('row').last()).toContainText('< 10');
  });

  test('can try again what failed, and is told when there is no release', async ({ page }) => {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('"definition"')
        ? route.fulfill({
            status: 500,
            json: {
              errors: [{ message: 'At rest.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
            },
          })
        : route.continue(),
    );
    await page.goto('/research/cohorts');
    await expect(page.getByRole('alert').first()).toContainText('INTERNAL_SERVER_ERROR');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(count(page)).toContainText('persons');

    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('"number"')
        ? route.fulfill({
            json: {
              data: {
                release: null,
                newest: null,
                disclosureRule: { minimumCell: 10, deviation: 9 },
              },
            },
          })
        : route.continue(),
    );
    await page.goto('/research/cohorts?months=36');
    await expect(page.getByText('There is no research release yet')).toBeVisible();
  });

  test('reads the data dictionary of the release', async ({ page }) => {
    await page.goto('/research/cohorts');
    await page.getByRole('link', { name: 'data dictionary', exact: true }).click();
    await expect(page).toHaveURL(/\/research\/dictionary\/\d+$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Data dictionary' })).toBeFocused();
    const cases = page.getByRole('table', { name: 'Columns of cases' });
    await expect(cases.getByRole('cell', { name: 'site_group', exact: true })).toBeVisible();
  });

  test('opens a study from outside that the operator loaded, patient by patient', async ({
    page,
  }) => {
    const home = process.env.NODP_E2E_HOME;
    // Of a platform that runs elsewhere nobody here is the operator.
    test.skip(home === undefined, 'the platform was not started by these tests');
    const folder = await mkdtemp(join(tmpdir(), 'nodp-study-'));
    await writeStudy(folder);
    const command = ['apps/cli/src/main.ts', 'study', 'load', folder];
    const env = { ...process.env, NODP_HOME: home };
    const { stdout } = await promisify(execFile)(process.execPath, command, { env });
    expect(stdout).toContain('4 patients, 5 samples');
    await rm(folder, { recursive: true });
    await page.goto('/research/studies');
    await page.getByRole('link', { name: 'A study of four' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'A study of four' })).toBeVisible();
    const print = page.getByRole('region', { name: /^OncoPrint, scrolls/ });
    await expect(print.getByRole('img', { name: /TP53 50%/ })).toBeVisible();
    // The first column is P3, whose TP53 is truncated; the second P1, whose ERBB2 is amplified as well.
    await print.focus();
    await print.press('ArrowRight');
    const read = page.getByRole('status').filter({ hasText: 'TP53' });
    await expect(read).toContainText('TP53 Truncating mutation');
    await print.press('ArrowRight');
    await expect(read).toContainText('TP53 Missense mutation');
    expect(await faultsOf(page)).toEqual([]);
  });

  for (const language of ['en', 'zh'] as const) {
    test(`a comparison without a fault of access, in ${language}`, async ({ page }) => {
      await page.addInitScript((chosen) => localStorage.setItem('nodp.language', chosen), language);
      const every = 'site:lung~histology:8140~stage:III,IV~age:40-~not-treatment:radiotherapy';
      await page.goto(`/research/cohorts?a=stage:III,IV&b=${every}&arm=b`);
      await expect(page.getByRole('slider')).toBeVisible();
      for (const [width, colorScheme] of [
        [1440, 'light'],
        [390, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect(await faultsOf(page), `${width} px, ${colorScheme}`).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider).toBeLessThanOrEqual(0);
      }
    });
  }
});

test.describe('a data manager', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('DATA_MANAGER')) });

  test('of one institution sees the releases and why it builds none', async ({ page }) => {
    await page.goto('/data-centre/releases');
    await expect(page.getByRole('table', { name: 'Releases' }).getByRole('row')).not.toHaveCount(1);
    await expect(page.getByText('Yours is an account of one institution.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Build a release' })).toHaveCount(0);
    await page
      .getByRole('link', { name: /^Data dictionary of release/ })
      .last()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Data dictionary' })).toBeVisible();
  });

  test('of the whole network confirms, and watches the build to its release', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const answer = await context.request.post('/auth/sign-in', {
      headers: { 'x-nodp-csrf': '1' },
      data: { account: 'data-manager-national', password: 'nodp-demo' },
    });
    expect(answer.ok()).toBe(true);
    const page = await context.newPage();
    await page.goto('/data-centre/releases');
    const rows = page.getByRole('table', { name: 'Releases' }).getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    const before = await rows.count();
    await page.getByRole('button', { name: 'Build a release' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Build', exact: true }).click();
    await expect(page.getByText(new RegExp(`made release ${before}`))).toBeVisible({
      timeout: 60_000,
    });
    await expect(rows).toHaveCount(before + 1);
    await context.close();
  });
});
