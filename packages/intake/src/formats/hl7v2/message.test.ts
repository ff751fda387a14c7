import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messagesOf } from './batch.ts';
import { decodeMessage } from './charset.ts';
import { dateOf, offsetIn } from './dates.ts';
import {
  locationOf,
  type Message,
  parseMessage,
  type Segment,
  separatorsOf,
  unescaped,
  valueAt,
  valuesOf,
} from './message.ts';

const parsed = (text: string): Message => {
  const message = parseMessage(text);
  if ('problem' in message) throw new Error(message.problem);
  return message;
};
const PID = 'MSH|^~\\&|LIS|H1\rPID|1||7^^^H1^MR~8^^^CHN^NI||王^小明';
const segment = (text: string, nth: number): Segment => parsed(text).segments[nth] as Segment;

test('fields are counted as HL7 counts them: MSH-1 is the separator itself', () => {
  const msh = segment(PID, 0);
  expect([valueAt(msh, 1).raw, msh.fields[2], valueAt(msh, 3).text]).toEqual(['|', '^~\\&', 'LIS']);
  expect(valuesOf(segment(PID, 1), 3).map((v) => [v.part(1), v.part(5)])).toEqual([
    ['7', 'MR'],
    ['8', 'NI'],
  ]);
});

test('a message says its own separators', () => {
  const message = parsed('MSH#!*\\&#LIS\rPID#1##7!!!H1!MR*8');
  expect(valuesOf(message.segments[1] as Segment, 3).map((v) => v.part(1))).toEqual(['7', '8']);
});

test.each(['', 'PID|1', 'MSH', 'MSH|^^~\\&', 'MSH ^~\\&', 'MSH|^|LIS'])(
  '%j is no message',
  (text) => expect(parseMessage(text)).toHaveProperty('problem'),
);

test('a line that begins no segment goes on with the text before it', () => {
  const obx = segment('MSH|^~\\&|L\nOBX|1|TX|1||first line\nsecond line\nOBX|2|TX|1||next', 1);
  expect(valueAt(obx, 5).text).toBe('first line\nsecond line');
});

test('two separators are enough; the others are those that HL7 recommends', () => {
  expect(separatorsOf('MSH|^~|LIS')).toEqual({
    ...{ field: '|', component: '^', repetition: '~', escape: '\\', sub: '&' },
  });
});

test('a line of text that looks like a segment’s name is text, and a segment may be its name alone', () => {
  const { segments } = parsed(
    'MSH|^~\\&|L\nOBX|1|TX|1||pain:\nCT3: stage II\nPV1\nOBX|2|TX|1||next',
  );
  expect(segments.map(({ name }) => name)).toEqual(['MSH', 'OBX', 'PV1', 'OBX']);
  expect(valueAt(segments[1] as Segment, 5).text).toBe('pain:\nCT3: stage II');
});

test.each([
  ['a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f', 'a|b^c&d~e\\f'],
  ['line\\.br\\line\\.sp2\\end', 'line\nline\n\nend'],
  ['\\H\\bold\\N\\ text', 'bold text'],
  ['\\XE78E8B\\', '王'],
  ['\\X0D0A\\', '\n'],
  ['1/18\\E\\', '1/18\\'],
  ['C:\\temp', 'C:\\temp'],
  ['\\Zxy\\', '\\Zxy\\'],
])('%j reads %j', (sent, read) =>
  expect(unescaped(sent, separatorsOf('MSH|^~\\&|') as never)).toBe(read),
);

test('two quotation marks say that there is nothing', () => {
  expect(valueAt(segment('MSH|^~\\&|L\rPID|1||7||""', 1), 5).text).toBeUndefined();
});

test('every text comes back through the escapes that its writer has to use', () => {
  const s = separatorsOf('MSH|^~\\&|') as never;
  const escaped = (text: string) =>
    text.replace(
      /[|^~\\&]/g,
      (sign) => `\\${{ '|': 'F', '^': 'S', '~': 'R', '\\': 'E', '&': 'T' }[sign]}\\`,
    );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(unescaped(escaped(text), s)).toBe(text);
    }),
  );
});

test('no text makes the parser throw', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'M',
      'S',
      'H',
      'P',
      'I',
      'D',
      '|',
      '^',
      '~',
      '\\',
      '&',
      '\r',
      '\n',
      '"',
      '王',
      'X',
      '4',
    ),
  });
  fc.assert(
    fc.property(text, (t) => {
      const message = parseMessage(`MSH|^~\\&|${t}`);
      if ('problem' in message) return;
      for (const s of message.segments)
        for (let f = 0; f < s.fields.length; f++)
          for (const v of valuesOf(s, f)) expect([v.text, v.part(2, 2)].length).toBe(2);
    }),
  );
});

test('places are named as the sender knows them', () => {
  const { segments } = parsed('MSH|^~\\&|L\rOBX|1\rOBX|2');
  expect(segments.map((s) => locationOf(s, 5))).toEqual(['MSH-5', 'OBX-5', 'OBX[2]-5']);
});

