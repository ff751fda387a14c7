/** RT Structure Set (PS3.3 A.19): contours in mm of the patient, slice by slice. */
import type { Instance } from '../stage/instance.ts';
import { COLOURS, colourOf, item, items, number, numbers, text } from './attributes.ts';
import { type Overlay, pathOf } from './outline.ts';
import { type Place, placeOn } from './plane.ts';

/** @throws RangeError where it is told apart for its length: a structure that lacks a contour looks smaller than it is */
const pointsOf = (contour: Instance): readonly number[] => {
  if (contour['30060050']?.BulkDataURI !== undefined)
    throw new RangeError('A contour is too long to be drawn.');
  return numbers(contour, '30060050');
};

/** The contours of a set, as they cross a picture. */
export const contoursOf = (set: Instance): Overlay => {
  const names = new Map(
    items(set, '30060020').map((roi) => [number(roi, '30060022'), text(roi, '30060026')]),
  );
  const frames = item(set, '30060010');
  const structures = items(set, '30060039').map((roi, i) => {
    const of = number(roi, '30060084');
    return {
      key: String(of ?? i),
      name: names.get(of) || `ROI ${of ?? i + 1}`,
      colour: colourOf(numbers(roi, '3006002A'), COLOURS[i % COLOURS.length] as string),
      contours: items(roi, '30060040').map((contour) => ({
        isClosed: text(contour, '30060042').startsWith('CLOSED'),
        points: pointsOf(contour),
      })),
    };
  });
  return {
    frameOfReference: text(frames, '00200052') || text(set, '00200052'),
    outlinesOn: (picture, step) =>
      structures.map(({ key, name, colour, contours }) => {
        const paths = contours.flatMap(({ isClosed, points }) => {
          const places = Array.from(
            { length: Math.floor(points.length / 3) },
            (_, i): Place =>
              placeOn(picture, [
                points[3 * i] ?? 0,
                points[3 * i + 1] ?? 0,
                points[3 * i + 2] ?? 0,
              ]),
          );
          // A contour belongs to the picture that it was drawn on: the one it lies nearest to.
          const lies = places.every(({ above }) => Math.abs(above) <= step / 2 + 1e-3);
          return places.length > 0 && lies ? [pathOf(places, isClosed)] : [];
        });
        return { key, name, colour, path: paths.join('') };
      }),
  };
};
