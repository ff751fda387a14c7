import { badInput } from '@nodp/graph';

/** Why something of the biobank was not done, by the word of the function that refused it. */
const WORDS: Readonly<Record<string, string>> = {
  UNKNOWN: 'Your biobank has no such specimen: scan it again. / 本库没有该样本：请重新扫描。',
  UNKNOWN_ACCESSION:
    'The hospital sent no specimen of this accession: correct it, or leave it empty. / 医院未上报该标本号：请改正或留空。',
  BARCODE_TAKEN: 'The barcode is in use already: give another. / 条码已被使用：请换一个。',
  NOT_HERE:
    'It is not in the biobank: shipped, used up or disposed of. / 该样本不在库中：已运出、用尽或销毁。',
  NOT_SO:
    'This cannot be said of it as it stands: look at its state first. / 以其当前状态不能做此登记：请先查看状态。',
  RESERVED:
    'It lies aside for a request: give it back there first. / 该样本已为某申请预留：请先在该申请中退回。',
  TOO_LITTLE: 'There is not as much left: take less. / 剩余量不足：请减少取用量。',
  MORE_THAN_TAKEN:
    'The parts are more than what is taken: correct one of the two. / 各份之和多于取用量：请改正其一。',
  OTHER_UNIT: 'Specimens of other units cannot be pooled. / 单位不同的样本不能混合。',
  UNKNOWN_PARENT: 'Your biobank has no such container to stand in. / 本库没有该上级容器。',
  UNKNOWN_CONTAINER: 'Your biobank has no such container. / 本库没有该容器。',
  WRONG_PARENT:
    'It stands in a wider container: a site holds freezers, those shelves, racks and boxes. / 只能放入上一级容器：场所 > 冰箱 > 层 > 架 > 盒。',
  NO_SUCH_POSITION:
    'The container has no such position: look at its rows and columns. / 该容器没有此位置：请查看其行列。',
  POSITION_TAKEN:
    'Another container stands there: choose a free position. / 该位置已有其他容器：请选择空位。',
  WRONG_TYPE:
    'The container does not take this type of specimen: choose another. / 该容器不接收此类样本：请换容器。',
  UNKNOWN_DONOR: 'Your biobank has no such donor. / 本库没有该捐献者。',
  UNKNOWN_INSTITUTION: 'There is no such institution. / 没有该机构。',
  TOO_MANY:
    'Fifty of your requests are open: wait until some are closed. / 您已有50个未完结申请：请等待部分完结。',
  NOT_WAITING:
    'The request does not wait for a decision: it was decided before, or is not yours. / 该申请不在待审状态：已有决定或不属于本库。',
  NOT_APPROVED:
    'The committee has not approved the request, or it was shipped already. / 委员会尚未批准该申请，或已发出。',
  EMPTY: 'Nothing lies aside for the request: reserve aliquots first. / 尚未预留样本：请先预留。',
  NUMBER_TAKEN: 'Another shipment has this number: give another. / 该运单号已被使用：请换一个。',
  NOT_UNDER_WAY: 'Nothing of the request is under way. / 该申请没有在途样本。',
  NOT_OF_REQUEST:
    'The request had no specimen of this barcode: look at its manifest. / 该申请中没有此条码的样本：请核对清单。',
};

const CONSENT: Readonly<Record<string, string>> = {
  NO_DONOR: 'no donor is known / 捐献者不明',
  NO_CONSENT: 'there is no consent / 无知情同意',
  WITHDRAWN: 'the consent was withdrawn / 已撤回同意',
  NOT_COVERED: 'the consent does not cover this use / 同意范围不含此用途',
  RESERVED: 'it lies aside for another request / 已为其他申请预留',
  NOT_STORED: 'it is not in its position / 不在库位',
  UNKNOWN: 'it is not of this biobank / 不属于本库',
};

export interface Refused {
  readonly state: string;
  readonly barcode?: string | null;
  /** Of OCCUPIED: who lies there. */
  readonly by?: string | null;
  readonly refused?: readonly { readonly barcode: string | null; readonly why: string }[];
}

/** The error that says what was refused, where, and what helps. */
export const refusal = ({ state, barcode = null, by = null, refused = [] }: Refused) => {
  if (state === 'OCCUPIED')
    return badInput(
      by === null
        ? 'The position was taken a moment ago: look again and choose a free one. / 该位置刚被占用：请刷新后选择空位。'
        : `${barcode}: ${by} lies in this position already; choose a free one. / ${barcode}：该位置已有 ${by}，请选择空位。`,
    );
  if (state === 'REFUSED')
    return badInput(
      `Nothing was done: ${refused
        .slice(0, 10)
        .map(({ barcode: of, why }) => `${of ?? '?'}: ${CONSENT[why] ?? why}`)
        .join('; ')}. / 未执行，请先处理以上样本。`,
    );
  const words = WORDS[state] ?? state;
  return badInput(barcode === null ? words : `${barcode}: ${words}`);
};

/** @throws BAD_USER_INPUT where a function's answer is not that it was done */
export const expectDone = (answer: Refused | null | undefined, done: string): void => {
  if (answer?.state !== done) throw refusal(answer ?? { state: 'UNKNOWN' });
};
