import { expect, test } from 'vitest';
import { accountIdFits, needsInstitution, passwordFits } from './account-rules.ts';
import { roles } from './principal.ts';

test.each(['dr-li', 'li.jie@hospital.example', '李洁', 'a'])(
  'an account may be called %s',
  (id) => {
    expect(accountIdFits(id)).toBe(true);
  },
);

test.each(['', 'oidc:li', 'operator:root', ' li', 'li jie', '-li', 'li\n', 'l'.repeat(101)])(
  'an account may not be called %j',
  (id) => {
    expect(accountIdFits(id)).toBe(false);
  },
);

test('a password has 12 to 200 characters', () => {
  expect([11, 12, 200, 201].map((length) => passwordFits('p'.repeat(length)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('roles that read or send patients’ records belong to an institution', () => {
  expect(roles.filter(needsInstitution)).toEqual(['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM']);
});
