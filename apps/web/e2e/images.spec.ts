/** From STOW to a response by RECIST: images that a hospital's archive sends are looked through, compared and measured. */
import { randomInt } from 'node:crypto';
import type { Browser, Locator, Page } from '@playwright/test';
import { ctSlice, dicomFile, multipart, pixels } from '../../../tests/dicom-files.ts';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { aPatient, open } from './own-patient.ts';
import { expect, test } from './roles.ts';
import { weigh } from './weight.ts';

const csrf = { 'x-nodp-csrf': '1' };
const SIDE = 128;
/** mm: the picture is 84.67 mm wide, as in the case whose length is known. */
const SPACING = 0.661468;

/** A body with a lesion that grows from slice to slice: water in air, a brighter disc within. */
const drawn = (number: number) =>
  pixels(SIDE, SIDE, (row, column) => {
    const from = (y: number, x: number) => Math.hypot(row - y, column - x);
    if (from(64, 64) > 56) return 0;
    return from(50, 84) < number * 3 ? 1_120 : 1_040;
  });

interface Sent {
  readonly study: string;
  readonly day: string;
  readonly calibrated: boolean;
}

const send = async (browser: Browser, baseURL: string | undefined, all: readonly Sent[]) => {
  const archive = await browser.newContext({ baseURL: baseURL as string });
  await archive.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const files = all.flatMap(({ study, day, calibrated }) =>
    [1, 2, 3, 4, 5].map((number) =>
      dicomFile(
        ctSlice({
          ...{ study, series: `${study}.1`, number, patient: study, day },
          more: {
            '00280010': ['US', [SIDE]],
            '00280011': ['US', [SIDE]],
            '00200032': ['DS', `-42\\-42\\${-5 * number}`],
            '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
            ...(calibrated && { '00280030': ['DS', `${SPACING}\\${SPACING}`] as const }),
            '7FE00010': ['OW', drawn(number)],
          },
        }),
      ),
    ),
  );
  const { body, contentType } = multipart(files);
  const sent = await archive.request.post('/dicom-web/studies', {
    headers: { ...csrf, 'content-type': contentType },
    data: body,
  });
  expect(sent.status(), await sent.text()).toBe(200);
  await archive.close();
};

const withStudies = async (browser: Browser, baseURL: string | undefined, all: readonly Sent[]) => {
  const person = await aPatient(
    browser,
    baseURL,
    all.map(
      ({ study, day }, i) =>
        ({
          resourceType: 'ImagingStudy',
          id: `ct${i}`,
          status: 'available',
          identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${study}` }],
          started: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T09:30:00+08:00`,
          description: 'CT of the chest',
        }) as Parameters<typeof aPatient>[2][number],
    ),
  );
  await send(browser, baseURL, all);
  return person;
};

const newStudy = () => `2.25.${randomInt(2 ** 40)}`;

/** The address of the viewer, without a graphics card or as the browser has it. */
const openStudy = async (page: Page, study: string, rendering: 'cpu' | 'any') => {
  const path = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
  await page.goto(`${path}/images/${study}${rendering === 'cpu' ? '?rendering=cpu' : ''}`);
};

const stageOf = async (page: Page): Promise<Locator> => {
  const stage = page.locator('[data-ready=true]').first();
  await expect(stage).toBeVisible({ timeout: 30_000 });
  return stage;
};

/** Draws from one point to another, in shares of the smaller side; the length in mm that it has on a picture 84.67 mm wide. */
const draw = async (page: Page, [across, down]: readonly [number, number]): Promise<number> => {
  const box = await (await stageOf(page)).boundingBox();
  if (box === null) throw new Error('There is no stage.');
  const side = Math.min(box.width, box.height);
  const [dx, dy] = [Math.round(side * across), Math.round(side * down)];
  const [x, y] = [
    Math.round(box.x + box.width / 2 - dx / 2),
    Math.round(box.y + box.height / 2 - dy / 2),
  ];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 5 });
  await page.mouse.move(x + dx, y + dy, { steps: 5 });
  await page.mouse.up();
  return (Math.hypot(dx, dy) * SIDE * SPACING) / side;
};

