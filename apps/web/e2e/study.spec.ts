/** A study of two cohorts with time in them: from their definitions to figures, a document and code. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { hasR, ratioByR } from './exported-rows.ts';
import { expect, sessionOf, test } from './roles.ts';
import { saveCohort } from './save-cohort.ts';

/**
 * Systemic treatment after surgery, and systemic treatment without any surgery. Of the 200 persons 46 and 45, with 20 deaths and
 * more, and whom “never” leaves out are as many: no noise of a release takes them below what may be told.
 */
const cohorts = {
  'Surgery first': 'time:first(treatment:surgery;all(occurs(treatment:systemic;1..)))',
  'Without surgery': 'time:first(treatment:systemic;all(occurs(treatment:surgery;..;times.0..0)))',
} as const;
/** Two persons had systemic treatment before surgery: a “never” that leaves out so few is refused. */
const tooFew = 'time:first(treatment:surgery;all(occurs(treatment:systemic;..-1;times.0..0)))';

/** Figures are as slow as their machine is busy. */
const timeout = 60_000;

const textOf = async (saving: Promise<Download>) => readFile(await (await saving).path(), 'utf8');
const saved = async (page: Page, name: string) => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return textOf(saving);
};

test.describe('a researcher', () => {
  test.setTimeout(300_000);
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')) });

  test('builds a study of two cohorts with time in them, to a document and R code', async ({
    page,
    baseURL,
  }) => {
    const hashes: string[] = [];
    for (const [name, asked] of Object.entries(cohorts))
      hashes.push(await saveCohort(page, name, asked));
    await page.goto(`/research/compare?cohorts=${hashes.join(',')}`);
    // Each is decided after diagnosis, from which time counts: nobody of it could have died before.
    await expect(page.getByRole('alert').filter({ hasText: 'Immortal time bias' })).toBeVisible({
      timeout,
    });
    // Of so few persons no level of age has the events that a model asks for.
    await page.getByRole('checkbox', { name: 'Age at diagnosis', exact: true }).uncheck();
    const forest = page.getByRole('table', { name: 'Forest plot' });
    const ratio = /^(\d+\.?\d*) \((\d+\.?\d*)–(\d+\.?\d*)\)$/;
    const second = forest.getByRole('row').filter({ hasText: 'B · Without surgery' });
    const adjusted = second.getByRole('cell').nth(5);
    await expect(adjusted).toHaveText(ratio, { timeout });
    const [, value, lower, upper] = ratio.exec((await adjusted.textContent()) ?? '') ?? [];
    expect(Number(lower)).toBeLessThanOrEqual(Number(value));
    expect(Number(value)).toBeLessThanOrEqual(Number(upper));

    await page.getByRole('button', { name: /^Weight by Sex/ }).click();
    const weights = page.locator('[data-weighted], [role="alert"]');
    await expect(weights.first()).toBeVisible({ timeout });
    await page.getByRole('button', { name: 'Show the courses of treatment' }).click();
    // Of 40 persons none or few courses have enough: either is said.
    const courses = page.locator('[data-courses]').or(page.getByText('No course of treatment has'));
    await expect(courses.first()).toBeVisible({ timeout });
    await expect(page).toHaveURL(/show=weighted(,|%2C)courses/);
    expect(await faultsOf(page)).toEqual([]);

    await page
      .getByRole('textbox', { name: 'Title of the study' })
      .fill('Does surgery come first?');
    await page
      .getByRole('textbox', { name: 'Question, methods and what was found' })
      .fill('Does it matter?');
    const html = await saved(page, 'Save as a document (HTML)');
    for (const words of [
      '<h1>Does surgery come first?</h1>',
      'Does it matter?',
      'Time zero',
      ...hashes,
    ])
      expect(html).toContain(words);
    expect(html).toContain('<svg');
    // The figure of the forest plot is the one that is read on the page.
    expect(html).toContain(`${value} (${lower}–${upper})`);
    expect(html).not.toContain('<button');
    expect(html).not.toContain('<script');
    const definitions = JSON.parse(await saved(page, 'Definitions (JSON)'));
    expect(definitions).toMatchObject({ endpoint: 'OVERALL', landmark: 0 });
    expect(definitions.cohorts.map(({ id }: { id: string }) => id)).toHaveLength(2);
    const script = await saved(page, 'R code');
    for (const hash of hashes) expect(script).toContain(hash);
    expect(script).toContain('coxph');

    // The platform's own code on the rows that a committee let leave: R's ratio is the one of the forest plot, as near as the noise of
    // its figures and the days moved in an export leave them, which is what the interval that is shown holds.
    if (!hasR()) {
      console.warn('Rscript with survival is not installed: the forest plot is not set beside R.');
      return;
    }
    const r = await ratioByR(baseURL ?? '', hashes, script);
    for (const persons of r.persons) expect(persons).toBeGreaterThan(30);
    expect(r.ratio).toBeGreaterThan(Number(lower));
    expect(r.ratio).toBeLessThan(Number(upper));
    // Without noise R's own interval is narrower, and of the same width otherwise: as many events made both.
    const [own, shown] = [Math.log(r.upper / r.lower), Math.log(Number(upper) / Number(lower))];
    expect(own / shown).toBeGreaterThan(0.5);
    expect(own / shown).toBeLessThan(1.5);
  });

  test('sees the lines of treatment of women and of men', async ({ page }) => {
    const hashes = [
      await saveCohort(page, 'Women', 'sex:female'),
      await saveCohort(page, 'Men', 'sex:male'),
    ];
    await page.goto(`/research/compare?cohorts=${hashes.join(',')}`);
    await page.getByRole('button', { name: 'Show the courses of treatment' }).click({ timeout });
    await expect(page.locator('[data-courses]').first()).toBeVisible({ timeout });
    // The words of a band of the drawing are its title: said by a screen reader, shown under the pointer.
    await expect(page.getByText('other courses, or too few').first()).toBeAttached();
  });

  test('is told which cohort cannot be compared and why, and what of an address is lost', async ({
    page,
  }) => {
    const hashes = [
      await saveCohort(page, 'None before', tooFew),
      await saveCohort(page, 'After surgery', cohorts['Surgery first']),
    ];
    await page.goto(`/research/compare?cohorts=${hashes.join(',')}`);
    const said = page.getByRole('alert').filter({ hasText: 'meet this part by itself' });
    await expect(said).toContainText('A · None before', { timeout });
    const reason = page.getByRole('alert').filter({ hasText: 'definition cannot be run' });
    await expect(reason.first()).toBeVisible({ timeout });
    // Nobody was counted: no figure says that nobody is there.
    await expect(page.getByRole('table', { name: 'The cohorts in figures' })).toHaveCount(0);
    expect(await faultsOf(page)).toEqual([]);

    const lost = 'time:first(treatment:systemic;all(occurs(treatment:surgery;soon)))';
    await page.goto(`/research/cohorts?a=site:lung~${lost}`);
    const passed = page.getByRole('alert').filter({ hasText: 'could not be read' });
    await expect(passed).toContainText(lost);
    await page.goto('/research/cohorts?a=site:lung');
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
    await expect(passed).toHaveCount(0);
  });
});
