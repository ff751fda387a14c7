import { ABORT, DimseFault, MOST_PDU, PDU, pduOf } from './pdu.ts';

/** What a peer proposes to exchange under a number of its own. */
interface Proposed {
  readonly id: number;
  readonly abstract: string;
  readonly syntaxes: readonly string[];
}

/** A-ASSOCIATE-RQ (PS3.8 9.3.2), as far as it is needed here. */
export interface AssociationRequest {
  readonly called: string;
  readonly calling: string;
  readonly contexts: readonly Proposed[];
}

/** A presentation context that was agreed on. */
export interface Context {
  readonly abstract: string;
  readonly syntax: string;
}

export const VERIFICATION = '1.2.840.10008.1.1';
const APPLICATION = '1.2.840.10008.3.1.1.1';
/** Which program answers: a UID of our own by PS3.5 annex B.2, as in the files it writes. */
const IMPLEMENTATION = '2.25.266407331271047265286016371052081436261';

/** Classes that are stored: those of PS3.4 annex B, whose bytes are kept whatever they hold. */
const STORED = /^1\.2\.840\.10008\.5\.1\.4\.(1\.1\.|34\.(7|10)$|4[345]\.1$)/;
const EXPLICIT = '1.2.840.10008.1.2.1';
const IMPLICIT = '1.2.840.10008.1.2';
/** Encodings that the store reads; pixels that lie at another address (JPIP) are none. */
const READ = /^1\.2\.840\.10008\.1\.2(\.1|\.2|\.1\.99|\.5|\.4\.(?!94$|95$|20[45]$)\d{2,3})?$/;

const text = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\0 ]+$/, '')
    .trim();

/** Items of a unit: type, a byte, length, value. */
const itemsOf = (bytes: Buffer): { readonly type: number; readonly value: Buffer }[] => {
  const items: { type: number; value: Buffer }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = at + 4 > bytes.length ? Number.POSITIVE_INFINITY : bytes.readUInt16BE(at + 2);
    if (at + 4 + length > bytes.length)
      throw new DimseFault(ABORT.parameter, 'An item of the request is cut off.');
    items.push({ type: bytes[at] as number, value: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return items;
};

/** Reads who asks to be associated, and for what. @throws DimseFault */
export const readRequest = (body: Buffer): AssociationRequest => {
  if (body.length < 68) throw new DimseFault(ABORT.parameter, 'The request is cut off.');
  const contexts = itemsOf(body.subarray(68))
    .filter(({ type }) => type === 0x20)
    .map(({ value }): Proposed => {
      if (value.length < 4) throw new DimseFault(ABORT.parameter, 'A context is cut off.');
      const parts = itemsOf(value.subarray(4));
      const ofType = (type: number) =>
        parts.filter((part) => part.type === type).map((part) => text(part.value));
      return { id: value[0] as number, abstract: ofType(0x30)[0] ?? '', syntaxes: ofType(0x40) };
    });
  return { called: text(body.subarray(4, 20)), calling: text(body.subarray(20, 36)), contexts };
};

/** Results of a context (PS3.8 table 9-18). */
const RESULT = { accepted: 0, noClass: 3, noSyntax: 4 } as const;

const judged = ({ abstract, syntaxes }: Proposed) => {
  if (abstract !== VERIFICATION && !STORED.test(abstract)) return { result: RESULT.noClass };
  const read = syntaxes.filter((one) => READ.test(one));
  // Who offers both says with the explicit one what private attributes are.
  const [syntax] = read.includes(EXPLICIT) ? read.filter((one) => one !== IMPLICIT) : read;
  return syntax === undefined
    ? { result: RESULT.noSyntax }
    : { result: RESULT.accepted, context: { abstract, syntax } };
};

const item = (type: number, value: Uint8Array): Buffer => {
  const head = Buffer.alloc(4);
  head[0] = type;
  head.writeUInt16BE(value.byteLength, 2);
  return Buffer.concat([head, value]);
};

/** What is agreed on: the answer A-ASSOCIATE-AC, and the contexts by their numbers. */
export const accepted = (
  request: Buffer,
  { contexts }: Pick<AssociationRequest, 'contexts'>,
): { readonly answer: Buffer; readonly agreed: ReadonlyMap<number, Context> } => {
  const agreed = new Map<number, Context>();
  const results = contexts.map((proposed) => {
    const { result, context } = judged(proposed);
    if (context !== undefined) agreed.set(proposed.id, context);
    const syntax = context?.syntax ?? IMPLICIT;
    return item(
      0x21,
      Buffer.concat([Buffer.from([proposed.id, 0, result, 0]), item(0x40, Buffer.from(syntax))]),
    );
  });
  const longest = Buffer.alloc(4);
  longest.writeUInt32BE(MOST_PDU);
  const user = Buffer.concat([
    item(0x51, longest),
    item(0x52, Buffer.from(IMPLEMENTATION)),
    item(0x55, Buffer.from('NODP')),
  ]);
  const body = Buffer.concat([
    Buffer.from([0, 1, 0, 0]),
    // Both titles come back as they were sent (PS3.8 9.3.3).
    request.subarray(4, 36),
    Buffer.alloc(32),
    item(0x10, Buffer.from(APPLICATION)),
    ...results,
    item(0x50, user),
  ]);
  return { answer: pduOf(PDU.accept, body), agreed };
};

/** Why nobody is associated (PS3.8 table 9-21): of whom, by whom, for what. */
export const REJECTION = {
  callingUnknown: [1, 1, 3],
  calledUnknown: [1, 1, 7],
  busy: [2, 3, 1],
} as const;

export const rejected = ([result, source, reason]: readonly [number, number, number]): Buffer =>
  pduOf(PDU.reject, Buffer.from([0, result, source, reason]));
