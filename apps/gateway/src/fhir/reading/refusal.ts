import type { IssueCode } from '@nodp/record';

/** A question that is not answered, and why: an OperationOutcome with the status. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: IssueCode;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: IssueCode,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
