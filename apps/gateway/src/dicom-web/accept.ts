/** A media type that a client takes (PS3.18 8.7): of multipart/related, that of its parts. */
export interface Accepted {
  readonly multipart: boolean;
  /** `application/dicom`, `image/*`, … */
  readonly type: string;
  /** A UID, `*`, or nothing. */
  readonly transferSyntax: string;
}

const unquoted = (text: string): string => text.trim().replace(/^"(.*)"$/, '$1');

/** Commas and semicolons within quotes part nothing. */
const parted = (text: string, by: ',' | ';'): string[] =>
  text.match(by === ',' ? /(?:"[^"]*"|[^",])+/g : /(?:"[^"]*"|[^";])+/g) ?? [];

/** What is accepted, best first: the parameter `accept` of an address goes before the header. */
export const acceptedOf = (request: Request): readonly Accepted[] => {
  const { searchParams } = new URL(request.url);
  const said = searchParams.get('accept') ?? request.headers.get('accept') ?? '*/*';
  return parted(said.slice(0, 4_000), ',')
    .map((range) => {
      const [type = '', ...rest] = parted(range, ';');
      const parameters = new Map(
        rest.map((one) => {
          const [name = '', ...value] = one.split('=');
          return [name.trim().toLowerCase(), unquoted(value.join('='))] as const;
        }),
      );
      const multipart = type.trim().toLowerCase() === 'multipart/related';
      return {
        multipart,
        type: (multipart ? (parameters.get('type') ?? '*/*') : type.trim()).toLowerCase(),
        transferSyntax: parameters.get('transfer-syntax') ?? '',
        quality: Number(parameters.get('q') ?? 1),
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ quality: _, ...accepted }) => accepted);
};

/** Whether a media range holds a type. */
export const holds = (range: string, type: string): boolean =>
  range === '*/*' ||
  range === type ||
  (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
