import * as v from 'valibot';

/** Whom messages by MLLP come from, and the system account that they are taken in as. */
export interface MllpSender {
  /** Null for every port. */
  readonly port: number | null;
  /** MSH-3, and MSH-4; `*` for any. */
  readonly application: string;
  readonly facility: string;
  readonly account: string;
  /** Of messages that do not say theirs (MSH-18); null for UTF-8. */
  readonly charset: string | null;
}

const SENDER =
  /^(?:(\d{1,5})\/)?([^@=;/]+)@([^@=;]+)=(\S+?)(?:\s+charset=(utf-8|gb18030|gbk|big5|iso-8859-1))?$/i;

const senderIn = (text: string): MllpSender | null => {
  const [all, port, application, facility, account, charset] = SENDER.exec(text.trim()) ?? [];
  if (all === undefined || account === undefined) return null;
  return {
    port: port === undefined ? null : Number(port),
    application: (application ?? '').trim(),
    facility: (facility ?? '').trim(),
    account,
    charset: charset?.toLowerCase() ?? null,
  };
};

/** `LIS@SYSUCC=sysucc-lis; 2576/*@GDPH=gdph charset=gb18030`: parted by semicolons or line ends. */
export const mllpSenders = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(/[;\n]/)
      .filter((part) => part.trim() !== '')
      .map(senderIn),
  ),
  v.check((senders) => senders.length > 0 && senders.every((sender) => sender !== null)),
  v.transform((senders) => senders.filter((sender) => sender !== null)),
);

const PORTS = /^\d{1,5}(\s*,\s*\d{1,5}){0,19}$/;

/** One port, or several parted by commas. */
export const ports = v.pipe(
  v.string(),
  v.regex(PORTS),
  v.transform((text) => text.split(',').map(Number)),
  v.check((all) => all.every((port) => port <= 65_535)),
);
