import { expect, test } from 'vitest';
import type { TaskFacts } from '../facts.ts';
import { contactDue } from './contact-due.ts';

const due = (what: string | null) =>
  contactDue.find(
    {
      contacts: [{ id: 'c1', institutionId: 'i1', status: 'booked', on: '2026-10-02', what }],
    } as unknown as TaskFacts,
    { today: '2026-11-30' } as Parameters<typeof contactDue.find>[1],
  ).tasks[0]?.why;

test.each([
  ['治疗后随访', 'Follow-up after treatment', '治疗后随访'],
  // What the terminology does not know stays as it was sent.
  ['电话联系家属', '电话联系家属', '电话联系家属'],
  [null, 'not said what for', '未注明事由'],
])('a contact for %s says so in both languages', (what, en, zh) => {
  expect(due(what)).toEqual({
    en: `Follow-up contact due on 2026-10-02: ${en}.`,
    zh: `随访联系应于2026-10-02进行：${zh}。`,
  });
});
