// Run by any Node from 20 on, with nothing installed yet: plain JavaScript, Node's own modules only.
// `set-up.js start|test|bench|reset|… [options]` installs what is missing, builds what changed, then runs the task on
// the Node that npm brought.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { constants, setPriority } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStarting } from '../apps/gateway/src/starting/starting.js';
import { keepUp } from './keep-up.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules/node/bin/node');
const stamps = join(root, 'node_modules/.nodp');

/** How far the start is, for who opens the address meanwhile. */
const starting = createStarting();

const fail = (message) => {
  console.error(`\n${message}`);
  process.exit(1);
};

const hashOf = (paths) => {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (!['node_modules', 'dist', 'generated', 'e2e'].includes(name)) add(join(path, name));
      }
    } else {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
};

/** Does the work when what it rests on is not what it was the last time it succeeded. */
const whenChanged = async (name, paths, made, work) => {
  const stamp = join(stamps, name);
  const hash = hashOf(paths);
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (last === hash && made.every((path) => existsSync(join(root, path)))) return;
  await work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
};

const run = (what, command, args, { priority, ...options } = {}) =>
  new Promise((done) => {
    console.log(`… ${what}`);
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      ...options,
    });
    // Before it starts threads and processes of its own, which have its priority.
    if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
    let said = '';
    const hear = (part) => {
      said = (said + part).slice(-65_536);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => fail(`${what} failed: ${error.message}`));
    child.once('close', (status) => {
      if (status === 0) done();
      else fail(`${what} failed:\n${said}`);
    });
  });

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);

/** On the Node npm brought, whatever Node began this. */
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };

/**
 * What runs the platform is installed for every task; what checks it (linters, test runners) only where it is used.
 * @param everything whether the task is one of a developer's
 */
const install = async (everything) => {
  const stamp = join(stamps, 'install');
  const wanted = hashOf(['package-lock.json']);
  const [hash, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (hash === wanted && existsSync(node) && (extent === 'everything' || !everything)) return;
  const omit = everything ? [] : ['--omit=dev'];
  starting.begin('install');
  await run('installing (npm ci)', 'npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...omit,
  ]);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, `${wanted} ${everything ? 'everything' : 'to-run'}`);
  starting.end('install');
};

const schemas = [
  'packages/graph/shared.graphql',
  ...readdirSync(join(root, 'subgraphs')).flatMap((name) => [
    `subgraphs/${name}/schema.graphql`,
    ...readdirSync(join(root, 'subgraphs', name, 'src'), { recursive: true })
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => `subgraphs/${name}/src/${file}`),
  ]),
];
/** What resolvers are handed stands in `models.ts`, or beside a kind of record's resolver. */
const models = readdirSync(join(root, 'subgraphs')).flatMap((name) => [
  `subgraphs/${name}/src/models.ts`,
  `subgraphs/${name}/src/kinds`,
]);

const generate = () =>
  whenChanged(
    'generate',
    [...schemas, ...models, 'codegen.ts', 'package-lock.json'],
    ['subgraphs/patients/src/generated/resolvers.ts'],
    () =>
      run(
        'generating types from the schema',
        node,
        ['node_modules/.bin/graphql-codegen', '--config', 'codegen.ts'],
        { env },
      ),
  );

/** The operator's own boundaries of the provinces, where there are any, are drawn into the web app. */
const boundaries = process.env.NODP_MAP ? [relative(root, resolve(process.env.NODP_MAP))] : [];

/** @param priority of the process; beside the platform's start the lowest, so that it takes the processors that are idle */
const buildWeb = (priority = constants.priority.PRIORITY_NORMAL) =>
  whenChanged(
    'web',
    ['apps/web', ...schemas, 'packages/terminology/src', 'package-lock.json', ...boundaries],
    ['apps/web/dist/index.html'],
    async () => {
      starting.begin('web');
      await run('building the web app', 'npm', ['run', '--silent', 'build', '-w', 'apps/web'], {
        env,
        priority,
      });
      starting.end('web');
    },
  );

