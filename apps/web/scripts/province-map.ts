/** The province map, drawn when the app is built: from the operator's boundaries or the package's. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { BoundariesError, boundariesOf } from '../src/charts/map/drawing/boundaries.ts';
import { drawMap } from '../src/charts/map/drawing/draw-map.ts';

const name = 'virtual:province-map';

/** @param file GeoJSON of the operator's; the boundaries of `@esmjs/geo` where none is given */
export const provinceMap = (file: string | undefined): Plugin => ({
  name: 'nodp-province-map',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  async load(id) {
    if (id !== `\0${name}`) return null;
    return `export default ${JSON.stringify(drawMap(boundariesOf(await read(file))))}`;
  },
});

async function read(file: string | undefined): Promise<unknown> {
  if (!file) return (await import('@esmjs/geo')).china;
  try {
    return JSON.parse(await readFile(resolve(file), 'utf8'));
  } catch (error) {
    throw new BoundariesError(
      `NODP_MAP names ${file}, which cannot be read: ${(error as Error).message}`,
    );
  }
}