// 誠 is D5 5C in GB 18030: its second byte is a backslash.
const header = 'MSH|^~\\&|LIS|H1|||20260801||ORU^R01|1|P|2.5.1||||||';
const gb = (charset: string): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${header}${charset}\rPID|1||7||`),
    Buffer.from([0xd5, 0x5c]),
    Buffer.from('^x'),
  ]);

test('bytes are decoded whole by MSH-18 before they are parted', () => {
  const decoded = decodeMessage(gb('GB 18030-2000'));
  expect('text' in decoded && valueAt(segment(decoded.text, 1), 5).part(1)).toBe('誠');
});

test('where MSH-18 says nothing the sender’s own holds, and what does not fit is refused', () => {
  expect(decodeMessage(gb(''), 'gb18030')).toHaveProperty('text');
  expect(decodeMessage(gb(''))).toEqual({ problem: expect.stringContaining('MSH-18') });
  expect(decodeMessage(gb('UNICODE UTF-8'))).toHaveProperty('problem');
  expect(decodeMessage(gb('KLINGON'))).toEqual({ problem: expect.stringContaining('KLINGON') });
});

const batch = (count: string, files = '1') =>
  Buffer.from(
    `FHS|^~\\&|L\rBHS|^~\\&|L\r${header}\rPID|1||7\r${header}\rPID|1||8\rBTS|${count}\rFTS|${files}\r`,
  );

test('a batch is its messages, and its counts must agree', () => {
  const read = messagesOf(batch('2'));
  expect(
    'messages' in read && read.messages.map((m) => Buffer.from(m).toString().slice(-2)),
  ).toEqual(['7\r', '8\r']);
  expect(messagesOf(batch('3'))).toEqual({ problem: expect.stringContaining('BTS-1 says 3') });
  expect(messagesOf(batch('2', '2'))).toEqual({ problem: expect.stringContaining('FTS-1 says 2') });
  expect(messagesOf(batch(''))).toHaveProperty('messages');
});

test('a batch that is cut off is refused whole', () => {
  const whole = Buffer.from(batch('2')).toString();
  for (const cut of ['BTS', 'FTS'])
    expect(messagesOf(Buffer.from(whole.slice(0, whole.indexOf(cut))))).toHaveProperty('problem');
});

test('a sign that no text holds is left out, wherever it stands', () => {
  const read = parseMessage(`${header}\rPID\u0000|1||P7\u00007\u0000\r\u0000OBX|1`);
  expect('segments' in read && read.segments.map(({ fields }) => fields.slice(0, 4))).toEqual([
    expect.anything(),
    ['PID', '1', '', 'P77'],
    ['OBX', '1'],
  ]);
});

test('a mark of byte order and messages without a batch are read', () => {
  const read = messagesOf(Buffer.from(`\uFEFF${header}\r\n${header}\r\n`));
  expect('messages' in read && read.messages.length).toBe(2);
  expect(messagesOf(Buffer.from('hello'))).toHaveProperty('problem');
  expect(messagesOf(Buffer.from(`${header}\r${header}\r`), 1)).toEqual({
    problem: expect.stringContaining('more than 1 messages'),
  });
});

test('dates keep how precisely they were sent, and times the clock they were of', () => {
  expect(
    ['2014', '201410', '20141006', '2014100609', '20141006093100', '201410060931-0500'].map((t) =>
      dateOf(t),
    ),
  ).toEqual([
    '2014',
    '2014-10',
    '2014-10-06',
    '2014-10-06T09:00:00+08:00',
    '2014-10-06T09:31:00+08:00',
    '2014-10-06T09:31:00-05:00',
  ]);
  expect(dateOf('201410060931', offsetIn('20141006+0100'))).toBe('2014-10-06T09:31:00+01:00');
  expect(dateOf('yesterday')).toBe('yesterday');
});

test('a message that falls into more parts than any has is not taken apart', () => {
  expect(parseMessage(`${header}\r${'A\r'.repeat(200_001)}`)).toEqual({
    problem: expect.stringContaining('lines'),
  });
  expect(parseMessage(`${header}\rOBX|1|TX|1||${'~'.repeat(4_000_001)}`)).toEqual({
    problem: expect.stringContaining('repetitions'),
  });
  expect(parseMessage(`${header}\rOBX|1|TX|1||${'A\r'.repeat(100_000)}`)).toHaveProperty(
    'segments',
  );
});

test('lines that begin no message are of the message before them, however many they are', () => {
  const file = `${header}\r${'A\rNTE|1\r'.repeat(100_000)}${header}\rMS`;
  const read = messagesOf(Buffer.from(file));
  expect('messages' in read && read.messages.map(({ length }) => length)).toEqual([
    file.lastIndexOf('MSH'),
    file.length - file.lastIndexOf('MSH'),
  ]);
});
