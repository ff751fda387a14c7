import type { Principal } from '@nodp/database';
import {
  type Drawing,
  holderOf,
  type Named,
  NotDrawn,
  representative,
  TooManyDrawn,
  windowOf,
} from '@nodp/subgraph-imaging/dicom';
import { refuse } from '../endpoints/json.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { acceptedOf, holds } from './accept.ts';
import { notThere } from './forms.ts';
import { type DicomServices, type NoteAccess, polling } from './services.ts';

/** Pixels of a side of a picture that is made. */
const LARGEST = 4_096;
const THUMBNAIL = 128;

const numbers = (text: string): number[] => text.split(',').map((part) => Number.parseFloat(part));

type Refused = { readonly en: string; readonly zh: string };

const refusal = (name: string, en: string, zh: string): Refused => ({
  en: `${name}: ${en}`,
  zh: `${name}：${zh}`,
});

/** Reads how a picture is to be made (PS3.18 8.3.5.1); what is wrong with the address, where something is. */
const drawingOf = (
  request: Request,
  frame: number | null,
  thumbnail: boolean,
): Drawing | Refused => {
  const { searchParams } = new URL(request.url);
  const [types, png, jpeg] = [acceptedOf(request), 'image/png', 'image/jpeg'] as const;
  const liked = types.flatMap(({ type }) => [jpeg, png].filter((one) => holds(type, one)))[0];
  if (liked === undefined)
    return refusal('accept', 'image/jpeg or image/png', 'image/jpeg 或 image/png');
  const drawing = { frame, type: liked, window: null, viewport: null, quality: 90 };
  const quality = Number(searchParams.get('quality') ?? 90);
  if (!Number.isInteger(quality) || quality < 1 || quality > 100)
    return refusal('quality', 'a whole number from 1 to 100', '1 至 100 的整数');
  const said = searchParams.get('window');
  const [center = Number.NaN, width = Number.NaN] = numbers(said ?? '');
  const window = said === null ? null : windowOf(center, width, said.split(',')[2] ?? '');
  if (said !== null && window === null)
    return refusal('window', 'center,width,linear|linear-exact|sigmoid', '窗位,窗宽,函数');
  const asked = searchParams.get('viewport');
  if (asked === null)
    return {
      ...{ ...drawing, window, quality },
      viewport: thumbnail ? { width: THUMBNAIL, height: THUMBNAIL, part: null } : null,
    };
  const [w = 0, h = 0, ...part] = numbers(asked);
  const fits = (side: number) => Number.isInteger(side) && side >= 1 && side <= LARGEST;
  const sound = part.length === 0 || (part.length === 4 && part.every((one) => one >= 0));
  if (!fits(w) || !fits(h) || !sound)
    return refusal(
      'viewport',
      `width,height[,x,y,width,height], each side at most ${LARGEST}`,
      '宽,高[,x,y,宽,高]',
    );
  const [x = 0, y = 0, wide = 0, high = 0] = part;
  const seen = part.length === 0 ? null : ([x, y, wide, high] as const);
  return { ...drawing, window, quality, viewport: { width: w, height: h, part: seen } };
};

/** Rendered frames and thumbnails: what is drawn is drawn in a thread of its own. */
export const pictures =
  (services: DicomServices, note: NoteAccess) =>
  async (
    request: Request,
    caller: Caller,
    principal: Principal,
    {
      named,
      frame,
      thumbnail,
    }: { readonly named: Named; readonly frame: number | null; readonly thumbnail: boolean },
  ): Promise<Response> => {
    const drawing = drawingOf(request, frame, thumbnail);
    if ('en' in drawing)
      return refuse(drawing.en.startsWith('accept') ? 406 : 400, drawing.en, drawing.zh);
    const row = await polling(
      services,
      principal,
      caller,
      'GET /dicom-web rendered',
      async (session) => {
        const holder = await holderOf(session, named.study);
        const found = holder === null ? null : await representative(session, holder, named);
        if (holder !== null && found !== null) await note(session, named.study, holder.patientId);
        return found;
      },
    );
    if (row === null) return notThere();
    const key = JSON.stringify(drawing);
    const { hash } = await import('node:crypto');
    const etag = `"${hash('sha256', `${row.sha256} ${key}`).slice(0, 32)}"`;
    // A picture of the same bytes is the same; whether it may be seen is asked again each time.
    const headers = {
      etag,
      'cache-control': 'private, no-cache',
      vary: 'accept, cookie, authorization',
    };
    if (request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers });
    try {
      const picture = await services.drawer.draw({
        sha256: row.sha256,
        frames: row.frames,
        task: { drawing },
      });
      return new Response(Uint8Array.from(picture), {
        headers: { ...headers, 'content-type': drawing.type },
      });
    } catch (error) {
      if (error instanceof TooManyDrawn)
        return refuse(503, 'Too many pictures are asked for at once.', '同时请求的图像过多。', {
          'retry-after': '2',
        });
      if (error instanceof NotDrawn) return refuse(409, error.message, '该实例无法显示为图像。');
      throw error;
    }
  };