test('images sent by STOW-RS are looked through on a page of their own', async ({
  browser,
  baseURL,
}) => {
  const study = newStudy();
  const person = await withStudies(browser, baseURL, [
    { study, day: '20260301', calibrated: false },
  ]);
  const page = await open(browser, person.name, 'Imaging');
  const thumbnail = page.getByRole('link', { name: 'View series 2 Lung 1.0' });
  await expect(thumbnail).toContainText('5 images');
  await expect
    .poll(() => thumbnail.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth), {
      // The first picture that the platform draws starts its thread.
      timeout: 30_000,
    })
    .toBe(SIDE);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))]).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await thumbnail.click();
  const stack = page.getByRole('region', { name: /^Images:/ });
  await stageOf(page);
  await expect(stack.getByText('Image 3 of 5')).toBeVisible();
  await stack.focus();
  await page.keyboard.press('ArrowDown');
  await expect(stack.getByText('Image 4 of 5')).toBeVisible();
  await page.keyboard.press('End');
  await expect(stack.getByText('Image 5 of 5')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByLabel('Window', { exact: true })).toContainText('Lung');
  // Without Pixel Spacing a length is no length in mm, and none of RECIST.
  await page.keyboard.press('l');
  await draw(page, [0.4, 0.175]);
  await expect(page.getByText('These pixels have no size')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as a lesion' })).toHaveCount(0);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))]).toEqual([]);
  }
  expect(refused).toEqual([]);
  await page.context().close();
  await person.close();
});

test('a lesion measured on the baseline is measured again on the next study, and answers by RECIST', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const [baseline, next] = [newStudy(), newStudy()];
  const person = await withStudies(browser, baseURL, [
    { study: baseline, day: '20260301', calibrated: true },
    { study: next, day: '20260426', calibrated: true },
  ]);
  const page = await open(browser, person.name, 'Imaging');
  await expect(page.getByRole('link', { name: 'View series 2 Lung 1.0' })).toHaveCount(2);
  await openStudy(page, baseline, 'cpu');
  await stageOf(page);
  await page.getByRole('region', { name: /^Images:/ }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('l');
  const panel = page.getByRole('complementary', { name: 'Measurements' });
  // 160 by 70 of 400: the case whose length is known to be 36.9665 mm.
  const length = await draw(page, [0.4, 0.175]);
  expect(Math.abs(length - 36.9665)).toBeLessThan(0.15);
  await expect(panel.getByRole('status')).toContainText(`${length.toFixed(1)} mm`);
  const kept = page.waitForResponse(
    (response) => response.url().endsWith('/dicom-web/measurements') && response.status() === 201,
  );
  await panel.getByRole('button', { name: 'Save as a lesion' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter a lesion' });
  await expect(dialog.getByLabel('Lesion')).toHaveValue('T1');
  await expect(dialog.getByLabel('Longest diameter, mm')).toHaveValue(
    String(Math.round(length * 10) / 10),
  );
  await dialog.getByLabel('Organ', { exact: true }).fill('Liver');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = (await (await kept).json()) as { longMm: number; calibration: string };
  expect(saved.calibration).toBe('PATIENT');
  expect(Math.abs(saved.longMm - length)).toBeLessThan(0.1);
  const measured = panel.getByRole('table', { name: 'Measured on this study' });
  await expect(measured).toContainText('T1');
  await expect(measured).toContainText('clinician');

  await openStudy(page, next, 'cpu');
  await stageOf(page);
  const followed = panel.getByRole('table', { name: 'Followed lesions' });
  await expect(followed).toContainText('T1');
  await followed.getByRole('button', { name: 'Measure T1' }).click();
  await expect(
    page.getByRole('region', { name: /^Images:/ }).getByText('Image 2 of 5'),
  ).toBeVisible();
  await draw(page, [0.2, 0.0875]);
  await panel.getByRole('button', { name: 'Save as T1' }).click();
  await expect(dialog.getByLabel('Lesion')).toHaveValue('T1');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const response = panel.getByRole('table', { name: 'Sum and response' });
  await expect(response.getByRole('row', { name: /2026-04-26/ })).toContainText('PR');

  await page.getByRole('button', { name: 'Compare with the prior' }).click();
  await expect(
    page.getByRole('region', { name: /^Prior:/ }).getByText('Image 2 of 5'),
  ).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))]).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await panel.getByRole('button', { name: 'Undo T1' }).click();
  await expect(panel.getByRole('table', { name: 'Measured on this study' })).toHaveCount(0);
  await expect(response.getByRole('row', { name: /2026-04-26/ })).toHaveCount(0);
  await page.context().close();
  await person.close();
});

test('the viewer’s code is fetched where it is opened, and nowhere else', async ({
  browser,
  baseURL,
}) => {
  const study = newStudy();
  const person = await withStudies(browser, baseURL, [
    { study, day: '20260301', calibrated: true },
  ]);
  const page = await open(browser, person.name, 'Imaging');
  const link = page.getByRole('link', { name: 'View series 2 Lung 1.0' });
  await expect(link).toBeVisible();
  const weight = await weigh(page);
  await link.click();
  await stageOf(page);
  // Cornerstone3D, five slices and the page of the viewer.
  expect(weight.total().kilobytes, weight.total().heaviest).toBeLessThan(1_400);
  expect(weight.total().kilobytes, weight.total().heaviest).toBeGreaterThan(500);
  await page.context().close();
  await person.close();
});
