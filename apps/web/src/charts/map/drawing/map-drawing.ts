/** A drawn map: paths ready for an SVG, made when the app is built. */

/** A province on the map. Lengths in units of the map's view box. */
export type DrawnProvince = {
  /** GB/T 2260, six digits. */
  code: string;
  path: string;
  /** A point to stand for it: the middle of its largest part. */
  x: number;
  y: number;
  /** Too small to be hit with a pointer; shown with a disc about the point. */
  small: boolean;
  /** What of it lies in the inset; null where nothing does. */
  inset: string | null;
};

export type MapDrawing = {
  width: number;
  height: number;
  provinces: DrawnProvince[];
  /** Dashes in the South China Sea, on the map itself. */
  marks: string;
  /** The South China Sea in a frame of its own, as maps of the country have it. */
  inset: {
    x: number;
    y: number;
    width: number;
    height: number;
    marks: string;
    /** Its islands, as lines without length: a round cap makes them dots. */
    islands: string;
  };
};
