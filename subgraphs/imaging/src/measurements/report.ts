import type { JsonDataSet } from '../dicom/json/dicom-json.ts';
import { textOf } from '../dicom/json/dicom-json.ts';
import { type WrittenSet, writePart10 } from '../dicom/part10/write.ts';
import {
  type Code,
  code,
  coded,
  container,
  graphic,
  image,
  item,
  MM,
  MM2,
  number,
  reference,
  SEPARATE,
  type Source,
  template,
} from './content-items.ts';
import type { Measured, MeasuredKind, PlaneOf, Point } from './geometry.ts';

/** A measurement as its report says it. */
export interface Reported {
  readonly kind: MeasuredKind;
  readonly plane: PlaneOf;
  readonly points: readonly Point[];
  readonly sizes: Measured;
  /** Mean and deviation of a region, in the units of the image; null where there are none. */
  readonly pixels: { readonly mean: number; readonly deviation: number } | null;
  readonly frame: number;
  /** Name of the lesion (tracking identifier); null where it is of none. */
  readonly lesion: string | null;
  /** SNOMED CT code of the organ and its English term; null where it is not known by a code. */
  readonly organ: { readonly code: string; readonly words: string } | null;
  readonly observer: string;
  /** When it was measured. */
  readonly at: Date;
  readonly uids: {
    readonly report: string;
    readonly series: string;
    readonly tracking: string;
  };
}

/** Comprehensive SR Storage. */
const REPORT_CLASS = '1.2.840.10008.5.1.4.1.1.88.33';

const distance = ([a, b]: readonly Point[], [row, column]: readonly [number, number]): number =>
  a === undefined || b === undefined ? 0 : Math.hypot((a[0] - b[0]) * column, (a[1] - b[1]) * row);

/** The ends of the long axis before those of the short one. */
const axesOf = (points: readonly Point[], spacing: readonly [number, number]) => {
  const [first, second] = [points.slice(0, 2), points.slice(2, 4)];
  return distance(first, spacing) >= distance(second, spacing)
    ? { long: first, short: second }
    : { long: second, short: first };
};

const sizesOf = (
  { kind, plane, points, sizes, pixels }: Reported,
  source: Source,
): WrittenSet[] => {
  const { longMm, shortMm, areaMm2 } = sizes;
  const axes = axesOf(points, plane.spacing ?? [1, 1]);
  if (kind === 'ELLIPSE') {
    const region = [graphic('ELLIPSE', [...axes.long, ...axes.short], source)];
    const hounsfield: Code = ["[hnsf'U]", 'UCUM', 'Hounsfield unit'];
    const density = (value: number, by: Code) =>
      number(['112031', 'DCM', 'Attenuation Coefficient'], value, hounsfield, [
        coded('HAS CONCEPT MOD', ['121401', 'DCM', 'Derivation'], by),
        ...region,
      ]);
    return [
      ...(areaMm2 === null ? [] : [number(['42798000', 'SCT', 'Area'], areaMm2, MM2, region)]),
      ...(pixels === null
        ? []
        : [
            density(pixels.mean, ['373098007', 'SCT', 'Mean']),
            density(pixels.deviation, ['386136009', 'SCT', 'Standard Deviation']),
          ]),
    ];
  }
  if (longMm === null) return [];
  if (kind === 'LENGTH')
    return [
      number(['410668003', 'SCT', 'Length'], longMm, MM, [graphic('POLYLINE', points, source)]),
    ];
  return [
    number(['103339001', 'SCT', 'Long Axis'], longMm, MM, [graphic('POLYLINE', axes.long, source)]),
    ...(shortMm === null
      ? []
      : [
          number(['103340004', 'SCT', 'Short Axis'], shortMm, MM, [
            graphic('POLYLINE', axes.short, source),
          ]),
        ]),
  ];
};

const pad = (value: number): string => String(value).padStart(2, '0');
const china = (at: Date) => new Date(at.getTime() + 8 * 3_600_000);
const dayOf = (at: Date): string =>
  `${china(at).getUTCFullYear()}${pad(china(at).getUTCMonth() + 1)}${pad(china(at).getUTCDate())}`;
const timeOf = (at: Date): string =>
  `${pad(china(at).getUTCHours())}${pad(china(at).getUTCMinutes())}${pad(china(at).getUTCSeconds())}`;

/** Attributes of patient and study that the report shares with its image, so that both are found as one study. */
const SHARED = [
  ...[
    ['00080020', 'DA'],
    ['00080030', 'TM'],
    ['00080050', 'SH'],
    ['00080090', 'PN'],
  ],
  ...[
    ['00081030', 'LO'],
    ['00100010', 'PN'],
    ['00100020', 'LO'],
    ['00100030', 'DA'],
  ],
  ...[
    ['00100040', 'CS'],
    ['0020000D', 'UI'],
    ['00200010', 'SH'],
  ],
] as const satisfies readonly (readonly [string, string])[];

