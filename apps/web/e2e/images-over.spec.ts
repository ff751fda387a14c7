/** Contours, a segmentation and a dose of radiotherapy, each over the images that it was made on. */
import { randomInt } from 'node:crypto';
import {
  ctSlice,
  dicomFile,
  type Elements,
  multipart,
  pixels,
} from '../../../tests/dicom-files.ts';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { aPatient, open } from './own-patient.ts';
import { expect, test } from './roles.ts';

const csrf = { 'x-nodp-csrf': '1' };
const SIDE = 64;
const AXIAL = '1\\0\\0\\0\\1\\0';

/** Five slices of 64 × 64 at 1 mm, and what lies over the third of them, at z = -15. */
const filesOf = (study: string): Buffer[] => {
  const frame = `${study}.9`;
  const of = (modality: string, sopClass: string, number: number, more: Elements): Buffer =>
    dicomFile({
      ...ctSlice({ study, series: `${study}.${number}`, number: 1, patient: study }),
      '00080016': ['UI', sopClass],
      '00080060': ['CS', modality],
      '0008103E': ['LO', ''],
      '00200011': ['IS', String(number)],
      '00200052': ['UI', frame],
      ...more,
    });
  const slices = [1, 2, 3, 4, 5].map((number) =>
    dicomFile(
      ctSlice({
        ...{ study, series: `${study}.1`, number, patient: study },
        more: {
          '00200052': ['UI', frame],
          '00200032': ['DS', `0\\0\\${-5 * number}`],
          '00200037': ['DS', AXIAL],
          '00280030': ['DS', '1\\1'],
          '00280010': ['US', [SIDE]],
          '00280011': ['US', [SIDE]],
          '7FE00010': ['OW', pixels(SIDE, SIDE, (row, column) => 900 + row + column)],
        },
      }),
    ),
  );
  const contours = of('RTSTRUCT', '1.2.840.10008.5.1.4.1.1.481.3', 3, {
    '30060010': ['SQ', [{ '00200052': ['UI', frame] }]],
    '30060020': ['SQ', [{ '30060022': ['IS', '1'], '30060026': ['LO', 'Liver'] }]],
    '30060039': [
      'SQ',
      [
        {
          '3006002A': ['IS', '255\\0\\0'],
          '30060040': [
            'SQ',
            [
              {
                '30060042': ['CS', 'CLOSED_PLANAR'],
                '30060046': ['IS', '4'],
                '30060050': ['DS', '10\\10\\-15\\20\\10\\-15\\20\\30\\-15\\10\\30\\-15'],
              },
            ],
          ],
          '30060084': ['IS', '1'],
        },
      ],
    ],
  });
  const bits = Buffer.alloc((SIDE * SIDE) / 8);
  // Samples of columns 40 to 47 in rows 40 to 47: one byte of each row.
  for (let row = 40; row < 48; row++) bits[(row * SIDE + 40) / 8] = 0xff;
  const segmentation = of('SEG', '1.2.840.10008.5.1.4.1.1.66.4', 4, {
    '00280008': ['IS', '1'],
    '00280010': ['US', [SIDE]],
    '00280011': ['US', [SIDE]],
    '00280100': ['US', [1]],
    '00280101': ['US', [1]],
    '00280102': ['US', [0]],
    '00620001': ['CS', 'BINARY'],
    '00620002': ['SQ', [{ '00620004': ['US', [1]], '00620005': ['LO', 'Tumour'] }]],
    '52009229': [
      'SQ',
      [
        {
          '00209116': ['SQ', [{ '00200037': ['DS', AXIAL] }]],
          '00289110': ['SQ', [{ '00280030': ['DS', '1\\1'] }]],
        },
      ],
    ],
    '52009230': [
      'SQ',
      [
        {
          '00209113': ['SQ', [{ '00200032': ['DS', '0\\0\\-15'] }]],
          '0062000A': ['SQ', [{ '0062000B': ['US', [1]] }]],
        },
      ],
    ],
    '7FE00010': ['OB', bits],
  });
  const dose = of('RTDOSE', '1.2.840.10008.5.1.4.1.1.481.2', 5, {
    '00200032': ['DS', '0\\0\\-25'],
    '00200037': ['DS', AXIAL],
    '00280030': ['DS', '4\\4'],
    '00280008': ['IS', '2'],
    '00280010': ['US', [16]],
    '00280011': ['US', [16]],
    '00280101': ['US', [16]],
    '00280102': ['US', [15]],
    '30040002': ['CS', 'GY'],
    '3004000C': ['DS', '0\\20'],
    '3004000E': ['DS', '0.01'],
    // Highest in the middle: 60 Gy on both levels.
    '7FE00010': [
      'OW',
      pixels(32, 16, (row, column) =>
        Math.max(0, Math.round(6_000 - 800 * Math.hypot((row % 16) - 8, column - 8))),
      ),
    ],
  });
  return [...slices, contours, segmentation, dose];
};

test('contours, a segmentation and a dose are drawn over their images', async ({
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
      description: 'CT for radiotherapy',
    } as Parameters<typeof aPatient>[2][number],
  ]);
  const archive = await browser.newContext({ baseURL: baseURL as string });
  await archive.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const { body, contentType } = multipart(filesOf(study));
  const sent = await archive.request.post('/dicom-web/studies', {
    headers: { ...csrf, 'content-type': contentType },
    data: body,
  });
  expect(sent.status(), await sent.text()).toBe(200);
  await archive.close();

  const page = await open(browser, person.name, 'Imaging');
  const path = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
  await page.goto(`${path}/images/${study}?rendering=cpu`);
  await expect(page.locator('[data-ready=true]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Image 3 of 5').first()).toBeVisible();
  const over = page.getByRole('group', { name: 'Shown over the images' });
  for (const name of [/^RTSTRUCT/, /^SEG/, /^RTDOSE/])
    await over.getByRole('button', { name }).click();
  const drawn = page.getByRole('img', { name: /^Over the image: / });
  await expect(drawn).toHaveAccessibleName(/Liver, Tumour, 57\.0 Gy \(95 %\), 48\.0 Gy/, {
    timeout: 60_000,
  });

  // A contour from 10, 10 to 20, 30 mm on pixels of 1 mm: its share of the picture as it is drawn.
  const [liver, tumour, all] = await Promise.all([
    drawn.locator('[data-name=Liver]').evaluate(boxOf),
    drawn.locator('[data-name=Tumour]').evaluate(boxOf),
    page.locator('[data-ready=true]').first().evaluate(boxOf),
  ]);
  const pixel = Math.min(all.width, all.height) / SIDE;
  expect(liver.width / pixel).toBeCloseTo(10, 1);
  expect(liver.height / pixel).toBeCloseTo(20, 1);
  // Samples of columns and rows 40 to 47: half a sample further on each side.
  expect(tumour.width / pixel).toBeCloseTo(8, 1);
  expect((tumour.x - liver.x) / pixel).toBeCloseTo(29.5, 1);
  expect((tumour.y - liver.y) / pixel).toBeCloseTo(29.5, 1);

  // On the next slice there is dose, and neither contour nor segment.
  await page.locator('section[tabindex]').first().press('ArrowDown');
  await expect(drawn).toHaveAccessibleName(/^Over the image: 57\.0 Gy/);
  await expect(page.getByText('Liver (not on this image)')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(layoutFaults)).toEqual([]);
});

const boxOf = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};
