import { expect, test } from 'vitest';
import { namesSuspicion } from './verification.ts';

test.each([
  '肺癌？',
  '右肺上叶癌 ?',
  '肺癌待排',
  '肺癌（待排除）',
  '肺占位，肺癌待排',
  '疑似肺癌',
  '肺癌 待查',
  '白血病不除外',
  'Suspected lung cancer',
  'Lung cancer?',
])('a suspicion: %s', (words) => expect(namesSuspicion(words)).toBe(true));

test.each([
  '左肺癌',
  '左肺癌，脑转移待排',
  '左肺癌 肝转移？',
  '左肺癌（骨转移不除外）',
  '咳嗽待查，肺癌',
  '胃癌术后，复发待排',
  '肺癌????',
  '????',
  '骨转移癌？',
  'Lung cancer',
  '',
])('no suspicion of the tumour: %s', (words) => expect(namesSuspicion(words)).toBe(false));
