/** Cornerstone3D set up once: pictures come from the platform decoded, so that no decoder and no WebAssembly runs here. */
import { imageLoader, init as initCore, metaData, type Types } from '@cornerstonejs/core';
import {
  addTool,
  annotation,
  BidirectionalTool,
  EllipticalROITool,
  init as initTools,
  LengthTool,
  PanTool,
  StackScrollTool,
  WindowLevelTool,
  ZoomTool,
} from '@cornerstonejs/tools';
import type { Picture } from './instance.ts';
import { loadPixels } from './load-image.ts';

const pictures = new Map<string, Picture>();

/** Pictures that viewports may draw from now on. */
export const announce = (all: readonly Picture[]): void => {
  for (const one of all) pictures.set(one.imageId, one);
};

export const pictureOf = (imageId: string): Picture | undefined => pictures.get(imageId);

const windowOf = (picture: Picture, min: number, max: number) =>
  picture.window ?? { centre: (min + max) / 2, width: Math.max(1, max - min) };

const load = async (imageId: string): Promise<Types.IImage> => {
  const picture = pictures.get(imageId);
  if (picture === undefined) throw new Error(`No picture is announced as ${imageId}.`);
  const { values, min, max, rows, columns, isColour } = await loadPixels(picture);
  const { centre, width } = windowOf(picture, min, max);
  const [rowPixelSpacing, columnPixelSpacing] = picture.spacing;
  return {
    ...{ imageId, minPixelValue: min, maxPixelValue: max, slope: 1, intercept: 0 },
    ...{ windowCenter: isColour ? 128 : centre, windowWidth: isColour ? 256 : width },
    ...{ getPixelData: () => values, rows, columns, height: rows, width: columns },
    ...{ color: isColour, rgba: isColour, numberOfComponents: isColour ? 4 : 1 },
    ...{ rowPixelSpacing, columnPixelSpacing, invert: picture.inverted && !isColour },
    sizeInBytes: values.byteLength,
    dataType: values.constructor.name,
    photometricInterpretation: isColour ? 'RGB' : 'MONOCHROME2',
  } as unknown as Types.IImage;
};

const modules = (picture: Picture): Readonly<Record<string, object>> => ({
  imagePixelModule: {
    ...{ samplesPerPixel: picture.grey ? 1 : 3, bitsAllocated: picture.grey ? 16 : 8 },
    ...{ bitsStored: picture.grey ? 16 : 8, highBit: picture.grey ? 15 : 7 },
    pixelRepresentation: picture.grey ? 1 : 0,
    photometricInterpretation: picture.grey ? 'MONOCHROME2' : 'RGB',
    ...{ rows: picture.rows, columns: picture.columns },
  },
  imagePlaneModule: {
    frameOfReferenceUID: picture.series,
    ...{ rows: picture.rows, columns: picture.columns },
    imageOrientationPatient: [...picture.alongRow, ...picture.alongColumn],
    ...{ rowCosines: [...picture.alongRow], columnCosines: [...picture.alongColumn] },
    imagePositionPatient: [...picture.origin],
    ...{ rowPixelSpacing: picture.spacing[0], columnPixelSpacing: picture.spacing[1] },
    pixelSpacing: [...picture.spacing],
    usingDefaultValues: false,
  },
  generalSeriesModule: { modality: picture.modality, seriesInstanceUID: picture.series },
  modalityLutModule: { rescaleSlope: 1, rescaleIntercept: 0 },
});

let started: Promise<void> | null = null;

const start = async (byCpu: boolean): Promise<void> => {
  await initCore({ rendering: { useCPURendering: byCpu } } as Parameters<typeof initCore>[0]);
  initTools();
  metaData.addProvider((type: string, imageId: unknown) => {
    const picture = typeof imageId === 'string' ? pictures.get(imageId) : undefined;
    return picture && modules(picture)[type];
  }, 10_000);
  imageLoader.registerImageLoader('nodp', (imageId: string) => ({
    promise: load(imageId),
  }));
  for (const tool of [
    ...[LengthTool, BidirectionalTool, EllipticalROITool],
    ...[ZoomTool, PanTool, WindowLevelTool, StackScrollTool],
  ])
    addTool(tool);
  const style = annotation.config.style.getDefaultToolStyles();
  annotation.config.style.setDefaultToolStyles({
    ...style,
    global: { ...style.global, lineWidth: '2', textBoxFontSize: '14px' },
  });
};

/**
 * Starts it, at the first viewport; graphics cards are used where there are any.
 * @param byCpu draws without them though there is one
 */
export const startCornerstone = (byCpu: boolean): Promise<void> => {
  started ??= start(byCpu);
  return started;
};
