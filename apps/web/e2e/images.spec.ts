/** From STOW to the patient page: images that a hospital's archive sends are looked through by keyboard and through windows. */
import { randomInt } from 'node:crypto';
import { ctSlice, dicomFile, multipart, pixels } from '../../../tests/dicom-files.ts';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { aPatient, open } from './own-patient.ts';
import { expect, test } from './roles.ts';

const csrf = { 'x-nodp-csrf': '1' };
const SIDE = 128;

/** A body with a lesion that grows from slice to slice: water in air, a brighter disc within. */
const drawn = (number: number) =>
  pixels(SIDE, SIDE, (row, column) => {
    const from = (y: number, x: number) => Math.hypot(row - y, column - x);
    if (from(64, 64) > 56) return 0;
    return from(50, 84) < number * 3 ? 1_120 : 1_040;
  });

test('images sent by STOW-RS are looked through on the patient’s page', async ({
  browser,
  baseURL,
}) => {
  const study = `2.25.${randomInt(2 ** 40)}`;
  const person = await aPatient(browser, baseURL, [
    {
      resourceType: 'ImagingStudy',
      id: 'ct',
      status: 'available',
      identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${study}` }],
      started: '2026-03-01T09:30:00+08:00',
      description: 'CT of the chest',
    } as Parameters<typeof aPatient>[2][number],
  ]);
  const archive = await browser.newContext({ baseURL: baseURL as string });
  await archive.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const size = { '00280010': ['US', [SIDE]], '00280011': ['US', [SIDE]] } as const;
  const { body, contentType } = multipart(
    [1, 2, 3, 4, 5].map((number) =>
      dicomFile(
        ctSlice({
          ...{ study, series: `${study}.1`, number, patient: study },
          more: { ...size, '7FE00010': ['OW', drawn(number)] },
        }),
      ),
    ),
  );
  const sent = await archive.request.post('/dicom-web/studies', {
    headers: { ...csrf, 'content-type': contentType },
    data: body,
  });
  expect(sent.status(), await sent.text()).toBe(200);
  await archive.close();

  const page = await open(browser, person.name, 'Imaging');
  const thumbnail = page.getByRole('button', { name: 'View series 2 Lung 1.0' });
  await expect(thumbnail).toContainText('5 images');
  await expect
    .poll(() => thumbnail.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(128);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))]).toEqual([]);
  }
  await thumbnail.click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByText('Image 3 of 5')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(viewer.getByText('Image 4 of 5')).toBeVisible();
  await page.keyboard.press('End');
  await expect(viewer.getByText('Image 5 of 5')).toBeVisible();
  const picture = viewer.getByRole('img', { name: 'Image 5 of 5' });
  await viewer.getByLabel('Window').click();
  await page.getByRole('option', { name: 'Lung' }).click();
  await expect(picture).toHaveAttribute('src', /window=-600,1500,linear/);
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.complete, img.naturalWidth]))
    .toEqual([true, SIDE]);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))]).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await page.context().close();
  await person.close();
});