const tasks = {
  start: { prepare: [], file: 'apps/gateway/src/main.ts' },
  subgraph: { prepare: [], file: 'apps/gateway/src/subgraph.ts' },
  test: { developers: true, prepare: [generate, buildWeb], file: 'scripts/test.ts' },
  check: { developers: true, prepare: [generate, buildWeb], file: 'scripts/check.ts' },
  attack: {
    developers: true,
    prepare: [generate, buildWeb],
    file: 'node_modules/vitest/vitest.mjs',
    begin: [
      ...['run', '--testTimeout', '3600000', '--hookTimeout', '3600000'],
      ...['tests/attacks', 'tests/audit-walk.test.ts'],
    ],
  },
  bench: { developers: true, prepare: [buildWeb], file: 'bench/index.ts' },
  soak: { developers: true, prepare: [buildWeb], file: 'bench/soak/index.ts' },
  mutate: {
    developers: true,
    prepare: [generate],
    file: 'node_modules/@stryker-mutator/core/bin/stryker.js',
    begin: ['run'],
  },
  // What an image holds: nothing is installed or built when it is started.
  build: { prepare: [buildWeb], file: null },
  reset: { prepare: [], file: 'scripts/reset.ts' },
  compose: { prepare: [], file: 'scripts/compose.ts' },
  dictionary: { developers: true, prepare: [], file: 'scripts/data-dictionary.ts' },
  generate: { developers: true, prepare: [generate, buildWeb], file: null },
  nodp: { prepare: [], file: 'apps/cli/src/main.ts' },
};

const [name, ...args] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined)
  fail(`There is no task “${name}”; there are ${Object.keys(tasks).join(', ')}.`);

const helpOnly = args.includes('--help');

/** Begins the task on the Node that npm brought. */
const spawnTask = (moreEnv = {}, stdio = 'inherit') => {
  // Libraries check more at every call where they are not told that this is no development of theirs.
  const mode =
    task.developers && !['bench', 'soak'].includes(name) ? {} : { NODE_ENV: 'production' };
  const child = spawn(node, [join(root, task.file), ...(task.begin ?? []), ...args], {
    stdio,
    env: { ...mode, ...env, ...moreEnv },
  });
  child.once('error', (error) => fail(error.message));
  return child;
};

/** This process ends as the task ends. */
const runTask = () => keepUp(spawnTask(), null);

/** Serves how far the start is from now on; null where the port is not one, which the platform itself will say. */
const openAddress = async () => {
  const port = Number(process.env.PORT ?? '4000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return null;
  const host = process.env.HOST ?? '127.0.0.1';
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const { status, headers, body } = starting.answer(path, request.headers.accept);
    response.writeHead(status, headers).end(body);
  });
  const taken = await new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, host, () => done(true));
  });
  // Why it cannot be taken, the platform says in words.
  if (!taken) return null;
  console.log(
    `The platform is starting; ${`http://localhost:${server.address().port}`} shows how far it is.`,
  );
  return server;
};

/** The platform, and beside it the building of its web app; the address answers all the while. */
const start = async () => {
  starting.plan('web', 'database');
  const server = helpOnly ? null : await openAddress();
  await install(false);
  if (server === null) {
    if (!helpOnly) await buildWeb();
    runTask();
    return;
  }
  const heard = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawnTask({ NODP_HANDED_OVER: '1' }, heard);
  keepUp(child, () => spawnTask({}, heard));
  child.on('message', (message) => {
    if (!message.taken) return;
    server.close();
    server.closeAllConnections();
  });
  starting.begin('web');
  child.send({ starting: starting.state() }, server);
  await buildWeb(constants.priority.PRIORITY_LOW);
  if (child.connected) child.send({ webBuilt: true });
};

if (name === 'start') {
  await start();
} else {
  await install(task.developers ?? false);
  if (!helpOnly) for (const step of task.prepare) await step();
  if (task.file !== null) runTask();
}
