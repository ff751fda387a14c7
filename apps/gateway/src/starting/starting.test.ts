import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createStarting } from './starting.js';

test('before it is ready, health says that it lives and is not ready', () => {
  const starting = createStarting();
  expect(starting.answer('/health/live', '*/*').status).toBe(200);
  expect(starting.answer('/health/ready', '*/*')).toMatchObject({ status: 503 });
});

test('steps are told in the order in which they are done, each with how far it is', () => {
  const starting = createStarting();
  starting.plan('database', 'web');
  starting.begin('install');
  starting.end('install');
  starting.progress('nation', 0.42);
  const { headers, body } = starting.answer('/starting.json', 'application/json');
  expect(headers['content-type']).toMatch('application/json');
  expect(JSON.parse(body)).toEqual({
    steps: [
      { id: 'install', state: 'done', share: null },
      { id: 'web', state: 'waiting', share: null },
      { id: 'database', state: 'waiting', share: null },
      { id: 'nation', state: 'now', share: 0.42 },
    ],
  });
});

test('another process goes on where the former was', () => {
  const former = createStarting();
  former.begin('web');
  const starting = createStarting(former.state());
  starting.plan('web');
  expect(starting.state()).toEqual(former.state());
  starting.end('web');
  expect(starting.state().steps).toEqual([{ id: 'web', state: 'done', share: null }]);
});

test('a browser gets a page in both languages, whose one script is its own', () => {
  const starting = createStarting();
  starting.progress('nation', 0.5);
  const { status, headers, body } = starting.answer('/clinical/patients', 'text/html,*/*');
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('2');
  for (const words of ['The platform is starting', '平台正在启动', '生成演示数据', '50%']) {
    expect(body).toContain(words);
  }
  const script = /<script>([\s\S]*)<\/script>/.exec(body)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(headers['content-security-policy']).toContain(`script-src 'sha256-${hash}'`);
});

test('a program gets words with a code', () => {
  const { status, body } = createStarting().answer('/graphql', 'application/json');
  expect(status).toBe(503);
  expect(JSON.parse(body)).toMatchObject({
    code: 'UNAVAILABLE',
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  });
});
