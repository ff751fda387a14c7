import { Readable } from 'node:stream';
import { refuse } from '../endpoints/json.ts';

/** What is not there and what may not be seen are told alike. */
export const notThere = (): Response =>
  refuse(
    404,
    'There is no such study, series or instance that you may see.',
    '没有您可查看的该检查、序列或实例。',
  );
export const notAcceptable = (): Response =>
  refuse(
    406,
    'It is not there in a form that the request accepts: accept transfer-syntax=*, or what is stored.',
    '没有请求所接受的格式：请使用 transfer-syntax=* 或已存储的传输语法。',
  );

/** An answer that is sent as it is made. */
export const streamed = (
  parts: AsyncIterable<Uint8Array | string>,
  headers: Record<string, string>,
): Response =>
  new Response(Readable.toWeb(Readable.from(parts, { objectMode: false })) as unknown as BodyInit, {
    headers: { 'cache-control': 'no-store', ...headers },
  });

/** The media type of a frame in a transfer syntax (PS3.18 table 8.7.3-5). */
export const mediaOf = (transferSyntax: string): string => {
  const last = transferSyntax.replace('1.2.840.10008.1.2.', '');
  if (['4.50', '4.51', '4.57', '4.70'].includes(last)) return 'image/jpeg';
  if (last === '4.80' || last === '4.81') return 'image/jls';
  if (last === '4.90' || last === '4.91') return 'image/jp2';
  if (['4.201', '4.202', '4.203'].includes(last)) return 'image/jphc';
  if (last === '5') return 'image/dicom-rle';
  return 'application/octet-stream';
};
