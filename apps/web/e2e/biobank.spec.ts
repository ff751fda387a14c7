import type { Browser, Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, sessionOf, test } from './roles.ts';

const biobank = async (browser: Browser, baseURL: string | undefined): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    storageState: sessionOf('BIOBANK_MANAGER'),
  });
  return context.newPage();
};

test.describe('from a cohort to a shipped aliquot', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('RESEARCHER')) });

  test('a researcher asks, the committee approves, an aliquot is picked, shipped and received, and a result comes back', async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow();
    const study = 'Frozen tumour of the browser test';
    await page.goto('/research/cohorts?a=sex:female');
    await page.waitForLoadState('networkidle');
    await page.getByRole('link', { name: 'Request specimens' }).click();
    const asking = page.getByRole('dialog', { name: 'Request specimens' });
    await expect(asking.getByText(/^Of the cohort/)).toBeVisible();
    await asking.getByRole('combobox', { name: 'Biobank of' }).fill('Model National');
    await page.getByRole('listbox').getByRole('option').first().click();
    await asking.getByRole('textbox', { name: 'Study' }).fill(study);
    await asking.getByRole('textbox', { name: 'Purpose' }).fill('To try the way of a specimen.');
    expect(await faultsOf(page)).toEqual([]);
    await asking.getByRole('button', { name: 'Send the request' }).click();
    await expect(asking).toHaveCount(0);
    await page.getByRole('link', { name: study }).click();
    await expect(page.getByText('Waits for the committee')).toBeVisible();
    const asked = page.url();

    const desk = await biobank(browser, baseURL);
    await desk.goto('/biobank/requests');
    await desk.getByRole('link', { name: study }).click();
    await desk.getByRole('button', { name: 'Record the committee’s decision' }).click();
    const deciding = desk.getByRole('dialog', { name: 'The committee’s decision' });
    await deciding.getByRole('textbox', { name: 'Members present' }).fill('Li, Wang');
    await deciding.getByRole('textbox', { name: 'Reason' }).fill('Sound.');
    await deciding.getByRole('button', { name: 'Approve' }).click();
    const eligible = desk.getByRole('table', { name: 'Aliquots that it could have' });
    await eligible.getByRole('checkbox').first().check();
    await desk.getByRole('button', { name: 'Reserve 1' }).click();
    const picking = desk.getByRole('table', { name: 'Picking list' });
    await expect(picking.getByRole('row').filter({ hasText: 'Reserved' })).toContainText(/[A-I]\d/);
    expect(await faultsOf(desk)).toEqual([]);
    const barcode = await picking.getByRole('link').first().innerText();
    await desk.getByRole('button', { name: 'Ship what is reserved' }).click();
    const shipping = desk.getByRole('dialog', { name: 'Ship what is reserved' });
    await shipping.getByRole('textbox', { name: 'Number of the manifest' }).fill('TEST-1');
    await shipping.getByRole('textbox', { name: 'Courier' }).fill('Cold chain');
    await shipping.getByRole('button', { name: 'Ship', exact: true }).click();
    await expect(desk.getByRole('table', { name: 'Manifest' })).toContainText(barcode);

    await page.goto(asked);
    await page.getByRole('button', { name: 'It arrived' }).click();
    await page.getByRole('textbox', { name: 'How it arrived' }).fill('Dry ice left');
    await page.getByRole('button', { name: 'Confirm receipt' }).click();
    await page.getByRole('button', { name: 'Bring a result back' }).click();
    await page.getByRole('textbox', { name: 'Examined' }).fill('EGFR');
    await page.getByRole('textbox', { name: 'Found' }).fill('L858R');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await desk.goto(`/biobank/specimens?q=${barcode}`);
    await desk.getByRole('link', { name: barcode, exact: true }).click();
    await expect(desk.getByRole('table', { name: 'Results brought back' })).toContainText('L858R');
    await expect(desk.getByRole('table', { name: 'Chain of custody' })).toContainText(
      'Received by the requester',
    );
    expect(await faultsOf(desk)).toEqual([]);
    await desk.context().close();
  });
});

test.describe('the storage', () => {
  test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('BIOBANK_MANAGER')) });

  test('a box is walked by the keyboard; a free position takes no barcode that nobody has', async ({
    page,
  }) => {
    await page.goto('/biobank/containers');
    for (const name of [/Biobank$/, /Freezer A/, /Shelf 1/, /Rack 1/, /Box 1\.1/])
      await page.getByRole('table').getByRole('link', { name }).click();
    const grid = page.getByRole('grid');
    await grid.getByRole('gridcell', { name: /^A1/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Position A2' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const free = page.getByRole('region', { name: 'Position I9 is free' });
    await free.getByRole('textbox', { name: 'Barcode of the specimen' }).fill('nobody');
    await free.getByRole('button', { name: 'Store here' }).click();
    await expect(page.getByRole('alert')).toContainText('no specimen nobody');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a rack scan that is wrong is told by line', async ({ page }) => {
    await page.goto('/biobank/containers');
    await page.getByRole('button', { name: 'Store a rack scan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Store a rack scan' });
    await dialog
      .getByRole('textbox', { name: 'Rows of the scan' })
      .fill('parent,barcode,position\nnone,nobody,A1\n');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await expect(dialog.getByRole('table', { name: 'Rows with a problem' })).toContainText('none');
    expect(await faultsOf(page)).toEqual([]);
  });
});
