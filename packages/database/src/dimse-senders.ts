import * as v from 'valibot';

/** Whom images by DIMSE come from, and the system account that they are taken in as. */
export interface DimseSender {
  /** Application entity titles of who calls and who is called; `*` for any. */
  readonly calling: string;
  readonly called: string;
  readonly account: string;
}

const SENDER = /^([^@=;/\\]{1,16})@([^@=;/\\]{1,16})=(\S+)$/;

const senderIn = (text: string): DimseSender | null => {
  const [all, calling, called, account] = SENDER.exec(text.trim()) ?? [];
  if (all === undefined || calling === undefined || called === undefined || account === undefined)
    return null;
  return { calling: calling.trim(), called: called.trim(), account };
};

/** `CT01@NODP=sysucc-pacs; *@GDPH=gdph-pacs`: parted by semicolons or line ends. */
export const dimseSenders = v.pipe(
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
