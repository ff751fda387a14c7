// Run by any Node from 20 on, with nothing installed yet: plain JavaScript, Node's own modules only.
// `set-up.js start|test|bench|reset|… [options]` installs what is missing, builds what changed, then runs the task on
// the Node that npm brought.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules/node/bin/node');
const stamps = join(root, 'node_modules/.nodp');

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
const whenChanged = (name, paths, made, work) => {
  const stamp = join(stamps, name);
  const hash = hashOf(paths);
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (last === hash && made.every((path) => existsSync(join(root, path)))) return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
};

const run = (what, command, args, options = {}) => {
  console.log(`… ${what}`);
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) fail(`${what} failed: ${error.message}`);
  if (status !== 0) fail(`${what} failed:\n${stdout ?? ''}${stderr ?? ''}`);
};

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);

/** On the Node npm brought, whatever Node began this. */
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };

/**
 * What runs the platform is installed for every task; what checks it (linters, test runners) only where it is used.
 * @param everything whether the task is one of a developer's
 */
const install = (everything) => {
  const stamp = join(stamps, 'install');
  const wanted = hashOf(['package-lock.json']);
  const [hash, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (hash === wanted && existsSync(node) && (extent === 'everything' || !everything)) return;
  const omit = everything ? [] : ['--omit=dev'];
  run('installing (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...omit]);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, `${wanted} ${everything ? 'everything' : 'to-run'}`);
};

const schemas = [
  'packages/graph/shared.graphql',
  ...readdirSync(join(root, 'subgraphs')).map((name) => `subgraphs/${name}/schema.graphql`),
];
const models = readdirSync(join(root, 'subgraphs')).map(
  (name) => `subgraphs/${name}/src/models.ts`,
);

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

const buildWeb = () =>
  whenChanged(
    'web',
    ['apps/web', ...schemas, 'packages/terminology/src', 'package-lock.json', ...boundaries],
    ['apps/web/dist/index.html'],
    () =>
      run('building the web app', 'npm', ['run', '--silent', 'build', '-w', 'apps/web'], { env }),
  );

const tasks = {
  start: { prepare: [buildWeb], file: 'apps/gateway/src/main.ts' },
  subgraph: { prepare: [], file: 'apps/gateway/src/subgraph.ts' },
  test: { developers: true, prepare: [generate, buildWeb], file: 'scripts/test.ts' },
  check: { developers: true, prepare: [generate, buildWeb], file: 'scripts/check.ts' },
  bench: { developers: true, prepare: [buildWeb], file: 'bench/index.ts' },
  mutate: {
    developers: true,
    prepare: [generate],
    file: 'node_modules/@stryker-mutator/core/bin/stryker.js',
    begin: ['run'],
  },
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

install(task.developers ?? false);
const helpOnly = args.includes('--help');
if (!helpOnly) for (const step of task.prepare) step();
if (task.file !== null) {
  // Libraries check more at every call where they are not told that this is no development of theirs.
  const mode = task.developers && name !== 'bench' ? {} : { NODE_ENV: 'production' };
  const child = spawn(node, [join(root, task.file), ...(task.begin ?? []), ...args], {
    stdio: 'inherit',
    env: { ...mode, ...env },
  });
  // Ctrl-C reaches the child as well, being in the same group; it decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  child.once('error', (error) => fail(error.message));
  child.once('exit', (code, signal) => process.exit(signal === null ? code : 1));
}
