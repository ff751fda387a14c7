/** Messages of a made-up laboratory and hospital, for the tests of this folder. */
export const header = (type: string, id: string, at = '20260801120000'): string =>
  `MSH|^~\\&|LIS|H1|NODP|NCC|${at}||${type}|${id}|P|2.5.1||||||UNICODE UTF-8`;

export const pid = (
  number: string,
  rest = '王^小明||19600102|M|||广东省广州市天河区^^广州^广东省',
): string => `PID|1||${number}^^^H1^MR||${rest}`;

export const message = (...segments: string[]): string => `${segments.join('\r')}\r`;

export const laboratory = (id: string, number: string, ...results: string[]): string =>
  message(
    header('ORU^R01', id),
    pid(number),
    `OBR|1||F-${number}|CBC^血常规^L|||20260801`,
    ...results,
  );