/** Written where the image has no value: these are asked of every instance, if only empty (type 2). */
const shared = (source: JsonDataSet): WrittenSet =>
  Object.fromEntries(
    SHARED.flatMap(([tag, vr]) => {
      const text = textOf(source, tag);
      return text === null && tag === '00081030' ? [] : [[tag, [vr, text ?? ''] as const]];
    }),
  );

/**
 * A measurement as a structured report of its own (PS3.16 TID 1500, 1501), in the study of its image.
 * @param source metadata of the image's instance
 */
export const measurementReport = (source: JsonDataSet, reported: Reported): Buffer => {
  const { frame, lesion, organ, observer, at, uids } = reported;
  const text = (tag: string) => textOf(source, tag) ?? '';
  const of: Source = {
    sopClass: text('00080016'),
    sopUid: text('00080018'),
    frame,
    isMultiframe: Number(text('00280008') || 1) > 1,
  };
  const group = container(
    ['125007', 'DCM', 'Measurement Group'],
    [
      item('HAS OBS CONTEXT', 'TEXT', ['112039', 'DCM', 'Tracking Identifier'], {
        '0040A160': ['UT', lesion ?? uids.tracking],
      }),
      item('HAS OBS CONTEXT', 'UIDREF', ['112040', 'DCM', 'Tracking Unique Identifier'], {
        '0040A124': ['UI', uids.tracking],
      }),
      coded('CONTAINS', ['121071', 'DCM', 'Finding'], ['52988006', 'SCT', 'Lesion']),
      ...(organ === null
        ? []
        : [
            coded(
              'HAS CONCEPT MOD',
              ['363698007', 'SCT', 'Finding Site'],
              [organ.code, 'SCT', organ.words.slice(0, 64)],
            ),
          ]),
      ...sizesOf(reported, of),
    ],
    template('1501'),
  );
  return writePart10({
    ...shared(source),
    '00080016': ['UI', REPORT_CLASS],
    '00080018': ['UI', uids.report],
    '00080012': ['DA', dayOf(at)],
    '00080013': ['TM', timeOf(at)],
    '00080023': ['DA', dayOf(at)],
    '00080033': ['TM', timeOf(at)],
    '00080060': ['CS', 'SR'],
    '00080070': ['LO', 'NODP'],
    '00080201': ['SH', '+0800'],
    '0008103E': ['LO', 'Measurements'],
    '00081111': ['SQ', { items: [] }],
    '0020000E': ['UI', uids.series],
    '00200011': ['IS', '9000'],
    '00200013': ['IS', String(Math.floor(at.getTime() / 1000))],
    '0040A491': ['CS', 'COMPLETE'],
    '0040A493': ['CS', 'UNVERIFIED'],
    '0040A372': ['SQ', { items: [] }],
    '0040A375': [
      'SQ',
      {
        items: [
          {
            '0020000D': ['UI', text('0020000D')],
            '00081115': [
              'SQ',
              {
                items: [
                  {
                    '0020000E': ['UI', text('0020000E')],
                    '00081199': ['SQ', { items: [reference({ ...of, isMultiframe: false })] }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    '0040A040': ['CS', 'CONTAINER'],
    ...code('0040A043', ['126000', 'DCM', 'Imaging Measurement Report']),
    ...SEPARATE,
    ...template('1500'),
    '0040A730': [
      'SQ',
      {
        items: [
          coded(
            'HAS CONCEPT MOD',
            ['121049', 'DCM', 'Language of Content Item and Descendants'],
            ['en', 'RFC5646', 'English'],
          ),
          coded('HAS OBS CONTEXT', ['121005', 'DCM', 'Observer Type'], ['121006', 'DCM', 'Person']),
          item('HAS OBS CONTEXT', 'PNAME', ['121008', 'DCM', 'Person Observer Name'], {
            '0040A123': ['PN', observer.slice(0, 64)],
          }),
          coded(
            'HAS CONCEPT MOD',
            ['121058', 'DCM', 'Procedure reported'],
            ['363679005', 'SCT', 'Imaging procedure'],
          ),
          container(
            ['111028', 'DCM', 'Image Library'],
            [container(['126200', 'DCM', 'Image Library Group'], [image('CONTAINS', of)])],
          ),
          container(['126010', 'DCM', 'Imaging Measurements'], [group]),
        ],
      },
    ],
  });
};
